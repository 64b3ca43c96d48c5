#pragma once
/// From the document that a manager writes to the flat model that the engine runs (docs/model.md says by
/// which rules).
///
///     CompileOptions options{.files = &disk, .folders = {.data_dir = "logs"}};
///     auto model = compile(document, options);
///     if (!model) print(model.errors());
///     run_replication(*model, {.seed = 1, .replication = 0}, workspace);
///
/// A pure function of the document, the options and the files that it names. Seed and replication number are
/// no part of the model: the same model serves all of them.

#include "sim/base/file_system.h"
#include "sim/base/result.h"
#include "sim/centre/centre_model.h"
#include "sim/scenario/document.h"
#include "sim/scenario/paths.h"

namespace switchroom {

struct CompileOptions {
    const FileSystem* files = nullptr; ///< for logs and tables; null: a scenario that names files is an error
    DataFolders folders = {};          ///< where `data:` paths are looked for
    bool by_interval = false;  ///< one cell for each reporting interval (also for days); else totals only
    bool collect_waits = true; ///< wait histograms
};

/// The model, indexed and ready to run; or every reason why there is none, each with its place in the file:
/// files that cannot be read, laws without a solution, nothing that ever arrives.
Result<CentreModel> compile(const ScenarioDocument& document, const CompileOptions& options);

} // namespace switchroom
