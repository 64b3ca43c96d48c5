#include "cli/compare_verb.h"

#include "cli/run_options.h"
#include "cli/terminal_progress.h"
#include "cli/verbs.h"
#include "sim/experiment/comparison.h"
#include "sim/experiment/result_csv.h"
#include "sim/experiment/result_json.h"
#include "sim/experiment/result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

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

Result<std::vector<LoadedModel>> load_all(const FileSystem& files, const std::vector<std::string>& paths,
                                          const LoadOptions& options)
{
    std::vector<LoadedModel> all;
    Diagnostics errors;
    for (const std::string& path : paths) {
        Result<LoadedModel> loaded = load_model(files, path, options);
        errors.insert(errors.end(), loaded.errors().begin(), loaded.errors().end());
        if (loaded)
            all.push_back(*std::move(loaded));
    }
    if (!errors.empty())
        return errors;
    return all;
}

/// Differences are told apart by the scenario's name, so two files of one name are called by name and file.
void tell_apart(std::vector<LoadedModel>& all)
{
    std::multiset<std::string> names;
    for (const LoadedModel& loaded : all)
        names.insert(loaded.centre.scenario);
    for (LoadedModel& loaded : all)
        if (names.count(loaded.centre.scenario) > 1)
            loaded.centre.scenario += fmt::format(" ({})", loaded.document.file);
}

/// What would make a comparison one of apples and pears; empty if it is fair.
Diagnostics unfair(const std::vector<LoadedModel>& all)
{
    Diagnostics errors;
    const TimeFrame& base = all.front().document.scenario.time;
    for (const LoadedModel& loaded : all) {
        const TimeFrame& time = loaded.document.scenario.time;
        if (time.days != base.days || time.start != base.start)
            errors.push_back(error_in(
                loaded.document.file,
                fmt::format(
                    "simulates {} days from {}, but {} simulates {} days from {}: the same callers need the "
                    "same days",
                    time.days, to_text(time.start), all.front().document.file, base.days,
                    to_text(base.start))));
    }
    return errors;
}

/// All scenarios by the seed and number of the first; with precision goals until every one is precise.
std::vector<ExperimentResult> run_all(const std::vector<LoadedModel>& all, const RunRequest& request,
                                      std::ostream& err)
{
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : all)
        subjects.push_back({&loaded.model, &loaded.centre});
    const InterruptGuard guard;
    TerminalProgress progress(err, fmt::format("{} scenarios", all.size()),
                              !request.quiet && (request.progress || stderr_is_terminal()));
    return run_experiments(subjects, experiment_options(request, all.front().document.scenario), progress);
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
    Result<std::vector<LoadedModel>> all = load_all(disk, options.positional(), request.load);
    const Diagnostics problems = all ? unfair(*all) : all.errors();
    if (!problems.empty()) {
        print(problems, err);
        return exit_input_error;
    }
    tell_apart(*all);
    std::vector<ExperimentResult> results = run_all(*all, request, err);
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
