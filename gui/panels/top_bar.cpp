#include "gui/panels/top_bar.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

/// A title that fits, cut in the middle of nowhere but never of a character.
std::string shortened(std::string title, std::size_t most)
{
    if (title.size() <= most)
        return title;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U)
        --end;
    title.resize(end);
    return title + "…";
}

void draw_tab(Workbench& workbench, Ui& ui, std::size_t position)
{
    const ScenarioEditor& editor = *workbench.desk.scenarios[position];
    const bool shown = position == workbench.desk.active;
    const Palette& look = ui.look();
    ImGui::PushID(static_cast<int>(editor.id()));
    ImGui::PushStyleColor(ImGuiCol_Button, vec(shown ? look.card : look.ground));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(shown ? look.text : look.muted));
    const std::string title = shortened(editor.title(), workbench.desk.scenarios.size() > 3 ? 22 : 40) +
                              (editor.has_unsaved_changes() ? " •" : "");
    if (ImGui::Button(title.c_str()))
        workbench.choose(position);
    note_item(ui, ItemKind::tab, editor.title(), shown ? "on" : "off");
    tooltip(ui, editor.title() + "\n" + editor.path() +
                    (editor.has_unsaved_changes() ? std::string("\n") + ui.say(Text::shell_unsaved) : ""));
    ImGui::SameLine(0, 0);
    const bool closes = ImGui::Button("×##close");
    note_item(ui, ItemKind::button, std::string(ui.say(Text::shell_close_words)) + " " + editor.title());
    if (closes)
        workbench.close(position); // and editor is gone
    ImGui::PopStyleColor(2);
    ImGui::PopID();
}

void draw_actions(Workbench& workbench, Ui& ui)
{
    const ScenarioEditor& editor = workbench.desk.shown();
    const ImGuiStyle& style = ImGui::GetStyle();
    float width = 2.0F * style.ItemSpacing.x;
    for (const Text words : {Text::shell_undo, Text::shell_redo, Text::shell_save})
        width += ImGui::CalcTextSize(ui.say(words)).x + 2.0F * style.FramePadding.x;
    const float right = ImGui::GetWindowWidth() - width - style.WindowPadding.x;
    ImGui::SameLine(std::max(ImGui::GetCursorPosX(), right));
    if (button(ui, ui.say(Text::shell_undo), editor.can_undo()))
        workbench.undo();
    tooltip(ui, editor.undo_name());
    ImGui::SameLine();
    if (button(ui, ui.say(Text::shell_redo), editor.can_redo()))
        workbench.redo();
    tooltip(ui, editor.redo_name());
    ImGui::SameLine();
    if (button(ui, ui.say(Text::shell_save), editor.has_unsaved_changes()))
        workbench.save();
}

} // namespace

void draw_top_bar(Workbench& workbench, Ui& ui)
{
    for (std::size_t i = 0; i < workbench.desk.scenarios.size(); ++i) {
        draw_tab(workbench, ui, i);
        ImGui::SameLine(0, ui.px(4));
        if (i >= workbench.desk.scenarios.size()) // it was closed just now
            break;
    }
    if (ImGui::Button("+"))
        workbench.shows_welcome = true;
    note_item(ui, ItemKind::button, ui.say(Text::shell_add));
    tooltip(ui, ui.say(Text::shell_add));
    if (!workbench.desk.empty())
        draw_actions(workbench, ui);
}

} // namespace switchroom::gui
