#include "gui/view_models/break_even_study.h"

#include "gui/view_models/growing_runs.h"
#include "gui/view_models/part_of_progress.h"
#include "planner/report/contract_lines.h"
#include "planner/report/find_figures.h"
#include "planner/report/varied_models.h"

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

/// All models in one list: base and other at the first volume, at the second, …
Result<std::vector<LoadedModel>> models_of(const FileSystem& files, const BreakEvenOrder& order)
{
    const std::vector<LoadedModel> both{*order.base, *order.other};
    const LoadOptions options;
    std::vector<LoadedModel> all;
    for (const double volume : studied_volumes) {
        auto here = report::models_at_volume(files, both, volume, options);
        if (!here)
            return here.errors();
        std::move(here->begin(), here->end(), std::back_inserter(all));
    }
    return all;
}

/// What the runs so far say, with the invoices of `contracts` (as the models; empty until they are studied).
BreakEvenFigures summed_up(const BreakEvenOrder& order, const GrowingRuns& runs,
                           std::vector<report::ReportedScenario>& contracts, bool study,
                           const report::ContractOptions& options, Progress& progress)
{
    BreakEvenFigures figures;
    figures.order = order;
    std::vector<ExperimentResult> results = runs.results();
    figures.replications = results.front().replications;
    std::vector<DifferenceAt> differences;
    for (std::size_t v = 0; v < studied_volumes.size(); ++v) {
        report::ReportInput input;
        results[2 * v].centre.scenario = "A";
        results[2 * v + 1].centre.scenario = "B";
        input.comparison = compare({std::move(results[2 * v]), std::move(results[2 * v + 1])});
        input.scenarios = {contracts[2 * v], contracts[2 * v + 1]};
        for (std::size_t s = 0; s < 2; ++s)
            input.scenarios[s].document = &runs.models()[2 * v + s].document;
        if (study) {
            for (std::size_t s = 0; s < 2 && figures.problems.empty(); ++s) {
                constexpr auto models = static_cast<std::int64_t>(2 * studied_volumes.size());
                PartOfProgress part(progress, static_cast<std::int64_t>(2 * v + s) * options.most_terms,
                                    models * options.most_terms);
                figures.problems = report::study_contracts_of(s, options, part, input);
            }
            if (!figures.problems.empty() || progress.stop_requested())
                return figures;
            contracts[2 * v] = input.scenarios[0];
            contracts[2 * v + 1] = input.scenarios[1];
        }
        const report::StudiedFigure figure = report::studied_figure(input, order.figure);
        figures.unit = figure.unit;
        figures.good = figure.good;
        figures.points.push_back({studied_volumes[v], report::value_of(input, 0, figure),
                                  report::value_of(input, 1, figure), report::change_of(input, 1, figure),
                                  report::estimate_of(input, 0, "needs").mean});
        differences.push_back({studied_volumes[v], figures.points.back().change});
    }
    figures.evens = break_even(differences);
    return figures;
}

} // namespace

BreakEvenStages even_stages_of(int precision)
{
    BreakEvenStages stages;
    if (precision > 1) {
        const std::int64_t most = stages.replications.back() * precision;
        stages.replications = {most / 4, most / 2, most};
        stages.terms *= precision;
    }
    return stages;
}

void study_break_even(const FileSystem& files, const BreakEvenOrder& order, const BreakEvenStages& stages,
                      JobOrder<BreakEvenFigures>& job)
{
    auto models = models_of(files, order);
    if (!models) {
        BreakEvenFigures nothing;
        nothing.order = order;
        nothing.finished = true;
        nothing.problems = models.errors();
        job.publish(std::move(nothing));
        return;
    }
    GrowingRuns runs(*std::move(models), order.seed, stages.threads, stages.replications.back());
    std::vector<report::ReportedScenario> contracts(2 * studied_volumes.size());
    bool must_study = order.figure == "cost";
    const report::ContractOptions options{
        .files = &files, .most_terms = stages.terms, .threads = stages.threads};
    for (const std::int64_t replications : stages.replications) {
        if (!runs.run_to(replications, job))
            return;
        BreakEvenFigures figures = summed_up(order, runs, contracts, must_study, options, job);
        if (job.stop_requested())
            return;
        must_study = false;
        figures.finished = replications == stages.replications.back() || !figures.problems.empty();
        const bool failed = !figures.problems.empty();
        job.publish(std::move(figures));
        if (failed)
            return;
    }
}

} // namespace switchroom::gui
