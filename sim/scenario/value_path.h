#pragma once
/// Paths of values ("contacts[2].talk.mean") as steps, and the tree that they lead through.

#include "sim/scenario/node.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// One step of a path: into a table by key, or into a list by position.
struct PathStep {
    std::string key;                     ///< where there is no position
    std::optional<std::size_t> position; ///< 0-based
    friend bool operator==(const PathStep&, const PathStep&) = default;
};

using ValuePath = std::vector<PathStep>;

/// Nothing where the text is no path.
std::optional<ValuePath> parse_path(std::string_view text);
std::string to_text(const ValuePath& path);

/// The first `count` steps.
ValuePath head(const ValuePath& path, std::size_t count);
/// Whether `path` leads to `other` or through it.
bool starts_with(const ValuePath& path, const ValuePath& other);

/// Null where the path leads nowhere.
const Node* find_node(const Node& root, const ValuePath& path);
Node* find_node(Node& root, const ValuePath& path);

/// Equal in value whatever the order of keys.
bool same_content(const Node& a, const Node& b);

} // namespace switchroom
