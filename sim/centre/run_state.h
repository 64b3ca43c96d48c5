#pragma once
/// All memory of a replication: what the centre looks like at one instant, and what has been counted so far.

#include "sim/centre/call_pool.h"
#include "sim/centre/chat_desk.h"
#include "sim/centre/idle_ring.h"
#include "sim/centre/primary_calls.h"
#include "sim/centre/replication.h"
#include "sim/centre/wait_memory.h"
#include "sim/centre/waiting_lists.h"
#include "sim/engine/event_tree.h"
#include "sim/engine/fingerprint.h"
#include "sim/engine/time_integral.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// What goes first at one instant (docs/model.md, Time). Arrivals and redials share a class.
enum class EventClass : std::uint64_t {
    period = 1,
    end_of_service = 2,
    timer = 3,
    arrival = 4,
    patience = 5
};

enum class AgentState : std::uint8_t {
    off,
    idle,
    busy, ///< with one call
    on_break,
    chatting, ///< busy, too, with one chat or more
};

struct AgentRecord {
    std::uint32_t group = 0;
    AgentState state = AgentState::off;
    std::uint32_t call = none; ///< slot of the call in hand where it is still needed
    double idle_since_s = 0.0;
    double busy_s = 0.0;           ///< handled so far, for least-occupied
    std::uint32_t handled = 0;     ///< calls so far, for learning
    std::uint32_t break_of = none; ///< the break that the agent is on
    bool finishes = false;  ///< what is in hand is no live call: it is finished, whatever the shift says
    double present_s = 0.0; ///< staffed so far, before present_since_s
    double present_since_s = 0.0;
};

/// A moment at which one more (or one fewer) is there than the plan says.
struct StartShift {
    double at_s = 0.0;
    std::int32_t change = 0;
};

struct GroupState {
    IdleRing idle;
    std::uint32_t first_agent = 0;  ///< in agents
    std::uint32_t scheduled = 0;    ///< by the plan
    std::uint32_t staffed = 0;      ///< less away windows, absence and shrinkage
    std::uint32_t present = 0;      ///< idle or busy; more than staffed while some finish
    std::uint32_t last_staffed = 0; ///< the last number above 0: who works off what is left at the end
    bool away = false;
    std::uint32_t on_break = 0;
    std::uint32_t on_unpaid_break = 0;
    std::uint32_t breaks_owed = 0;   ///< agents who go on a break as they become free
    std::uint32_t break_owed = none; ///< in CentreModel::breaks: the break that they take
    std::int32_t beside_plan = 0;    ///< agents there before their shift, less those still on their way
    std::size_t next_start = 0;      ///< in starts
    std::vector<StartShift> starts;  ///< of this replication, where shifts do not start on time
    std::uint32_t block = 0;         ///< of the day
    double next_block_s = never_s;   ///< when in-day absences are drawn anew
    TimeIntegral busy;
    TimeIntegral available;
    TimeIntegral paid;
    TimeIntegral beyond;    ///< busy agents beyond those staffed: capacity = available + beyond
    double most_busy = 0.0; ///< since the last reporting edge
    double handled_s = 0.0; ///< parts of handle times inside the measured span (Little's second route)
};

struct ContactState {
    PrimaryCalls calls;
    StreamKey key;
    bool open = false;
    std::uint32_t entry_queue = none; ///< where a call that arrives now waits; none: turned away
    TimeIntegral waiting;
    double longest_queue = 0.0; ///< since the last reporting edge
    double waited_s = 0.0;      ///< parts of waits inside the measured span (Little's second route)
    std::int64_t redials_made = 0;
    std::int64_t redials_arrived = 0;
    std::int64_t repeats_made = 0; ///< by those who call again as this contact
    std::int64_t repeats_arrived = 0;
    TimeIntegral backlog;      ///< items that wait to be handled
    double most_backlog = 0.0; ///< since the last reporting edge
    double aged_s = 0.0;       ///< parts of items' ages inside the measured span (Little's second route)
};

struct Workspace::State {
    std::vector<ContactState> contacts;
    std::vector<GroupState> groups;
    std::vector<AgentRecord> agents;
    std::vector<std::uint32_t> lines_taken;
    std::vector<std::uint32_t> bot_lines_taken; ///< by bot step
    std::vector<std::uint8_t> skill_off;        ///< by skill: not served now
    std::vector<std::uint8_t> queue_able;       ///< some group of the queue's step is staffed and not away
    CallPool calls;
    WaitingLists waiting;
    std::vector<WaitMemory> wait_memory; ///< by contact; empty where no predictor looks back
    ChatDesk chats;

    EventTree arrivals;    ///< a slot per contact, and one after them for changes of period
    EventTree agents_busy; ///< a slot per agent: the end of the call in hand
    EventTree timers;      ///< a slot per call: patience, step timer, redial, end of talk or chat

    std::uint64_t sequence = 0; ///< of setting events
    std::uint64_t agents_in_two_places = 0;
    std::uint64_t joined = 0; ///< calls that have joined a queue
    std::uint32_t row = 0;    ///< of the counts, now
    std::size_t next_change = 0;
    std::uint32_t next_edge = 0; ///< reporting edges behind
    std::size_t day = 0;
    Fingerprint fingerprint;
    ReplicationResult result;

    /// Everything as it is before the model's begin_s. Allocates only what no earlier model needed.
    void prepare(const CentreModel& model, ReplicationKey key);
};

} // namespace switchroom
