#include "gui/view_models/node_path.h"

#include "sim/scenario/value_path.h"

namespace switchroom::gui {

const Node* find_node(const Node& root, std::string_view path)
{
    const auto parts = parse_path(path);
    return parts ? switchroom::find_node(root, *parts) : nullptr;
}

std::string kind_of_path(std::string_view path)
{
    const auto parts = parse_path(path);
    std::string kind;
    if (parts)
        for (const PathStep& part : *parts)
            if (!part.position)
                kind += (kind.empty() ? "" : ".") + part.key;
    return kind;
}

std::string parent_path(std::string_view path)
{
    const auto parts = parse_path(path);
    return parts && !parts->empty() ? to_text(head(*parts, parts->size() - 1)) : std::string();
}

std::string last_key(std::string_view path)
{
    const std::string kind = kind_of_path(path);
    return kind.substr(kind.rfind('.') + 1);
}

bool is_inside(std::string_view path, std::string_view root)
{
    if (root.empty() || path == root)
        return true;
    return path.starts_with(root) && (path[root.size()] == '.' || path[root.size()] == '[');
}

} // namespace switchroom::gui
