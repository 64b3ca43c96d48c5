#pragma once
/// Draws what Dear ImGui wants drawn without a graphics card or a display: for screenshots, exported pictures
/// and tests. Triangles with the top-left rule (each pixel of two neighbours belongs to one of them), vertex
/// colours and the font atlas' alpha, blended in sRGB as the window's OpenGL does.

#include "gui/app/image.h"
#include "gui/widgets/geometry.h"

struct ImDrawData;

namespace switchroom::gui {

/// The current context's font atlas is built. Commands with another texture are passed over.
Image rasterised(const ImDrawData& data, Colour ground);

} // namespace switchroom::gui
