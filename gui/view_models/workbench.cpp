#include "gui/view_models/workbench.h"

#include "sim/scenario/template_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

std::string all_of(const Diagnostics& problems)
{
    std::string words;
    for (const Diagnostic& problem : problems)
        words += (words.empty() ? "" : "\n") + to_text(problem);
    return words;
}

} // namespace

Workbench::Workbench(FileSystem& files, RunFeedOptions options, Wake wake)
    : desk(files, std::move(options), std::move(wake)), promise(desk.wake), erlang(desk.wake),
      compare(desk.wake), sensitivity(desk.wake), report(desk.wake)
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

void Workbench::open(const std::string& path)
{
    if (!path.ends_with(".toml")) {
        desk.log_path = path;
        show(Screen::data);
        return;
    }
    const auto same = std::find_if(desk.scenarios.begin(), desk.scenarios.end(),
                                   [&](const auto& editor) { return editor->path() == path; });
    if (same != desk.scenarios.end()) {
        choose(static_cast<std::size_t>(same - desk.scenarios.begin()));
        return;
    }
    if (desk.scenarios.size() == most_scenarios) {
        notices.complain(filled(Text::shell_too_many, desk.settings.language, most_scenarios));
        return;
    }
    auto editor = open_scenario(desk.files, path);
    if (!editor) {
        notices.complain(all_of(editor.errors()));
        return;
    }
    add(*std::move(editor));
    auto& recent = desk.settings.recent_files;
    std::erase(recent, path);
    recent.insert(recent.begin(), path);
    recent.resize(std::min<std::size_t>(recent.size(), 10));
}

void Workbench::open_template(const std::string& name)
{
    for (const Template& found : template_library())
        if (found.name == name)
            open(found.path);
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

void Workbench::ask_to_open()
{
    browser.ask(FileBrowser::Purpose::open, {".toml", ".csv", ".txt", ".gz"},
                desk.empty() ? std::string() : desk.shown().path(),
                [this](const std::string& path) { open(path); });
}

void Workbench::save()
{
    if (desk.empty())
        return;
    const Diagnostics problems = desk.shown().save();
    if (problems.empty())
        notices.say(filled(Text::shell_saved, desk.settings.language, desk.shown().path()));
    else
        notices.complain(all_of(problems));
}

void Workbench::ask_to_save_as()
{
    if (desk.empty())
        return;
    browser.ask(FileBrowser::Purpose::save, {".toml"}, desk.shown().path(), [this](const std::string& path) {
        const Diagnostics problems = desk.shown().save_as(path);
        if (problems.empty())
            notices.say(filled(Text::shell_saved, desk.settings.language, path));
        else
            notices.complain(all_of(problems));
    });
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
    switch (screen_) {
    case Screen::promise:
        promise.update(desk);
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
