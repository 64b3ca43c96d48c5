#include "cli/simulate_verb.h"

#include "cli/compared_scenarios.h"
#include "cli/run_options.h"
#include "cli/terminal_progress.h"
#include "cli/trace.h"
#include "cli/verbs.h"
#include "sim/experiment/result_csv.h"
#include "sim/experiment/result_json.h"
#include "sim/experiment/result_text.h"

#include <fmt/format.h>

#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom simulate SCENARIO [OPTIONS]

Runs a scenario many times with new luck and prints what patients and the budget get, each figure
with its uncertainty (± half of a 95 % confidence interval).

)";

constexpr std::string_view examples = R"(
Examples
  switchroom simulate my.toml
  switchroom simulate my.toml --by hour
  switchroom simulate my.toml --json -o result.json
  switchroom simulate my.toml --precision answer_rate=0.5% --kpis all
  switchroom simulate my.toml --trace calls.csv     then   switchroom measure calls.csv
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    known.push_back({.name = "by",
                     .value = "UNIT",
                     .help = "also rows by interval, hour (of the day), day, weekday or month; contacts and "
                             "groups are always told apart"});
    known.push_back({.name = "trace",
                     .value = "PATH",
                     .help = "write every call of the first run as a call log, which measure reads"});
    const std::vector<OptionSpec> shared = run_options();
    known.insert(known.end(), shared.begin(), shared.end());
    return known;
}

std::string document_of(const ExperimentResult& result, const RunRequest& request)
{
    switch (request.format) {
    case OutputFormat::json:
        return to_json(result);
    case OutputFormat::csv:
        return to_csv(result);
    case OutputFormat::text:
        break;
    }
    return to_text(result, {.every_figure = request.every_figure});
}

/// What simulate alone asks for.
Result<RunRequest> read_request(const Options& options)
{
    Result<RunRequest> request = read_run_request(options);
    Diagnostics errors = request.errors();
    if (request)
        request->load.expectations = true;
    if (options.positional().size() != 1)
        errors.push_back(error_in(
            "", fmt::format("simulate takes one scenario file, but {} were given; compare takes several",
                            options.positional().size())));
    if (const auto word = options.value("by")) {
        const auto by = report_by(*word);
        if (!by)
            errors.push_back(error_in("", fmt::format("option --by is \"{}\", but must be interval, hour, "
                                                      "day, weekday, month, contact or group",
                                                      *word)));
        else if (request)
            request->load.by = *by;
    }
    return errors.empty() ? std::move(request) : Result<RunRequest>(std::move(errors));
}

int simulate(const RunRequest& request, const Options& options, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    const Result<LoadedModel> loaded = load_model(disk, options.positional().front(), request.load);
    if (!loaded) {
        print(loaded.errors(), err);
        return exit_input_error;
    }
    const Result<std::vector<ComparedScenario>> others = compared_scenarios(disk, *loaded, request.load);
    if (!others) {
        print(others.errors(), err);
        return exit_input_error;
    }
    if (!request.quiet)
        print(loaded->document.warnings, err);
    const ExperimentOptions experiment = experiment_options(request, loaded->document.scenario);
    ExperimentResult result;
    {
        const InterruptGuard guard;
        TerminalProgress progress(err, loaded->centre.scenario,
                                  !request.quiet && (request.progress || stderr_is_terminal()));
        result = run_with_expectations(*loaded, *others, experiment, progress);
    }
    if (const auto path = options.value("trace"))
        if (const int status = deliver(traced_calls(*loaded, experiment.seed), path, disk, out, err))
            return status;
    if (const int status = deliver(document_of(result, request), request.out, disk, out, err))
        return status;
    return result.checks.first_violation < 0 ? exit_done : exit_internal_error;
}

} // namespace

int simulate_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const Result<RunRequest> request =
        options ? read_request(*options) : Result<RunRequest>(options.errors());
    if (!request) {
        print(request.errors(), err);
        return exit_input_error;
    }
    return simulate(*request, *options, out, err);
}

} // namespace switchroom
