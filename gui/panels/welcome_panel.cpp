#include "gui/panels/welcome_panel.h"

#include "gui/view_models/welcome.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

void draw_library(Workbench& workbench, Ui& ui)
{
    const std::vector<WelcomeEntry>& entries = workbench.library;
    text(ui, ui.say(Text::welcome_like_yours), TextStyle::strong);
    constexpr std::size_t in_a_row = 4;
    for (std::size_t first = 0; first < entries.size(); first += in_a_row) {
        Columns columns(ui, first == 0 ? "library" : "more of the library", static_cast<int>(in_a_row));
        for (std::size_t i = first; i < std::min(first + in_a_row, entries.size()); ++i) {
            columns.next();
            const WelcomeEntry& entry = entries[i];
            const ImVec2 at = ImGui::GetCursorScreenPos();
            {
                Card card(ui, "", 118);
                paragraph(ui, entry.title, TextStyle::strong);
                paragraph(ui, ui.say(entry.about), TextStyle::muted);
            }
            const ImVec2 size = ImGui::GetItemRectSize();
            const ImVec2 after = ImGui::GetCursorScreenPos();
            ImGui::SetCursorScreenPos(at);
            if (ImGui::InvisibleButton(entry.name.c_str(),
                                       ImVec2(std::max(size.x, 1.0F), std::max(size.y, 1.0F))))
                workbench.open_template(entry.name);
            note_item(ui, ItemKind::button, entry.title);
            if (ImGui::IsItemHovered() || (ImGui::IsItemFocused() && keyboard_is_used()))
                ImGui::GetWindowDrawList()->AddRect(at, ImVec2(at.x + size.x, at.y + size.y),
                                                    ui.look().accent.packed(), ui.px(8), 0, ui.px(1.5F));
            ImGui::SetCursorScreenPos(after);
            ImGui::Dummy(ImVec2(0, 0));
        }
    }
}

void draw_own(Workbench& workbench, Ui& ui)
{
    Card card(ui, ui.say(Text::welcome_own), 150);
    gap(ui, 4);
    if (primary_button(ui, ui.say(Text::welcome_open)))
        workbench.ask_to_open();
    paragraph(ui, ui.say(Text::welcome_drop), TextStyle::muted);
}

void draw_recent(Workbench& workbench, Ui& ui)
{
    Card card(ui, ui.say(Text::welcome_recent), 150);
    const std::vector<std::string> recent = workbench.desk.settings.recent_files;
    for (std::size_t i = 0; i < std::min<std::size_t>(recent.size(), 4); ++i)
        if (link(ui, recent[i]))
            workbench.open(recent[i]);
}

void draw_left_behind(Workbench& workbench, Ui& ui)
{
    Card card(ui, ui.say(Text::welcome_recover));
    paragraph(ui, ui.say(Text::welcome_recover_lead), TextStyle::muted);
    const std::vector<Recoverable> left_behind = workbench.memory->left_behind();
    for (const Recoverable& left : left_behind) {
        ImGui::PushID(left.id.c_str());
        if (primary_button(ui, ui.say(Text::welcome_recover_take)))
            workbench.recover(left.id);
        beside(ui);
        if (button(ui, ui.say(Text::welcome_recover_drop)))
            workbench.memory->let_go(left.id);
        beside(ui);
        text(ui, left.title, TextStyle::strong);
        beside(ui);
        text(ui, left.suggested_path.empty() ? left.path : left.suggested_path, TextStyle::muted);
        ImGui::PopID();
    }
}

} // namespace

void draw_welcome(Workbench& workbench, Ui& ui)
{
    gap(ui, 10);
    text(ui, ui.say(Text::welcome_title), TextStyle::figure);
    paragraph(ui, ui.say(Text::welcome_lead));
    gap(ui, 16);
    if (workbench.memory && !workbench.memory->left_behind().empty()) {
        draw_left_behind(workbench, ui);
        gap(ui, 14);
    }
    draw_library(workbench, ui);
    gap(ui, 14);
    const bool any_recent = !workbench.desk.settings.recent_files.empty();
    Columns columns(ui, "own", any_recent ? 2 : 1);
    columns.next();
    draw_own(workbench, ui);
    if (any_recent) {
        columns.next();
        draw_recent(workbench, ui);
    }
}

} // namespace switchroom::gui
