#pragma once
/// Which of many stretches of time hold a given instant, without a look at the others.

#include <cstdint>
#include <vector>

namespace switchroom::gui {

/// Stretches [from, to) with a number each. Immutable once made.
class OpenIntervals {
public:
    struct Entry {
        double from_s = 0.0;
        double to_s = 0.0;
        std::uint32_t id = 0;
    };

    OpenIntervals() = default;
    /// Entries that last no time are left out.
    explicit OpenIntervals(std::vector<Entry> entries);

    /// Appends the ids of those with from ≤ at < to, the earliest first. O(log n + those that began since the
    /// oldest of them).
    void collect(double at_s, std::vector<std::uint32_t>& into) const;

    const std::vector<Entry>& entries() const { return entries_; } ///< by from_s, then id

private:
    std::vector<Entry> entries_;
    std::vector<double> latest_end_s_; ///< of the entries so far
};

} // namespace switchroom::gui
