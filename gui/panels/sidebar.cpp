#include "gui/panels/sidebar.h"

#include "gui/view_models/commands.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <array>

namespace switchroom::gui {

namespace {

/// One screen: a bar at the left marks the one that is shown.
void draw_entry(Workbench& workbench, Ui& ui, Screen screen, int number)
{
    const Palette& look = ui.look();
    const bool shown = !workbench.shows_welcome && workbench.screen() == screen;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(34);
    ImGui::PushStyleColor(ImGuiCol_Button, shown ? vec(look.raised) : ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(shown ? look.text : look.muted));
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, ImVec2(0, 0.5F));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(14), 0));
    ImGui::PushFont(shown ? ui.fonts.strong : ui.fonts.body);
    if (ImGui::Button(ui.say(title_of(screen)), ImVec2(ImGui::GetContentRegionAvail().x, height)))
        workbench.show(screen);
    ImGui::PopFont();
    note_item(ui, ItemKind::tab, ui.say(title_of(screen)), shown ? "on" : "off");
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(2);
    tooltip(ui, to_text(Shortcut{'0' + number % 10, true, false}));
    if (shown)
        ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(at.x, at.y + ui.px(8)),
                                                  ImVec2(at.x + ui.px(3), at.y + height - ui.px(8)),
                                                  look.accent.packed(), ui.px(2));
}

void draw_settings(Workbench& workbench, Ui& ui)
{
    Settings& settings = workbench.desk.settings;
    const std::array<std::string, 2> themes{ui.say(Text::settings_theme_light),
                                            ui.say(Text::settings_theme_dark)};
    int theme = settings.theme == Theme::dark ? 1 : 0;
    if (segments(ui, "theme", themes, theme))
        settings.theme = theme == 1 ? Theme::dark : Theme::light;
    const std::array<std::string, 2> languages{"English", "Français"};
    int language = settings.language == Language::french ? 1 : 0;
    if (segments(ui, "language", languages, language))
        settings.language = language == 1 ? Language::french : Language::english;
}

} // namespace

void draw_sidebar(Workbench& workbench, Ui& ui)
{
    const ImVec2 pad = ImGui::GetStyle().WindowPadding;
    text(ui, "Switchroom", TextStyle::title);
    gap(ui, 14);
    int number = 1;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(3)));
    for (const Screen screen : all_screens)
        draw_entry(workbench, ui, screen, number++);
    ImGui::PopStyleVar();
    const float below = ui.px(108);
    const float bottom = ImGui::GetWindowHeight() - pad.y - below;
    if (ImGui::GetCursorPosY() < bottom)
        ImGui::SetCursorPosY(bottom);
    if (link(ui, ui.say(Text::command_palette)))
        workbench.shows_palette = true;
    tooltip(ui, "Ctrl+K");
    draw_settings(workbench, ui);
}

} // namespace switchroom::gui
