#pragma once
/// The canonical call row: what every importer produces from whatever a telephone system exported. Missing is
/// missing, never 0.

#include "sim/calllog/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace switchroom {

/// How a call ended, as the queue saw it.
enum class CallOutcome : std::uint8_t {
    answered,    ///< spoke with an agent
    abandoned,   ///< hung up while waiting for one
    voicemail,   ///< left the queue for a recording
    callback,    ///< left the queue for a promise to be called back
    transferred, ///< left the queue for another queue or number
    blocked,     ///< no line was free
    bot,         ///< ended in the voice response unit or with a bot: never offered to agents
};
inline constexpr int call_outcome_count = 7;

/// The words of the canonical `outcome` column.
std::string to_text(CallOutcome outcome);
std::optional<CallOutcome> call_outcome(std::string_view word);

/// A person (caller or agent) as a keyed hash (keyed_hash.h): equal for the same person within one import,
/// never written anywhere. 0 = not recorded.
struct PersonHash {
    std::uint64_t value = 0;
    explicit operator bool() const { return value != 0; }
    friend bool operator==(PersonHash, PersonHash) = default;
};

/// One call. Instants come from the source's clock; durations are those that the source itself recorded where
/// it has them (they may differ from the instants by a second or two: two clocks), else differences of
/// instants.
struct CallRow {
    std::string call_id;
    std::uint32_t queue = 0; ///< position in CallLog::queues: the contact type
    CallOutcome outcome = CallOutcome::answered;
    std::optional<int> priority; ///< as the source numbers it
    Instant
        arrived_at; ///< when the call asked for a person: after the voice response unit, where there is one
    std::optional<Instant> queued_at;
    std::optional<Instant> answered_at;
    std::optional<Instant> left_at; ///< left the queue: answered, abandoned or flowed out
    std::optional<Instant> ended_at;
    std::optional<double> wait_s; ///< in the queue; 0 if answered at once
    std::optional<double> ring_s;
    std::optional<double> talk_s; ///< all that is known of the handling, where the source has one figure only
    std::optional<double> hold_s;
    std::optional<double> wrap_s;
    PersonHash caller;
    PersonHash agent;
    std::optional<std::uint32_t> transfer_of; ///< position of the earlier row in CallLog::rows
    std::optional<std::uint32_t> retry_of;    ///< position of the same caller's earlier, unanswered attempt
    // Of simulated calls only:
    std::string forwarded_to;  ///< the vendor's group that answered
    std::string handed_off_to; ///< the contact as which another leg follows
    std::string reason;        ///< why the leg came there: direct, overflow, closed, bot, transfer
    std::int32_t line = 0;     ///< of the file that it was read from, 1-based

    bool queued() const { return queued_at.has_value(); }
    bool offered() const { return outcome != CallOutcome::blocked && outcome != CallOutcome::bot; }
};

/// Talk + hold + wrap-up as far as recorded; missing if none of them is.
std::optional<double> handle_s(const CallRow& row);

} // namespace switchroom
