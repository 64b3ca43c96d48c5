#include "cli/side_by_side.h"

#include "cli/terminal_progress.h"

#include <fmt/format.h>

namespace switchroom {

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
