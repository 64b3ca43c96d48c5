#include "gui/view_models/live_state.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

std::int64_t up_to(const std::vector<double>& times, double at_s)
{
    return std::upper_bound(times.begin(), times.end(), at_s) - times.begin();
}

/// What the places of one seat say; `empty` where nothing is in hand, since the last thing that was.
LiveSeat seat_at(const LiveRecording& recording, const LiveGroup& group, std::uint32_t seat, double at_s)
{
    LiveSeat found;
    double began_s = -never_s;
    for (std::uint32_t i = 0; i < group.places_a_seat; ++i) {
        const auto& had = recording.places[group.first_place + seat * group.places_a_seat + i];
        const auto behind =
            std::upper_bound(had.begin(), had.end(), at_s, [&](double at, std::uint32_t call) {
                return at < recording.calls[call].left_s;
            });
        if (behind == had.begin())
            continue;
        const std::uint32_t id = *std::prev(behind);
        const LiveCall& call = recording.calls[id];
        if (at_s >= call.end_s) {
            if (found.contacts == 0)
                found.since_s = std::max(found.since_s, call.end_s);
            continue;
        }
        ++found.contacts;
        if (call.left_s < began_s)
            continue;
        began_s = call.left_s;
        const bool talks = at_s < call.talk_end_s;
        found.call = id;
        found.state = call.is_item() ? SeatState::at_work
                      : talks        ? SeatState::talking
                                     : SeatState::wrapping_up;
        found.since_s = talks || call.is_item() ? call.left_s : call.talk_end_s;
    }
    return found;
}

/// Those who have nothing in hand: the first of them are free, the last are on a break or away.
void fill_others(const LivePresence& presence, double at_s, LiveGroupState& state)
{
    const StaffedFrom step = presence.at(at_s);
    const std::uint32_t breaks = presence.on_break(at_s);
    state.scheduled = step.scheduled;
    state.staffed = step.staffed;
    std::uint32_t busy = 0;
    for (const LiveSeat& seat : state.seats)
        busy += seat.contacts > 0;
    std::uint32_t free = step.staffed > busy + breaks ? step.staffed - busy - breaks : 0;
    std::uint32_t on_break = breaks;
    std::uint32_t away = step.scheduled > step.staffed ? step.scheduled - step.staffed : 0;
    for (LiveSeat& seat : state.seats) {
        if (seat.contacts > 0)
            continue;
        if (free > 0) {
            --free;
            seat.state = SeatState::free;
            seat.since_s = std::max(seat.since_s, step.at_s);
        } else if (on_break > 0) {
            --on_break;
            seat.state = SeatState::on_break;
        } else if (away > 0) {
            --away;
            seat.state = SeatState::away;
            seat.since_s = step.at_s;
        }
    }
}

} // namespace

std::uint32_t LiveGroupState::count(SeatState state) const
{
    return static_cast<std::uint32_t>(
        std::count_if(seats.begin(), seats.end(), [&](const LiveSeat& s) { return s.state == state; }));
}

void look_at(const LiveRecording& recording, double at_s, LiveState& state)
{
    state.at_s = at_s;
    state.waiting.clear();
    recording.waiting.collect(at_s, state.waiting);
    state.with_machine.clear();
    recording.with_machine.collect(at_s, state.with_machine);
    state.groups.resize(recording.groups.size());
    for (std::size_t g = 0; g < recording.groups.size(); ++g) {
        const LiveGroup& group = recording.groups[g];
        state.groups[g].seats.resize(group.seats);
        for (std::uint32_t seat = 0; seat < group.seats; ++seat)
            state.groups[g].seats[seat] = seat_at(recording, group, seat, at_s);
        fill_others(group.presence, at_s, state.groups[g]);
    }
    state.open_items.assign(recording.items_created_s.size(), 0);
    for (std::size_t c = 0; c < state.open_items.size(); ++c)
        state.open_items[c] =
            up_to(recording.items_created_s[c], at_s) - up_to(recording.items_done_s[c], at_s);

    const double day_start_s = recording.days[day_at(recording, at_s)].start_s;
    const auto decided = static_cast<std::size_t>(up_to(recording.decided_s, at_s));
    const auto before = static_cast<std::size_t>(
        std::lower_bound(recording.decided_s.begin(), recording.decided_s.end(), day_start_s) -
        recording.decided_s.begin());
    const auto rang_before = std::lower_bound(recording.rang_s.begin(), recording.rang_s.end(), day_start_s) -
                             recording.rang_s.begin();
    const std::int64_t rang = up_to(recording.rang_s, at_s);
    state.rang = rang - rang_before;
    state.in_system = rang - static_cast<std::int64_t>(decided);
    state.in_system_at_day_start = rang_before - static_cast<std::int64_t>(before);
    state.today = recording.so_far[decided];
    state.today -= recording.so_far[std::min(before, decided)];
}

std::size_t day_at(const LiveRecording& recording, double at_s)
{
    const auto behind = std::upper_bound(recording.days.begin(), recording.days.end(), at_s,
                                         [](double at, const LiveDay& day) { return at < day.start_s; });
    return behind == recording.days.begin() ? 0
                                            : static_cast<std::size_t>(behind - recording.days.begin()) - 1;
}

std::size_t our_queue_at(const LiveRecording& recording, double at_s)
{
    std::vector<std::uint32_t> waiting;
    recording.waiting.collect(at_s, waiting);
    return static_cast<std::size_t>(std::count_if(
        waiting.begin(), waiting.end(), [&](std::uint32_t call) { return recording.calls[call].is_ours; }));
}

} // namespace switchroom::gui
