#include "sim/scenario/text_editor.h"

#include "sim/scenario/parse_toml.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/text_edits.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

std::string list_name(const ValuePath& list)
{
    std::string name;
    for (const PathStep& step : list)
        if (!step.position)
            name += (name.empty() ? "" : ".") + step.key;
    return name;
}

/// Lists that files write as [[sections]].
bool is_section_list(const ValuePath& list)
{
    static constexpr std::string_view names[] = {"profiles", "contacts",   "groups",       "routes",
                                                 "lines",    "contracts",  "segments",     "costs",
                                                 "expect",   "hours.away", "contracts.sla"};
    return std::find(std::begin(names), std::end(names), list_name(list)) != std::end(names);
}

/// The element's lists as sections of their own, as files write them.
Node in_sections(Node element, const ValuePath& list)
{
    if (Node* sla = element.find("sla"); sla && list_name(list) == "contracts")
        sla->sections = true;
    return element;
}

ValuePath with_position(ValuePath path, std::size_t position)
{
    path.back().position = position;
    return path;
}

/// Position of the element in the list of this text. A list in brackets is this text's as a whole, and may
/// have got longer.
std::optional<std::size_t> local_position(const Node* there, const Node* here, std::size_t position)
{
    if (!there || !here)
        return std::nullopt;
    if (!here->sections && here->where == there->where)
        return position;
    if (position >= there->items.size())
        return std::nullopt;
    for (std::size_t i = 0; i < here->items.size(); ++i)
        if (here->items[i].where == there->items[position].where)
            return i;
    return std::nullopt;
}

const Node* item(const Node* list, std::size_t position)
{
    return list && position < list->items.size() ? &list->items[position] : nullptr;
}

} // namespace

Result<Node> TextEditor::value_of(const Edit& edit) const
{
    if (edit.kind != Edit::Kind::set && edit.kind != Edit::Kind::insert)
        return Node{};
    auto parsed = parse_toml("x = " + edit.literal + "\n", "");
    if (!parsed || parsed->entries.size() != 1 || parsed->entries[0].first != "x")
        return error_in(name_, fmt::format("found {}, expected one TOML value", edit.literal));
    return std::move(parsed->entries[0].second);
}

Diagnostics TextEditor::read()
{
    auto merged = merge_includes(files_, text_, name_, false);
    if (!merged)
        return merged.errors();
    merged_ = std::move(merged->root);
    local_ = *parse_toml(text_, name_);
    return {};
}

Result<std::string> TextEditor::apply(const Edit& edit)
{
    const auto path = parse_path(edit.path);
    if (!path)
        return error_in(name_, fmt::format("found \"{}\", expected the path of a value", edit.path));
    const Result<Node> value = value_of(edit);
    if (!value)
        return value.errors();
    if (Diagnostics problems = read(); !problems.empty())
        return problems;
    auto wanted = edited_tree(merged_, edit, *path, *value);
    if (!wanted)
        return wanted.errors();
    if (edit.kind != Edit::Kind::insert && same_content(wanted->root, merged_))
        return text_;
    wanted_ = *std::move(wanted);
    path_ = *path;
    if (auto direct = directly(edit, *value); says_it(direct))
        return *std::move(direct);
    // A whole that holds the value: what a list or law of an included file is overridden by.
    for (std::size_t size = path_.size(); size-- > 1;) {
        const Node* whole = find_node(wanted_.root, head(path_, size));
        if (!whole || stays_in_pieces(head(path_, size)))
            break;
        if (auto raised = put(head(path_, size), toml_literal(*whole)); says_it(raised))
            return *std::move(raised);
    }
    return error_in(name_, why_not());
}

std::optional<std::string> TextEditor::apply_together(const std::vector<Edit>& edits)
{
    if (!read().empty())
        return std::nullopt;
    std::vector<ValuePath> paths;
    std::vector<Node> values;
    std::vector<std::vector<ValuePath>> put_out;
    wanted_.root = merged_;
    for (const Edit& edit : edits) {
        const auto path = parse_path(edit.path);
        auto value = value_of(edit);
        const bool is_of_sections = path && edit.kind != Edit::Kind::set && path->back().position &&
                                    is_section_list(head(*path, path->size() - 1));
        if (!path || !value || is_of_sections)
            return std::nullopt;
        auto next = edited_tree(std::move(wanted_.root), edit, *path, *value);
        if (!next)
            return std::nullopt;
        wanted_ = *std::move(next);
        paths.push_back(*path);
        values.push_back(*std::move(value));
        put_out.push_back(std::move(wanted_.put_out));
    }
    std::vector<ValuePath> wholes; // said as they are to be at the end
    for (std::size_t i = 0; i < edits.size(); ++i) {
        path_ = paths[i];
        if (std::any_of(wholes.begin(), wholes.end(),
                        [&](const ValuePath& whole) { return starts_with(path_, whole); }))
            continue;
        wanted_.put_out = put_out[i];
        auto changed = directly(edits[i], values[i]);
        for (std::size_t size = path_.size(); !changed && size-- > 1;) {
            const ValuePath whole = head(path_, size);
            const Node* value = find_node(wanted_.root, whole);
            if (!value || stays_in_pieces(whole))
                return std::nullopt;
            if (changed = put(whole, toml_literal(*value)); changed)
                wholes.push_back(whole);
        }
        if (!changed)
            return std::nullopt;
        text_ = *std::move(changed);
    }
    return says_it(text_) ? std::optional(text_) : std::nullopt;
}

std::optional<std::string> TextEditor::directly(const Edit& edit, const Node& value)
{
    if (edit.kind == Edit::Kind::set)
        return put(path_, edit.literal);
    if (edit.kind == Edit::Kind::insert)
        return insert(edit, value);
    const auto local = local_path(path_);
    if (!local || edit.kind == Edit::Kind::remove)
        return local ? take_away(text_, *local) : std::nullopt;
    const auto target = local_path(with_position(path_, edit.to));
    return target ? move_item(text_, *local, *target->back().position) : std::nullopt;
}

std::optional<std::string> TextEditor::insert(const Edit& edit, const Node& value)
{
    const ValuePath list = head(path_, path_.size() - 1);
    const Node* before = find_node(merged_, list);
    const std::size_t size = before ? before->items.size() : 0;
    std::optional<ValuePath> local = local_path(list);
    if (!local)
        return std::nullopt;
    const Node* own = find_node(local_, *local);
    if (own && before && !own->sections && own->where == before->where)
        local->push_back(path_.back());
    else if (*path_.back().position < size)
        local = local_path(path_);
    else
        local->push_back({"", own ? own->items.size() : 0});
    if (!local)
        return std::nullopt;
    if (auto changed = insert_item(text_, *local, edit.literal))
        return changed;
    if (is_section_list(list))
        return insert_section(text_, *local, in_sections(value, list));
    return before ? std::nullopt : put(list, "[" + edit.literal + "]");
}

std::optional<ValuePath> TextEditor::local_path(const ValuePath& path) const
{
    ValuePath local;
    const Node* there = &merged_;
    const Node* here = &local_;
    for (const PathStep& step : path) {
        if (!step.position) {
            there = there ? there->find(step.key) : nullptr;
            here = here ? here->find(step.key) : nullptr;
            local.push_back(step);
            continue;
        }
        const auto position = local_position(there, here, *step.position);
        if (!position)
            return std::nullopt;
        there = item(there, *step.position);
        here = item(here, *position);
        local.push_back({"", position});
    }
    return local;
}

std::optional<std::string> TextEditor::put(const ValuePath& path, std::string_view literal)
{
    const auto local = local_path(path);
    auto text = local ? put_value(text_, *local, literal) : put_into_sections(text_, path, literal);
    for (const ValuePath& old : wanted_.put_out)
        if (const auto there = local_path(old); there && text)
            if (auto without = take_away(*text, *there))
                text = std::move(without);
    return text;
}

std::optional<std::string> TextEditor::put_into_sections(std::string text, const ValuePath& path,
                                                         std::string_view literal) const
{
    ValuePath local;
    const Node* there = &merged_;
    for (const PathStep& step : path) {
        there = step.position ? item(there, *step.position) : there ? there->find(step.key) : nullptr;
        if (!step.position) {
            local.push_back(step);
            continue;
        }
        const auto position = there ? own_section(text, local, *there) : std::nullopt;
        if (!position)
            return std::nullopt;
        local.push_back({"", position});
    }
    return put_value(text, local, literal);
}

/// Position of the element of this text that is, or overrides, this one; it is added where there is none.
std::optional<std::size_t> TextEditor::own_section(std::string& text, const ValuePath& list,
                                                   const Node& same) const
{
    const auto keys = identity_keys(list_name(list));
    const auto tree = parse_toml(text, name_);
    if (!tree)
        return std::nullopt;
    const Node* own = find_node(*tree, list);
    const std::size_t size = own ? own->items.size() : 0;
    Node identity;
    for (const std::string_view key : keys)
        if (const Node* value = same.find(key))
            identity.set(key, *value);
    if (keys.empty() || identity.entries.empty()) {
        if (own && same.where.file == name_)
            for (std::size_t i = 0; i < size; ++i)
                if (same_content(own->items[i], same))
                    return i;
        return std::nullopt;
    }
    for (std::size_t i = 0; i < size; ++i)
        if (std::all_of(identity.entries.begin(), identity.entries.end(), [&](const auto& entry) {
                const Node* value = own->items[i].find(entry.first);
                return value && same_content(*value, entry.second);
            }))
            return i;
    ValuePath path = list;
    path.push_back({"", size});
    auto added = insert_section(text, path, identity);
    if (!added)
        return std::nullopt;
    text = *std::move(added);
    return size;
}

/// Sections are never drawn together into one value.
bool TextEditor::stays_in_pieces(const ValuePath& path) const
{
    if (is_section_list(path) || (path.back().position && is_section_list(head(path, path.size() - 1))) ||
        path.size() == 1)
        return true;
    const auto local = local_path(path);
    return local && has_sections(text_, *local);
}

bool TextEditor::says_it(const std::optional<std::string>& text) const
{
    if (!text)
        return false;
    const auto merged = merge_includes(files_, *text, name_, false);
    return merged && same_content(merged->root, wanted_.root);
}

std::string TextEditor::why_not() const
{
    const Node* at = find_node(merged_, path_);
    for (std::size_t size = path_.size(); !at && size-- > 0;)
        at = find_node(merged_, head(path_, size));
    const bool is_included = at && !at->where.file.empty() && at->where.file != name_;
    return is_included
               ? fmt::format("{} stands in {}, which is included: change it there", to_text(path_),
                             at->where.file)
               : fmt::format("found no way to change {} alone, change the text by hand", to_text(path_));
}

} // namespace switchroom
