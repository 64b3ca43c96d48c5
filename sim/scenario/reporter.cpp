#include "sim/scenario/reporter.h"

#include <algorithm>
#include <tuple>

namespace switchroom {

namespace {

bool is_bare(std::string_view key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

void collect_places(const Node& node, const std::string& path, SourceMap& map)
{
    map.places[path] = node.where;
    for (const auto& [key, value] : node.entries)
        collect_places(value, join_path(path, key), map);
    for (std::size_t i = 0; i < node.items.size(); ++i)
        collect_places(node.items[i], join_path(path, i), map);
}

} // namespace

SourceMap places_of(const Node& root)
{
    SourceMap map;
    collect_places(root, "", map);
    return map;
}

std::string join_path(const std::string& parent, std::string_view key)
{
    std::string path = parent;
    if (!path.empty())
        path += '.';
    if (is_bare(key))
        return path.append(key);
    path += '"';
    for (char c : key) {
        if (c == '"' || c == '\\')
            path += '\\';
        path += c;
    }
    return path + '"';
}

std::string join_path(const std::string& parent, std::size_t position)
{
    return parent + '[' + std::to_string(position) + ']';
}

SourceLocation SourceMap::find(std::string_view path) const
{
    for (;;) {
        if (const auto found = places.find(path); found != places.end())
            return found->second;
        if (path.empty())
            return {};
        const auto cut = path.find_last_of(".[");
        path = cut == std::string_view::npos ? std::string_view() : path.substr(0, cut);
    }
}

void Reporter::error_at(SourceLocation where, const std::string& path, std::string message)
{
    broken_.insert(path);
    found_.push_back({Severity::error, std::move(where), std::move(message)});
}

void Reporter::error(const std::string& path, std::string message)
{
    error_at(sources_.find(path), path, std::move(message));
}

void Reporter::warning(const std::string& path, std::string message)
{
    found_.push_back({Severity::warning, sources_.find(path), std::move(message)});
}

bool Reporter::broken(const std::string& path) const
{
    const auto at = broken_.lower_bound(path);
    if (at == broken_.end() || !at->starts_with(path))
        return false;
    return at->size() == path.size() || (*at)[path.size()] == '.' || (*at)[path.size()] == '[';
}

Diagnostics Reporter::sorted(const std::vector<std::string>& files) const
{
    const auto rank = [&](const Diagnostic& d) {
        const auto file = std::find(files.begin(), files.end(), d.where.file);
        return std::tuple(file - files.begin(), d.where.line, d.where.column);
    };
    Diagnostics all = found_;
    std::stable_sort(all.begin(), all.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace switchroom
