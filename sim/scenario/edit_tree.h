#pragma once
/// An edit of the merged tree: what the text must say after the edit. Internal to this folder.

#include "sim/scenario/edit_text.h"
#include "sim/scenario/value_path.h"

#include <vector>

namespace switchroom {

struct TreeEdit {
    Node root;                      ///< after the edit
    std::vector<ValuePath> put_out; ///< values that the edit made void: another source of arrivals …
};

/// `value` is the parsed literal of set and insert. Values in short form on the way (`talk = "3min"`,
/// `skills = ["calls"]`) become tables. Errors: no such path.
Result<TreeEdit> edited_tree(Node root, const Edit& edit, const ValuePath& path, Node value);

} // namespace switchroom
