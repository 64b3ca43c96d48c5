#include "cli/run_options.h"

#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <ostream>

namespace switchroom {

namespace {

constexpr std::int64_t most_with_goals = 10000;

std::vector<std::string> split_at_commas(const std::string& text)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        if (end > at)
            parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

void complain_about_kpi(const std::string& option, const std::string& name, Diagnostics& errors)
{
    std::vector<std::string_view> names;
    for (const KpiDefinition& kpi : kpi_table())
        names.push_back(kpi.name);
    errors.push_back(
        error_in("", fmt::format("option --{}: there is no KPI \"{}\"{}; docs/kpis.md lists them", option,
                                 name, did_you_mean(name, names))));
}

/// "answer_rate=1%".
void read_goal(const std::string& text, RunRequest& request, Diagnostics& errors)
{
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto half_width =
        equals == std::string::npos ? std::nullopt : positive_number(text.substr(equals + 1));
    if (!half_width) {
        errors.push_back(
            error_in("", fmt::format("option --precision is \"{}\", but must be KPI=half-width, such as "
                                     "answer_rate=1% or asa_s=2s",
                                     text)));
        return;
    }
    if (!is_kpi_name(name))
        complain_about_kpi("precision", name, errors);
    request.goals.push_back({name, *half_width});
}

void read_kpis(const std::string& text, RunRequest& request, Diagnostics& errors)
{
    request.every_figure = true;
    if (text == "all") {
        request.kpis = KpiSelection::all();
        return;
    }
    const std::vector<std::string> names = split_at_commas(text);
    for (const std::string& name : names)
        if (!is_kpi_name(name))
            complain_about_kpi("kpis", name, errors);
    request.kpis = KpiSelection::named(names);
}

bool wants_days(const KpiSelection& kpis)
{
    for (const KpiDefinition* kpi : kpis.of(KpiScope::contact))
        if (kpi->kind == KpiKind::mean_of_days)
            return true;
    return false;
}

} // namespace

std::vector<OptionSpec> document_options()
{
    return {{.name = "help", .letter = 'h', .help = "explain this verb, with examples"},
            {.name = "json", .help = "one JSON document instead of text"},
            {.name = "csv", .help = "a CSV table instead of text"},
            {.name = "out",
             .letter = 'o',
             .value = "PATH",
             .help = "write the document to a file: whole or not at all"},
            {.name = "quiet", .help = "no progress, no notes"}};
}

std::vector<OptionSpec> run_options()
{
    return {
        {.name = "seed",
         .value = "N",
         .help = "another seed draws other callers; the same seed gives the same bytes"},
        {.name = "replications",
         .value = "N",
         .help = "number of runs; with --precision at most as many (default 10000)"},
        {.name = "precision",
         .value = "KPI=HALF-WIDTH",
         .help = "go on until the 95 % half-width of this KPI of the total is at most this, such as "
                 "answer_rate=0.5% or asa_s=2s; "
                 "looks after 30, 60, 90 … runs; may be given several times",
         .repeatable = true},
        {.name = "kpis",
         .value = "all|NAME,…",
         .help = "collect and print these KPIs (docs/kpis.md) instead of the usual ones"},
        {.name = "threads", .value = "N", .help = "default: all of the machine's; never changes a result"},
        {.name = "progress", .help = "show progress even if standard error is no terminal"},
        {.name = "data-dir",
         .value = "FOLDER",
         .help = "where files named data:… are looked for (else SWITCHROOM_DATA_DIR)"},
        {.name = "allow-outside", .help = "let a scenario include files from outside of its folder"}};
}

Result<RunRequest> read_run_request(const Options& options)
{
    RunRequest request;
    Diagnostics errors;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (options.has("json") && options.has("csv"))
        errors.push_back(error_in("", "options --json and --csv exclude each other"));
    request.format = options.has("json")  ? OutputFormat::json
                     : options.has("csv") ? OutputFormat::csv
                                          : OutputFormat::text;
    request.out = options.value("out");
    request.quiet = options.has("quiet");
    request.progress = options.has("progress");
    if (const auto seed = options.whole_number("seed", 0, most, errors))
        request.seed = static_cast<std::uint64_t>(*seed);
    request.replications = options.whole_number("replications", 1, 100000000, errors);
    request.threads = static_cast<int>(options.whole_number("threads", 1, 1024, errors).value_or(0));
    for (const std::string& goal : options.values("precision"))
        read_goal(goal, request, errors);
    if (const auto kpis = options.value("kpis"))
        read_kpis(*kpis, request, errors);
    request.load.data_dir = options.value("data-dir").value_or("");
    request.load.allow_outside = options.has("allow-outside");
    request.load.by_interval = request.kpis && wants_days(*request.kpis);
    if (!errors.empty())
        return errors;
    return request;
}

ExperimentOptions experiment_options(const RunRequest& request, const Scenario& scenario)
{
    ExperimentOptions options;
    options.seed = request.seed.value_or(scenario.run.seed);
    options.threads = request.threads;
    options.goals = request.goals;
    if (request.goals.empty() && !request.replications)
        for (const auto& [kpi, half_width] : scenario.run.precision)
            options.goals.push_back({kpi, half_width});
    options.replications =
        request.replications.value_or(options.goals.empty() ? scenario.run.replications : most_with_goals);
    options.kpis = request.kpis.value_or(KpiSelection::standard());
    return options;
}

std::optional<double> positive_number(const std::string& text)
{
    double number = 0.0;
    const char* end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, number);
    const std::string_view unit(at, static_cast<std::size_t>(end - at));
    if (problem != std::errc{} || !(number > 0.0) || !(unit.empty() || unit == "%" || unit == "s"))
        return std::nullopt;
    return unit == "%" ? number / 100.0 : number;
}

void print(const Diagnostics& diagnostics, std::ostream& err)
{
    for (const Diagnostic& diagnostic : diagnostics)
        err << to_text(diagnostic) << "\n";
}

int deliver(const std::string& document, const std::optional<std::string>& path, FileSystem& files,
            std::ostream& out, std::ostream& err)
{
    if (!path) {
        out << document;
        return 0;
    }
    const Diagnostics problems = files.write_atomically(*path, document);
    print(problems, err);
    return has_errors(problems) ? 2 : 0;
}

} // namespace switchroom
