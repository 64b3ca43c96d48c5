#include "gui/view_models/report_work.h"

#include "gui/view_models/growing_runs.h"
#include "gui/view_models/part_of_progress.h"
#include "planner/report/make_report.h"
#include "planner/report/sections.h"
#include "sim/experiment/side_by_side.h"

#include <utility>

namespace switchroom::gui {

namespace {

Result<std::vector<LoadedModel>> models_of(const FileSystem& files, const ReportOrder& order)
{
    std::vector<LoadedModel> all;
    for (const auto& document : order.documents) {
        auto loaded = compile_model(files, *document, report::loading_of_report({}));
        if (!loaded)
            return loaded.errors();
        if (Diagnostics unfair = unfair_to_compare(*order.documents.front(), *document); !unfair.empty())
            return unfair;
        all.push_back(*std::move(loaded));
    }
    tell_apart(all);
    return all;
}

/// After so many runs of each scenario there is something to read; the last is the report.
std::vector<std::int64_t> stages_to(std::int64_t replications)
{
    std::vector<std::int64_t> stages;
    for (const std::int64_t early : {4, 30})
        if (early < replications)
            stages.push_back(early);
    stages.push_back(replications);
    return stages;
}

} // namespace

void make_report(const FileSystem& files, const ReportOrder& order, int threads, JobOrder<MadeReport>& job)
{
    MadeReport made{.order = order, .document = {}, .problems = {}};
    const auto publish = [&](ReportStage stage, const report::ReportInput* input, Diagnostics problems) {
        made.stage = stage;
        made.document =
            input ? std::make_shared<const report::Document>(report::build_report(*input)) : nullptr;
        made.problems = std::move(problems);
        job.publish(made);
    };
    publish(ReportStage::simulating, nullptr, {});
    auto all = models_of(files, order);
    if (!all)
        return publish(ReportStage::done, nullptr, all.errors());
    auto input = report::prepare_report(*all, {.heat_kpi = order.heat_kpi, .version = SWITCHROOM_VERSION});
    if (!input)
        return publish(ReportStage::done, nullptr, input.errors());
    const RunSettings settings = all->front().document.scenario.run;
    made.wanted = settings.replications;
    GrowingRuns runs(std::move(*all), settings.seed, threads, made.wanted, // a moved vector's elements stay
                     report::kpis_of_report(order.heat_kpi));
    for (const std::int64_t replications : stages_to(made.wanted)) {
        if (!runs.run_to(replications, job))
            return;
        made.replications = replications;
        report::take_results(runs.models(), runs.results(), *input);
        const bool is_last = replications == made.wanted;
        publish(is_last ? ReportStage::contracts : ReportStage::simulating, &*input, {});
    }
    Diagnostics problems;
    const auto scenarios = static_cast<std::int64_t>(input->scenarios.size());
    for (std::int64_t s = 0; s < scenarios && problems.empty(); ++s) {
        PartOfProgress part(job, s * order.terms, scenarios * order.terms);
        problems = report::study_contracts_of(
            static_cast<std::size_t>(s), {.files = &files, .most_terms = order.terms, .threads = threads},
            part, *input);
        if (job.stop_requested())
            return;
    }
    publish(ReportStage::done, problems.empty() ? &*input : nullptr, std::move(problems));
}

WrittenReport write_report(FileSystem& files, const report::Document& document, report::ReportFormat format,
                           const std::string& path)
{
    const Result<std::string> bytes = report::rendered(document, format);
    if (!bytes)
        return {path, 0, bytes.errors()};
    return {path, (*bytes).size(), files.write_atomically(path, *bytes)};
}

std::string ending_of(report::ReportFormat format)
{
    switch (format) {
    case report::ReportFormat::html:
        return ".html";
    case report::ReportFormat::text:
        return ".txt";
    case report::ReportFormat::csv:
    case report::ReportFormat::csv_semicolon:
        return ".csv";
    case report::ReportFormat::xlsx:
        return ".xlsx";
    case report::ReportFormat::json:
        break;
    }
    return ".json";
}

} // namespace switchroom::gui
