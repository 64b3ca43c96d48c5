#include "cli/contract_study.h"

#include "cli/terminal_progress.h"
#include "planner/report/contract_lines.h"
#include "planner/report/find_figures.h"

namespace switchroom {

Diagnostics study_all_contracts(const std::vector<LoadedModel>& all, const RunRequest& request,
                                std::int64_t most_terms, const FileSystem& files, std::ostream& err,
                                report::ReportInput& input)
{
    for (std::size_t s = 0; s < all.size(); ++s) {
        const ExperimentResult& result = input.comparison.scenarios[s];
        const InterruptGuard guard;
        TerminalProgress progress(err, "contracts",
                                  !request.quiet && (request.progress || stderr_is_terminal()));
        const report::ContractOptions options{
            .files = &files,
            .folders = {.data_dir = request.load.data_dir, .allow_outside = request.load.allow_outside},
            .seed = result.seed,
            .most_terms = most_terms,
            .threads = request.threads,
            .months = report::period_of(result).factor * result.centre.days / report::days_a_month};
        if (Diagnostics problems = study_contracts(all[s].document, options, progress, input.scenarios[s]);
            !problems.empty())
            return problems;
    }
    return {};
}

} // namespace switchroom
