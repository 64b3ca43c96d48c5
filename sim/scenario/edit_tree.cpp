#include "sim/scenario/edit_tree.h"

#include "sim/scenario/include.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom {

namespace {

using Kind = Node::Kind;

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The table that a value in short form stands for, where somebody wants this key of it.
Node long_form(const Node& value, std::string_view wanted)
{
    Node table;
    const bool is_law = value.is(Kind::text) && (parse_duration(value.text) || value.text.ends_with("ring") ||
                                                 value.text.ends_with("rings"));
    if (is_one_of(wanted, {"absence_day", "in_day", "block"})) {
        table.set("absence_day", value);
    } else if (is_law) {
        table.set("family", text_node("constant"));
        table.set("mean", value);
    } else if (value.is(Kind::text)) {
        table.set("contact", value);
    }
    return table; // of a plain number of agents nothing is kept: steps take its place
}

class TreeEditor {
public:
    TreeEditor(Node root, const ValuePath& path) : path_(path) { result_.root = std::move(root); }

    Result<TreeEdit> apply(const Edit& edit, Node value)
    {
        if (edit.kind == Edit::Kind::insert || edit.kind == Edit::Kind::move)
            return change_list(edit, std::move(value));
        if (edit.kind == Edit::Kind::remove)
            return remove();
        Node* at = &result_.root;
        for (std::size_t i = 0; i < path_.size(); ++i)
            if (at = step(*at, i); !at)
                return no_such_path();
        *at = std::move(value);
        return std::move(result_);
    }

private:
    Diagnostic no_such_path() const
    {
        return error_in("", fmt::format("found no {}, expected a value of the scenario", to_text(path_)));
    }

    /// Into the value, which becomes a table with that key where it is none.
    Node* step(Node& from, std::size_t i)
    {
        const PathStep& step = path_[i];
        if (step.position)
            return from.is(Kind::array) && *step.position < from.items.size() ? &from.items[*step.position]
                                                                              : nullptr;
        if (from.is(Kind::array))
            return nullptr;
        if (!from.is(Kind::table)) {
            Node table = long_form(from, step.key);
            table.where = from.where;
            from = std::move(table);
        }
        if (!from.find(step.key)) {
            put_out(from, i);
            from.set(step.key, Node{});
        }
        return from.find(step.key);
    }

    void put_out(Node& table, std::size_t i)
    {
        Node over;
        over.set(path_[i].key, Node{});
        const Node before = table;
        drop_what_is_replaced(table, over);
        for (const auto& [key, value] : before.entries)
            if (!table.find(key)) {
                result_.put_out.push_back(head(path_, i));
                result_.put_out.back().push_back({key, {}});
            }
    }

    Result<TreeEdit> remove()
    {
        Node* parent = find_node(result_.root, head(path_, path_.size() - 1));
        if (!parent || !find_node(result_.root, path_))
            return no_such_path();
        if (const auto position = path_.back().position)
            parent->items.erase(parent->items.begin() + static_cast<std::ptrdiff_t>(*position));
        else
            parent->erase(path_.back().key);
        return std::move(result_);
    }

    Result<TreeEdit> change_list(const Edit& edit, Node value)
    {
        const auto position = path_.back().position;
        if (!position)
            return no_such_path();
        Node* list = &result_.root;
        for (std::size_t i = 0; i + 1 < path_.size(); ++i)
            if (list = step(*list, i); !list)
                return no_such_path();
        if (list->is(Kind::table) && list->entries.empty())
            *list = array_node();
        auto& items = list->items;
        const std::size_t size = items.size();
        const bool is_insert = edit.kind == Edit::Kind::insert;
        if (!list->is(Kind::array) || (is_insert ? *position > size : *position >= size || edit.to >= size))
            return no_such_path();
        if (!is_insert) {
            value = items[*position];
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(*position));
        }
        const std::size_t to = is_insert ? *position : edit.to;
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(to), std::move(value));
        return std::move(result_);
    }

    const ValuePath& path_;
    TreeEdit result_;
};

} // namespace

Result<TreeEdit> edited_tree(Node root, const Edit& edit, const ValuePath& path, Node value)
{
    return TreeEditor(std::move(root), path).apply(edit, std::move(value));
}

} // namespace switchroom
