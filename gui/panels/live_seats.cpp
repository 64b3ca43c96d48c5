#include "gui/panels/live_parts.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <numbers>

namespace switchroom::gui {

namespace {

constexpr std::size_t most_cards = 16; ///< more seats are drawn as signs
constexpr std::size_t most_large_signs = 240;
constexpr float card_width = 132.0F; ///< points
constexpr float card_height = 46.0F;

Colour colour_of(const Ui& ui, SeatState state, bool for_others)
{
    const Palette& look = ui.look();
    switch (state) {
    case SeatState::free:
        return look.good;
    case SeatState::talking:
        return for_others ? look.muted : look.accent;
    case SeatState::wrapping_up:
        return for_others ? look.muted : look.warning;
    default:
        return look.muted;
    }
}

/// A sign that says the state without its colour: ring = free, disc = talking, half disc = wrap-up, square =
/// with an item of work, two bars = break, stroke = away.
void draw_sign(ImDrawList* draw, const ImVec2& centre, float radius, SeatState state, Colour colour)
{
    const ImU32 ink = colour.packed();
    const float r = radius;
    switch (state) {
    case SeatState::free:
        draw->AddCircle(centre, r - 0.5F, ink, 0, std::max(r / 4, 1.0F));
        break;
    case SeatState::talking:
        draw->AddCircleFilled(centre, r, ink);
        break;
    case SeatState::wrapping_up:
        draw->AddCircle(centre, r - 0.5F, ink, 0, std::max(r / 5, 1.0F));
        draw->PathArcTo(centre, r, 0.0F, std::numbers::pi_v<float>);
        draw->PathFillConvex(ink);
        break;
    case SeatState::at_work:
        draw->AddRectFilled(ImVec2(centre.x - 0.85F * r, centre.y - 0.85F * r),
                            ImVec2(centre.x + 0.85F * r, centre.y + 0.85F * r), ink, r / 5);
        break;
    case SeatState::on_break:
        for (const float x : {-0.45F, 0.45F})
            draw->AddRectFilled(ImVec2(centre.x + (x - 0.22F) * r, centre.y - 0.8F * r),
                                ImVec2(centre.x + (x + 0.22F) * r, centre.y + 0.8F * r), ink);
        break;
    case SeatState::away:
        draw->AddRectFilled(ImVec2(centre.x - 0.7F * r, centre.y - 0.15F * r),
                            ImVec2(centre.x + 0.7F * r, centre.y + 0.15F * r), ink);
        break;
    case SeatState::empty:
        break;
    }
}

bool serves_others(const LiveRecording& recording, const LiveSeat& seat)
{
    return seat.call != none && !recording.calls[seat.call].is_ours;
}

std::string words_of(const LiveView& view, const Ui& ui, const LiveSeat& seat)
{
    std::string words = seat_words(seat.state, ui.locale.language);
    if (seat.contacts > 1)
        words += ", " + ui.say(Text::live_seat_chats, seat.contacts);
    const bool timed = seat.state != SeatState::on_break;
    return timed ? words + " " + span_figures(view.now_s() - seat.since_s) : words;
}

void explain(const LiveView& view, Ui& ui, const std::string& group, std::size_t number, const LiveSeat& seat)
{
    if (!ImGui::IsItemHovered())
        return;
    tooltip(ui, ui.say(Text::live_seat_help, group, ui.say(Text::live_seat, number + 1),
                       seat_words(seat.state, ui.locale.language), span_words(view.now_s() - seat.since_s)));
}

void draw_card(const LiveView& view, Ui& ui, const LiveGroup& group, std::size_t number, const LiveSeat& seat)
{
    const LiveRecording& recording = view.show()->recording;
    const Palette& look = ui.look();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(ui.px(card_width), ui.px(card_height));
    ImGui::Dummy(size);
    const std::string words = words_of(view, ui, seat);
    note_item(ui, ItemKind::cell, fmt::format("{} {}", group.name, number + 1), words);
    explain(view, ui, group.name, number, seat);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + size.x, at.y + size.y);
    draw->AddRectFilled(at, end, look.raised.packed(), ui.px(6));
    if (seat.call != none)
        draw->AddRectFilled(at, ImVec2(at.x + ui.px(4), end.y),
                            live_contact_colour(recording, ui, recording.calls[seat.call].contact).packed(),
                            ui.px(6), ImDrawFlags_RoundCornersLeft);
    draw_sign(draw, ImVec2(at.x + ui.px(19), at.y + size.y / 2), ui.px(7), seat.state,
              colour_of(ui, seat.state, serves_others(recording, seat)));
    const float left = at.x + ui.px(34);
    draw->PushClipRect(at, ImVec2(end.x - ui.px(4), end.y), true);
    const float first_line = seat.call != none ? ui.px(5) : (size.y - ImGui::GetTextLineHeight()) / 2;
    draw->AddText(ImVec2(left, at.y + first_line), look.text.packed(), words.c_str());
    if (seat.call != none) {
        ImGui::PushFont(ui.fonts.small);
        const std::string& contact = recording.contact_name(recording.calls[seat.call].contact);
        draw->AddText(ImVec2(left, at.y + ui.px(24)), look.muted.packed(), contact.c_str());
        ImGui::PopFont();
    }
    draw->PopClipRect();
}

void draw_cards(const LiveView& view, Ui& ui, const LiveGroup& group, const LiveGroupState& state)
{
    const int in_row =
        std::max(static_cast<int>(ImGui::GetContentRegionAvail().x / ui.px(card_width + 6)), 1);
    int drawn = 0;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(6)));
    for (std::size_t i = 0; i < state.seats.size(); ++i) {
        if (state.seats[i].state == SeatState::empty)
            continue;
        if (drawn++ % in_row != 0)
            ImGui::SameLine();
        draw_card(view, ui, group, i, state.seats[i]);
    }
    ImGui::PopStyleVar();
}

/// Many seats, a sign each.
void draw_signs(const LiveView& view, Ui& ui, const LiveGroup& group, const LiveGroupState& state)
{
    const LiveRecording& recording = view.show()->recording;
    const bool large = state.scheduled <= most_large_signs;
    const float pitch = ui.px(large ? 19.0F : 10.0F);
    const float radius = large ? ui.px(7) : pitch / 2 - 1.0F;
    const float width = ImGui::GetContentRegionAvail().x;
    const auto in_row = static_cast<std::size_t>(std::max(width / pitch, 1.0F));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    std::size_t drawn = 0;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    std::size_t pointed = state.seats.size();
    for (std::size_t i = 0; i < state.seats.size(); ++i) {
        const LiveSeat& seat = state.seats[i];
        if (seat.state == SeatState::empty)
            continue;
        const ImVec2 corner(at.x + pitch * static_cast<float>(drawn % in_row),
                            at.y + pitch * static_cast<float>(drawn / in_row));
        ++drawn;
        draw_sign(draw, ImVec2(corner.x + pitch / 2, corner.y + pitch / 2), radius, seat.state,
                  colour_of(ui, seat.state, serves_others(recording, seat)));
        if (mouse.x >= corner.x && mouse.x < corner.x + pitch && mouse.y >= corner.y &&
            mouse.y < corner.y + pitch)
            pointed = i;
    }
    const std::size_t rows = (drawn + in_row - 1) / in_row;
    ImGui::Dummy(ImVec2(width, pitch * static_cast<float>(rows)));
    note_item(ui, ItemKind::canvas, group.name, fmt::format("{}", drawn));
    if (pointed < state.seats.size())
        explain(view, ui, group.name, pointed, state.seats[pointed]);
}

} // namespace

void draw_live_legend(const LiveGroupState& group, Ui& ui)
{
    bool first = true;
    for (const SeatState state : {SeatState::talking, SeatState::wrapping_up, SeatState::at_work,
                                  SeatState::free, SeatState::on_break, SeatState::away}) {
        const std::uint32_t count = group.count(state);
        if (count == 0)
            continue;
        const std::string words = fmt::format("{} {}", count, seat_words(state, ui.locale.language));
        if (!first) {
            beside(ui, 12);
            if (ImGui::GetContentRegionAvail().x < ImGui::CalcTextSize(words.c_str()).x + ui.px(20))
                ImGui::NewLine();
        }
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = ImGui::GetTextLineHeight();
        ImGui::Dummy(ImVec2(ui.px(12), line));
        draw_sign(ImGui::GetWindowDrawList(), ImVec2(at.x + ui.px(6), at.y + line / 2), ui.px(5.5F), state,
                  colour_of(ui, state, false));
        beside(ui, 5);
        text(ui, words, TextStyle::muted);
    }
}

void draw_live_group(const LiveView& view, Ui& ui, std::size_t group)
{
    const LiveGroup& layout = view.show()->recording.groups[group];
    const LiveGroupState& state = view.state().groups[group];
    std::size_t present = 0;
    for (const LiveSeat& seat : state.seats)
        present += seat.state != SeatState::empty;
    if (present == 0) {
        text(ui, ui.say(Text::live_no_agents), TextStyle::muted);
        return;
    }
    if (present <= most_cards && !layout.is_vendor) {
        draw_cards(view, ui, layout, state);
        return;
    }
    draw_signs(view, ui, layout, state);
    draw_live_legend(state, ui);
}

} // namespace switchroom::gui
