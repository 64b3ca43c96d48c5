#include "sim/experiment/best_chance.h"

#include "sim/base/check.h"
#include "sim/random/philox.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr std::uint32_t resamples = 4000;
constexpr std::uint64_t stream = 0x62657374'6368616EULL; // apart from every stream of the simulation

/// Adds 1, shared among the scenarios whose figure is the best; nothing if any is undefined.
void count_best(const std::vector<double>& figures, bool higher_is_better, std::vector<double>& wins)
{
    double best = figures.front();
    for (const double figure : figures) {
        if (std::isnan(figure))
            return;
        best = higher_is_better ? std::max(best, figure) : std::min(best, figure);
    }
    const auto ties = static_cast<double>(std::count(figures.begin(), figures.end(), best));
    for (std::size_t s = 0; s < figures.size(); ++s)
        wins[s] += figures[s] == best ? 1.0 / ties : 0.0;
}

std::vector<double> shares(const std::vector<double>& wins)
{
    double all = 0.0;
    for (const double one : wins)
        all += one;
    std::vector<double> parts;
    for (const double one : wins)
        parts.push_back(all > 0.0 ? one / all : std::numeric_limits<double>::quiet_NaN());
    return parts;
}

/// Figures of all scenarios over one resample of the runs.
std::vector<double> resampled(const std::vector<PairSeries>& figures, std::uint32_t resample,
                              std::uint64_t seed)
{
    const auto runs = static_cast<std::uint32_t>(figures.front().count());
    std::vector<double> numerators(figures.size(), 0.0);
    std::vector<double> denominators(figures.size(), 0.0);
    PhiloxWords words{};
    for (std::uint32_t i = 0; i < runs; ++i) {
        if (i % 4 == 0)
            words = philox4x32({i, resample, 0, 0}, seed ^ stream);
        const auto run = static_cast<std::size_t>((std::uint64_t{words[i % 4]} * runs) >> 32U);
        for (std::size_t s = 0; s < figures.size(); ++s) {
            numerators[s] += figures[s].numerators[run];
            denominators[s] += figures[s].denominators[run];
        }
    }
    for (std::size_t s = 0; s < figures.size(); ++s)
        numerators[s] /= denominators[s];
    return numerators;
}

const KpiDefinition* definition_of(std::string_view figure)
{
    for (const KpiScope scope : {KpiScope::contact, KpiScope::group, KpiScope::centre})
        if (const KpiDefinition* kpi = find_kpi(scope, figure))
            return kpi;
    return nullptr;
}

} // namespace

std::vector<BestChance> best_chances(const std::vector<PairSeries>& figures, bool higher_is_better,
                                     std::uint64_t seed)
{
    SWITCHROOM_CHECK(!figures.empty(), "somebody must be the best");
    std::vector<double> in_a_run(figures.size(), 0.0);
    std::vector<double> on_average(figures.size(), 0.0);
    std::vector<double> of_run(figures.size());
    for (std::size_t r = 0; r < figures.front().numerators.size(); ++r) {
        for (std::size_t s = 0; s < figures.size(); ++s)
            of_run[s] = figures[s].numerators.at(r) / figures[s].denominators.at(r);
        count_best(of_run, higher_is_better, in_a_run);
    }
    for (std::uint32_t b = 0; b < resamples; ++b)
        count_best(resampled(figures, b, seed), higher_is_better, on_average);
    const std::vector<double> run_shares = shares(in_a_run);
    const std::vector<double> average_shares = shares(on_average);
    std::vector<BestChance> chances(figures.size());
    for (std::size_t s = 0; s < figures.size(); ++s)
        chances[s] = {.scenario = {}, .in_a_run = run_shares[s], .on_average = average_shares[s]};
    return chances;
}

PairSeries cost_of_runs(const ExperimentResult& result)
{
    PairSeries cost;
    cost.numerators.assign(static_cast<std::size_t>(result.replications), 0.0);
    cost.denominators.assign(cost.numerators.size(), 1.0);
    const auto add = [&](const KpiResult* kpi) {
        for (std::size_t r = 0; kpi && r < cost.numerators.size(); ++r)
            cost.numerators[r] += kpi->series.numerators[r];
    };
    for (const ScopeResult& group : result.groups)
        add(group.find("cost.wages"));
    add(result.total.find("cost.lost_callers"));
    return cost;
}

BestChances best_chances_by(const std::vector<ExperimentResult>& results, std::string_view figure)
{
    BestChances chances{
        .figure = std::string(figure), .title = "cost", .higher_is_better = false, .scenarios = {}};
    std::vector<PairSeries> series;
    if (figure != "cost") {
        const KpiDefinition* kpi = definition_of(figure);
        if (!kpi || !may_be_best_in(figure))
            return chances;
        chances.title = kpi->title;
        chances.higher_is_better = kpi->good == KpiGood::higher;
    }
    for (const ExperimentResult& result : results) {
        const KpiResult* kpi = result.total.find(figure);
        if (figure != "cost" && (!kpi || kpi->series.count() == 0))
            return chances;
        series.push_back(figure == "cost" ? cost_of_runs(result) : kpi->series);
    }
    chances.scenarios = best_chances(series, chances.higher_is_better, results.front().seed);
    for (std::size_t s = 0; s < results.size(); ++s)
        chances.scenarios[s].scenario = results[s].centre.scenario;
    return chances;
}

bool may_be_best_in(std::string_view figure)
{
    if (figure == "cost")
        return true;
    const KpiDefinition* kpi = definition_of(figure);
    return kpi && kpi->key.empty() && kpi->good != KpiGood::neither && kpi->kind != KpiKind::wait_quantile &&
           kpi->kind != KpiKind::mean_of_days;
}

} // namespace switchroom
