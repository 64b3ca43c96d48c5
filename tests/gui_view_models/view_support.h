#pragma once
/// A desk with scenarios and no window, for tests of screens.

#include "gui/view_models/desk.h"
#include "sim/base/file_system.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>

namespace switchroom::gui::test {

struct TestDesk {
    DiskFileSystem disk;
    Desk desk{disk, {.replications = 20}, {}};

    /// Of the scenario library, by name.
    void open(const std::string& name)
    {
        auto editor = open_scenario(disk, SWITCHROOM_SOURCE_DIR "/scenarios/" + name + ".toml");
        REQUIRE(editor.ok());
        desk.scenarios.push_back(*std::move(editor));
        desk.active = desk.scenarios.size() - 1;
    }
};

/// Updates a view until it is settled; fails the test after five minutes.
template <class View>
void settle(View& view, Desk& desk)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(300);
    do {
        view.update(desk);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    } while (!view.settled() && std::chrono::steady_clock::now() < end);
    REQUIRE(view.settled());
}

} // namespace switchroom::gui::test
