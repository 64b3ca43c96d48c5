#pragma once
/// The calls that are in the system, in slots that are used again: a caller on the line, waiting, or about to
/// redial.

#include "sim/centre/centre_model.h"
#include "sim/centre/item_note.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// What queues and service need of a call: one cache line.
struct Call {
    double queue_key_s = 0.0; ///< joined_s less head start: who is smaller has waited longer
    double joined_s = 0.0;
    double leaves_at_s = never_s; ///< when patience runs out
    double talk_s = 0.0;
    double wrap_up_s = 0.0;
    std::uint64_t order = 0; ///< of joining; decides between equal keys
    std::uint32_t next = none;
    std::uint32_t previous = none;
    std::uint32_t row = 0; ///< of the counts in which it arrived
    std::uint32_t contact = 0;
};

/// Who has a call that is in no queue.
enum class Keeper : std::uint8_t { nobody, bot, chat, list };

/// What only some features need of a call.
struct CallNote {
    std::uint32_t number = 0;
    std::int32_t date = 0;
    std::uint32_t attempt = 0;
    std::uint32_t copy = 0;
    std::uint32_t need_contact = none; ///< as which its primary call arrived: whose random numbers it has
    std::uint32_t need_row = 0;        ///< of the counts in which its primary call arrived
    std::uint32_t redials = 0;         ///< made so far for this need
    std::uint32_t queue = none;        ///< where it waits
    std::uint32_t line = none;         ///< the line that it holds

    double arrived_s = 0.0;           ///< when this attempt rang
    double queued_s = 0.0;            ///< since when it has been in the queue, without interruption
    double bot_since_s = 0.0;         ///< when the bot that has it took it
    double retold_s = 0.0;            ///< to be told again to the agent of this leg
    double patience_s = 0.0;          ///< what is left of it, while the call is in no queue
    std::uint32_t arrival_row = 0;    ///< of the counts in which this attempt rang
    bool has_waited = false;          ///< has been in a queue before, and keeps its place
    std::uint32_t came_as = 0;        ///< contact as which this attempt rang: under which it counts
    std::uint32_t leg = 0;            ///< 0 until an agent has passed it on; then the attempt is answered
    std::uint32_t transfer_to = none; ///< the agent who has it will pass it on to this contact
    std::uint32_t agent = none;       ///< who has it, while in_hand
    double talk_factor = 1.0;         ///< of talks to come: what a bot has understood need not be said again
    Keeper keeper = Keeper::nobody;
    bool contained = false;         ///< the bot that has it will settle it
    bool first_answer = false;      ///< no earlier attempt of the need was answered
    bool settled_elsewhere = false; ///< a bot settled the need, or a message or callback is kept for it

    std::uint32_t predicted_by = none; ///< in ModelIndex::watches: the groups that its wait was predicted for
    double predicted_wait_s = 0.0;     ///< the attempt's first prediction
    double predicted_at_s = 0.0;
    bool heard_wait = false; ///< the expected wait has been announced

    bool is_repeat = false; ///< calls because an answered attempt left the matter open
    bool reached = false;   ///< an earlier attempt reached a person
    bool in_hand = false;   ///< an agent may yet hand it back
    bool resumed = false;   ///< was answered before and interrupted; its talk goes on
    std::uint64_t patience_tie = 0;
    NeedHistory so_far; ///< of the need, where callers are rated
};

/// Slots with a free list. Grows by doubling; never shrinks.
class CallPool {
public:
    void reset()
    {
        free_.clear();
        used_ = 0;
    }

    /// A slot whose content is whatever it was. `slots()` may have grown.
    std::uint32_t take()
    {
        if (!free_.empty()) {
            const std::uint32_t slot = free_.back();
            free_.pop_back();
            return slot;
        }
        if (used_ == calls_.size())
            grow();
        return used_++;
    }

    void give_back(std::uint32_t slot) { free_.push_back(slot); }

    std::size_t slots() const { return calls_.size(); }
    std::size_t in_use() const { return used_ - free_.size(); }

    Call& operator[](std::uint32_t slot) { return calls_[slot]; }
    const Call& operator[](std::uint32_t slot) const { return calls_[slot]; }
    CallNote& note(std::uint32_t slot) { return notes_[slot]; }
    /// What the slot is while it is an item of work (Keeper::list).
    ItemNote& item(std::uint32_t slot) { return items_[slot]; }

private:
    void grow()
    {
        const std::size_t size = calls_.empty() ? 64 : 2 * calls_.size();
        calls_.resize(size);
        notes_.resize(size);
        items_.resize(size);
        free_.reserve(size);
    }

    std::vector<Call> calls_;
    std::vector<CallNote> notes_;
    std::vector<ItemNote> items_;
    std::vector<std::uint32_t> free_;
    std::uint32_t used_ = 0;
};

} // namespace switchroom
