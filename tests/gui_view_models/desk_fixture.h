#pragma once
/// A desk without a window: scenarios of the library or of memory, and frames until a screen is final.

#include "gui/view_models/desk.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace switchroom::gui::test {

inline std::string library_path(const std::string& name)
{
    return std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/" + name + ".toml";
}

/// `text` under a name in memory.
inline void put(Desk& desk, const std::string& text, const std::string& name)
{
    desk.scenarios.push_back(std::make_unique<ScenarioEditor>(desk.files, text, name));
    REQUIRE(desk.scenarios.back()->document());
}

inline void open_from_library(Desk& desk, const std::string& name)
{
    auto editor = open_scenario(desk.files, library_path(name));
    REQUIRE(editor);
    desk.scenarios.push_back(*std::move(editor));
}

/// Frames as the window draws them, until the view shows what is final; false after five minutes.
template <class View>
bool settle(View& view, Desk& desk)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point give_up = Clock::now() + std::chrono::minutes(5);
    for (int rested = 0; rested < 3;) {
        order_runs(desk);
        view.update(desk);
        rested = desk.runs.settled() && view.settled() ? rested + 1 : 0;
        if (Clock::now() > give_up)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

/// One group that answers one kind of call; a caller who hangs up for good costs `lost` euros.
inline std::string small_clinic(const std::string& name, int agents, double calls_per_hour, int lost = 0,
                                int days = 7)
{
    return "format = 1\nname = \"" + name + "\"\n[time]\nstart = 2026-03-02\ndays = " + std::to_string(days) +
           "\n[run]\nreplications = 8\n[hours]\nweekdays = \"08:00-18:00\"\n[[contacts]]\nname = \"calls\"\n"
           "arrivals.profile = { weekdays = [[\"08:00\", " +
           std::to_string(calls_per_hour) +
           "], [\"18:00\", 0]] }\ntalk = { family = \"exponential\", mean = \"3min\" }\n"
           "patience = { family = \"exponential\", mean = \"1min\" }\nvalue = { lost_caller = " +
           std::to_string(lost) +
           ", of_lost_callers = 1.0 }\ntarget = { service_level = { share = 0.8, within = \"30s\" } "
           "}\n[[groups]]\nname = \"desk\"\n"
           "agents = { weekdays = [[\"08:00\", " +
           std::to_string(agents) + "], [\"18:00\", 0]] }\ncost = { hourly = 20 }\n";
}

} // namespace switchroom::gui::test
