#include "cli/compared_scenarios.h"

#include "sim/experiment/expectations.h"
#include "sim/experiment/side_by_side.h"
#include "sim/scenario/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace switchroom {

namespace {

Result<ComparedScenario> compared_scenario(const FileSystem& files, const LoadedModel& base,
                                           std::size_t position, const LoadOptions& options)
{
    const Scenario& scenario = base.document.scenario;
    const std::string place = fmt::format("expect[{}].versus", position);
    const std::string& versus = *scenario.expect[position].versus;
    const Result<std::string> path = resolve_file(
        base.document, place, versus, {.data_dir = options.data_dir, .allow_outside = options.allow_outside});
    if (!path)
        return path.errors();
    if (!files.exists(*path))
        return Diagnostic{Severity::error, base.document.sources.find(place),
                          fmt::format("found no file \"{}\" to compare with", *path)};
    LoadOptions loading = options;
    loading.by = ReportBy::run;
    loading.expectations = false;
    loading.by_interval = options.by_interval || need_intervals(scenario.expect);
    Result<LoadedModel> loaded = load_model(files, *path, loading);
    if (!loaded)
        return loaded.errors();
    if (Diagnostics unfair = unfair_to_compare(base.document, loaded->document); !unfair.empty())
        return unfair;
    auto probes = probes_for(base.document, expectations_against(scenario, versus), loaded->document,
                             loaded->model, loaded->centre);
    if (!probes)
        return probes.errors();
    loaded->centre.probes = *std::move(probes);
    return ComparedScenario{versus, *std::move(loaded)};
}

} // namespace

Result<std::vector<ComparedScenario>> compared_scenarios(const FileSystem& files, const LoadedModel& base,
                                                         const LoadOptions& options)
{
    std::vector<ComparedScenario> all;
    Diagnostics errors;
    const std::vector<Expectation>& expectations = base.document.scenario.expect;
    for (std::size_t i = 0; i < expectations.size(); ++i) {
        const auto is_known = [&](const ComparedScenario& one) {
            return one.versus == expectations[i].versus;
        };
        if (!expectations[i].versus || std::any_of(all.begin(), all.end(), is_known))
            continue;
        auto other = compared_scenario(files, base, i, options);
        errors.insert(errors.end(), other.errors().begin(), other.errors().end());
        if (other)
            all.push_back(*std::move(other));
    }
    if (!errors.empty())
        return errors;
    return all;
}

ExperimentResult run_with_expectations(const LoadedModel& base, const std::vector<ComparedScenario>& others,
                                       const ExperimentOptions& options, Progress& progress)
{
    std::vector<ExperimentSubject> subjects{{&base.model, &base.centre}};
    for (const ComparedScenario& other : others)
        subjects.push_back({&other.loaded.model, &other.loaded.centre});
    std::vector<ExperimentResult> results = run_experiments(subjects, options, progress);
    std::map<std::string, const ExperimentResult*> by_file;
    for (std::size_t i = 0; i < others.size(); ++i)
        by_file[others[i].versus] = &results[i + 1];
    results.front().expectations = judge(base.document.scenario, results.front(), by_file);
    return std::move(results.front());
}

} // namespace switchroom
