#pragma once
/// One number that changes whenever a run's trajectory does: a hash over the time and kind of every event
/// (after OMNeT++'s fingerprints). The hash is a sum, so it depends on which events happened when, not on the
/// order in which equal instants were worked off.

#include <bit>
#include <cstdint>

namespace switchroom {

class Fingerprint {
public:
    /// `kind`: any small number that tells kinds of events (and whom they concern) apart.
    void add(double time, std::uint64_t kind)
    {
        // One odd multiplication per input and a fold: the sum of millions of terms needs no better mixing.
        const std::uint64_t mixed =
            (std::bit_cast<std::uint64_t>(time) + kind * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
        sum_ += mixed ^ (mixed >> 32U);
    }
    void clear() { sum_ = 0; }
    std::uint64_t value() const { return sum_; }

private:
    std::uint64_t sum_ = 0;
};

} // namespace switchroom
