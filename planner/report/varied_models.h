#pragma once
/// Models of scenarios whose assumptions were moved: what studies of sensitivity run side by side.

#include "planner/report/sensitivity.h"
#include "sim/experiment/load_model.h"

#include <vector>

namespace switchroom::report {

struct VariedModels {
    std::vector<LoadedModel> models; ///< the first as assumed; each under a name of its own
    std::vector<Variation> variations;
};

/// Each lever that the scenario has, a share `change` < 1 lower and higher. Errors: what a moved scenario's
/// compilation refuses.
Result<VariedModels> varied_models(const FileSystem& files, LoadedModel base, double change,
                                   const LoadOptions& options);

/// The same scenarios with their arrivals multiplied by `volume`, under their own names.
Result<std::vector<LoadedModel>> models_at_volume(const FileSystem& files,
                                                  const std::vector<LoadedModel>& all, double volume,
                                                  const LoadOptions& options);

} // namespace switchroom::report
