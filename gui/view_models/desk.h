#pragma once
/// What all screens share: the scenarios that are open, their results, the settings. No logic of its own.

#include "gui/view_models/run_feed.h"
#include "gui/view_models/scenario_editor.h"
#include "gui/view_models/settings.h"
#include "gui/view_models/show.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// At most so many are compared.
inline constexpr std::size_t most_scenarios = 6;

struct Desk {
    Desk(FileSystem& file_system, RunFeedOptions options, Wake when_news)
        : files(file_system), wake(std::move(when_news)), runs(file_system, std::move(options), wake)
    {
    }

    FileSystem& files;
    Wake wake;
    Settings settings;
    std::vector<std::unique_ptr<ScenarioEditor>> scenarios; ///< at most most_scenarios
    std::size_t active = 0;                                 ///< of scenarios; 0 where there is none
    std::size_t baseline = 0;                               ///< what others are compared with
    std::string log_path; ///< of the call log that is looked at; may be empty
    RunFeed runs;

    bool empty() const { return scenarios.empty(); }
    /// Precondition: !empty().
    ScenarioEditor& shown() { return *scenarios[active]; }
    const ScenarioEditor& shown() const { return *scenarios[active]; }
    /// The newest results of the active scenario; null: none yet.
    std::shared_ptr<const RunSnapshot> results() const { return empty() ? nullptr : runs.of(shown().id()); }
    Locale locale() const
    {
        const bool known = !empty() && shown().document();
        return {settings.language, known ? shown().document()->scenario.currency : "EUR"};
    }
};

/// Closes a scenario; what is shown and what is the baseline stay so where they can. Nothing if there is no
/// such one.
void close_scenario(Desk& desk, std::size_t position);

/// Orders results for every open scenario that can be run. Cheap; called every frame.
void order_runs(Desk& desk);

} // namespace switchroom::gui
