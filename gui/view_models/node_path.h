#pragma once
/// Paths of values as texts ("contacts[2].talk.mean", as in SourceMap): short ways over sim's ValuePath.

#include "sim/scenario/node.h"

#include <string>
#include <string_view>

namespace switchroom::gui {

/// Null: the tree says nothing there, or this is no path.
const Node* find_node(const Node& root, std::string_view path);

/// Without positions: "contacts[2].talk.mean" → "contacts.talk.mean".
std::string kind_of_path(std::string_view path);

/// What is in front of the last part: "contacts[2].talk"; empty for a single key.
std::string parent_path(std::string_view path);
/// The last key of the path, positions passed over.
std::string last_key(std::string_view path);

/// Whether `path` is `root` or stands inside it.
bool is_inside(std::string_view path, std::string_view root);

} // namespace switchroom::gui
