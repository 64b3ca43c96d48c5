#include "sim/experiment/select_scenario.h"

#include "sim/experiment/best_chance.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

KpiSelection needed_kpis(const std::string& figure)
{
    const std::vector<std::string> costs{"cost.wages", "cost.lost_callers"};
    const std::vector<std::string> one{figure};
    return KpiSelection::named(figure == "cost" ? costs : one);
}

/// The figure of each run; an error where a run has none.
Result<std::vector<double>> figures_of_runs(const ExperimentResult& result, const std::string& figure,
                                            std::int64_t first)
{
    const KpiResult* kpi = result.total.find(figure);
    if (figure != "cost" && !kpi)
        return error_in("", fmt::format("\"{}\" has no {} to choose by", result.centre.scenario, figure));
    const PairSeries series = figure == "cost" ? cost_of_runs(result) : kpi->series;
    std::vector<double> values;
    for (std::size_t r = 0; r < series.numerators.size(); ++r) {
        const double value = series.numerators[r] / series.denominators[r];
        if (!std::isfinite(value))
            return error_in("", fmt::format("\"{}\" has no {} in run {}: a selection needs one in every run",
                                            result.centre.scenario, figure,
                                            first + static_cast<std::int64_t>(r)));
        values.push_back(value);
    }
    return values;
}

bool higher_is_better(const std::string& figure)
{
    for (const KpiScope scope : {KpiScope::contact, KpiScope::group, KpiScope::centre})
        if (const KpiDefinition* kpi = find_kpi(scope, figure))
            return kpi->good == KpiGood::higher;
    return false; // costs
}

} // namespace

Result<ScenarioSelection> select_scenario(const std::vector<ExperimentSubject>& subjects,
                                          const std::string& figure, SelectionOptions selection,
                                          const ExperimentOptions& options, Progress& progress)
{
    selection.higher_is_better = higher_is_better(figure);
    const auto more = [&](const std::vector<std::size_t>& who, std::int64_t from,
                          std::int64_t count) -> Result<std::vector<std::vector<double>>> {
        std::vector<ExperimentSubject> still;
        for (const std::size_t i : who)
            still.push_back(subjects[i]);
        ExperimentOptions part = options;
        part.goals.clear();
        part.kpis = needed_kpis(figure);
        part.replications = count;
        part.first_replication = from;
        std::vector<std::vector<double>> figures;
        for (const ExperimentResult& result : run_experiments(still, part, progress)) {
            Result<std::vector<double>> values = figures_of_runs(result, figure, from);
            if (!values)
                return values.errors();
            figures.push_back(*std::move(values));
        }
        return figures;
    };
    Result<Selection> selected = select_best(subjects.size(), selection, more);
    if (!selected)
        return selected.errors();
    ScenarioSelection done{.figure = figure,
                           .options = selection,
                           .scenarios = {},
                           .currency = subjects.front().centre->currency,
                           .seed = options.seed,
                           .selection = *std::move(selected)};
    for (const ExperimentSubject& subject : subjects)
        done.scenarios.push_back(subject.centre->scenario);
    return done;
}

} // namespace switchroom
