#pragma once
/// The last waits of answered calls of one contact, from which the wait of the next is predicted.

#include <cstddef>
#include <vector>

namespace switchroom {

/// Invariant: the ring's size is the number of waits kept; sizes change in reset() only.
class WaitMemory {
public:
    /// Forgets all; keeps the last `kept` waits from now on.
    void reset(std::size_t kept)
    {
        ring_.assign(kept, 0.0);
        next_ = 0;
        count_ = 0;
    }

    /// Precondition: keeps at least one.
    void add(double wait_s)
    {
        ring_[next_] = wait_s;
        next_ = next_ + 1 == ring_.size() ? 0 : next_ + 1;
        count_ += count_ < ring_.size();
    }

    bool keeps_any() const { return !ring_.empty(); }

    /// Mean of the waits kept; 0 s before the first answer. O(waits kept), so that no rounding adds up.
    double mean_s() const
    {
        double sum_s = 0.0;
        for (std::size_t i = 0; i < count_; ++i)
            sum_s += ring_[i];
        return count_ == 0 ? 0.0 : sum_s / static_cast<double>(count_);
    }

private:
    std::vector<double> ring_;
    std::size_t next_ = 0;
    std::size_t count_ = 0;
};

} // namespace switchroom
