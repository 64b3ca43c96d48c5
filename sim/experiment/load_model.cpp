#include "sim/experiment/load_model.h"

#include "sim/centre/compile.h"
#include "sim/experiment/expectations.h"
#include "sim/scenario/read.h"

#include <utility>

namespace switchroom {

Result<LoadedModel> compile_model(const FileSystem& files, ScenarioDocument document,
                                  const LoadOptions& options)
{
    const CompileOptions compiling{
        .files = &files,
        .folders = {.data_dir = options.data_dir, .allow_outside = options.allow_outside},
        .by_interval = options.by_interval || options.by != ReportBy::run ||
                       (options.expectations && need_intervals(document.scenario.expect)),
        .collect_waits = options.collect_waits};
    auto model = compile(document, compiling);
    if (!model)
        return model.errors();
    auto centre = measured_centre(document, *model, options.by);
    if (!centre)
        return centre.errors();
    if (options.expectations) {
        auto probes = probes_for(document, all_expectations(document.scenario), document, *model, *centre);
        if (!probes)
            return probes.errors();
        centre->probes = *std::move(probes);
    }
    return LoadedModel{std::move(document), *std::move(model), *std::move(centre)};
}

Result<LoadedModel> load_model(const FileSystem& files, const std::string& path, const LoadOptions& options)
{
    auto document = read_scenario(files, path, {.allow_outside = options.allow_outside});
    if (!document)
        return document.errors();
    return compile_model(files, *std::move(document), options);
}

} // namespace switchroom
