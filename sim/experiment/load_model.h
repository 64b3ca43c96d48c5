#pragma once
/// From a scenario file to a model that can run: the one way that every verb takes.

#include "sim/base/file_system.h"
#include "sim/centre/centre_model.h"
#include "sim/experiment/measured_centre.h"
#include "sim/scenario/document.h"

#include <string>

namespace switchroom {

struct LoadOptions {
    std::string
        data_dir; ///< where `data:` paths are looked for; empty: the environment, then the usual place
    bool allow_outside = false; ///< included files may leave the scenario's folder
    ReportBy by = ReportBy::run;
    bool by_interval = false; ///< counts by reporting interval even if `by` is run (means of days need them)
    bool collect_waits = true;
    bool expectations = false; ///< the centre has a probe for each [[expect]] of the file, in its order
};

struct LoadedModel {
    ScenarioDocument document;
    CentreModel model;
    MeasuredCentre centre;
};

/// Compiles and describes a document that was read or changed; errors of the first of these steps that finds
/// any.
Result<LoadedModel> compile_model(const FileSystem& files, ScenarioDocument document,
                                  const LoadOptions& options);

/// Reads, validates, compiles and describes `path`; all errors of the first of these steps that finds any.
Result<LoadedModel> load_model(const FileSystem& files, const std::string& path, const LoadOptions& options);

} // namespace switchroom
