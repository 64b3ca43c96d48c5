#include "gui/view_models/sensitivity_study.h"

#include "gui/view_models/growing_runs.h"
#include "planner/report/contract_lines.h"
#include "planner/report/varied_models.h"
#include "sim/experiment/comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

constexpr const char* cost = "cost";

void publish_failure(const SensitivityOrder& order, Diagnostics problems, JobOrder<SensitivityFigures>& job)
{
    SensitivityFigures nothing;
    nothing.order = order;
    nothing.finished = true;
    nothing.problems = std::move(problems);
    job.publish(std::move(nothing));
}

report::ReportInput input_of(const GrowingRuns& runs)
{
    report::ReportInput input;
    input.comparison = compare(runs.results());
    for (const LoadedModel& loaded : runs.models())
        input.scenarios.emplace_back().document = &loaded.document;
    return input;
}

void add(const report::ReportInput& input, const std::vector<report::Variation>& variations,
         const std::string& name, SensitivityFigures& figures)
{
    const report::StudiedFigure figure = report::studied_figure(input, name);
    const Estimate base = report::value_of(input, 0, figure);
    if (!std::isnan(base.mean))
        figures.studied.push_back({figure, base, report::swings_of(input, variations, figure)});
}

} // namespace

void study_sensitivity(const FileSystem& files, const SensitivityOrder& order,
                       const SensitivityStages& stages, JobOrder<SensitivityFigures>& job)
{
    const LoadOptions loading;
    Result<LoadedModel> base = compile_model(files, order.base->document, loading);
    if (!base)
        return publish_failure(order, base.errors(), job);
    auto varied = report::varied_models(files, *std::move(base), order.change, loading);
    if (!varied)
        return publish_failure(order, varied.errors(), job);
    const std::vector<report::Variation> variations = varied->variations;
    GrowingRuns runs(std::move(varied->models), order.seed, stages.threads);
    for (const std::int64_t replications : stages.replications) {
        if (!runs.run_to(replications, job))
            return;
        const bool is_last = replications == stages.replications.back();
        report::ReportInput input = input_of(runs);
        SensitivityFigures figures;
        figures.order = order;
        figures.replications = replications;
        for (const std::string& name : order.figures)
            if (name != cost)
                add(input, variations, name, figures);
        const bool wants_cost =
            std::find(order.figures.begin(), order.figures.end(), cost) != order.figures.end();
        figures.finished = is_last && !wants_cost;
        if (!is_last || !wants_cost || !figures.studied.empty())
            job.publish(figures);
        if (!is_last || !wants_cost)
            continue;
        figures.problems = report::study_all_contracts(
            {.files = &files, .most_terms = stages.terms, .threads = stages.threads}, job, input);
        if (job.stop_requested())
            return;
        if (figures.problems.empty())
            add(input, variations, cost, figures);
        figures.finished = true;
        job.publish(std::move(figures));
    }
}

} // namespace switchroom::gui
