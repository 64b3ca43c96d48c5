#include "gui/view_models/report_work.h"

#include "planner/report/make_report.h"
#include "planner/report/sections.h"
#include "sim/experiment/experiment.h"
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

std::vector<ExperimentResult> run(const std::vector<LoadedModel>& all, const ReportOrder& order, int threads,
                                  Progress& progress)
{
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : all)
        subjects.push_back({&loaded.model, &loaded.centre});
    ExperimentOptions options;
    options.seed = all.front().document.scenario.run.seed;
    options.replications = all.front().document.scenario.run.replications;
    options.threads = threads;
    options.kpis = report::kpis_of_report(order.heat_kpi);
    return run_experiments(subjects, options, progress);
}

} // namespace

void make_report(const FileSystem& files, const ReportOrder& order, int threads, JobOrder<MadeReport>& job)
{
    const auto publish = [&](ReportStage stage, const report::ReportInput* input, Diagnostics problems) {
        std::shared_ptr<const report::Document> document;
        if (input)
            document = std::make_shared<const report::Document>(report::build_report(*input));
        job.publish({order, stage, std::move(document), std::move(problems)});
    };
    publish(ReportStage::simulating, nullptr, {});
    auto all = models_of(files, order);
    if (!all)
        return publish(ReportStage::done, nullptr, all.errors());
    auto input = report::prepare_report(*all, {.heat_kpi = order.heat_kpi, .version = SWITCHROOM_VERSION});
    if (!input)
        return publish(ReportStage::done, nullptr, input.errors());
    std::vector<ExperimentResult> results = run(*all, order, threads, job);
    if (job.stop_requested())
        return;
    report::take_results(*all, std::move(results), *input);
    publish(ReportStage::contracts, &*input, {});
    Diagnostics problems = report::study_all_contracts(
        {.files = &files, .most_terms = order.terms, .threads = threads}, job, *input);
    if (job.stop_requested())
        return;
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
