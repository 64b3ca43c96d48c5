#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"

#include "gui/view_models/wrap_text.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

std::string_view visible_part(std::string_view label)
{
    return label.substr(0, label.find("##"));
}

ImFont* font_of(const Ui& ui, TextStyle style)
{
    switch (style) {
    case TextStyle::strong:
        return ui.fonts.strong;
    case TextStyle::title:
        return ui.fonts.title;
    case TextStyle::figure:
        return ui.fonts.figure;
    case TextStyle::small:
        return ui.fonts.small;
    default:
        return ui.fonts.body;
    }
}

Colour colour_of(const Ui& ui, TextStyle style)
{
    switch (style) {
    case TextStyle::muted:
    case TextStyle::small:
        return ui.look().muted;
    case TextStyle::good:
        return ui.look().good;
    case TextStyle::bad:
        return ui.look().bad;
    case TextStyle::warning:
        return ui.look().warning;
    default:
        return ui.look().text;
    }
}

void note_item_at(Ui& ui, ItemKind kind, std::string_view label, std::string_view value, ImRect rect,
                  std::uint32_t id)
{
    const bool visible = ImGui::IsRectVisible(rect.Min, rect.Max);
    rect.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    ui.items.add({.kind = kind,
                  .label = std::string(visible_part(label)),
                  .value = std::string(value),
                  .id = id,
                  .rect = {{rect.Min.x, rect.Min.y}, {rect.Max.x, rect.Max.y}},
                  .enabled = true,
                  .visible = visible && rect.GetWidth() > 0.0F && rect.GetHeight() > 0.0F});
}

/// Label above, id below: what every field begins with.
std::string begin_field(Ui& ui, std::string_view label, float width_pt)
{
    const std::string_view shown = visible_part(label);
    ImGui::BeginGroup();
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0F; // else labels beside a button hang lower
    if (!shown.empty()) {
        ImGui::PushFont(ui.fonts.small);
        ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().muted));
        ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
        ImGui::PopStyleColor();
        ImGui::PopFont();
    }
    ImGui::SetNextItemWidth(width_pt > 0.0F ? ui.px(width_pt) : -FLT_MIN);
    return "##" + std::string(label);
}

void end_field(Ui& ui, ItemKind kind, std::string_view label, std::string_view value)
{
    note_item(ui, kind, label, value);
    ImGui::EndGroup();
}

bool coloured_button(Ui& ui, std::string_view label, bool enabled)
{
    ImGui::BeginDisabled(!enabled);
    const bool pressed = ImGui::Button(std::string(label).c_str());
    note_item(ui, ItemKind::button, label);
    ui.items.last_enabled(enabled);
    ImGui::EndDisabled();
    return pressed;
}

} // namespace

void note_item(Ui& ui, ItemKind kind, std::string_view label, std::string_view value)
{
    note_item_at(ui, kind, label, value, ImRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax()),
                 ImGui::GetItemID());
}

void text(Ui& ui, std::string_view words, TextStyle style)
{
    ImGui::PushFont(font_of(ui, style));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colour_of(ui, style)));
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note_item(ui, ItemKind::text, words);
}

std::string wrapped_here(std::string_view words, float width_px)
{
    return wrapped_text(words, width_px, [](std::string_view piece) {
        return ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x;
    });
}

void paragraph(Ui& ui, std::string_view words, TextStyle style)
{
    ImGui::PushFont(font_of(ui, style));
    const std::string lines = wrapped_here(words, ImGui::GetContentRegionAvail().x);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(colour_of(ui, style)));
    ImGui::PushTextWrapPos(0.0F); // of words that are longer than a line
    ImGui::TextUnformatted(lines.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note_item(ui, ItemKind::text, words);
}

bool button(Ui& ui, std::string_view label, bool enabled)
{
    return coloured_button(ui, label, enabled);
}

bool primary_button(Ui& ui, std::string_view label, bool enabled)
{
    const Palette& look = ui.look();
    ImGui::PushStyleColor(ImGuiCol_Button, vec(look.accent));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(look.accent.with_alpha(225)));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, vec(look.accent.with_alpha(200)));
    ImGui::PushStyleColor(ImGuiCol_Text, vec(look.on_accent));
    const bool pressed = coloured_button(ui, label, enabled);
    ImGui::PopStyleColor(4);
    return pressed;
}

bool link(Ui& ui, std::string_view label)
{
    ImGui::PushStyleColor(ImGuiCol_Text, vec(ui.look().accent));
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, ImGui::GetStyle().FramePadding.y));
    const bool pressed = ImGui::Button(std::string(label).c_str());
    note_item(ui, ItemKind::link, label);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    return pressed;
}

bool checkbox(Ui& ui, std::string_view label, bool& on)
{
    const bool changed = ImGui::Checkbox(std::string(label).c_str(), &on);
    note_item(ui, ItemKind::checkbox, label, on ? "on" : "off");
    return changed;
}

bool selectable(Ui& ui, std::string_view label, bool chosen)
{
    const bool pressed = ImGui::Selectable(std::string(label).c_str(), chosen);
    note_item(ui, ItemKind::choice, label, chosen ? "on" : "off");
    return pressed;
}

bool choice(Ui& ui, std::string_view label, std::span<const std::string> options, int& chosen, float width_pt)
{
    const std::string id = begin_field(ui, label, width_pt);
    const auto count = static_cast<int>(options.size());
    const bool known = chosen >= 0 && chosen < count;
    const std::string shown = known ? options[static_cast<std::size_t>(chosen)] : std::string();
    // An open list is a window of its own, in which the field is no longer the last item: it is noted by
    // where it will be.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect field(at, ImVec2(at.x + ImGui::CalcItemWidth(), at.y + ImGui::GetFrameHeight()));
    note_item_at(ui, ItemKind::choice, label, shown, field, ImGui::GetID(id.c_str()));
    bool changed = false;
    if (ImGui::BeginCombo(id.c_str(), shown.c_str())) {
        for (int i = 0; i < count; ++i) {
            ImGui::PushID(i);
            if (selectable(ui, options[static_cast<std::size_t>(i)], i == chosen)) {
                changed = i != chosen;
                chosen = i;
            }
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    ImGui::EndGroup();
    return changed;
}

bool slider(Ui& ui, std::string_view label, int& value, int least, int most, const char* format,
            float width_pt)
{
    const std::string id = begin_field(ui, label, width_pt);
    const bool changed =
        ImGui::SliderInt(id.c_str(), &value, least, most, format, ImGuiSliderFlags_AlwaysClamp);
    end_field(ui, ItemKind::slider, label, std::to_string(value));
    return changed;
}

bool slider(Ui& ui, std::string_view label, double& value, double least, double most, const char* format,
            float width_pt)
{
    const std::string id = begin_field(ui, label, width_pt);
    const bool changed = ImGui::SliderScalar(id.c_str(), ImGuiDataType_Double, &value, &least, &most, format,
                                             ImGuiSliderFlags_AlwaysClamp);
    end_field(ui, ItemKind::slider, label, fmt::format("{}", value));
    return changed;
}

bool input(Ui& ui, std::string_view label, std::string& value, float width_pt, std::string_view hint)
{
    const std::string id = begin_field(ui, label, width_pt);
    const bool changed = hint.empty()
                             ? ImGui::InputText(id.c_str(), &value)
                             : ImGui::InputTextWithHint(id.c_str(), std::string(hint).c_str(), &value);
    end_field(ui, ItemKind::input, label, value);
    return changed;
}

bool input(Ui& ui, std::string_view label, double& value, const char* format, float width_pt)
{
    const std::string id = begin_field(ui, label, width_pt);
    const bool changed = ImGui::InputDouble(id.c_str(), &value, 0.0, 0.0, format);
    end_field(ui, ItemKind::input, label, fmt::format("{}", value));
    return changed;
}

bool input(Ui& ui, std::string_view label, int& value, float width_pt)
{
    const std::string id = begin_field(ui, label, width_pt);
    const bool changed = ImGui::InputInt(id.c_str(), &value);
    end_field(ui, ItemKind::input, label, std::to_string(value));
    return changed;
}

bool segments(Ui& ui, std::string_view label, std::span<const std::string> options, int& chosen)
{
    bool changed = false;
    const Palette& look = ui.look();
    ImGui::PushID(std::string(label).c_str());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(2), ImGui::GetStyle().ItemSpacing.y));
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const std::string& option = options[static_cast<std::size_t>(i)];
        const bool is_chosen = i == chosen;
        if (i > 0)
            ImGui::SameLine();
        ImGui::PushStyleColor(ImGuiCol_Button, vec(is_chosen ? look.accent : look.raised));
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(is_chosen ? look.accent : look.hovered));
        ImGui::PushStyleColor(ImGuiCol_Text, vec(is_chosen ? look.on_accent : look.text));
        if (ImGui::Button(option.c_str())) {
            changed = !is_chosen;
            chosen = i;
        }
        note_item(ui, ItemKind::tab, option, is_chosen ? "on" : "off");
        ImGui::PopStyleColor(3);
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
    return changed;
}

bool edit_finished()
{
    return ImGui::IsItemDeactivatedAfterEdit();
}

bool keyboard_is_used()
{
    return !ImGui::GetCurrentContext()->NavDisableHighlight;
}

void tooltip(Ui& ui, std::string_view words)
{
    if (words.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        return;
    ImGui::BeginTooltip();
    ImGui::PushFont(ui.fonts.body);
    ImGui::TextUnformatted(wrapped_here(words, ui.px(340)).c_str());
    ImGui::PopFont();
    note_item(ui, ItemKind::text, words);
    ImGui::EndTooltip();
}

void field_error(Ui& ui, std::string_view words)
{
    if (!words.empty())
        paragraph(ui, words, TextStyle::bad);
}

void progress_bar(Ui& ui, double share, std::string_view label)
{
    const Palette& look = ui.look();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(4);
    ImGui::Dummy(ImVec2(width, height));
    note_item(ui, ItemKind::canvas, label, fmt::format("{:.0f} %", 100.0 * share));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto done = static_cast<float>(std::clamp(share, 0.0, 1.0)) * width;
    draw->AddRectFilled(at, ImVec2(at.x + width, at.y + height), look.raised.packed(), height / 2);
    draw->AddRectFilled(at, ImVec2(at.x + done, at.y + height), look.accent.packed(), height / 2);
}

} // namespace switchroom::gui
