#pragma once
/// One replication of a centre, written down so that any instant of it can be looked at: who waits, who has
/// which call, who has hung up. Made of the engine's own rows (sim/centre/replication.h), so what is shown is
/// what was simulated. Immutable once made; shared between threads. Callers are numbers, never identities.
///
/// What the rows do not tell: calls that an agent's leaving interrupts look uninterrupted; items of work that
/// nobody ever took up are seen only if a call of the recording left them.

#include "gui/view_models/live_presence.h"
#include "gui/view_models/open_intervals.h"
#include "sim/centre/calendar.h"
#include "sim/centre/replication.h"
#include "sim/experiment/load_model.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

/// One leg of a call, or one handling of an item of work. Seconds on the model's axis.
struct LiveCall {
    double arrived_s = 0.0;
    double left_s = 0.0;     ///< the queue, however; arrived_s where it never waited
    double talk_end_s = 0.0; ///< of talk and hold, or of a machine; left_s if there was none
    double end_s = 0.0;      ///< of the wrap-up
    std::uint32_t contact = 0;
    std::uint32_t group = none; ///< who answered; none: nobody
    std::uint32_t place = none; ///< in LiveRecording::places
    std::uint32_t handed_off_to = none;
    Outcome outcome = Outcome::answered;
    LegReason reason = LegReason::direct;
    std::uint8_t leg = 0;
    bool is_ours = true; ///< false: of a vendor's other client
    /// Nobody on the line: a message, a callback.
    bool is_item() const { return reason == LegReason::list; }
    bool with_machine() const { return reason == LegReason::bot; }
};

enum class LiveEventKind : std::uint8_t {
    joins_queue,
    answered,
    hung_up,
    voicemail, ///< reached it
    callback,  ///< is to be called back
    turned_away,
    blocked,
    machine_answers,
    machine_settles,
    machine_passes_on,
    talk_ends,
    agent_free,
    item_begins,
    not_reached,
};

struct LiveEvent {
    double at_s = 0.0;
    std::uint32_t call = 0; ///< in LiveRecording::calls
    LiveEventKind kind = LiveEventKind::answered;
};

/// A group of agents with all its seats. A seat has as many places as its agent may have contacts at once: 1,
/// or more where there are chats.
struct LiveGroup {
    std::string name;
    bool is_vendor = false;
    std::uint32_t seats = 0;
    std::uint32_t places_a_seat = 1;
    std::uint32_t first_place = 0;
    LivePresence presence;
};

/// What became of attempts so far: a running sum. Counted are our calls in the telephone's totals, each once.
struct LiveCounts {
    std::int64_t decided = 0; ///< sum of those that follow, and those that the end of the run cut off
    std::int64_t answered = 0;
    std::int64_t hung_up = 0;
    std::int64_t left_queue = 0;  ///< to voicemail, callback or message
    std::int64_t turned_away = 0; ///< or blocked
    std::int64_t by_machine = 0;
    double wait_answered_s = 0.0;
    double level_numerator = 0.0; ///< of the service level, by each contact's own formula and threshold
    double level_denominator = 0.0;

    LiveCounts& operator+=(const LiveCounts& other);
    LiveCounts& operator-=(const LiveCounts& other);
};

struct LiveDay {
    double start_s = 0.0;
    double end_s = 0.0;
    int number = 0; ///< in the calendar
};

struct LiveRecording {
    std::shared_ptr<const LoadedModel> loaded;
    Calendar calendar;
    std::uint64_t seed = 0;
    std::int64_t replication = 0;
    std::vector<LiveDay> days;     ///< measured ones
    std::vector<LiveCall> calls;   ///< by arrival
    std::vector<LiveEvent> events; ///< by time; at one instant ends come first, then answers, then arrivals
    std::vector<LiveGroup> groups;
    std::vector<std::uint32_t> group_of; ///< model group → position in groups

    OpenIntervals waiting;                          ///< legs in a queue, callers only
    OpenIntervals with_machine;                     ///< legs that a machine has
    std::vector<std::vector<std::uint32_t>> places; ///< calls that each place had, by time

    std::vector<double> rang_s;     ///< of counted attempts, ascending
    std::vector<double> decided_s;  ///< when they were decided, ascending
    std::vector<LiveCounts> so_far; ///< one more than decided_s: the sum of the first so many
    std::vector<std::vector<double>> items_created_s; ///< by contact, ascending
    std::vector<std::vector<double>> items_done_s;

    const CentreModel& model() const { return loaded->model; }
    const std::string& contact_name(std::uint32_t contact) const { return model().names.contacts[contact]; }
};

/// Runs replication `replication` of `loaded` once more. Pure. Memory O(calls).
LiveRecording record_replication(std::shared_ptr<const LoadedModel> loaded, std::uint64_t seed,
                                 std::int64_t replication);

} // namespace switchroom::gui
