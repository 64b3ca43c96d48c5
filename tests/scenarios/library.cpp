#include "tests/scenarios/library.h"

#include "cli/compared_scenarios.h"
#include "sim/experiment/comparison.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace switchroom::library {

namespace {

/// A KPI's figure and difference in this scope.
double figure_of(const ExperimentResult& result, std::string_view kpi, std::string_view scope)
{
    for (const auto* scopes : {&result.contacts, &result.groups})
        for (const ScopeResult& one : *scopes)
            if (one.name == scope)
                if (const KpiResult* found = one.find(kpi))
                    return found->estimate.mean;
    const KpiResult* found = result.total.find(kpi);
    REQUIRE_MESSAGE((found && scope.empty()), kpi << " of " << scope);
    return found->estimate.mean;
}

} // namespace

const std::vector<std::string>& systems()
{
    static const std::vector<std::string> names{
        "voicemail-only",  "daytime-overflow", "after-hours-ai",       "callback-windows",
        "round-the-clock", "urgency-routing",  "outsourced-reception", "patient-contact-centre"};
    return names;
}

std::string path_of(std::string_view name)
{
    return std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/" + std::string(name) + ".toml";
}

WithChanges::WithChanges(std::string_view name, std::string_view changes)
    : path_(path_of("changed")),
      text_("format = 1\ninclude = [\"" + std::string(name) + ".toml\"]\n" + std::string(changes))
{
}

Result<std::string> WithChanges::read(const std::string& path) const
{
    return path == path_ ? Result<std::string>(text_) : disk_.read(path);
}

bool WithChanges::exists(const std::string& path) const
{
    return path == path_ || disk_.exists(path);
}

Diagnostics WithChanges::write_atomically(const std::string& path, std::string_view)
{
    return {error_in(path, "the library is read only")};
}

LoadedModel load(const FileSystem& files, const std::string& path)
{
    Result<LoadedModel> loaded = load_model(files, path, {.data_dir = "", .expectations = true});
    for (const Diagnostic& error : loaded.errors())
        FAIL_CHECK(to_text(error));
    REQUIRE(loaded.ok());
    return *std::move(loaded);
}

ExperimentResult run_of(std::string_view name, std::int64_t replications)
{
    const DiskFileSystem disk;
    const LoadedModel loaded = load(disk, path_of(name));
    const auto others = compared_scenarios(disk, loaded, {});
    REQUIRE(others.ok());
    ExperimentOptions options;
    options.seed = loaded.document.scenario.run.seed;
    options.replications = replications;
    NoProgress quiet;
    return run_with_expectations(loaded, *others, options, quiet);
}

Effect effect_of(std::string_view name, std::string_view changes, std::string_view kpi,
                 std::string_view scope, std::int64_t replications)
{
    const WithChanges files(name, changes);
    const LoadedModel base = load(files, path_of(name));
    const LoadedModel changed = load(files, files.path());
    ExperimentOptions options;
    options.seed = base.document.scenario.run.seed;
    options.replications = replications;
    const std::vector<std::string> kpis{std::string(kpi)};
    options.kpis = KpiSelection::named(kpis);
    NoProgress quiet;
    std::vector<ExperimentResult> results =
        run_experiments({{&base.model, &base.centre}, {&changed.model, &changed.centre}}, options, quiet);
    Effect effect{.as_it_stands = figure_of(results[0], kpi, scope),
                  .changed = figure_of(results[1], kpi, scope)};
    const Comparison comparison = compare(std::move(results));
    for (const Difference& one : comparison.differences)
        if (one.kpi->name == kpi && one.name == (scope.empty() ? "total" : scope)) {
            effect.difference = one.mean;
            effect.half_width = one.half_width_95;
        }
    return effect;
}

} // namespace switchroom::library
