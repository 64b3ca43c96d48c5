#include "gui/view_models/problem_path.h"

#include "sim/scenario/reporter.h"

#include <tuple>

namespace switchroom::gui {

namespace {

class Search {
public:
    explicit Search(const SourceLocation& where) : where_(where) {}

    void look(const Node& node, const std::string& path)
    {
        consider(node.where, path);
        consider(node.key_where, path);
        for (const auto& [key, value] : node.entries)
            look(value, join_path(path, key));
        for (std::size_t i = 0; i < node.items.size(); ++i)
            look(node.items[i], join_path(path, i));
    }

    std::string found;

private:
    void consider(const SourceLocation& place, const std::string& path)
    {
        const auto at = std::tuple(place.line, place.column);
        if (place.file != where_.file || place.line == 0 || at > std::tuple(where_.line, where_.column))
            return;
        if (at >= best_) {
            best_ = at;
            found = path;
        }
    }

    SourceLocation where_;
    std::tuple<int, int> best_{0, 0};
};

} // namespace

std::string path_at(const Node& root, const SourceLocation& where)
{
    Search search(where);
    search.look(root, "");
    return search.found;
}

} // namespace switchroom::gui
