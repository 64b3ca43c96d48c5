#include "sim/scenario/value_path.h"

#include "sim/scenario/reporter.h"

#include <algorithm>
#include <charconv>

namespace switchroom {

namespace {

/// Takes `"a \"quoted\" key"` or a bare one off the front.
std::optional<std::string> take_key(std::string_view& text)
{
    std::string key;
    if (!text.starts_with('"')) {
        const std::size_t end = std::min(text.find_first_of(".["), text.size());
        key = text.substr(0, end);
        text.remove_prefix(end);
        return key.empty() ? std::nullopt : std::optional(key);
    }
    text.remove_prefix(1);
    while (!text.empty() && text.front() != '"') {
        if (text.front() == '\\')
            text.remove_prefix(1);
        if (text.empty())
            break;
        key += text.front();
        text.remove_prefix(1);
    }
    if (text.empty())
        return std::nullopt;
    text.remove_prefix(1);
    return key;
}

/// Takes "[12]" off the front.
std::optional<std::size_t> take_position(std::string_view& text)
{
    std::size_t position = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), position);
    if (error != std::errc() || end == text.data() + text.size() || *end != ']')
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return position;
}

} // namespace

std::optional<ValuePath> parse_path(std::string_view text)
{
    ValuePath path;
    while (!text.empty()) {
        if (text.front() == '[' && !path.empty()) {
            const auto position = take_position(text);
            if (!position)
                return std::nullopt;
            path.push_back({"", position});
            continue;
        }
        if (!path.empty()) {
            if (text.front() != '.')
                return std::nullopt;
            text.remove_prefix(1);
        }
        auto key = take_key(text);
        if (!key)
            return std::nullopt;
        path.push_back({*std::move(key), {}});
    }
    return path.empty() ? std::nullopt : std::optional(path);
}

std::string to_text(const ValuePath& path)
{
    std::string text;
    for (const PathStep& step : path)
        text = step.position ? join_path(text, *step.position) : join_path(text, step.key);
    return text;
}

ValuePath head(const ValuePath& path, std::size_t count)
{
    return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(count)};
}

bool starts_with(const ValuePath& path, const ValuePath& other)
{
    return path.size() >= other.size() && std::equal(other.begin(), other.end(), path.begin());
}

const Node* find_node(const Node& root, const ValuePath& path)
{
    const Node* at = &root;
    for (const PathStep& step : path) {
        if (step.position)
            at = *step.position < at->items.size() ? &at->items[*step.position] : nullptr;
        else
            at = at->find(step.key);
        if (!at)
            return nullptr;
    }
    return at;
}

Node* find_node(Node& root, const ValuePath& path)
{
    return const_cast<Node*>(find_node(std::as_const(root), path));
}

bool same_content(const Node& a, const Node& b)
{
    if (a.kind != b.kind || a.items.size() != b.items.size() || a.entries.size() != b.entries.size())
        return false;
    if (a.kind == Node::Kind::array)
        return std::equal(a.items.begin(), a.items.end(), b.items.begin(), same_content);
    if (a.kind != Node::Kind::table)
        return same_value(a, b);
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const auto& entry) {
        const Node* other = b.find(entry.first);
        return other && same_content(entry.second, *other);
    });
}

} // namespace switchroom
