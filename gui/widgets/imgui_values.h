#pragma once
/// Our colours as Dear ImGui takes them.

#include "gui/widgets/geometry.h"

struct ImVec4;

namespace switchroom::gui {

ImVec4 vec(Colour colour);

} // namespace switchroom::gui
