#include "gui/widgets/imgui_values.h"

#include <imgui.h>

namespace switchroom::gui {

ImVec4 vec(Colour colour)
{
    return ImGui::ColorConvertU32ToFloat4(colour.packed());
}

} // namespace switchroom::gui
