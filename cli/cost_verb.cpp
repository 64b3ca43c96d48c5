#include "cli/cost_verb.h"

#include "cli/run_options.h"
#include "cli/terminal_progress.h"
#include "cli/vendor_study.h"
#include "cli/verbs.h"
#include "planner/contract/economics.h"

#include <fmt/format.h>

#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom cost SCENARIO [OPTIONS]

What a scenario costs a month: wages, on-costs, training, turnover, technology, the vendor's invoice
line by line, credits and bonuses, the value of lost callers; by call, by answered call and by settled
need. Each line with its uncertainty (± half of a 95 % confidence interval).

)";

constexpr std::string_view examples = R"(
Examples
  switchroom cost my.toml
  switchroom cost my.toml --json -o cost.json
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    for (OptionSpec& option : run_options())
        if (option.name != "precision" && option.name != "kpis")
            known.push_back(std::move(option));
    return known;
}

std::string document_of(const Economics& economics, OutputFormat format)
{
    switch (format) {
    case OutputFormat::json:
        return to_json(economics);
    case OutputFormat::csv:
        return to_csv(economics);
    case OutputFormat::text:
        break;
    }
    return to_text(economics);
}

int cost(const RunRequest& request, const std::string& path, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    const Result<LoadedModel> loaded = load_model(disk, path, request.load);
    if (!loaded) {
        print(loaded.errors(), err);
        return exit_input_error;
    }
    const ExperimentOptions options = experiment_options(request, loaded->document.scenario);
    ExperimentResult result;
    Result<PromiseStudy> vendors = PromiseStudy{};
    {
        const InterruptGuard guard;
        TerminalProgress progress(err, loaded->centre.scenario,
                                  !request.quiet && (request.progress || stderr_is_terminal()));
        result = run_experiment(loaded->model, loaded->centre, options, progress);
        vendors = vendor_study(*loaded, disk, request.load, options.seed, options.threads, progress);
    }
    if (!vendors) {
        print(vendors.errors(), err);
        return exit_input_error;
    }
    if (result.replications == 0) {
        err << "error: stopped before the first run was over\n";
        return exit_input_error;
    }
    const Economics account = economics(result, loaded->document.scenario, vendors->vendors);
    if (const int status = deliver(document_of(account, request.format), request.out, disk, out, err))
        return status;
    return result.checks.first_violation < 0 && vendors->first_violation < 0 ? exit_done
                                                                             : exit_internal_error;
}

} // namespace

int cost_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const Result<RunRequest> request =
        options ? read_run_request(*options) : Result<RunRequest>(options.errors());
    Diagnostics errors = request.errors();
    if (options && options->positional().size() != 1)
        errors.push_back(error_in("", fmt::format("cost takes one scenario file, but {} were given",
                                                  options->positional().size())));
    if (!errors.empty()) {
        print(errors, err);
        return exit_input_error;
    }
    return cost(*request, options->positional().front(), out, err);
}

} // namespace switchroom
