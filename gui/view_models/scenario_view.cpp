#include "gui/view_models/scenario_view.h"

#include "gui/view_models/node_path.h"
#include "gui/view_models/problem_path.h"
#include "gui/view_models/scenario_edits.h"
#include "sim/scenario/include.h"
#include "sim/scenario/reporter.h"
#include "sim/scenario/value_path.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

/// Everything that a person can type into.
std::vector<Field*> fields_of(FormBlock& block)
{
    std::vector<Field*> fields;
    for (Field& field : block.fields)
        fields.push_back(&field);
    if (block.records)
        for (std::vector<Field>& row : block.records->rows)
            for (Field& field : row)
                fields.push_back(&field);
    if (block.steps)
        for (DaySheet& day : block.steps->days)
            for (StepRow& row : day.rows)
                fields.insert(fields.end(), {&row.from, &row.value});
    return fields;
}

/// A name by which other parts of the file know this one.
bool is_name(const std::string& path)
{
    const std::string kind = kind_of_path(path);
    return kind == "contacts.name" || kind == "groups.name" || kind == "contracts.vendor";
}

} // namespace

ScenarioView::ScenarioView(Wake wake) : wake_(std::move(wake)) {}

void ScenarioView::update(Desk& desk)
{
    if (desk.empty()) {
        *this = ScenarioView(wake_);
        return;
    }
    const Locale locale = desk.locale();
    const bool other = desk.shown().id() != scenario_;
    if (other) {
        drafts_.clear();
        step_.clear();
        chosen_ = 0;
    }
    if (other || desk.shown().text() != text_ || locale.language != language_) {
        language_ = locale.language;
        read(desk);
        stale_form_ = true;
    }
    if (stale_form_)
        fill_form(locale);
}

void ScenarioView::read(Desk& desk)
{
    const ScenarioEditor& editor = desk.shown();
    if (editor.id() != scenario_)
        root_.reset();
    scenario_ = editor.id();
    text_ = editor.text();
    text_draft_ = text_;
    file_ = editor.path();
    auto merged = merge_includes(desk.files, text_, file_, false);
    unreadable_ = !merged;
    if (merged)
        root_ = std::move(merged->root);
    list_parts(language_);
    list_problems(editor);
}

void ScenarioView::list_parts(Language language)
{
    const ScenarioPart before = chosen_ < parts_.size() ? parts_[chosen_] : ScenarioPart{};
    const auto say = [language](Text text) { return std::string(text_of(text, language)); };
    parts_.clear();
    const Node nothing;
    const Node& root = root_ ? *root_ : nothing;
    parts_.push_back({PartKind::practice, "", say(Text::sc_parts_practice), say(Text::sc_part_practice)});
    const auto add = [&](std::string_view list, PartKind kind, Text heading, const auto& title) {
        const Node* tables = root.find(list);
        for (std::size_t i = 0; tables && tables->is(Node::Kind::array) && i < tables->items.size(); ++i)
            parts_.push_back({kind, join_path(std::string(list), i), i == 0 ? say(heading) : std::string(),
                              title(tables->items[i])});
    };
    const auto text_at = [&](const Node& table, std::string_view key) {
        const Node* node = table.find(key);
        return node ? show_node(FieldKind::names, *node, {language, "EUR"}) : std::string();
    };
    const auto name = [&](const Node& table) {
        const std::string found = text_at(table, "name");
        return found.empty() ? say(Text::sc_unnamed) : found;
    };
    add("contacts", PartKind::contact, Text::sc_parts_callers, name);
    add("groups", PartKind::group, Text::sc_parts_people, name);
    add("routes", PartKind::route, Text::sc_parts_routes,
        [&](const Node& table) { return text_at(table, "contact") + text_at(table, "contacts"); });
    add("contracts", PartKind::contract, Text::sc_parts_contracts,
        [&](const Node& table) { return text_at(table, "vendor"); });
    parts_.push_back({PartKind::run, "run", say(Text::sc_parts_more), say(Text::sc_part_run)});
    parts_.push_back({PartKind::text, "", "", say(Text::sc_part_text)});
    const auto same = std::find_if(parts_.begin(), parts_.end(), [&](const ScenarioPart& part) {
        return next_part_.empty() ? part.kind == before.kind && part.path == before.path
                                  : part.path == next_part_;
    });
    next_part_.clear();
    chosen_ = same == parts_.end() ? 0 : static_cast<std::size_t>(same - parts_.begin());
}

void ScenarioView::list_problems(const ScenarioEditor& editor)
{
    problems_.clear();
    for (const Diagnostic& said : editor.problems()) {
        ScenarioProblem problem{said, root_ ? path_at(*root_, said.where) : std::string(), 0};
        problem.part = unreadable_ ? parts_.size() - 1 : part_of(problem.path);
        if (said.severity == Severity::error)
            ++parts_[problem.part].problems;
        problems_.push_back(std::move(problem));
    }
}

std::size_t ScenarioView::part_of(std::string_view path) const
{
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (!parts_[i].path.empty() && is_inside(path, parts_[i].path))
            return i;
    return 0;
}

void ScenarioView::fill_form(const Locale& locale)
{
    stale_form_ = false;
    form_ = {};
    step_block_ = {};
    if (!root_)
        return;
    const ScenarioPart& part = parts_[chosen_];
    const FormSource source{*root_, file_, locale};
    form_ = make_form(source, part.kind, part.path);
    form_.title = part.title;
    if (part.kind == PartKind::route && is_inside(step_, part.path) && find_node(*root_, step_))
        step_block_ = route_step_block(source, step_);
    else
        step_.clear();
    mark_problems();
}

void ScenarioView::mark_problems()
{
    std::vector<Field*> fields = fields_of(step_block_);
    for (FormBlock& block : form_.blocks)
        for (Field* field : fields_of(block))
            fields.push_back(field);
    for (const ScenarioProblem& problem : problems_) {
        if (problem.said.severity != Severity::error || problem.path.empty())
            continue;
        // The field itself or, of what is missing in a table, the table's first field.
        auto at = std::find_if(fields.begin(), fields.end(),
                               [&](const Field* field) { return is_inside(problem.path, field->path); });
        if (at == fields.end())
            at = std::find_if(fields.begin(), fields.end(),
                              [&](const Field* field) { return is_inside(field->path, problem.path); });
        if (at != fields.end() && (*at)->error.empty())
            (*at)->error = problem.said.message;
    }
}

void ScenarioView::choose(std::size_t part)
{
    if (part >= parts_.size() || part == chosen_)
        return;
    chosen_ = part;
    step_.clear();
    stale_form_ = true;
}

void ScenarioView::choose_step(std::string path)
{
    step_ = std::move(path);
    stale_form_ = true;
}

void ScenarioView::jump_to(const ScenarioProblem& problem)
{
    choose(problem.part);
    focus_ = problem.path;
    const ScenarioPart& part = parts_[problem.part];
    if (part.kind != PartKind::route || problem.path.empty())
        return;
    // "routes[0].open[1].for" → "routes[0].open[1]".
    const std::size_t end = problem.path.find(']', part.path.size());
    if (end != std::string::npos)
        choose_step(problem.path.substr(0, end + 1));
}

bool ScenarioView::takes_focus(const Field& field)
{
    if (focus_.empty() || !is_inside(focus_, field.path))
        return false;
    focus_.clear();
    return true;
}

std::string ScenarioView::shown(const Field& field) const
{
    const auto draft = drafts_.find(field.path);
    return draft == drafts_.end() ? field.value : draft->second.text;
}

std::string ScenarioView::error_of(const Field& field) const
{
    const auto draft = drafts_.find(field.path);
    return draft == drafts_.end() ? field.error : draft->second.error;
}

void ScenarioView::type(const Field& field, std::string text)
{
    drafts_[field.path].text = std::move(text);
}

void ScenarioView::commit(Desk& desk, const Field& field)
{
    const auto draft = drafts_.find(field.path);
    if (draft == drafts_.end() || desk.empty())
        return;
    if (draft->second.text == field.value) {
        drafts_.erase(draft);
        return;
    }
    draft->second.error = take(desk, field, draft->second.text);
    if (draft->second.error.empty())
        drafts_.erase(draft);
}

void ScenarioView::put(Desk& desk, const Field& field, std::string_view text)
{
    type(field, std::string(text));
    commit(desk, field);
}

std::string ScenarioView::take(Desk& desk, const Field& field, const std::string& text)
{
    const Locale locale = desk.locale();
    ScenarioEditor& editor = desk.shown();
    const auto why = [](const Diagnostics& problems) {
        return problems.empty() ? std::string() : problems[0].message;
    };
    if (text.find_first_not_of(" \t") == std::string::npos) {
        if (field.required)
            return text_of(Text::sc_error_needed, locale.language);
        return field.value.empty() ? std::string() : why(editor.remove(field.path));
    }
    if (is_name(field.path))
        return why(editor.rename(parent_path(field.path), text));
    const Typed typed = read_typed(field, text, locale);
    if (!typed.error.empty() || !root_)
        return typed.error;
    return why(editor.change(field_edits(*root_, field, typed.literal)));
}

void ScenarioView::change(Desk& desk, const std::vector<Edit>& edits)
{
    const Diagnostics problems = desk.shown().change(edits);
    complaint_ = problems.empty() ? std::string() : problems[0].message;
}

void ScenarioView::scale(Desk& desk, const StepTable& table, double factor)
{
    if (root_)
        change(desk, scale_edits(*root_, table, factor));
}

void ScenarioView::add_step(Desk& desk, const DaySheet& day)
{
    if (const Node* steps = root_ ? find_node(*root_, day.path) : nullptr)
        change(desk, {set_edit(day.path, with_step_added(*steps))});
}

void ScenarioView::remove_step(Desk& desk, const DaySheet& day, std::size_t row)
{
    if (const Node* steps = root_ ? find_node(*root_, day.path) : nullptr)
        change(desk, {set_edit(day.path, with_step_removed(*steps, row))});
}

void ScenarioView::add_day(Desk& desk, const StepTable& table, const std::string& key)
{
    if (root_)
        change(desk, day_edits(*root_, table, key));
}

void ScenarioView::add_record(Desk& desk, const RecordTable& table)
{
    if (root_)
        change(desk, record_edits(*root_, table));
}

void ScenarioView::add_part(Desk& desk, const Edit& edit)
{
    change(desk, {edit});
    if (complaint_.empty())
        next_part_ = edit.path;
}

void ScenarioView::add_contact(Desk& desk)
{
    if (root_)
        add_part(desk, fresh_contact(*root_, desk.locale().language));
}

void ScenarioView::add_group(Desk& desk)
{
    if (root_)
        add_part(desk, fresh_group(*root_, desk.locale().language));
}

void ScenarioView::add_route(Desk& desk)
{
    if (root_)
        add_part(desk, fresh_route(*root_));
}

void ScenarioView::add_contract(Desk& desk)
{
    if (root_)
        add_part(desk, fresh_contract(*root_, desk.locale().language));
}

void ScenarioView::rewrite(Desk& desk, const Rewriting& rewriting)
{
    change(desk, rewriting.edits);
    drafts_.clear(); // of fields that are no more
}

void ScenarioView::commit_text(Desk& desk)
{
    if (!desk.empty() && desk.shown().id() == scenario_)
        desk.shown().set_text(text_draft_, text_of(Text::sc_part_text, desk.locale().language));
}

void ScenarioView::remove(Desk& desk, const std::string& path)
{
    if (root_)
        change(desk, removal_edits(*root_, path));
    drafts_.clear(); // positions behind it have moved
}

void ScenarioView::add_route_step(Desk& desk, const std::string& path, std::string_view kind)
{
    if (root_)
        change(desk, step_edits(*root_, path, fresh_step(*root_, kind)));
}

void ScenarioView::move_route_step(Desk& desk, int by)
{
    const auto path = parse_path(step_);
    if (!path || path->empty() || !path->back().position)
        return;
    const auto to = static_cast<std::ptrdiff_t>(*path->back().position) + by;
    const std::string list = parent_path(step_);
    const Node* steps = root_ ? find_node(*root_, list) : nullptr;
    if (!steps || to < 0 || to >= static_cast<std::ptrdiff_t>(steps->items.size()))
        return;
    change(desk, {move_edit(step_, static_cast<std::size_t>(to))});
    if (complaint_.empty())
        choose_step(join_path(list, static_cast<std::size_t>(to)));
}

} // namespace switchroom::gui
