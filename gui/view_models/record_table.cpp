#include "gui/view_models/record_table.h"

#include "gui/view_models/node_path.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/reporter.h"

#include <algorithm>

namespace switchroom::gui {

RecordTable record_table(const FormSource& source, const std::string& path,
                         const std::vector<LabelledKey>& keys, const std::vector<std::string>& more)
{
    RecordTable table;
    table.path = path;
    const Language language = source.locale.language;
    for (const LabelledKey& key : keys)
        table.columns.emplace_back(text_of(key.label, language));
    for (const std::string& day : more)
        table.columns.push_back(day_title(day, language));
    const Node* list = find_node(source.root, path);
    if (!list || !list->is(Node::Kind::array))
        return table;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const std::string at = join_path(path, i);
        std::vector<Field> row;
        for (const LabelledKey& key : keys)
            row.push_back(make_field(source, at + "." + key.key, text_of(key.label, language)));
        for (const std::string& day : more)
            row.push_back(make_field(source, join_path(at, day), day_title(day, language)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<std::string> windows_columns(const Node& root, const std::string& path)
{
    std::vector<std::string> columns;
    const Node* list = find_node(root, path);
    for (const std::string_view key :
         {"every_day", "weekdays", "mon", "tue", "wed", "thu", "fri", "weekend", "sat", "sun"}) {
        const bool said = list && (list->find(key) ||
                                   std::any_of(list->items.begin(), list->items.end(),
                                               [&](const Node& item) { return item.find(key) != nullptr; }));
        if (said)
            columns.emplace_back(key);
    }
    if (columns.empty())
        columns.emplace_back("weekdays");
    return columns;
}

std::vector<ClockWindow> windows_of(const Node& node)
{
    std::vector<ClockWindow> windows;
    const auto add = [&](const Node& item) {
        if (const auto window = item.is(Node::Kind::text) ? parse_window(item.text) : std::nullopt)
            windows.push_back(*window);
    };
    if (node.is(Node::Kind::array))
        for (const Node& item : node.items)
            add(item);
    else
        add(node);
    return windows;
}

std::string quoted_literal(const std::string& text)
{
    return toml_literal(text_node(text));
}

} // namespace switchroom::gui
