#include "gui/view_models/commands.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace switchroom::gui {

namespace {

std::string lower(std::string_view words)
{
    std::string small(words);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return small;
}

void add_screens(const Workbench& workbench, std::vector<Command>& all)
{
    const Language language = workbench.desk.settings.language;
    for (std::size_t i = 0; i < all_screens.size(); ++i) {
        const Screen screen = all_screens[i];
        const int digit = '0' + static_cast<int>((i + 1) % 10);
        all.push_back({filled(Text::command_go_to, language, text_of(title_of(screen), language)),
                       {digit, true, false},
                       true,
                       [screen](Workbench& bench) { bench.show(screen); }});
    }
}

void add_file_commands(const Workbench& workbench, std::vector<Command>& all)
{
    const Language language = workbench.desk.settings.language;
    const bool any = !workbench.desk.empty();
    const auto add = [&](Text words, Shortcut shortcut, bool enabled, std::function<void(Workbench&)> run) {
        all.push_back({text_of(words, language), shortcut, enabled, std::move(run)});
    };
    add(Text::command_open, {'O', true, false}, true, [](Workbench& bench) { bench.ask_to_open(); });
    add(Text::command_new, {'N', true, false}, true, [](Workbench& bench) { bench.shows_welcome = true; });
    add(Text::command_save, {'S', true, false}, any, [](Workbench& bench) { bench.save(); });
    add(Text::command_save_as, {'S', true, true}, any, [](Workbench& bench) { bench.ask_to_save_as(); });
    add(Text::command_close, {'W', true, false}, any,
        [](Workbench& bench) { bench.close(bench.desk.active); });
    add(Text::command_undo, {'Z', true, false}, any && workbench.desk.shown().can_undo(),
        [](Workbench& bench) { bench.undo(); });
    add(Text::command_redo, {'Y', true, false}, any && workbench.desk.shown().can_redo(),
        [](Workbench& bench) { bench.redo(); });
}

void change_text_size(Workbench& bench, double factor)
{
    bench.desk.settings.text_size = std::clamp(bench.desk.settings.text_size * factor, 0.8, 2.0);
}

void add_view_commands(const Workbench& workbench, std::vector<Command>& all)
{
    const Language language = workbench.desk.settings.language;
    const auto add = [&](Text words, Shortcut shortcut, std::function<void(Workbench&)> run) {
        all.push_back({text_of(words, language), shortcut, true, std::move(run)});
    };
    add(Text::command_theme, {'D', true, false}, [](Workbench& bench) {
        Theme& theme = bench.desk.settings.theme;
        theme = theme == Theme::light ? Theme::dark : Theme::light;
    });
    add(Text::command_language, {'L', true, false}, [](Workbench& bench) {
        Language& spoken = bench.desk.settings.language;
        spoken = spoken == Language::english ? Language::french : Language::english;
    });
    add(Text::command_larger, {'=', true, false}, [](Workbench& bench) { change_text_size(bench, 1.1); });
    add(Text::command_smaller, {'-', true, false},
        [](Workbench& bench) { change_text_size(bench, 1 / 1.1); });
    add(Text::command_palette, {'K', true, false}, [](Workbench& bench) { bench.shows_palette = true; });
    add(Text::command_shortcuts, {key_f1, false, false},
        [](Workbench& bench) { bench.shows_shortcuts = !bench.shows_shortcuts; });
    add(Text::command_quit, {'Q', true, false}, [](Workbench& bench) { bench.wants_to_quit = true; });
}

} // namespace

std::string to_text(const Shortcut& shortcut)
{
    if (shortcut.key == 0)
        return "";
    const std::string key = shortcut.key == key_f1 ? "F1" : std::string(1, static_cast<char>(shortcut.key));
    return (shortcut.ctrl ? "Ctrl+" : "") + std::string(shortcut.shift ? "Shift+" : "") + key;
}

std::vector<Command> commands(const Workbench& workbench)
{
    std::vector<Command> all;
    add_screens(workbench, all);
    add_file_commands(workbench, all);
    add_view_commands(workbench, all);
    const Language language = workbench.desk.settings.language;
    for (std::size_t i = 0; i < workbench.desk.scenarios.size(); ++i)
        all.push_back({filled(Text::command_choose, language, workbench.desk.scenarios[i]->title()),
                       {},
                       true,
                       [i](Workbench& bench) { bench.choose(i); }});
    for (const WelcomeEntry& entry : workbench.library)
        all.push_back({filled(Text::command_start_from, language, entry.title),
                       {},
                       true,
                       [name = entry.name](Workbench& bench) { bench.open_template(name); }});
    for (const std::string& file : workbench.desk.settings.recent_files)
        all.push_back({filled(Text::command_open_recent, language, file), {}, true, [file](Workbench& bench) {
                           bench.open(file);
                       }});
    return all;
}

std::vector<Command> matching(std::vector<Command> all, std::string_view typed)
{
    std::istringstream words{lower(typed)};
    for (std::string word; words >> word;)
        std::erase_if(all, [&](const Command& command) {
            return lower(command.words).find(word) == std::string::npos;
        });
    return all;
}

} // namespace switchroom::gui
