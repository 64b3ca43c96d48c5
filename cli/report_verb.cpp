#include "cli/report_verb.h"

#include "cli/contract_study.h"
#include "cli/report_format.h"
#include "cli/side_by_side.h"
#include "cli/verbs.h"
#include "planner/report/make_report.h"
#include "planner/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom report SCENARIO… [-o page.html] [OPTIONS]

Writes a report for a manager: what callers get and what it costs, in plain words, when it hurts, how
many people are needed and how many are there, how much months differ. Several scenarios meet the
same callers and are compared. The page stands alone: it needs no network and no other file.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom report my.toml -o report.html
  switchroom report today.toml overflow.toml -o report.html --heat-map abandonment_rate
  switchroom report today.toml overflow.toml -o report.xlsx
  switchroom report my.toml --format csv-semicolon -o report.csv
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    known.push_back(report_format_option());
    known.push_back(
        {.name = "terms",
         .value = "N",
         .help =
             "contract terms simulated at most to judge clauses and average invoices (default 100; 0 leaves "
             "contracts out)"});
    known.push_back({.name = "heat-map",
                     .value = "KPI",
                     .help = "the figure shown by weekday and time of day (default service_level)"});
    const std::vector<OptionSpec> shared = run_options();
    known.insert(known.end(), shared.begin(), shared.end());
    return known;
}

struct ReportRequest {
    RunRequest run;
    ReportFormat format = ReportFormat::html;
    std::string heat_kpi = "service_level";
    std::int64_t most_terms = 100;
};

Result<ReportRequest> read_request(const Options& options)
{
    const Result<RunRequest> run = read_run_request(options);
    Diagnostics errors = run.errors();
    ReportRequest request;
    if (run) {
        request.run = *run;
        request.format = read_report_format(options, *run, errors);
    }
    request.most_terms = options.whole_number("terms", 0, 1000000, errors).value_or(request.most_terms);
    if (options.positional().empty())
        errors.push_back(error_in("", "report takes one or more scenario files"));
    if (const auto kpi = options.value("heat-map")) {
        if (!report::may_be_shown_over_week(*kpi))
            errors.push_back(error_in(
                "", fmt::format("option --heat-map is \"{}\", but must be a rate or a mean of calls, such as "
                                "service_level, abandonment_rate or asa_s (docs/kpis.md)",
                                *kpi)));
        request.heat_kpi = *kpi;
    }
    return errors.empty() ? Result<ReportRequest>(std::move(request))
                          : Result<ReportRequest>(std::move(errors));
}

/// What the report shows needs its figures, whatever else was asked for.
void ask_for_figures(ReportRequest& request)
{
    KpiSelection kpis = report::kpis_of_report(request.heat_kpi);
    if (request.run.kpis)
        kpis += *request.run.kpis;
    request.run.kpis = kpis;
    request.run.load = report::loading_of_report(request.run.load);
}

int fail(const Diagnostics& problems, std::ostream& err)
{
    print(problems, err);
    return exit_input_error;
}

int report_scenarios(const ReportRequest& request, const Options& options, std::ostream& out,
                     std::ostream& err)
{
    DiskFileSystem disk;
    Result<std::vector<LoadedModel>> all = load_side_by_side(disk, options.positional(), request.run.load);
    if (!all)
        return fail(all.errors(), err);
    Result<report::ReportInput> input =
        report::prepare_report(*all, {.heat_kpi = request.heat_kpi, .version = SWITCHROOM_VERSION});
    if (!input)
        return fail(input.errors(), err);
    std::vector<ExperimentResult> results = run_side_by_side(*all, request.run, err);
    if (results.front().replications == 0)
        return fail({error_in("", "stopped before every scenario had a run")}, err);
    report::take_results(*all, std::move(results), *input);
    if (const Diagnostics problems = study_contracts(request.run, request.most_terms, disk, err, *input);
        !problems.empty())
        return fail(problems, err);
    const Result<std::string> bytes = report::rendered(report::build_report(*input), request.format);
    if (!bytes)
        return fail(bytes.errors(), err);
    if (const int status = deliver(*bytes, request.run.out, disk, out, err))
        return status;
    const bool sound =
        std::all_of(input->comparison.scenarios.begin(), input->comparison.scenarios.end(),
                    [](const ExperimentResult& result) { return result.checks.first_violation < 0; });
    return sound ? exit_done : exit_internal_error;
}

} // namespace

int report_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    Result<ReportRequest> request =
        options ? read_request(*options) : Result<ReportRequest>(options.errors());
    if (!request)
        return fail(request.errors(), err);
    ask_for_figures(*request);
    return report_scenarios(*request, *options, out, err);
}

} // namespace switchroom
