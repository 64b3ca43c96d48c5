#include "cli/vendor_study.h"

#include <algorithm>

namespace switchroom {

Result<PromiseStudy> vendor_study(const LoadedModel& loaded, const FileSystem& files,
                                  const LoadOptions& options, std::uint64_t seed, int threads,
                                  Progress& progress)
{
    const auto& contracts = loaded.document.scenario.contracts;
    const bool says_something = std::any_of(contracts.begin(), contracts.end(), [](const Contract& contract) {
        return !contract.sla.empty() || !(contract.price == Price{});
    });
    if (!says_something)
        return PromiseStudy{};
    const auto term = make_term_model(
        loaded.document, {.files = &files,
                          .folders = {.data_dir = options.data_dir, .allow_outside = options.allow_outside},
                          .needs_clause = false});
    if (!term)
        return term.errors();
    PromiseOptions promise;
    promise.seed = seed;
    promise.threads = threads;
    promise.fixed_terms = terms_beside;
    return study_promises(*term, promise, progress);
}

} // namespace switchroom
