#include "sim/engine/event_tree.h"

#include <algorithm>

namespace switchroom {

void EventTree::reset(std::size_t slots)
{
    leaves_ = std::bit_ceil(std::max<std::size_t>(slots, 2));
    times_.assign(leaves_, no_event);
    ties_.assign(leaves_, 0);
    rebuild();
}

void EventTree::grow(std::size_t slots)
{
    if (slots <= leaves_)
        return;
    leaves_ = std::bit_ceil(slots);
    times_.resize(leaves_, no_event);
    ties_.resize(leaves_, 0);
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
            times_[right] < times_[left] || (times_[right] == times_[left] && wins_tie(right, left));
        winners_[node] = right_wins ? right : left;
    }
}

} // namespace switchroom
