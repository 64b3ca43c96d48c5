#include "cli/compare_verb.h"

#include "cli/compare_choice.h"
#include "cli/compare_costs.h"
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
  switchroom compare a.toml b.toml c.toml --best cost --best answer_rate
  switchroom compare a.toml b.toml c.toml d.toml --select answer_rate --indifference 1%
)";

std::vector<OptionSpec> known_options()
{
    std::vector<OptionSpec> known = document_options();
    known.push_back(
        {.name = "best",
         .value = "KPI|cost",
         .help = "also the chance that each scenario is the best in this figure of the total; cost is wages, "
                 "a vendor's priced hours and the value of lost callers; may be given several times",
         .repeatable = true});
    known.push_back(
        {.name = "select",
         .value = "KPI|cost",
         .help = "instead of the comparison: find the best scenario in this figure, spending runs only where "
                 "that is open (Kim & Nelson 2001)"});
    known.push_back({.name = "indifference",
                     .value = "AMOUNT",
                     .help = "with --select: differences below this do not matter, such as 1% or 2s or 100"});
    known.push_back({.name = "error",
                     .value = "SHARE",
                     .help = "with --select: chance of a wrong choice, at most (default 5%)"});
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

int fail(const Diagnostics& problems, std::ostream& err)
{
    print(problems, err);
    return exit_input_error;
}

int compare_scenarios(const RunRequest& request, const Options& options, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    Result<std::vector<LoadedModel>> all = load_side_by_side(disk, options.positional(), request.load);
    if (!all)
        return fail(all.errors(), err);
    if (options.has("select")) {
        const Result<std::string> selection = selection_document(*all, request, options, err);
        return selection ? deliver(*selection, request.out, disk, out, err) : fail(selection.errors(), err);
    }
    std::vector<ExperimentResult> results = run_side_by_side(*all, request, err);
    if (std::any_of(results.begin(), results.end(), [](const auto& r) { return r.replications == 0; })) {
        err << "error: stopped before every scenario had a run\n";
        return exit_input_error;
    }
    Comparison comparison = compare(std::move(results));
    add_best_chances(options, comparison);
    std::string document = document_of(comparison, request.format);
    if (request.format == OutputFormat::text && !request.every_figure && has_more_than_wages(*all)) {
        const Result<std::string> costs = costs_text(comparison, *all, request, disk, err);
        if (!costs)
            return fail(costs.errors(), err);
        document += *costs;
    }
    if (const int status = deliver(document, request.out, disk, out, err))
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
    Result<RunRequest> request = options ? read_run_request(*options) : Result<RunRequest>(options.errors());
    Diagnostics errors = request.errors();
    if (options && request)
        read_choice(*options, *request, errors);
    if (options && options->positional().size() < 2)
        errors.push_back(error_in("", "compare takes two or more scenario files"));
    if (!errors.empty())
        return fail(errors, err);
    return compare_scenarios(*request, *options, out, err);
}

} // namespace switchroom
