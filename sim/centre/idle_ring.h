#pragma once
/// The idle agents of one group, longest idle first: a ring over a fixed array, so that the agent who takes
/// the next call is found, and one who becomes idle is added, in a few instructions at any size.

#include "sim/base/check.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace switchroom {

class IdleRing {
public:
    /// Empties the ring and makes room for `agents`.
    void reset(std::uint32_t agents)
    {
        const std::uint32_t room = std::bit_ceil(std::max(agents, 1U));
        ring_.resize(room);
        mask_ = room - 1;
        head_ = 0;
        size_ = 0;
    }

    std::uint32_t size() const { return size_; }

    /// The k-th longest idle agent. Precondition, here and below: k < size().
    std::uint32_t at(std::uint32_t k) const { return ring_[(head_ + k) & mask_]; }

    void push(std::uint32_t agent)
    {
        SWITCHROOM_ASSERT(size_ <= mask_, "room for every agent of the group");
        ring_[(head_ + size_) & mask_] = agent;
        ++size_;
    }

    std::uint32_t pop_longest()
    {
        const std::uint32_t agent = ring_[head_];
        head_ = (head_ + 1) & mask_;
        --size_;
        return agent;
    }

    /// Takes the k-th out; those behind it keep their order. O(size).
    std::uint32_t take(std::uint32_t k)
    {
        const std::uint32_t agent = at(k);
        for (std::uint32_t i = k; i + 1 < size_; ++i)
            ring_[(head_ + i) & mask_] = ring_[(head_ + i + 1) & mask_];
        --size_;
        return agent;
    }

private:
    std::vector<std::uint32_t> ring_;
    std::uint32_t mask_ = 0;
    std::uint32_t head_ = 0;
    std::uint32_t size_ = 0;
};

} // namespace switchroom
