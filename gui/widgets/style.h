#pragma once
/// Dear ImGui's own look, made ours; and the fonts.

#include "gui/widgets/ui.h"

#include <string>

namespace switchroom::gui {

/// Sets colours and sizes for the palette and scale of `ui`.
void apply_style(const Ui& ui);

/// Loads Inter (else Roboto, else what Dear ImGui brings) from where Debian keeps it, at floor(size × scale)
/// pixels, and builds the atlas. Called again when the scale changes; never inside a frame. Returns the name
/// of the family.
std::string load_fonts(Ui& ui);

} // namespace switchroom::gui
