#include "gui/view_models/sensitivity_study.h"

#include "gui/view_models/growing_runs.h"
#include "gui/view_models/part_of_progress.h"
#include "planner/report/contract_lines.h"
#include "planner/report/varied_models.h"
#include "sim/experiment/comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

using report::ReportInput;
using report::Variation;

constexpr const char* cost = "cost";

void publish_failure(const SensitivityOrder& order, Diagnostics problems, JobOrder<SensitivityFigures>& job)
{
    SensitivityFigures nothing;
    nothing.order = order;
    nothing.finished = true;
    nothing.problems = std::move(problems);
    job.publish(std::move(nothing));
}

ReportInput input_of(const GrowingRuns& runs, std::size_t models)
{
    ReportInput input;
    input.comparison = compare(runs.results(models));
    for (std::size_t m = 0; m < models; ++m)
        input.scenarios.emplace_back().document = &runs.models()[m].document;
    return input;
}

/// Those whose both sides are among the first so many models.
std::vector<Variation> tried(const std::vector<Variation>& variations, std::size_t models)
{
    std::vector<Variation> found;
    std::copy_if(variations.begin(), variations.end(), std::back_inserter(found),
                 [&](const Variation& one) { return one.higher < models; });
    return found;
}

/// True where the next picture has a lever more than the one before: a variation is two models.
bool completes_a_lever(const std::vector<Variation>& variations, std::size_t models)
{
    return std::any_of(variations.begin(), variations.end(),
                       [&](const Variation& one) { return one.higher + 1 == models; });
}

/// One study from its models to its last picture.
class Study {
public:
    Study(const FileSystem& files, const SensitivityOrder& order, const SensitivityStages& stages,
          report::VariedModels varied, JobOrder<SensitivityFigures>& job)
        : files_(files), order_(order), stages_(stages), job_(job), variations_(std::move(varied.variations)),
          runs_(std::move(varied.models), order.seed, stages.threads, stages.replications.back())
    {
    }

    void run()
    {
        const std::int64_t first = stages_.replications.front();
        const bool lever_by_lever = order_.precision == 1;
        for (const std::int64_t replications : stages_.replications) {
            const auto show_levers = [&](std::size_t models) {
                if (completes_a_lever(variations_, models))
                    publish(replications, input_of(runs_, models), models, false);
            };
            if (replications == first && lever_by_lever ? !runs_.run_to(replications, job_, show_levers)
                                                        : !runs_.run_to(replications, job_))
                return;
            const bool is_last = replications == stages_.replications.back();
            publish(replications, input_of(runs_, all()), all(), is_last && !wants_cost());
        }
        if (wants_cost())
            price();
    }

private:
    std::size_t all() const { return runs_.models().size(); }
    bool wants_cost() const
    {
        return std::find(order_.figures.begin(), order_.figures.end(), cost) != order_.figures.end();
    }

    void add(const ReportInput& input, std::size_t models, const std::string& name,
             SensitivityFigures& figures) const
    {
        const report::StudiedFigure figure = report::studied_figure(input, name);
        const Estimate base = report::value_of(input, 0, figure);
        if (std::isnan(base.mean))
            return;
        figures.studied.push_back(
            {figure, base, report::swings_of(input, tried(variations_, models), figure), models == all()});
    }

    SensitivityFigures figures_of(std::int64_t replications, const ReportInput& input,
                                  std::size_t models) const
    {
        SensitivityFigures figures;
        figures.order = order_;
        figures.replications = replications;
        for (const std::string& name : order_.figures)
            if (name != cost)
                add(input, models, name, figures);
        return figures;
    }

    void publish(std::int64_t replications, const ReportInput& input, std::size_t models, bool finished)
    {
        SensitivityFigures figures = figures_of(replications, input, models);
        figures.finished = finished;
        job_.publish(std::move(figures));
    }

    /// Invoices, model by model.
    void price()
    {
        ReportInput input = input_of(runs_, all());
        const SensitivityFigures known = figures_of(stages_.replications.back(), input, all());
        const auto models = static_cast<std::int64_t>(all());
        for (std::size_t m = 0; m < all(); ++m) {
            PartOfProgress part(job_, static_cast<std::int64_t>(m) * stages_.terms, models * stages_.terms);
            Diagnostics problems = report::study_contracts_of(
                m, {.files = &files_, .most_terms = stages_.terms, .threads = stages_.threads}, part, input);
            if (job_.stop_requested())
                return;
            SensitivityFigures figures = known;
            figures.finished = m + 1 == all() || !problems.empty();
            figures.problems = std::move(problems);
            if (figures.problems.empty())
                add(input, m + 1, cost, figures);
            const bool failed = !figures.problems.empty();
            if (figures.finished || completes_a_lever(variations_, m + 1))
                job_.publish(std::move(figures));
            if (failed)
                return;
        }
    }

    const FileSystem& files_;
    const SensitivityOrder& order_;
    const SensitivityStages& stages_;
    JobOrder<SensitivityFigures>& job_;
    std::vector<Variation> variations_;
    GrowingRuns runs_;
};

} // namespace

SensitivityStages stages_of(int precision)
{
    SensitivityStages stages;
    if (precision > 1) {
        const std::int64_t most = stages.replications.back() * precision;
        stages.replications = {most / 4, most / 2, most};
        stages.terms *= precision;
    }
    return stages;
}

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
    Study(files, order, stages, *std::move(varied), job).run();
}

} // namespace switchroom::gui
