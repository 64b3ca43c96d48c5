#include "gui/view_models/compare_scenarios.h"

#include "gui/view_models/save_files.h"
#include "gui/view_models/storage.h"
#include "gui/view_models/text.h"
#include "sim/scenario/read.h"
#include "sim/scenario/template_library.h"
#include "sim/scenario/write.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace switchroom::gui {

namespace {

std::string file_of(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

bool is_open_under_name(const Desk& desk, const std::string& file)
{
    return std::any_of(desk.scenarios.begin(), desk.scenarios.end(),
                       [&](const auto& editor) { return file_of(editor->path()) == file; });
}

bool is_taken(const Desk& desk, const std::string& path)
{
    return desk.files.exists(path) ||
           std::any_of(desk.scenarios.begin(), desk.scenarios.end(),
                       [&](const auto& editor) { return editor->suggested_path() == path; });
}

std::vector<std::string> partners_of(const Scenario& scenario)
{
    std::vector<std::string> partners;
    for (const Expectation& expectation : scenario.expect)
        if (expectation.versus)
            partners.push_back(file_of(*expectation.versus));
    return partners;
}

bool has(const std::vector<std::string>& all, const std::string& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// "day.toml" → "day-2.toml": one that is neither open nor there.
std::string free_name(const Desk& desk, const std::string& path)
{
    const std::string stem = path.ends_with(".toml") ? path.substr(0, path.size() - 5) : path;
    for (int number = 2;; ++number)
        if (const std::string name = stem + "-" + std::to_string(number) + ".toml"; !is_taken(desk, name))
            return name;
}

/// The text under another `name`; as it is where the name stands in an included file.
std::string renamed(const std::string& text, const std::string& name)
{
    std::string literal = "\"";
    for (const char c : name)
        literal += c == '"' || c == '\\' ? '\'' : c;
    const auto changed = set_value(text, "name", literal + "\"");
    return changed ? *changed : text;
}

Diagnostics add(std::unique_ptr<ScenarioEditor> editor, Desk& desk)
{
    if (desk.scenarios.size() >= most_scenarios)
        return {error_in("", filled(Text::shell_too_many, desk.settings.language, most_scenarios))};
    if (!editor->document())
        return editor->problems();
    desk.scenarios.push_back(std::move(editor));
    return {};
}

/// A copy has no file yet, but stands where includes and data of the shown one are.
Diagnostics add_text(const std::string& text, Text suffix, Desk& desk)
{
    const ScenarioEditor& shown = desk.shown();
    const std::string name = filled(suffix, desk.settings.language, shown.title());
    return add(std::make_unique<ScenarioEditor>(
                   desk.files, renamed(text, name),
                   EditorOrigin{shown.path(), "", free_name(desk, shown.suggested_path())}),
               desk);
}

/// The DaySteps with one less from noon to the next step.
void less_at_noon(DaySteps<int>& steps)
{
    auto after =
        std::find_if(steps.begin(), steps.end(), [](const Step<int>& step) { return step.from > noon; });
    if (after == steps.begin() || std::prev(after)->value < 1)
        return;
    const int before = std::prev(after)->value;
    const ClockTime one_hour_later{noon.second_of_day + 3600};
    if (after == steps.end() || after->from > one_hour_later)
        after = steps.insert(after, {one_hour_later, before});
    if (std::prev(after)->from == noon)
        std::prev(after)->value = before - 1;
    else
        steps.insert(after, {noon, before - 1});
}

int most_at_noon(const Group& group)
{
    int most = 0;
    if (!group.agents)
        return most;
    for (const auto& steps : group.agents->steps.entries)
        for (std::size_t i = 0; steps && i < steps->size(); ++i)
            if ((*steps)[i].from <= noon && (i + 1 == steps->size() || (*steps)[i + 1].from > noon))
                most = std::max(most, (*steps)[i].value);
    return most;
}

/// Sets `key` of [time], which may stand in an included file: then the text gets a value of its own, which
/// goes before the included one.
std::string with_time(std::string text, const std::string& key, const std::string& literal)
{
    if (auto changed = set_value(text, "time." + key, literal))
        return *std::move(changed);
    const std::string line = key + " = " + literal + "\n";
    std::size_t at = text.starts_with("[time]") ? 0 : text.find("\n[time]");
    if (at == std::string::npos)
        return text + (text.ends_with('\n') ? "" : "\n") + "\n[time]\n" + line;
    at = text.find('\n', at + 1);
    return at == std::string::npos ? text + "\n" + line : text.insert(at + 1, line);
}

void suggest_partners(const Desk& desk, const std::vector<LibraryEntry>& library,
                      std::vector<Suggestion>& into)
{
    const std::string shown = file_of(desk.shown().path());
    const std::vector<std::string> named = partners_of(desk.shown().document()->scenario);
    for (const LibraryEntry& entry : library)
        if (!is_open_under_name(desk, file_of(entry.path)) &&
            (has(named, file_of(entry.path)) || has(entry.partners, shown)))
            into.push_back({Suggestion::Kind::partner, entry.title, entry.path});
}

} // namespace

std::optional<Scenario> one_agent_less(const Scenario& scenario)
{
    Scenario changed = scenario;
    Group* chosen = nullptr;
    for (Group& group : changed.groups)
        if (group.employer == "practice" && most_at_noon(group) > (chosen ? most_at_noon(*chosen) : 0))
            chosen = &group;
    if (!chosen)
        return std::nullopt;
    for (auto& steps : chosen->agents->steps.entries)
        if (steps)
            less_at_noon(*steps);
    return changed;
}

std::vector<Suggestion> suggestions_for(const Desk& desk, const std::vector<LibraryEntry>& library)
{
    std::vector<Suggestion> suggestions;
    if (desk.empty() || !desk.shown().document() || desk.scenarios.size() >= most_scenarios)
        return suggestions;
    if (desk.shown().has_unsaved_changes() && !desk.shown().saved_text().empty())
        suggestions.push_back({Suggestion::Kind::as_saved, "", ""});
    suggest_partners(desk, library, suggestions);
    if (one_agent_less(desk.shown().document()->scenario))
        suggestions.push_back({Suggestion::Kind::one_agent_less, "", ""});
    suggestions.push_back({Suggestion::Kind::copy, "", ""});
    return suggestions;
}

std::vector<LibraryEntry> read_library(const FileSystem& files)
{
    std::vector<LibraryEntry> entries;
    for (const Template& entry : template_library())
        if (const auto read = read_scenario(files, entry.path))
            entries.push_back({entry.title, entry.path, partners_of(read->scenario)});
    return entries;
}

Diagnostics add_file(const std::string& path, Desk& desk)
{
    auto editor = is_in_library(path) ? new_from_library(desk.files, path, documents_folder())
                                      : open_scenario(desk.files, path);
    return editor ? add(*std::move(editor), desk) : editor.errors();
}

Diagnostics take(const Suggestion& suggestion, Desk& desk)
{
    switch (suggestion.kind) {
    case Suggestion::Kind::partner:
        return add_file(suggestion.path, desk);
    case Suggestion::Kind::as_saved:
        return add_text(desk.shown().saved_text(), Text::compare_name_saved, desk);
    case Suggestion::Kind::one_agent_less: {
        const auto changed = one_agent_less(desk.shown().document()->scenario);
        return changed ? add_text(write_scenario(*changed), Text::compare_name_one_less, desk)
                       : Diagnostics{};
    }
    case Suggestion::Kind::copy:
        break;
    }
    return add_text(desk.shown().text(), Text::compare_name_copy, desk);
}

Diagnostics adopt_days(Desk& desk, std::size_t scenario)
{
    const TimeFrame& time = desk.scenarios[desk.baseline]->document()->scenario.time;
    ScenarioEditor& editor = *desk.scenarios[scenario];
    std::string text = with_time(editor.text(), "start", to_text(time.start));
    editor.set_text(with_time(std::move(text), "days", std::to_string(time.days)));
    return has_errors(editor.problems()) ? editor.problems() : Diagnostics{};
}

} // namespace switchroom::gui
