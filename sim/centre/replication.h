#pragma once
/// One replication: every call of the simulated span, from the first ring to the last wrap-up. A pure
/// function of (model, seed, replication): no globals, no clock, the same bytes on every machine and any
/// number of threads.
///
///   Workspace workspace; // one per thread, kept
///   const ReplicationResult& result = run_replication(model, {.seed = 1, .replication = 0}, workspace);

#include "sim/centre/centre_model.h"
#include "sim/centre/replication_result.h"

#include <cstdint>
#include <memory>

namespace switchroom {

struct ReplicationKey {
    std::uint64_t seed = 1;
    std::uint64_t replication = 0;
};

/// How an attempt ended.
enum class Outcome : std::uint8_t {
    answered,
    abandoned,
    blocked,
    contained,   ///< settled by a bot
    handed_off,  ///< a bot passed it on: another leg follows
    voicemail,   ///< hung up on it, or (handed_off_to) left a message
    callback,    ///< is called back
    worked_off,  ///< an item of work was handled
    not_reached, ///< somebody was called back and did not answer
    turned_away,
    open_at_end
};

/// Why a leg came to where it went.
enum class LegReason : std::uint8_t {
    direct,   ///< the first step of the open route
    overflow, ///< a later step: those before did not answer in time, or were not there
    closed,   ///< the closed route
    bot,      ///< a machine had it
    transfer, ///< another agent had it first
    list      ///< no caller on the line: a message, a callback
};

/// One leg of an attempt, told when it has left the queue. Times are seconds on the model's axis. Callers are
/// numbers, never identities.
struct TraceRow {
    std::int32_t date = 0; ///< with `number`: the need, under need_contact
    std::uint32_t number = 0;
    std::uint32_t copy = 0;         ///< of a replayed call
    std::uint32_t attempt = 0;      ///< 0: the primary call
    std::uint32_t need_contact = 0; ///< as which the need's primary call came
    std::uint32_t contact = 0;      ///< whose people have this leg
    Outcome outcome = Outcome::answered;
    double arrived_s = 0.0;    ///< of the leg
    double queue_left_s = 0.0; ///< answered, abandoned …; arrived_s where it never waited
    double talk_s = 0.0;       ///< 0 unless answered
    double hold_s = 0.0;       ///< inside the call, beside talk_s
    double on_call_s = 0.0;    ///< tries to reach somebody on call, beside talk_s
    double wrap_up_s = 0.0;
    std::uint32_t group = none;
    std::uint32_t agent = none;         ///< position in the group
    std::uint32_t leg = 0;              ///< transfers before it
    std::uint32_t handed_off_to = none; ///< the contact as which another leg follows
    LegReason reason = LegReason::direct;
    double rang_s = 0.0;           ///< when the attempt rang; before arrived_s where a bot had it first
    std::uint32_t stage = none;    ///< in ModelIndex::queues: where it was answered or left; none: in none
    std::uint32_t ended_as = none; ///< in CentreModel::outcomes, of the leg that ends an answered attempt
    bool settled = false;          ///< that leg settled the caller's matter
};

/// Receives the rows of one replication, in order of queue_left_s (ties in the engine's order); those of bots
/// and chats as they end.
class TraceSink {
public:
    virtual ~TraceSink() = default;
    virtual void row(const TraceRow& row) = 0;
};

/// The memory of a replication, kept from one to the next so that a warm run allocates nothing. O(agents +
/// waiting calls + cells), never O(calls). One thread at a time; may serve models of any size one after the
/// other.
class Workspace {
public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

    struct State;
    State& state() { return *state_; }

private:
    std::unique_ptr<State> state_;
};

/// Runs one replication. The result lives in the workspace until its next run. `trace` may be null (nothing
/// is spent on it then). Precondition: index_model() has filled model.index.
const ReplicationResult& run_replication(const CentreModel& model, ReplicationKey key, Workspace& workspace,
                                         TraceSink* trace = nullptr);

} // namespace switchroom
