#include "sim/scenario/change_text.h"

#include "sim/scenario/print_toml.h"
#include "sim/scenario/text_editor.h"
#include "sim/scenario/to_node.h"
#include "sim/scenario/value_path.h"

#include <algorithm>

namespace switchroom {

namespace {

using Kind = Node::Kind;

ValuePath below(const ValuePath& path, std::string_view key)
{
    ValuePath longer = path;
    longer.push_back({std::string(key), {}});
    return longer;
}

ValuePath below(const ValuePath& path, std::size_t position)
{
    ValuePath longer = path;
    longer.push_back({"", position});
    return longer;
}

/// The edits from one tree to the other, in an order in which each path is right when its turn comes.
class Differences {
public:
    std::vector<Edit> edits;

    void find(const Node& before, const Node& after, const ValuePath& path)
    {
        if (same_content(before, after))
            return;
        if (before.is(Kind::table) && after.is(Kind::table) && !path.empty() && is_another_law(before, after))
            edits.push_back(set_edit(to_text(path), toml_literal(after)));
        else if (before.is(Kind::table) && after.is(Kind::table))
            tables(before, after, path);
        else if (before.is(Kind::array) && after.is(Kind::array) && !before.items.empty() &&
                 !after.items.empty())
            lists(before, after, path);
        else
            edits.push_back(set_edit(to_text(path), toml_literal(after)));
    }

private:
    static bool is_another_law(const Node& before, const Node& after)
    {
        const Node* family = before.find("family");
        const Node* other = after.find("family");
        return (family != nullptr) != (other != nullptr) || (family && !same_content(*family, *other));
    }

    void tables(const Node& before, const Node& after, const ValuePath& path)
    {
        for (const auto& [key, value] : after.entries)
            if (const Node* old = before.find(key))
                find(*old, value, below(path, key));
        for (const auto& [key, value] : before.entries)
            if (!after.find(key))
                edits.push_back(remove_edit(to_text(below(path, key))));
        for (const auto& [key, value] : after.entries)
            if (!before.find(key))
                edits.push_back(set_edit(to_text(below(path, key)), toml_literal(value)));
    }

    void lists(const Node& before, const Node& after, const ValuePath& path)
    {
        const auto& old = before.items;
        const auto& now = after.items;
        const std::size_t least = std::min(old.size(), now.size());
        std::size_t first = 0;
        while (first < least && same_content(old[first], now[first]))
            ++first;
        std::size_t last = 0; // so many are the same at the end
        while (last < least - first && same_content(old[old.size() - 1 - last], now[now.size() - 1 - last]))
            ++last;
        const std::size_t changed = least - first - last;
        for (std::size_t i = first; i < first + changed; ++i)
            find(old[i], now[i], below(path, i));
        for (std::size_t i = old.size() - last; i-- > first + changed;)
            edits.push_back(remove_edit(to_text(below(path, i))));
        for (std::size_t i = first + changed; i < now.size() - last; ++i)
            edits.push_back(insert_edit(to_text(below(path, i)), toml_literal(now[i])));
    }
};

Node with_defaults(const Scenario& scenario)
{
    const KeepDefaults keep;
    return to_node(scenario);
}

/// The edit or, where the text says the value in another shape, the smallest whole around it. What an
/// included file says cannot be taken away, but the default can be said.
Result<std::string> with_edit(const FileSystem& files, const std::string& text, const std::string& name,
                              const Edit& edit, const Node& after, const Scenario& scenario)
{
    auto changed = apply_edit(files, text, name, edit);
    const auto path = parse_path(edit.path);
    if (!changed && edit.kind == Edit::Kind::remove) {
        const Node all = with_defaults(scenario);
        if (const Node* standard = find_node(all, *path); standard && !path->back().position)
            if (auto said = apply_edit(files, text, name, set_edit(edit.path, toml_literal(*standard))))
                return said;
    }
    for (std::size_t size = path->size(); !changed && size-- > 1;) {
        const ValuePath whole = head(*path, size);
        const Node* value = find_node(after, whole);
        if (!value || whole.back().position)
            continue;
        if (auto raised = apply_edit(files, text, name, set_edit(to_text(whole), toml_literal(*value))))
            return raised;
    }
    return changed;
}

} // namespace

Result<std::string> change_text(const FileSystem& files, std::string_view text, const std::string& name,
                                const Scenario& before, const Scenario& after)
{
    const Node wanted = to_node(after);
    Differences differences;
    differences.find(to_node(before), wanted, {});
    if (auto together = TextEditor(files, text, name).apply_together(differences.edits))
        return *std::move(together);
    std::string changed(text);
    for (const Edit& edit : differences.edits) {
        auto next = with_edit(files, changed, name, edit, wanted, after);
        if (!next)
            return next.errors();
        changed = *std::move(next);
    }
    return changed;
}

} // namespace switchroom
