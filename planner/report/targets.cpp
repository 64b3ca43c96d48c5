#include "planner/report/targets.h"

#include "planner/contract/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

std::vector<LevelTarget> level_targets(const ExperimentResult& result)
{
    std::vector<LevelTarget> targets;
    for (const MeasuredContact& contact : result.centre.contacts) {
        if (!contact.in_total || std::isnan(contact.target_share))
            continue;
        LevelTarget target{contact.target_share,
                           fmt::format("{:.4g} % within {:.4g} s ({})", contact.target_share * 100.0,
                                       contact.threshold_s, contact.formula->name)};
        const bool known = std::any_of(targets.begin(), targets.end(),
                                       [&](const LevelTarget& one) { return one.words == target.words; });
        if (!known)
            targets.push_back(std::move(target));
    }
    return targets;
}

std::vector<double> values_of_runs(const KpiResult& kpi)
{
    std::vector<double> values;
    for (std::size_t r = 0; r < kpi.series.numerators.size(); ++r) {
        const double value = kpi.series.numerators[r] / kpi.series.denominators[r];
        if (std::isfinite(value))
            values.push_back(value);
    }
    return values;
}

ShareOfRuns runs_at_least(const KpiResult& kpi, double bound)
{
    const std::vector<double> values = values_of_runs(kpi);
    ShareOfRuns runs;
    runs.of = static_cast<std::int64_t>(values.size());
    runs.kept = std::count_if(values.begin(), values.end(), [&](double v) { return v >= bound - 1e-12; });
    if (runs.of == 0)
        return {.of = 0, .kept = 0, .share = std::nan(""), .low = std::nan(""), .high = std::nan("")};
    const auto n = static_cast<double>(runs.of);
    const Interval interval = wilson_interval(static_cast<double>(runs.kept), n);
    runs.share = static_cast<double>(runs.kept) / n;
    runs.low = interval.low;
    runs.high = interval.high;
    return runs;
}

} // namespace switchroom::report
