#include "sim/scenario/edit_text.h"

#include "sim/scenario/edit_tree.h"
#include "sim/scenario/include.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/text_edits.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

using Kind = Node::Kind;

/// Lists that files write as [[sections]].
bool is_section_list(const ValuePath& list)
{
    static constexpr std::string_view names[] = {"profiles", "contacts",   "groups",       "routes",
                                                 "lines",    "contracts",  "segments",     "costs",
                                                 "expect",   "hours.away", "contracts.sla"};
    std::string name;
    for (const PathStep& step : list)
        if (!step.position)
            name += (name.empty() ? "" : ".") + step.key;
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string list_name(const ValuePath& list)
{
    std::string name;
    for (const PathStep& step : list)
        if (!step.position)
            name += (name.empty() ? "" : ".") + step.key;
    return name;
}

/// The element's lists as sections of their own, as files write them.
Node in_sections(Node element, const ValuePath& list)
{
    if (Node* sla = element.find("sla"); sla && list_name(list) == "contracts")
        sla->sections = true;
    return element;
}

/// Tries the ways in which the text could say it, the smallest first, and keeps the first that does.
class TextEditor {
public:
    TextEditor(const FileSystem& files, std::string_view text, const std::string& name)
        : files_(files), text_(text), name_(name)
    {
    }

    Result<std::string> apply(const Edit& edit)
    {
        const auto path = parse_path(edit.path);
        if (!path)
            return error_in(name_, fmt::format("found \"{}\", expected the path of a value", edit.path));
        Node value;
        if (edit.kind == Edit::Kind::set || edit.kind == Edit::Kind::insert) {
            auto parsed = parse_toml("x = " + edit.literal + "\n", "");
            if (!parsed || parsed->entries.size() != 1 || parsed->entries[0].first != "x")
                return error_in(name_, fmt::format("found {}, expected one TOML value", edit.literal));
            value = std::move(parsed->entries[0].second);
        }
        auto merged = merge_includes(files_, text_, name_, false);
        if (!merged)
            return merged.errors();
        auto wanted = edited_tree(merged->root, edit, *path, value);
        if (!wanted)
            return wanted.errors();
        if (edit.kind != Edit::Kind::insert && same_content(wanted->root, merged->root))
            return std::string(text_);
        merged_ = std::move(merged->root);
        wanted_ = *std::move(wanted);
        path_ = *path;
        local_ = *parse_toml(text_, name_);
        return search(edit, value);
    }

private:
    Result<std::string> search(const Edit& edit, const Node& value)
    {
        if (auto direct = directly(edit, value); says_it(direct))
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

    std::optional<std::string> directly(const Edit& edit, const Node& value)
    {
        switch (edit.kind) {
        case Edit::Kind::set:
            return put(path_, edit.literal);
        case Edit::Kind::remove:
            return with_local(path_, [&](const ValuePath& local) { return take_away(text_, local); });
        case Edit::Kind::move: {
            const auto target = local_path(element(edit.to));
            if (!target)
                return std::nullopt;
            return with_local(path_, [&](const ValuePath& local) {
                return move_item(text_, local, *target->back().position);
            });
        }
        case Edit::Kind::insert:
            return insert(edit, value);
        }
        return std::nullopt;
    }

    ValuePath element(std::size_t position) const
    {
        ValuePath path = path_;
        path.back().position = position;
        return path;
    }

    std::optional<std::string> insert(const Edit& edit, const Node& value)
    {
        const ValuePath list = head(path_, path_.size() - 1);
        const Node* before = find_node(merged_, list);
        const std::size_t size = before ? before->items.size() : 0;
        std::optional<ValuePath> local = local_path(list);
        if (local && *path_.back().position < size) {
            local = local_path(path_);
        } else if (local) {
            const Node* own = find_node(local_, *local);
            local->push_back({"", own ? own->items.size() : 0});
        }
        if (!local)
            return std::nullopt;
        if (auto item = insert_item(text_, *local, edit.literal))
            return item;
        if (is_section_list(list))
            return insert_section(text_, *local, in_sections(value, list));
        return before ? std::nullopt : put(list, "[" + edit.literal + "]");
    }

    /// The path in this file alone. Nothing: an element on the way stands in an included file.
    std::optional<ValuePath> local_path(const ValuePath& path) const
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
            there = &there->items[*step.position];
            here = &here->items[*position];
            local.push_back({"", position});
        }
        return local;
    }

    static std::optional<std::size_t> local_position(const Node* there, const Node* here,
                                                     std::size_t position)
    {
        if (!there || !here || position >= there->items.size())
            return std::nullopt;
        for (std::size_t i = 0; i < here->items.size(); ++i)
            if (here->items[i].where == there->items[position].where)
                return i;
        return std::nullopt;
    }

    template <class Change>
    std::optional<std::string> with_local(const ValuePath& path, const Change& change) const
    {
        const auto local = local_path(path);
        return local ? change(*local) : std::nullopt;
    }

    /// Sets a value of this file, in sections that override those of an included file where need be.
    std::optional<std::string> put(const ValuePath& path, std::string_view literal)
    {
        const auto local = local_path(path);
        auto text =
            local ? put_value(text_, *local, literal) : put_into_sections(std::string(text_), path, literal);
        for (const ValuePath& old : wanted_.put_out)
            if (const auto there = local_path(old); there && text)
                if (auto without = take_away(*text, *there))
                    text = std::move(without);
        return text;
    }

    /// As put_value where elements on the way may be those of an included file: they get a section here.
    std::optional<std::string> put_into_sections(std::string text, const ValuePath& path,
                                                 std::string_view literal) const
    {
        ValuePath local;
        const Node* there = &merged_;
        for (const PathStep& step : path) {
            there = !there ? nullptr
                    : step.position
                        ? (*step.position < there->items.size() ? &there->items[*step.position] : nullptr)
                        : there->find(step.key);
            if (!step.position) {
                local.push_back(step);
                continue;
            }
            if (!there)
                return std::nullopt;
            const auto position = own_section(text, local, *there);
            if (!position)
                return std::nullopt;
            local.push_back({"", position});
        }
        return put_value(text, local, literal);
    }

    /// Position of the element of this text that is, or overrides, this one; it is added where there is none.
    std::optional<std::size_t> own_section(std::string& text, const ValuePath& list, const Node& same) const
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
    bool stays_in_pieces(const ValuePath& path) const
    {
        if (is_section_list(path) || (path.back().position && is_section_list(head(path, path.size() - 1))) ||
            path.size() == 1)
            return true;
        const auto local = local_path(path);
        return local && has_sections(text_, *local);
    }

    bool says_it(const std::optional<std::string>& text) const
    {
        if (!text)
            return false;
        const auto merged = merge_includes(files_, *text, name_, false);
        return merged && same_content(merged->root, wanted_.root);
    }

    std::string why_not() const
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

    const FileSystem& files_;
    std::string_view text_;
    const std::string& name_;
    Node merged_;
    Node local_;
    TreeEdit wanted_;
    ValuePath path_;
};

} // namespace

Edit set_edit(std::string path, std::string literal)
{
    return {Edit::Kind::set, std::move(path), std::move(literal), 0};
}

Edit remove_edit(std::string path)
{
    return {Edit::Kind::remove, std::move(path), "", 0};
}

Edit insert_edit(std::string path, std::string literal)
{
    return {Edit::Kind::insert, std::move(path), std::move(literal), 0};
}

Edit move_edit(std::string path, std::size_t to)
{
    return {Edit::Kind::move, std::move(path), "", to};
}

Result<std::string> apply_edit(const FileSystem& files, std::string_view text, const std::string& name,
                               const Edit& edit)
{
    return TextEditor(files, text, name).apply(edit);
}

Result<std::string> apply_edits(const FileSystem& files, std::string_view text, const std::string& name,
                                const std::vector<Edit>& edits)
{
    std::string changed(text);
    for (const Edit& edit : edits) {
        auto next = apply_edit(files, changed, name, edit);
        if (!next)
            return next.errors();
        changed = *std::move(next);
    }
    return changed;
}

} // namespace switchroom
