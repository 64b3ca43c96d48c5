// What the workbench does with files.
#include "gui/view_models/save_files.h"
#include "gui/view_models/storage.h"
#include "gui/view_models/workbench.h"
#include "sim/scenario/template_library.h"

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

void Workbench::open(const std::string& path)
{
    if (!path.ends_with(".toml")) {
        desk.log_path = path;
        show(Screen::data);
        return;
    }
    if (!shows_welcome && screen_ == Screen::data && data.take_mapping(desk, path))
        return;
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
    // The program's own files are never written to: who opens one gets a copy that has no place yet.
    auto editor = is_in_library(path) ? new_from_library(desk.files, path, documents_folder())
                                      : open_scenario(desk.files, path);
    if (!editor) {
        notices.complain(all_of(editor.errors()));
        return;
    }
    add(*std::move(editor));
    note_recent_file(desk.settings, path);
}

void Workbench::open_template(const std::string& name)
{
    for (const Template& found : template_library())
        if (found.name == name)
            open(found.path);
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
    if (desk.shown().needs_path()) {
        ask_to_save_as();
        return;
    }
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
    browser.ask(FileBrowser::Purpose::save, {".toml"}, desk.shown().suggested_path(),
                [this, id = desk.shown().id()](const std::string& path) { save_as(id, path); });
}

void Workbench::save_as(std::uint32_t id, const std::string& path)
{
    for (const auto& editor : desk.scenarios) {
        if (editor->id() != id)
            continue;
        // Whoever chose the name of a file that is there was told so (FileBrowser::would_overwrite).
        const Diagnostics problems = editor->save_as(path, Replace::yes);
        if (problems.empty()) {
            notices.say(filled(Text::shell_saved, desk.settings.language, path));
            note_recent_file(desk.settings, path);
        } else
            notices.complain(all_of(problems));
    }
}

void Workbench::recover(const std::string& id)
{
    if (!memory || desk.scenarios.size() == most_scenarios)
        return;
    auto editor = memory->take_back(id);
    if (editor)
        add(*std::move(editor));
    else
        notices.complain(all_of(editor.errors()));
}

} // namespace switchroom::gui
