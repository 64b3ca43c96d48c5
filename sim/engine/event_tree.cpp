#include "sim/engine/event_tree.h"

#include <algorithm>

namespace switchroom {

void EventTree::reset(std::size_t slots)
{
    keys_.clear();
    ties_.clear();
    leaves_ = 0;
    grow(std::max<std::size_t>(slots, 2));
}

void EventTree::grow(std::size_t slots)
{
    if (slots <= leaves_)
        return;
    const std::size_t first_new = leaves_;
    leaves_ = std::bit_ceil(slots);
    keys_.resize(leaves_);
    ties_.resize(leaves_, 0);
    for (std::size_t slot = first_new; slot < leaves_; ++slot)
        keys_[slot] = empty_key + slot;
    rebuild();
}

void EventTree::rebuild()
{
    winners_.resize(2 * leaves_);
    for (std::size_t slot = 0; slot < leaves_; ++slot)
        winners_[leaves_ + slot] = static_cast<std::uint32_t>(slot);
    for (std::size_t node = leaves_ - 1; node > 0; --node) {
        const std::uint32_t left = winners_[2 * node];
        const std::uint32_t right = winners_[2 * node + 1];
        const bool right_wins =
            keys_[right] < keys_[left] || (keys_[right] == keys_[left] && wins_tie(right, left));
        winners_[node] = right_wins ? right : left;
    }
}

} // namespace switchroom
