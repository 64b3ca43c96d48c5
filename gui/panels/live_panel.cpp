#include "gui/panels/live_panel.h"

#include "gui/panels/live_parts.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "planner/report/find_figures.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

namespace switchroom::gui {

namespace {

/// When, which day, which run.
void draw_when(LiveView& view, Ui& ui)
{
    const LiveRecording& recording = view.show()->recording;
    const float top = ImGui::GetCursorPosY();
    float next_x = ImGui::GetCursorPosX();
    const auto place = [&](float down_pt) { ImGui::SetCursorPos(ImVec2(next_x, top + ui.px(down_pt))); };
    const auto behind_last = [&](float points) {
        next_x = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + ImGui::GetScrollX() + ui.px(points);
    };
    place(11);
    text(ui, clock_words(recording, view.now_s()), TextStyle::figure);
    behind_last(20);
    place(0);
    std::vector<std::string> days;
    for (std::size_t i = 0; i < recording.days.size(); ++i)
        days.push_back(day_words(recording, i, ui.locale.language));
    auto day = static_cast<int>(view.day());
    if (choice(ui, ui.say(Text::live_day), days, day, 130))
        view.choose_day(static_cast<std::size_t>(day));
    behind_last(12);
    place(0);
    std::vector<std::string> runs;
    for (std::int64_t i = 0; i < view.replications(); ++i)
        runs.push_back(ui.say(Text::live_replication_item, i + 1, view.replications()));
    auto run = static_cast<int>(view.replication());
    if (choice(ui, ui.say(Text::live_replication), runs, run, 130))
        view.choose_replication(run);
    behind_last(20);
    place(23);
    const LiveMoment& worst = view.outline().worst;
    text(ui,
         worst.waiting == 0
             ? std::string(ui.say(Text::live_nobody_waited))
             : ui.say(Text::live_most_waiting, worst.waiting, clock_words(recording, worst.at_s)),
         TextStyle::muted);
    gap(ui, 6);
}

void draw_controls(LiveView& view, Ui& ui)
{
    if (primary_button(ui, ui.say(view.playing() ? Text::live_pause : Text::live_play)))
        view.play(!view.playing());
    tooltip(ui, "Space");
    beside(ui, 12);
    if (button(ui, ui.say(Text::live_back)))
        view.step_back();
    beside(ui, 4);
    if (button(ui, ui.say(Text::live_step)))
        view.step_forward();
    beside(ui, 4);
    if (button(ui, ui.say(Text::live_next_hang_up), view.has_next_hang_up()))
        view.to_next_hang_up();
    beside(ui, 12);
    if (button(ui, ui.say(Text::live_worst_of_day)))
        view.to_worst_of_day();
    beside(ui, 4);
    if (button(ui, ui.say(Text::live_worst_of_all)))
        view.to_worst_of_all();
    std::vector<std::string> speeds;
    for (const double speed : live_speeds)
        speeds.push_back(ui.say(Text::live_speed_item, static_cast<int>(speed)));
    auto speed = static_cast<int>(view.speed());
    beside(ui, 18);
    if (segments(ui, ui.say(Text::live_speed), speeds, speed))
        view.choose_speed(static_cast<std::size_t>(speed));
    if (ImGui::IsKeyPressed(' ', false) && !ImGui::IsAnyItemActive() && !keyboard_is_used() &&
        !ImGui::GetIO().WantTextInput)
        view.play(!view.playing());
}

struct Tile {
    Text title;
    Text help;
    std::string figure;
};

std::vector<Tile> tiles_of(const LiveView& view, const Ui& ui)
{
    const LiveCounts& today = view.state().today;
    const auto count = [&](std::int64_t n) { return show_number(static_cast<double>(n), 0, ui.locale); };
    std::vector<Tile> tiles{{Text::live_rang, Text::live_rang_help, count(view.state().rang)},
                            {Text::live_answered, Text::live_answered_help, count(today.answered)},
                            {Text::live_abandoned, Text::live_abandoned_help, count(today.hung_up)}};
    const LiveCounts& ever = view.show()->recording.so_far.back();
    if (ever.left_queue > 0)
        tiles.push_back({Text::live_flowed, Text::live_flowed_help, count(today.left_queue)});
    if (ever.turned_away > 0)
        tiles.push_back({Text::live_refused, Text::live_refused_help, count(today.turned_away)});
    if (ever.by_machine > 0)
        tiles.push_back({Text::live_machine, Text::live_machine_help, count(today.by_machine)});
    tiles.push_back(
        {Text::live_level, Text::live_level_help,
         show_figure(KpiUnit::share, today.level_numerator / today.level_denominator, ui.locale)});
    tiles.push_back({Text::live_asa, Text::live_asa_help,
                     show_figure(KpiUnit::seconds,
                                 today.wait_answered_s / static_cast<double>(today.answered), ui.locale)});
    return tiles;
}

void draw_today(const LiveView& view, Ui& ui)
{
    Card card(ui, "");
    const std::vector<Tile> tiles = tiles_of(view, ui);
    Columns columns(ui, "today", static_cast<int>(tiles.size()));
    for (const Tile& tile : tiles) {
        columns.next();
        ImGui::BeginGroup();
        text(ui, ui.say(tile.title), TextStyle::small);
        text(ui, tile.figure, TextStyle::title);
        ImGui::EndGroup();
        note_item(ui, ItemKind::cell, ui.say(tile.title), tile.figure);
        tooltip(ui, ui.say(tile.help));
    }
}

void draw_ticker(const LiveView& view, Ui& ui)
{
    Card card(ui, ui.say(Text::live_ticker));
    const float room = ImGui::GetContentRegionAvail().y / ImGui::GetTextLineHeightWithSpacing();
    const auto most = static_cast<std::size_t>(std::clamp(room - 4.0F, 6.0F, 24.0F));
    const auto ticks = ticker(view.show()->recording, view.now_s(), most, ui.locale.language);
    if (ticks.empty())
        text(ui, ui.say(Text::live_ticker_empty), TextStyle::muted);
    for (const LiveTick& tick : ticks) {
        text(ui, tick.clock, TextStyle::muted);
        ImGui::SameLine(ui.px(68));
        paragraph(ui, tick.words,
                  tick.tone == LiveTone::bad    ? TextStyle::bad
                  : tick.tone == LiveTone::good ? TextStyle::good
                                                : TextStyle::body);
    }
}

/// What waits without a caller on the line, and who talks with a machine.
void draw_beside_queue(const LiveView& view, Ui& ui)
{
    const LiveRecording& recording = view.show()->recording;
    if (!view.state().with_machine.empty())
        text(ui, ui.say(Text::live_with_machine, view.state().with_machine.size()), TextStyle::muted);
    std::string items;
    for (std::uint32_t c = 0; c < view.state().open_items.size(); ++c)
        if (view.state().open_items[c] > 0 && recording.model().contacts[c].is_ours)
            items += (items.empty() ? "" : ", ") +
                     ui.say(Text::live_item_count, view.state().open_items[c], recording.contact_name(c));
    if (!items.empty())
        paragraph(ui, ui.say(Text::live_open_items, items), TextStyle::muted);
}

void draw_group_heading(const LiveView& view, Ui& ui, std::size_t group)
{
    text(ui, report::capitalised(view.show()->recording.groups[group].name), TextStyle::strong);
}

void draw_own_side(const LiveView& view, Ui& ui)
{
    {
        Card card(ui, ui.say(Text::live_queue), 128);
        draw_live_queue(view, ui);
        draw_beside_queue(view, ui);
    }
    const LiveRecording& recording = view.show()->recording;
    Card card(ui, ui.say(Text::live_agents));
    bool first = true;
    std::string nobody;
    for (std::size_t g = 0; g < recording.groups.size(); ++g) {
        const LiveGroupState& state = view.state().groups[g];
        if (recording.groups[g].is_vendor)
            continue;
        if (state.count(SeatState::empty) == state.seats.size()) {
            nobody += (nobody.empty() ? "" : ", ") + recording.groups[g].name;
            continue;
        }
        if (!first)
            gap(ui, 6);
        first = false;
        draw_group_heading(view, ui, g);
        draw_live_group(view, ui, g);
    }
    if (!nobody.empty())
        paragraph(ui, ui.say(Text::live_nobody_of, nobody), TextStyle::muted);
}

void draw_vendor(const LiveView& view, Ui& ui, std::size_t group)
{
    const LiveRecording& recording = view.show()->recording;
    Card card(ui, report::capitalised(recording.groups[group].name));
    draw_live_group(view, ui, group);
    std::size_t ours = 0;
    std::size_t others = 0;
    for (const LiveSeat& seat : view.state().groups[group].seats)
        if (seat.call != none)
            ++(recording.calls[seat.call].is_ours ? ours : others);
    paragraph(ui, ui.say(Text::live_vendor_for_us, ours, others), TextStyle::muted);
    const auto waiting = std::count_if(view.state().waiting.begin(), view.state().waiting.end(),
                                       [&](std::uint32_t id) { return !recording.calls[id].is_ours; });
    if (waiting > 0)
        paragraph(ui, ui.say(Text::live_vendor_others_wait, waiting), TextStyle::muted);
}

} // namespace

void draw_live(LiveView& view, Desk&, Ui& ui)
{
    if (!view.show()) {
        text(ui, ui.say(Text::live_preparing), TextStyle::muted);
        field_error(ui, view.failure());
        return;
    }
    view.advance(ImGui::GetIO().DeltaTime);
    ui.animates |= view.playing();
    paragraph(ui, view.verdict(ui.locale.language), TextStyle::strong);
    {
        Card card(ui, "");
        draw_when(view, ui);
        gap(ui, 4);
        draw_controls(view, ui);
        gap(ui, 6);
        draw_live_timeline(view, ui, 74);
    }
    draw_today(view, ui);
    Columns columns(ui, "live", {1.75F, 1.0F});
    columns.next();
    draw_own_side(view, ui);
    columns.next();
    const LiveRecording& recording = view.show()->recording;
    for (std::size_t g = 0; g < recording.groups.size(); ++g)
        if (recording.groups[g].is_vendor)
            draw_vendor(view, ui, g);
    draw_ticker(view, ui);
}

} // namespace switchroom::gui
