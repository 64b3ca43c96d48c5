#pragma once
/// How long callers waited, as counts in log-linear bins: the shape of the waits in fixed memory, whatever
/// the number of calls, and two of them merge by adding.
///
/// Each power of two of seconds is cut into 64 equal bins, read off the leading bits of the double (no
/// logarithm): a quantile is the middle of its bin, so its relative error is at most 1/128 (0.8 %). Waits of
/// exactly 0 have a bin of their own; those below 2^-10 s (1 ms) share one, absolute error 1 ms; those beyond
/// 2^22 s (48 days) count in the last. The idea is that of HdrHistogram (Tene 2012).
///
///   WaitHistogram waits;
///   waits.add(12.5);
///   waits += those_of_another_replication;
///   const double half_waited_at_most_s = waits.quantile(0.5);

#include "sim/base/check.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace switchroom {

/// A plain value of 16 KB; not synchronised. add() is a shift, two clamps and an increment.
class WaitHistogram {
public:
    /// Precondition: wait_s >= 0 and finite.
    void add(double wait_s)
    {
        SWITCHROOM_ASSERT(wait_s >= 0.0, "a wait is a time >= 0");
        ++counts_[bin_of(wait_s)];
    }

    /// Bin by bin: exact, so the order of merging never matters.
    WaitHistogram& operator+=(const WaitHistogram& other);

    void clear() { counts_.fill(0); }

    /// Number of waits added, exactly. Walks the bins.
    std::int64_t count() const;

    /// Number of waits of exactly 0.
    std::int64_t zeros() const { return counts_[0]; }

    /// The least wait in seconds that at least the share `p` of the waits do not exceed (inverse of the
    /// empirical distribution function), up to the bin's width. NaN if nothing was added. Precondition: 0 <=
    /// p <= 1.
    double quantile(double p) const;

private:
    static constexpr int bits_per_octave = 6;
    static constexpr int least_exponent = -10;
    static constexpr int octaves = 32;
    static constexpr std::int64_t bins_below = 2; // [0] exactly zero, [1] positive but below 2^-10 s
    static constexpr std::int64_t bin_count = bins_below + (std::int64_t{octaves} << bits_per_octave);
    static constexpr int shift = 52 - bits_per_octave;
    static constexpr std::int64_t first_prefix = std::int64_t{1023 + least_exponent} << bits_per_octave;

    static std::size_t bin_of(double wait_s)
    {
        // Exponent and leading bits of the mantissa, as one integer, number the bins in order of size.
        const auto prefix = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(wait_s) >> shift);
        const std::int64_t bin = prefix - first_prefix + bins_below;
        const std::int64_t least = wait_s > 0.0 ? 1 : 0;
        return static_cast<std::size_t>(std::clamp(bin < bins_below ? least : bin, least, bin_count - 1));
    }
    static double middle_of(std::size_t bin);

    std::array<std::int64_t, bin_count> counts_{};
};

} // namespace switchroom
