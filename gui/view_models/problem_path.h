#pragma once
/// From a place in a file to the value that stands there.

#include "sim/scenario/node.h"

#include <string>

namespace switchroom::gui {

/// Path of the value or key that begins at this place or, where none does, of the last one before it in that
/// file; the deepest of several. Empty where the file says nothing there.
std::string path_at(const Node& root, const SourceLocation& where);

} // namespace switchroom::gui
