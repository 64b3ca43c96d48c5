#include "cli/compare_choice.h"

#include "cli/terminal_progress.h"
#include "sim/experiment/choice_text.h"
#include "sim/scenario/nearest.h"

#include <fmt/format.h>

namespace switchroom {

namespace {

constexpr std::int64_t most_runs = 10000;

void check_figure(const std::string& option, const std::string& figure, Diagnostics& errors)
{
    if (may_be_best_in(figure))
        return;
    std::vector<std::string_view> names{"cost"};
    for (const KpiDefinition& kpi : kpi_table())
        if (may_be_best_in(kpi.name))
            names.push_back(kpi.name);
    errors.push_back(
        error_in("", fmt::format("option --{} is \"{}\", but must be cost or a KPI of which more or less is "
                                 "better, such as answer_rate{}",
                                 option, figure, did_you_mean(figure, names))));
}

SelectionOptions selection_options(const Options& options, const RunRequest& request)
{
    SelectionOptions selection;
    selection.indifference = *positive_number(*options.value("indifference"));
    selection.error = positive_number(options.value("error").value_or("5%")).value_or(0.05);
    selection.at_most = request.replications.value_or(most_runs);
    return selection;
}

} // namespace

void read_choice(const Options& options, RunRequest& request, Diagnostics& errors)
{
    for (const std::string& figure : options.values("best")) {
        check_figure("best", figure, errors);
        const std::vector<std::string> names{figure};
        if (figure != "cost" && is_kpi_name(figure)) {
            KpiSelection kpis = request.kpis.value_or(KpiSelection::standard());
            kpis += KpiSelection::named(names);
            request.kpis = kpis;
        }
    }
    const auto figure = options.value("select");
    for (const char* name : {"indifference", "error"})
        if (options.has(name) && !figure)
            errors.push_back(error_in("", fmt::format("option --{} belongs to --select", name)));
    if (!figure)
        return;
    check_figure("select", *figure, errors);
    const auto indifference = options.value("indifference");
    if (!indifference || !positive_number(*indifference))
        errors.push_back(
            error_in("", "option --select needs --indifference, a difference that does not matter, such as "
                         "1%, 2s or 100"));
    if (const auto error = options.value("error")) {
        const auto share = positive_number(*error);
        if (!share || *share >= 0.5)
            errors.push_back(
                error_in("", fmt::format("option --error is \"{}\", but must be a share below 50%", *error)));
    }
    if (!request.goals.empty())
        errors.push_back(
            error_in("", "options --select and --precision exclude each other: the selection says itself "
                         "how many runs it needs"));
}

void add_best_chances(const Options& options, Comparison& comparison)
{
    for (const std::string& figure : options.values("best"))
        comparison.best.push_back(best_chances_by(comparison.scenarios, figure));
}

Result<std::string> selection_document(const std::vector<LoadedModel>& all, const RunRequest& request,
                                       const Options& options, std::ostream& err)
{
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : all)
        subjects.push_back({&loaded.model, &loaded.centre});
    const InterruptGuard guard;
    TerminalProgress progress(err, "selection", !request.quiet && (request.progress || stderr_is_terminal()));
    const Result<ScenarioSelection> selection =
        select_scenario(subjects, *options.value("select"), selection_options(options, request),
                        experiment_options(request, all.front().document.scenario), progress);
    if (!selection)
        return selection.errors();
    switch (request.format) {
    case OutputFormat::json:
        return to_json(*selection);
    case OutputFormat::csv:
        return to_csv(*selection);
    case OutputFormat::text:
        break;
    }
    return to_text(*selection);
}

} // namespace switchroom
