#include "gui/view_models/scenario_editor.h"

#include "gui/view_models/save_files.h"
#include "sim/scenario/change_text.h"
#include "sim/scenario/include.h"
#include "sim/scenario/read.h"
#include "sim/scenario/reporter.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <tuple>
#include <utility>

namespace switchroom::gui {

namespace {

/// So many steps can be taken back; a scenario's text is some ten thousand bytes.
constexpr std::size_t most_states = 300;

std::uint32_t next_id()
{
    static std::atomic<std::uint32_t> last = 0;
    return ++last;
}

/// Whether `path` is this value's or lies inside it.
bool is_inside(std::string_view path, std::string_view whole)
{
    return path.starts_with(whole) &&
           (path.size() == whole.size() || path[whole.size()] == '.' || path[whole.size()] == '[');
}

} // namespace

ScenarioEditor::ScenarioEditor(FileSystem& files, std::string text, std::string name)
    : ScenarioEditor(files, text, EditorOrigin{std::move(name), text, ""})
{
}

ScenarioEditor::ScenarioEditor(FileSystem& files, std::string text, EditorOrigin origin)
    : files_(&files), id_(next_id()), origin_(std::move(origin))
{
    states_.push_back(understood(std::move(text), ""));
    show_current();
}

bool ScenarioEditor::is_library_file() const
{
    return is_in_library(origin_.path);
}

std::string ScenarioEditor::title() const
{
    if (document_ && !document_->scenario.name.empty())
        return document_->scenario.name;
    return origin_.path.substr(origin_.path.find_last_of('/') + 1);
}

ScenarioEditor::State ScenarioEditor::understood(std::string text, std::string name) const
{
    State state{std::move(text), std::move(name), nullptr, {}};
    auto read = read_scenario_text(*files_, state.text, origin_.path);
    if (!read) {
        state.problems = read.errors();
        return state;
    }
    state.problems = read->warnings;
    state.document = std::make_shared<const ScenarioDocument>(*std::move(read));
    return state;
}

void ScenarioEditor::show_current()
{
    ++text_revision_;
    const auto& document = states_[current_].document;
    if (!document || document == document_)
        return;
    document_ = document;
    if (!original_)
        original_ = document;
    ++revision_;
}

void ScenarioEditor::push(std::string text, std::string name)
{
    if (text == this->text())
        return;
    if (in_gesture_ && gesture_has_state_) {
        states_[current_] = understood(std::move(text), std::move(name));
    } else {
        states_.resize(current_ + 1);
        states_.push_back(understood(std::move(text), std::move(name)));
        if (states_.size() > most_states)
            states_.erase(states_.begin());
        current_ = states_.size() - 1;
        gesture_has_state_ = in_gesture_;
    }
    show_current();
}

Diagnostics ScenarioEditor::problems_at(std::string_view path) const
{
    if (problems().empty())
        return {};
    const SourceMap* sources = states_[current_].document ? &states_[current_].document->sources : nullptr;
    SourceMap of_errors;
    if (!sources) {
        const auto merged = merge_includes(*files_, text(), origin_.path, false);
        if (!merged)
            return {};
        of_errors = places_of(merged->root);
        sources = &of_errors;
    }
    std::set<std::tuple<std::string, int, int>> places;
    for (auto at = sources->places.lower_bound(path); at != sources->places.end(); ++at) {
        if (!at->first.starts_with(path))
            break;
        if (is_inside(at->first, path))
            places.emplace(at->second.file, at->second.line, at->second.column);
    }
    Diagnostics found;
    for (const Diagnostic& problem : problems())
        if (places.contains({problem.where.file, problem.where.line, problem.where.column}))
            found.push_back(problem);
    return found;
}

Diagnostics ScenarioEditor::set(std::string_view path, std::string_view literal)
{
    return change({set_edit(std::string(path), std::string(literal))});
}

Diagnostics ScenarioEditor::remove(std::string_view path)
{
    return change({remove_edit(std::string(path))});
}

Diagnostics ScenarioEditor::insert(std::string_view path, std::string_view literal)
{
    return change({insert_edit(std::string(path), std::string(literal))});
}

Diagnostics ScenarioEditor::move(std::string_view path, std::size_t to)
{
    return change({move_edit(std::string(path), to)});
}

Diagnostics ScenarioEditor::rename(const std::string& path, const std::string& new_name)
{
    const auto edits = rename_edits(*files_, text(), origin_.path, path, new_name);
    return edits ? change(*edits) : edits.errors();
}

Diagnostics ScenarioEditor::change(const std::vector<Edit>& edits, std::string name)
{
    auto changed = apply_edits(*files_, text(), origin_.path, edits);
    if (!changed)
        return changed.errors();
    if (name.empty() && !edits.empty() && document_)
        name = name_of_change(document_->scenario, edits.front().path);
    push(*std::move(changed), std::move(name));
    return {};
}

Diagnostics ScenarioEditor::change_to(const Scenario& scenario, std::string name)
{
    if (!states_[current_].document)
        return problems();
    auto changed = change_text(*files_, text(), origin_.path, states_[current_].document->scenario, scenario);
    if (!changed)
        return changed.errors();
    push(*std::move(changed), std::move(name));
    return {};
}

void ScenarioEditor::set_text(std::string text, std::string name)
{
    push(std::move(text), std::move(name));
}

void ScenarioEditor::begin_gesture()
{
    in_gesture_ = true;
    gesture_has_state_ = false;
}

void ScenarioEditor::end_gesture()
{
    if (in_gesture_ && gesture_has_state_ && text() == states_[current_ - 1].text) {
        states_.pop_back(); // dragged away and back: nothing to undo
        --current_;
        show_current();
    }
    in_gesture_ = false;
    gesture_has_state_ = false;
}

void ScenarioEditor::undo()
{
    end_gesture();
    if (!can_undo())
        return;
    --current_;
    show_current();
}

void ScenarioEditor::redo()
{
    end_gesture();
    if (!can_redo())
        return;
    ++current_;
    show_current();
}

bool ScenarioEditor::changed_on_disk() const
{
    if (needs_path())
        return false;
    const auto there = files_->read(origin_.path);
    return !there || *there != origin_.saved;
}

Diagnostics ScenarioEditor::reload()
{
    const auto there = files_->read(origin_.path);
    if (!there)
        return there.errors();
    origin_.saved = *there;
    if (*there != text()) {
        push(*there, "");
        return {};
    }
    states_[current_] = understood(*there, states_[current_].name); // an included file may say other things
    show_current();
    return {};
}

Diagnostics ScenarioEditor::save(Replace replace)
{
    if (needs_path())
        return {error_in(origin_.path, "this file comes with the program: save it under a name of your own")};
    if (replace == Replace::no && files_->exists(origin_.path) && changed_on_disk())
        return {error_in(origin_.path, "another program has changed this file since it was opened")};
    Diagnostics problems = files_->write_atomically(origin_.path, text());
    if (problems.empty())
        origin_.saved = text();
    return problems;
}

Diagnostics ScenarioEditor::save_as(const std::string& path, Replace replace)
{
    if (path == origin_.path && !needs_path())
        return save(replace);
    if (is_in_library(path))
        return {error_in(path, "files that come with the program are not changed: choose another folder")};
    Diagnostics problems = save_with_companions(*files_, {origin_.path, text()}, path, replace);
    if (!problems.empty())
        return problems;
    origin_ = {path, text(), ""};
    for (State& state : states_) // places name the file they are in
        state.document = nullptr;
    for (State& state : states_)
        state = understood(std::move(state.text), std::move(state.name));
    show_current();
    return {};
}

} // namespace switchroom::gui
