#include "gui/view_models/workbench.h"

#include <fmt/format.h>

#include <utility>

namespace switchroom::gui {

Workbench::Workbench(FileSystem& files, RunFeedOptions options, Wake wake)
    : desk(files, std::move(options), std::move(wake)), overview(desk.wake), day(desk.wake),
      promise(desk.wake), erlang(desk.wake), scenario_view(desk.wake), compare(desk.wake),
      sensitivity(desk.wake), report(desk.wake)
{
    compare.ask_for_file = [this] { ask_to_open(); };
}

void Workbench::show(Screen screen)
{
    screen_ = screen;
    shows_welcome = false;
    desk.settings.last_screen = name_of(screen);
}

void Workbench::add(std::unique_ptr<ScenarioEditor> editor)
{
    desk.scenarios.push_back(std::move(editor));
    desk.active = desk.scenarios.size() - 1;
    shows_welcome = false;
}

void Workbench::close(std::size_t scenario)
{
    if (scenario >= desk.scenarios.size())
        return;
    close_scenario(desk, scenario);
    shows_welcome = shows_welcome || desk.empty();
}

void Workbench::choose(std::size_t scenario)
{
    if (scenario < desk.scenarios.size())
        desk.active = scenario;
    shows_welcome = false;
}

void Workbench::undo()
{
    if (!desk.empty())
        desk.shown().undo();
}

void Workbench::redo()
{
    if (!desk.empty())
        desk.shown().redo();
}

void Workbench::update(double seconds_since_last)
{
    notices.pass(seconds_since_last);
    order_runs(desk);
    if (memory)
        memory->update(seconds_since_last);
    switch (screen_) {
    case Screen::live:
        live.update(desk);
        break;
    case Screen::data:
        data.update(desk);
        if (std::exchange(data.wants_to_browse, false))
            ask_to_open();
        if (std::exchange(data.wants_to_browse_mapping, false))
            browser.ask(FileBrowser::Purpose::open, {".toml"}, data.path, [this](const std::string& path) {
                if (!data.take_mapping(desk, path))
                    data.mapping = path; // reading says what is wrong with it
            });
        if (std::exchange(data.wants_to_see_scenario, false))
            show(Screen::scenario);
        break;
    case Screen::overview:
        overview.update(desk);
        break;
    case Screen::day:
        day.update(desk);
        break;
    case Screen::promise:
        promise.update(desk);
        break;
    case Screen::scenario:
        scenario_view.update(desk);
        break;
    case Screen::erlang:
        erlang.update(desk);
        break;
    case Screen::compare:
        compare.update(desk);
        break;
    case Screen::sensitivity:
        sensitivity.update(desk);
        break;
    case Screen::report:
        report.update(desk);
        break;
    default:
        break;
    }
}

std::string Workbench::title() const
{
    if (shows_welcome || desk.empty())
        return "Switchroom";
    return fmt::format("{} – {}{} – Switchroom", text_of(title_of(screen_), desk.settings.language),
                       desk.shown().title(), desk.shown().has_unsaved_changes() ? " •" : "");
}

bool Workbench::settled() const
{
    if (!desk.runs.settled())
        return false;
    switch (screen_) {
    case Screen::live:
        return live.settled();
    case Screen::data:
        return data.settled();
    case Screen::overview:
        return overview.settled();
    case Screen::day:
        return day.settled();
    case Screen::promise:
        return promise.settled();
    case Screen::erlang:
        return erlang.settled();
    case Screen::compare:
        return compare.settled();
    case Screen::sensitivity:
        return sensitivity.settled();
    case Screen::report:
        return report.settled();
    default:
        return true;
    }
}

} // namespace switchroom::gui
