#include "gui/panels/live_parts.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <numbers>

namespace switchroom::gui {

namespace {

constexpr float token_width = 58.0F; ///< points
constexpr float token_height = 62.0F;
constexpr int most_rows = 2;         ///< of figures with their times; more callers become a crowd
constexpr float crowd_width = 20.0F; ///< points
constexpr float crowd_height = 27.0F;
constexpr int most_crowd_rows = 8;

/// A head and shoulders.
void draw_figure(ImDrawList* draw, const ImVec2& centre, float size, Colour colour)
{
    draw->AddCircleFilled(ImVec2(centre.x, centre.y - 0.45F * size), 0.42F * size, colour.packed());
    draw->PathArcTo(ImVec2(centre.x, centre.y + 0.95F * size), 0.8F * size, std::numbers::pi_v<float>,
                    2.0F * std::numbers::pi_v<float>);
    draw->PathFillConvex(colour.packed());
}

/// One caller: figure, wait, and how much of the target's time is used up.
void draw_caller(const LiveView& view, Ui& ui, std::uint32_t id)
{
    const LiveRecording& recording = view.show()->recording;
    const LiveCall& call = recording.calls[id];
    const double wait_s = view.now_s() - call.arrived_s;
    const double target_s = recording.model().contacts[call.contact].threshold_s;
    const bool late = wait_s > target_s;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(ui.px(token_width), ui.px(token_height));
    ImGui::Dummy(size);
    const std::string wait = span_figures(wait_s) + (late ? " !" : "");
    note_item(ui, ItemKind::cell, recording.contact_name(call.contact), wait);
    tooltip(ui, ui.say(Text::live_caller_help, recording.contact_name(call.contact), span_words(wait_s),
                       span_words(target_s)));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const Palette& look = ui.look();
    const float middle = at.x + size.x / 2;
    draw_figure(draw, ImVec2(middle, at.y + ui.px(15)), ui.px(14),
                live_contact_colour(recording, ui, call.contact));
    const float bar = ui.px(40);
    const float top = at.y + ui.px(33);
    const double used = target_s > 0.0 ? std::min(wait_s / target_s, 1.0) : 1.0;
    draw->AddRectFilled(ImVec2(middle - bar / 2, top), ImVec2(middle + bar / 2, top + ui.px(3)),
                        look.raised.packed(), ui.px(1.5F));
    draw->AddRectFilled(ImVec2(middle - bar / 2, top),
                        ImVec2(middle - bar / 2 + bar * static_cast<float>(used), top + ui.px(3)),
                        (late ? look.bad : look.good).packed(), ui.px(1.5F));
    ImGui::PushFont(ui.fonts.strong);
    const float width = ImGui::CalcTextSize(wait.c_str()).x;
    draw->AddText(ImVec2(middle - width / 2, top + ui.px(7)), (late ? look.bad : look.text).packed(),
                  wait.c_str());
    ImGui::PopFont();
}

/// Very many callers: a small figure each, the longest wait first, with a line under those beyond the target.
/// Returns how many were drawn.
std::size_t draw_crowd(const LiveView& view, Ui& ui, const std::vector<std::uint32_t>& ours)
{
    const LiveRecording& recording = view.show()->recording;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 pitch(ui.px(crowd_width), ui.px(crowd_height));
    const auto in_row = static_cast<std::size_t>(std::max(width / pitch.x, 1.0F));
    const std::size_t drawn = std::min(ours.size(), in_row * most_crowd_rows);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < drawn; ++i) {
        const LiveCall& call = recording.calls[ours[i]];
        const ImVec2 middle(at.x + pitch.x * (static_cast<float>(i % in_row) + 0.5F),
                            at.y + pitch.y * static_cast<float>(i / in_row) + ui.px(11));
        draw_figure(draw, middle, ui.px(9), live_contact_colour(recording, ui, call.contact));
        if (view.now_s() - call.arrived_s > recording.model().contacts[call.contact].threshold_s)
            draw->AddRectFilled(ImVec2(middle.x - ui.px(7), middle.y + ui.px(11)),
                                ImVec2(middle.x + ui.px(7), middle.y + ui.px(13)), ui.look().bad.packed());
    }
    ImGui::Dummy(ImVec2(width, pitch.y * static_cast<float>((drawn + in_row - 1) / in_row)));
    note_item(ui, ItemKind::canvas, ui.say(Text::live_queue), fmt::format("{}", ours.size()));
    tooltip(ui, ui.say(Text::live_crowd_help));
    return drawn;
}

/// Which colour is which contact, and how many of each wait.
void draw_legend(const LiveView& view, Ui& ui, const std::vector<std::uint32_t>& ours)
{
    const LiveRecording& recording = view.show()->recording;
    bool first = true;
    for (std::uint32_t c = 0; c < recording.model().contacts.size(); ++c) {
        const auto count = std::count_if(ours.begin(), ours.end(),
                                         [&](std::uint32_t id) { return recording.calls[id].contact == c; });
        if (count == 0)
            continue;
        const std::string words = fmt::format("{} {}", count, recording.contact_name(c));
        const float width = ImGui::CalcTextSize(words.c_str()).x + ui.px(18);
        if (!first) {
            beside(ui, 14);
            if (ImGui::GetContentRegionAvail().x < width)
                ImGui::NewLine();
        }
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = ImGui::GetTextLineHeight();
        ImGui::Dummy(ImVec2(ui.px(10), line));
        ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + ui.px(5), at.y + line / 2), ui.px(5),
                                                    live_contact_colour(recording, ui, c).packed());
        beside(ui, 6);
        text(ui, words, TextStyle::muted);
    }
}

} // namespace

Colour live_contact_colour(const LiveRecording& recording, const Ui& ui, std::uint32_t contact)
{
    const auto& contacts = recording.model().contacts;
    if (!contacts[contact].is_ours)
        return ui.look().muted;
    std::size_t position = 0;
    for (std::uint32_t c = 0; c < contact; ++c)
        position += contacts[c].is_ours;
    return ui.look().of_series(position);
}

void draw_live_queue(const LiveView& view, Ui& ui)
{
    const LiveRecording& recording = view.show()->recording;
    std::vector<std::uint32_t> ours;
    for (const std::uint32_t id : view.state().waiting)
        if (recording.calls[id].is_ours)
            ours.push_back(id);
    if (ours.empty()) {
        text(ui, ui.say(Text::live_queue_empty), TextStyle::muted);
        return;
    }
    const int in_row =
        std::max(static_cast<int>(ImGui::GetContentRegionAvail().x / ui.px(token_width + 4)), 1);
    const bool crowd = ours.size() > static_cast<std::size_t>(in_row * most_rows);
    const std::size_t shown = crowd ? draw_crowd(view, ui, ours) : ours.size();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(4), ui.px(4)));
    for (std::size_t i = 0; i < shown && !crowd; ++i) {
        if (i % static_cast<std::size_t>(in_row) != 0)
            ImGui::SameLine();
        draw_caller(view, ui, ours[i]);
    }
    ImGui::PopStyleVar();
    if (shown < ours.size())
        text(ui, ui.say(Text::live_queue_more, ours.size() - shown), TextStyle::muted);
    draw_legend(view, ui, ours);
}

} // namespace switchroom::gui
