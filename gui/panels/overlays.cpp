#include "gui/panels/overlays.h"

#include "gui/view_models/commands.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

constexpr ImGuiWindowFlags plain_window = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                          ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                          ImGuiWindowFlags_NoCollapse;

/// A window above everything, in the middle. Returns whether it is open; end with end_overlay() if so.
bool begin_overlay(Ui& ui, const char* name, float width_pt, float height_pt, bool& open)
{
    if (open && !ImGui::IsPopupOpen(name))
        ImGui::OpenPopup(name);
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const ImVec2 size(std::min(ui.px(width_pt), display.x - ui.px(40)),
                      std::min(ui.px(height_pt), display.y - ui.px(40)));
    ImGui::SetNextWindowSize(size);
    ImGui::SetNextWindowPos(ImVec2((display.x - size.x) / 2, (display.y - size.y) / 3));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, vec(ui.look().card));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(18), ui.px(16)));
    const bool shown = ImGui::BeginPopupModal(name, nullptr, plain_window);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (shown && (!open || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false))) {
        open = false;
        ImGui::CloseCurrentPopup();
    }
    return shown;
}

void draw_folder(FileBrowser& browser, Ui& ui)
{
    ImGui::BeginChild("folder", ImVec2(0, -ui.px(112)), true);
    if (selectable(ui, ui.say(Text::browser_up), false)) {
        browser.enter("..");
        ImGui::EndChild();
        return;
    }
    std::string entered;
    for (const std::string& folder : browser.folders())
        if (selectable(ui, folder + "/", false))
            entered = folder;
    for (const std::string& file : browser.files()) {
        if (selectable(ui, file, file == browser.name))
            browser.name = file;
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0))
            browser.accept();
    }
    ImGui::EndChild();
    if (!entered.empty())
        browser.enter(entered);
}

} // namespace

void draw_palette(Workbench& workbench, Ui& ui)
{
    const bool just_opened = workbench.shows_palette && !ImGui::IsPopupOpen("palette");
    if (!workbench.shows_palette && !ImGui::IsPopupOpen("palette"))
        return;
    if (just_opened) {
        workbench.palette_words.clear();
        workbench.palette_row = 0;
    }
    if (!begin_overlay(ui, "palette", 520, 440, workbench.shows_palette))
        return;
    if (ImGui::IsWindowAppearing())
        ImGui::SetKeyboardFocusHere();
    if (input(ui, "##palette", workbench.palette_words, 0, ui.say(Text::palette_hint)))
        workbench.palette_row = 0;
    const std::vector<Command> found = matching(commands(workbench), workbench.palette_words);
    if (!found.empty()) {
        const std::size_t last = found.size() - 1;
        std::size_t& row = workbench.palette_row;
        row = std::min(row, last);
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)))
            row = std::min(row + 1, last);
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow)) && row > 0)
            --row;
    }
    std::size_t chosen = found.size();
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false))
        chosen = workbench.palette_row;
    if (found.empty())
        text(ui, ui.say(Text::palette_nothing), TextStyle::muted);
    ImGui::BeginChild("found");
    for (std::size_t i = 0; i < found.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImGui::BeginDisabled(!found[i].enabled);
        if (selectable(ui, found[i].words, i == workbench.palette_row))
            chosen = i;
        ImGui::EndDisabled();
        const std::string keys = to_text(found[i].shortcut);
        if (!keys.empty()) {
            ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.px(96));
            text(ui, keys, TextStyle::muted);
        }
        ImGui::PopID();
    }
    ImGui::EndChild();
    if (chosen < found.size() && found[chosen].enabled) {
        workbench.shows_palette = false;
        ImGui::CloseCurrentPopup();
        found[chosen].run(workbench);
    }
    ImGui::EndPopup();
}

void draw_browser(Workbench& workbench, Ui& ui)
{
    FileBrowser& browser = workbench.browser;
    bool open = browser.is_open();
    if (!open && !ImGui::IsPopupOpen("browser"))
        return;
    if (!begin_overlay(ui, "browser", 620, 520, open))
        return;
    if (!open)
        browser.close();
    const bool saves = browser.purpose() == FileBrowser::Purpose::save;
    text(ui, ui.say(saves ? Text::browser_save : Text::browser_open), TextStyle::title);
    text(ui, browser.folder(), TextStyle::muted);
    draw_folder(browser, ui);
    input(ui, ui.say(Text::browser_name), browser.name);
    if (browser.would_overwrite())
        text(ui, ui.say(Text::browser_overwrites), TextStyle::warning);
    const bool enter = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
    if (primary_button(ui, ui.say(saves ? Text::browser_accept_save : Text::browser_accept_open),
                       browser.can_accept()) ||
        (enter && browser.can_accept()))
        browser.accept();
    ImGui::SameLine();
    if (button(ui, ui.say(Text::shell_cancel)))
        browser.close();
    if (!browser.is_open())
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

void draw_shortcuts(Workbench& workbench, Ui& ui)
{
    if (!workbench.shows_shortcuts && !ImGui::IsPopupOpen("shortcuts"))
        return;
    if (!begin_overlay(ui, "shortcuts", 440, 640, workbench.shows_shortcuts))
        return;
    text(ui, ui.say(Text::command_shortcuts), TextStyle::title);
    ImGui::BeginChild("keys", ImVec2(0, -ui.px(44)));
    for (const Command& command : commands(workbench)) {
        const std::string keys = to_text(command.shortcut);
        if (keys.empty())
            continue;
        text(ui, command.words);
        ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.px(104));
        text(ui, keys, TextStyle::muted);
    }
    ImGui::EndChild();
    if (button(ui, ui.say(Text::shell_close_words))) {
        workbench.shows_shortcuts = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void draw_notices(Workbench& workbench, Ui& ui)
{
    if (workbench.notices.all().empty())
        return;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(ImVec2(display.x - ui.px(20), display.y - ui.px(20)), ImGuiCond_Always,
                            ImVec2(1, 1));
    ImGui::SetNextWindowSizeConstraints(ImVec2(ui.px(260), 0), ImVec2(ui.px(560), display.y));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, vec(ui.look().text));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().card));
    ImGui::Begin("notices", nullptr,
                 plain_window | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNav);
    ImGui::PushTextWrapPos(ui.px(520));
    for (const Notice& notice : workbench.notices.all()) {
        ImGui::TextUnformatted(notice.words.c_str());
        note_item(ui, ItemKind::text, notice.words);
    }
    ImGui::PopTextWrapPos();
    const bool dismissed = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0);
    ImGui::End();
    ImGui::PopStyleColor(2);
    if (dismissed)
        workbench.notices.dismiss();
}

} // namespace switchroom::gui
