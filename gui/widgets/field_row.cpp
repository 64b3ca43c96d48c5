#include "gui/widgets/field_row.h"

#include <imgui.h>

namespace switchroom::gui {

namespace {

/// As high as the label of a field and what lies between the two.
void skip_label(const Ui& ui)
{
    ImGui::Dummy(ImVec2(0.0F, ui.fonts.small->FontSize));
}

} // namespace

bool button_in_row(Ui& ui, std::string_view label, bool enabled)
{
    ImGui::BeginGroup();
    skip_label(ui);
    const bool pressed = button(ui, label, enabled);
    ImGui::EndGroup();
    return pressed;
}

bool checkbox_in_row(Ui& ui, std::string_view label, bool& on)
{
    ImGui::BeginGroup();
    skip_label(ui);
    const bool changed = checkbox(ui, label, on);
    ImGui::EndGroup();
    return changed;
}

} // namespace switchroom::gui
