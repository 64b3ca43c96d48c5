#include "cli/contract_study.h"

#include "cli/terminal_progress.h"
#include "planner/report/contract_lines.h"

namespace switchroom {

Diagnostics study_contracts(const RunRequest& request, std::int64_t most_terms, const FileSystem& files,
                            std::ostream& err, report::ReportInput& input)
{
    const InterruptGuard guard;
    TerminalProgress progress(err, "contracts", !request.quiet && (request.progress || stderr_is_terminal()));
    return report::study_all_contracts(
        {.files = &files,
         .folders = {.data_dir = request.load.data_dir, .allow_outside = request.load.allow_outside},
         .most_terms = most_terms,
         .threads = request.threads},
        progress, input);
}

} // namespace switchroom
