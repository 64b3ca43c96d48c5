#include "planner/report/targets.h"

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

// Wilson's score interval: the shares p with |p̂ − p| ≤ z √(p (1 − p) / n).
ShareOfRuns runs_at_least(const KpiResult& kpi, double bound)
{
    const std::vector<double> values = values_of_runs(kpi);
    ShareOfRuns runs;
    runs.of = static_cast<std::int64_t>(values.size());
    runs.kept = std::count_if(values.begin(), values.end(), [&](double v) { return v >= bound - 1e-12; });
    if (runs.of == 0)
        return {.of = 0, .kept = 0, .share = std::nan(""), .low = std::nan(""), .high = std::nan("")};
    constexpr double z = 1.959963984540054; // 97.5 % quantile of the normal law
    const auto n = static_cast<double>(runs.of);
    runs.share = static_cast<double>(runs.kept) / n;
    const double middle = (runs.share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    const double half =
        z / (1.0 + z * z / n) * std::sqrt(runs.share * (1.0 - runs.share) / n + z * z / (4.0 * n * n));
    runs.low = std::max(0.0, middle - half);
    runs.high = std::min(1.0, middle + half);
    return runs;
}

} // namespace switchroom::report
