#include "planner/report/varied_models.h"

#include "planner/sensitivity/vary.h"

#include <fmt/format.h>

namespace switchroom::report {

namespace {

/// The scenario with one assumption moved, under a name of its own.
Result<LoadedModel> moved(const FileSystem& files, const ScenarioDocument& base, Varied varied,
                          const std::string& name, const LoadOptions& options)
{
    ScenarioDocument document = base;
    document.scenario = std::move(varied.scenario);
    document.scenario.name = name;
    return compile_model(files, std::move(document), options);
}

} // namespace

Result<VariedModels> varied_models(const FileSystem& files, LoadedModel base, double change,
                                   const LoadOptions& options)
{
    VariedModels all;
    const ScenarioDocument document = base.document;
    all.models.push_back(std::move(base));
    for (const Lever lever : all_levers) {
        Variation variation{
            .lever = lever, .lower = all.models.size(), .higher = all.models.size() + 1, .notes = {}};
        for (const double factor : {1.0 - change, 1.0 + change}) {
            Varied changed = varied(document.scenario, lever, factor);
            if (!changed.changes)
                break;
            if (factor < 1.0)
                variation.notes = changed.notes;
            Result<LoadedModel> loaded = moved(files, document, std::move(changed),
                                               fmt::format("{} × {:.4g}", to_text(lever), factor), options);
            if (!loaded)
                return loaded.errors();
            all.models.push_back(*std::move(loaded));
        }
        if (all.models.size() == variation.higher + 1)
            all.variations.push_back(std::move(variation));
    }
    return all;
}

Result<std::vector<LoadedModel>> models_at_volume(const FileSystem& files,
                                                  const std::vector<LoadedModel>& all, double volume,
                                                  const LoadOptions& options)
{
    std::vector<LoadedModel> here;
    for (const LoadedModel& one : all) {
        Result<LoadedModel> loaded =
            moved(files, one.document, varied(one.document.scenario, Lever::volume, volume),
                  one.centre.scenario, options);
        if (!loaded)
            return loaded.errors();
        here.push_back(*std::move(loaded));
    }
    return here;
}

} // namespace switchroom::report
