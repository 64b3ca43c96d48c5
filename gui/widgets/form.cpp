#include "gui/widgets/form.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <vector>

namespace switchroom::gui {

namespace {

/// What stands in an empty field.
std::string hint_of(const Ui& ui, const Field& field)
{
    if (field.standard.empty())
        return field.required ? std::string() : ui.say(Text::sc_not_set);
    return ui.say(Text::sc_default, field.standard);
}

std::vector<std::string> names_of(const std::string& text)
{
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        std::string name = text.substr(begin, end - begin);
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        if (!name.empty())
            names.push_back(name);
        begin = end + 1;
    }
    return names;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// One of the list, or several of it where the field takes several.
FieldEvent list_of_choices(Ui& ui, const Field& field, std::string& text)
{
    FieldEvent event = FieldEvent::none;
    std::vector<std::string> names =
        field.kind == FieldKind::names ? names_of(text) : std::vector<std::string>{text};
    if (!field.required && !text.empty() && selectable(ui, hint_of(ui, field), false)) {
        text.clear(); // back to what holds where the file says nothing
        return FieldEvent::chosen;
    }
    for (const std::string& option : field.choices) {
        const auto at = std::find(names.begin(), names.end(), option);
        if (field.kind != FieldKind::names) {
            if (selectable(ui, title_of_choice(field, option), at != names.end())) {
                text = option;
                event = FieldEvent::chosen;
            }
            continue;
        }
        bool on = at != names.end();
        if (!checkbox(ui, option, on))
            continue;
        if (on)
            names.push_back(option);
        else
            names.erase(at);
        text = joined(names);
        event = FieldEvent::chosen;
    }
    return event;
}

FieldEvent choice_field(Ui& ui, const Field& field, std::string& text, const std::string& id)
{
    const std::string shown = text.empty() ? hint_of(ui, field) : title_of_choice(field, text);
    if (text.empty())
        ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().muted));
    const bool open = ImGui::BeginCombo(id.c_str(), shown.c_str(), ImGuiComboFlags_HeightLarge);
    if (text.empty())
        ImGui::PopStyleColor();
    FieldEvent event = FieldEvent::none;
    if (open) { // a window of its own: the field is the last item again once it is closed
        event = list_of_choices(ui, field, text);
        ImGui::EndCombo();
    }
    note_item(ui, ItemKind::choice, field.label, shown);
    return event;
}

FieldEvent text_field(Ui& ui, const Field& field, std::string& text, const std::string& id)
{
    const bool changed = ImGui::InputTextWithHint(id.c_str(), hint_of(ui, field).c_str(), &text);
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    note_item(ui, ItemKind::input, field.label, text);
    if (left)
        return FieldEvent::left;
    return changed ? FieldEvent::typed : FieldEvent::none;
}

void label_above(Ui& ui, const std::string& label)
{
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().muted));
    ImGui::TextUnformatted(fitted(label, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

std::string help_words(const Ui& ui, const Field& field)
{
    std::string words = field.help;
    if (!field.origin.empty())
        words += (words.empty() ? "" : "\n\n") + ui.say(Text::sc_from_file, field.origin);
    return words;
}

} // namespace

std::string fitted(const std::string& text, float width_px)
{
    if (ImGui::CalcTextSize(text.c_str()).x <= width_px)
        return text;
    std::string cut = text;
    while (!cut.empty()) {
        do
            cut.pop_back();
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U);
        // A lead byte without what follows it is no letter.
        while (!cut.empty() && static_cast<unsigned char>(cut.back()) >= 0xC0U)
            cut.pop_back();
        if (const std::string shorter = cut + "…"; ImGui::CalcTextSize(shorter.c_str()).x <= width_px)
            return shorter;
    }
    return "…";
}

FieldEvent form_field(Ui& ui, const Field& field, std::string& text, const std::string& error,
                      const FieldLook& look)
{
    ImGui::BeginGroup();
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0F; // else labels beside a field hang lower
    if (look.labelled)
        label_above(ui, field.label);
    ImGui::SetNextItemWidth(look.width_pt > 0.0F ? ui.px(look.width_pt) : -FLT_MIN);
    if (look.focus) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetScrollHereY(0.3F);
    }
    const bool wrong = !error.empty();
    if (wrong) {
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ui.px(1.5F));
        ImGui::PushStyleColor(ImGuiCol_Border, vec(ui.look().bad));
    }
    const std::string id = "##" + field.path;
    const FieldEvent event =
        field.choices.empty() ? text_field(ui, field, text, id) : choice_field(ui, field, text, id);
    if (wrong) {
        ImGui::PopStyleColor();
        ImGui::PopStyleVar();
    }
    tooltip(ui, help_words(ui, field));
    if (wrong) {
        ImGui::PushFont(ui.fonts.small);
        ImGui::PushTextWrapPos(0.0F);
        ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().bad));
        ImGui::TextUnformatted(wrapped_here(error, ImGui::GetContentRegionAvail().x).c_str());
        ImGui::PopStyleColor();
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        note_item(ui, ItemKind::text, error);
    }
    ImGui::EndGroup();
    return event;
}

} // namespace switchroom::gui
