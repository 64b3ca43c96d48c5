#include "cli/side_by_side.h"

#include "cli/compared_scenarios.h"
#include "cli/terminal_progress.h"

#include <fmt/format.h>

#include <set>

namespace switchroom {

namespace {

Result<std::vector<LoadedModel>> load_files(const FileSystem& files, const std::vector<std::string>& paths,
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

/// What would make the comparison one of apples and pears; empty if it is fair.
Diagnostics unfair(const std::vector<LoadedModel>& all)
{
    Diagnostics errors;
    for (const LoadedModel& loaded : all)
        for (const Diagnostic& error : unfair_to_compare(all.front(), loaded))
            errors.push_back(error);
    return errors;
}

} // namespace

Result<std::vector<LoadedModel>>
load_side_by_side(const FileSystem& files, const std::vector<std::string>& paths, const LoadOptions& options)
{
    Result<std::vector<LoadedModel>> all = load_files(files, paths, options);
    if (!all)
        return all;
    if (Diagnostics problems = unfair(*all); !problems.empty())
        return problems;
    tell_apart(*all);
    return all;
}

std::vector<ExperimentResult> run_side_by_side(const std::vector<LoadedModel>& all, const RunRequest& request,
                                               std::ostream& err)
{
    std::vector<ExperimentSubject> subjects;
    for (const LoadedModel& loaded : all)
        subjects.push_back({&loaded.model, &loaded.centre});
    const InterruptGuard guard;
    TerminalProgress progress(
        err, all.size() == 1 ? all.front().centre.scenario : fmt::format("{} scenarios", all.size()),
        !request.quiet && (request.progress || stderr_is_terminal()));
    return run_experiments(subjects, experiment_options(request, all.front().document.scenario), progress);
}

} // namespace switchroom
