#pragma once
/// The centre at one instant of a recording. Found anew from the recording whenever it is asked for, so
/// looking forwards and backwards shows the same. O(waiting + seats · log calls).

#include "gui/view_models/live_recording.h"

#include <cstdint>
#include <vector>

namespace switchroom::gui {

enum class SeatState : std::uint8_t { free, talking, wrapping_up, at_work, on_break, away, empty };
inline constexpr std::size_t seat_state_count = 7;

/// One seat: what its agent does and since when. `empty`: nobody is scheduled for it. `at_work`: with an item
/// of work. `away`: scheduled, but absent or in a meeting.
struct LiveSeat {
    SeatState state = SeatState::empty;
    double since_s = 0.0;
    std::uint32_t call = none;  ///< the one that came last, of several chats
    std::uint32_t contacts = 0; ///< in hand at once
};

struct LiveGroupState {
    std::uint32_t scheduled = 0;
    std::uint32_t staffed = 0; ///< there, breaks and calls in hand included
    std::vector<LiveSeat> seats;
    std::uint32_t count(SeatState state) const;
};

struct LiveState {
    double at_s = 0.0;
    std::vector<std::uint32_t> waiting;      ///< calls, the longest wait first; other clients' included
    std::vector<std::uint32_t> with_machine; ///< calls
    std::vector<LiveGroupState> groups;      ///< as LiveRecording::groups
    std::vector<std::int64_t> open_items;    ///< by contact: created and not yet handled
    std::int64_t rang = 0;                   ///< counted attempts since the day began
    LiveCounts today;                        ///< what became of attempts since the day began
    std::int64_t in_system = 0;              ///< counted attempts that are not decided yet
    std::int64_t in_system_at_day_start = 0;
};

/// Fills `state`, whose memory is used again.
void look_at(const LiveRecording& recording, double at_s, LiveState& state);

/// The day that holds the instant: a position in recording.days (the first or last one outside them).
std::size_t day_at(const LiveRecording& recording, double at_s);

/// Callers of ours who wait at that instant.
std::size_t our_queue_at(const LiveRecording& recording, double at_s);

} // namespace switchroom::gui
