#include "cli/compare_verb.h"

#include "cli/run_options.h"
#include "cli/side_by_side.h"
#include "cli/verbs.h"
#include "sim/experiment/comparison.h"
#include "sim/experiment/result_csv.h"
#include "sim/experiment/result_json.h"
#include "sim/experiment/result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom compare SCENARIO SCENARIO… [OPTIONS]

Sends the same callers through each scenario (same seed, same needs, patience and talk times) and
prints what each changes against the first: paired differences, whose doubt is far smaller than
that of separate runs.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom compare today.toml overflow.toml
  switchroom compare today.toml overflow.toml more-staff.toml --replications 500
  switchroom compare today.toml overflow.toml --json -o comparison.json
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    const std::vector<OptionSpec> shared = run_options();
    known.insert(known.end(), shared.begin(), shared.end());
    return known;
}

std::string document_of(const Comparison& comparison, OutputFormat format)
{
    switch (format) {
    case OutputFormat::json:
        return to_json(comparison);
    case OutputFormat::csv:
        return to_csv(comparison);
    case OutputFormat::text:
        break;
    }
    return to_text(comparison);
}

int compare_scenarios(const RunRequest& request, const Options& options, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    Result<std::vector<LoadedModel>> all = load_side_by_side(disk, options.positional(), request.load);
    if (!all) {
        print(all.errors(), err);
        return exit_input_error;
    }
    std::vector<ExperimentResult> results = run_side_by_side(*all, request, err);
    if (std::any_of(results.begin(), results.end(), [](const auto& r) { return r.replications == 0; })) {
        err << "error: stopped before every scenario had a run\n";
        return exit_input_error;
    }
    const Comparison comparison = compare(std::move(results));
    if (const int status = deliver(document_of(comparison, request.format), request.out, disk, out, err))
        return status;
    const bool sound =
        std::all_of(comparison.scenarios.begin(), comparison.scenarios.end(),
                    [](const ExperimentResult& result) { return result.checks.first_violation < 0; });
    return sound ? exit_done : exit_internal_error;
}

} // namespace

int compare_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
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
    if (options && options->positional().size() < 2)
        errors.push_back(error_in("", "compare takes two or more scenario files"));
    if (!errors.empty()) {
        print(errors, err);
        return exit_input_error;
    }
    return compare_scenarios(*request, *options, out, err);
}

} // namespace switchroom
