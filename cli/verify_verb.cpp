#include "cli/verify_verb.h"

#include "cli/quick_promise.h"
#include "cli/run_options.h"
#include "cli/terminal_progress.h"
#include "cli/verbs.h"
#include "planner/contract/promise_document.h"
#include "planner/contract/promise_sentence.h"
#include "planner/contract/term_model.h"
#include "sim/calllog/import.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <utility>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom verify SCENARIO [OPTIONS]
       switchroom verify --volume 600/day --handle 180s --agents 5 --promise "95% within 30s per month"
       switchroom verify [SCENARIO] --log calls.csv [--promise "…"] [--reported 93%]

Simulates whole terms of a scenario's contracts and says for every promise how probable it is that a
window (a month, a day …) keeps it, whether that is often enough, and what misses cost. With --log it
judges recorded calls instead: exactly, by the clause's own formula.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom verify contract.toml
  switchroom verify contract.toml --agents-needed 95%
  switchroom verify contract.toml --log march.csv --reported 93%
  switchroom verify --volume 600/day --open 08:00-18:00 --handle 180s --patience 4min --agents 5 \
                    --promise "80% within 20s per month"

Exit status: 1 if a promise is broken (a window missed, with --log).
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    const std::vector<OptionSpec> own{
        {.name = "assurance", .value = "P%", .help = "wanted probability that a window is kept (95%)"},
        {.name = "agents-needed",
         .value = "P%",
         .help = "look for the least staffing with this assurance, and show the assurance by staffing"},
        {.name = "replications",
         .value = "N",
         .help = "exactly so many terms, instead of as many as the verdicts need"},
        {.name = "budget", .value = "N", .help = "at most so many terms until the verdicts stay open (1000)"},
        {.name = "invoices",
         .value = "PATH",
         .help = "write the first term's invoices, line by line, as CSV"},
        {.name = "log", .value = "PATH", .help = "judge recorded calls instead of simulated ones"},
        {.name = "format", .value = "FORMAT", .help = "of the log: anonbank, canonical, or a mapping file"},
        {.name = "reported",
         .value = "P%",
         .help = "with --log: what the vendor reported, set beside the figures"}};
    known.insert(known.end(), own.begin(), own.end());
    const std::vector<OptionSpec> quick = quick_promise_options();
    known.insert(known.end(), quick.begin(), quick.end());
    for (OptionSpec& option : run_options())
        if (option.name != "replications" && option.name != "precision" && option.name != "kpis")
            known.push_back(std::move(option));
    return known;
}

struct Request {
    OutputFormat format = OutputFormat::text;
    std::optional<std::string> out;
    bool quiet = false;
    bool progress = false;
    std::optional<std::uint64_t> seed;
    PromiseOptions promise;
    bool wants_curve = false;
    DataFolders folders;
    std::optional<double> reported;
};

std::optional<double> share(const Options& options, std::string_view name, Diagnostics& errors)
{
    const auto text = options.value(name);
    if (!text)
        return std::nullopt;
    auto value = parse_percentage(*text);
    if (!value)
        value = positive_number(*text);
    if (value && *value > 0.0 && *value <= 1.0)
        return value;
    errors.push_back(error_in(
        "", fmt::format("option --{} is \"{}\", but must be a share such as 95% or 0.95", name, *text)));
    return std::nullopt;
}

void complain_about_files(const Options& options, Diagnostics& errors)
{
    const bool quick = asks_for_quick_promise(options);
    const std::size_t files = options.positional().size();
    if (files > 1)
        errors.push_back(
            error_in("", fmt::format("verify takes one scenario file, but {} were given", files)));
    if (quick && (files > 0 || options.has("log")))
        errors.push_back(
            error_in("", "--volume and its like describe a scenario: they exclude a file and --log"));
    if (files == 0 && !quick && !options.has("log"))
        errors.push_back(
            error_in("", "expected a scenario file, or --volume … --promise \"…\", or --log PATH"));
    if (options.has("promise") && files > 0)
        errors.push_back(error_in("", "the scenario holds the promises: --promise goes without a file"));
    if (options.has("log") && files == 0 && !options.has("promise"))
        errors.push_back(error_in("", "--log needs a promise: a scenario file, or --promise \"…\""));
    if (options.has("reported") && !options.has("log"))
        errors.push_back(error_in("", "--reported goes with --log"));
    if (options.has("json") && options.has("csv"))
        errors.push_back(error_in("", "options --json and --csv exclude each other"));
}

Result<Request> read_request(const Options& options)
{
    Request request;
    Diagnostics errors;
    complain_about_files(options, errors);
    request.format = options.has("json")  ? OutputFormat::json
                     : options.has("csv") ? OutputFormat::csv
                                          : OutputFormat::text;
    request.out = options.value("out");
    request.quiet = options.has("quiet");
    request.progress = options.has("progress");
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (const auto seed = options.whole_number("seed", 0, most, errors))
        request.seed = static_cast<std::uint64_t>(*seed);
    request.promise.threads = static_cast<int>(options.whole_number("threads", 1, 1024, errors).value_or(0));
    request.promise.fixed_terms = options.whole_number("replications", 1, 10000000, errors);
    request.promise.most_terms = options.whole_number("budget", 1, 10000000, errors).value_or(1000);
    const auto assurance = share(options, "assurance", errors);
    const auto needed = share(options, "agents-needed", errors);
    request.wants_curve = needed.has_value();
    request.promise.assurance.wanted = needed.value_or(assurance.value_or(0.95));
    if (request.promise.assurance.wanted > 0.99 || request.promise.assurance.wanted < 0.05)
        errors.push_back(
            error_in("", "an assurance lies between 5% and 99%: the verdict is between 2 points less "
                         "and 2 points more, at most 99.5%"));
    request.reported = share(options, "reported", errors);
    request.folders = {.data_dir = options.value("data-dir").value_or(""),
                       .allow_outside = options.has("allow-outside")};
    if (!errors.empty())
        return errors;
    return request;
}

template <class Document>
std::string document_of(const Document& document, OutputFormat format)
{
    switch (format) {
    case OutputFormat::json:
        return to_json(document);
    case OutputFormat::csv:
        return to_csv(document);
    case OutputFormat::text:
        break;
    }
    return to_text(document);
}

int fail(const Diagnostics& errors, std::ostream& err)
{
    print(errors, err);
    return exit_input_error;
}

std::string last_part(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

/// The clauses of a scenario or of --promise, on a log.
int verify_log(const Request& request, const Options& options, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    Scenario scenario;
    if (options.positional().empty()) {
        auto clause = parse_promise(*options.value("promise"));
        if (!clause)
            return fail(clause.errors(), err);
        scenario.contracts.push_back({.vendor = "vendor", .price = {}, .sla = {*std::move(clause)}});
    } else {
        auto document = read_scenario(disk, options.positional().front(),
                                      {.allow_outside = request.folders.allow_outside});
        if (!document)
            return fail(document.errors(), err);
        scenario = document->scenario;
    }
    const std::string path = options.value("log").value_or("");
    const auto log = read_call_log(disk, path, {.format = options.value("format").value_or("")});
    if (!log)
        return fail(log.errors(), err);
    PastDocument past{.log = last_part(path), .clauses = {}, .reported = request.reported};
    for (const Contract& contract : scenario.contracts)
        for (const SlaClause& clause : contract.sla)
            if (clause.metric != SlaMetric::callback_on_time && clause.metric != SlaMetric::message_on_time)
                past.clauses.push_back(judge_log(clause, scenario, contract.vendor, *log));
    if (past.clauses.empty())
        return fail({error_in("", "no promise that a log of calls can tell about")}, err);
    if (const int status = deliver(document_of(past, request.format), request.out, disk, out, err))
        return status;
    const bool missed = std::any_of(past.clauses.begin(), past.clauses.end(),
                                    [](const PastJudgement& clause) { return clause.missed > 0; });
    return missed ? exit_verdict_negative : exit_done;
}

std::string invoices_of(const PromiseStudy& study)
{
    std::vector<Invoice> all;
    for (const VendorInvoice& vendor : study.vendors)
        all.insert(all.end(), vendor.first_term.begin(), vendor.first_term.end());
    return to_csv(all);
}

int verify_scenario(const Request& request, const ScenarioDocument& document, const std::string& assumed,
                    const Options& options, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    if (!request.quiet)
        print(document.warnings, err);
    auto term = make_term_model(document, {.files = &disk, .folders = request.folders});
    if (!term)
        return fail(term.errors(), err);
    PromiseOptions promise = request.promise;
    promise.seed = request.seed.value_or(document.scenario.run.seed);
    PromiseDocument result;
    result.assumed = assumed;
    {
        const InterruptGuard guard;
        TerminalProgress progress(err, document.scenario.name,
                                  !request.quiet && (request.progress || stderr_is_terminal()));
        result.study = study_promises(*term, promise, progress);
        if (request.wants_curve && !progress.stop_requested())
            result.curve = staffing_curve(*term, promise, progress);
    }
    if (const auto path = options.value("invoices"))
        if (const int status = deliver(invoices_of(result.study), path, disk, out, err))
            return status;
    if (const int status = deliver(document_of(result, request.format), request.out, disk, out, err))
        return status;
    if (result.study.first_violation >= 0)
        return exit_internal_error;
    return result.study.any_broken() ? exit_verdict_negative : exit_done;
}

int verify(const Request& request, const Options& options, std::ostream& out, std::ostream& err)
{
    if (options.has("log"))
        return verify_log(request, options, out, err);
    const DiskFileSystem disk;
    if (!options.positional().empty()) {
        const auto document = read_scenario(disk, options.positional().front(),
                                            {.allow_outside = request.folders.allow_outside});
        return document ? verify_scenario(request, *document, "", options, out, err)
                        : fail(document.errors(), err);
    }
    const Result<std::string> text = quick_promise_scenario(options);
    if (!text)
        return fail(text.errors(), err);
    const auto document = read_scenario_text(disk, *text, "assumed.toml");
    return document ? verify_scenario(request, *document, *text, options, out, err)
                    : fail(document.errors(), err);
}

} // namespace

int verify_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const Result<Request> request = options ? read_request(*options) : Result<Request>(options.errors());
    if (!request)
        return fail(request.errors(), err);
    return verify(*request, *options, out, err);
}

} // namespace switchroom
