#pragma once
/// The queues: one intrusive list of waiting calls for each (contact, offer step), in order of queue time.
/// The heads stand in arrays of their own, because a freed agent looks at heads only.

#include "sim/centre/call_pool.h"

#include <cstdint>
#include <vector>

namespace switchroom {

class WaitingLists {
public:
    void reset(std::size_t queues)
    {
        head_.assign(queues, none);
        tail_.assign(queues, none);
        length_.assign(queues, 0);
        size_ = 0;
    }

    std::uint32_t head(std::uint32_t queue) const { return head_[queue]; }
    std::uint32_t tail(std::uint32_t queue) const { return tail_[queue]; }
    std::size_t queues() const { return head_.size(); }

    /// Waiting calls in all queues.
    std::uint32_t size() const { return size_; }

    /// Waiting calls in this one; only where all calls are put in and taken out `counted`.
    std::uint32_t length(std::uint32_t queue) const { return length_[queue]; }

    /// Puts the call behind those that joined before it. O(1) for a new call, as nobody has waited less.
    template <bool counted = true>
    void insert(CallPool& calls, std::uint32_t queue, std::uint32_t slot)
    {
        Call& call = calls[slot];
        std::uint32_t before = tail_[queue];
        while (before != none && comes_before(call, calls[before]))
            [[unlikely]] before = calls[before].previous;
        const std::uint32_t after = before == none ? head_[queue] : calls[before].next;
        call.previous = before;
        call.next = after;
        (before == none ? head_[queue] : calls[before].next) = slot;
        (after == none ? tail_[queue] : calls[after].previous) = slot;
        ++size_;
        if constexpr (counted)
            ++length_[queue];
    }

    template <bool counted = true>
    void remove(CallPool& calls, std::uint32_t queue, std::uint32_t slot)
    {
        const Call& call = calls[slot];
        (call.previous == none ? head_[queue] : calls[call.previous].next) = call.next;
        (call.next == none ? tail_[queue] : calls[call.next].previous) = call.previous;
        --size_;
        if constexpr (counted)
            --length_[queue];
    }

    static bool comes_before(const Call& a, const Call& b)
    {
        return a.queue_key_s < b.queue_key_s || (a.queue_key_s == b.queue_key_s && a.order < b.order);
    }

private:
    std::vector<std::uint32_t> head_;
    std::vector<std::uint32_t> tail_;
    std::vector<std::uint32_t> length_;
    std::uint32_t size_ = 0;
};

} // namespace switchroom
