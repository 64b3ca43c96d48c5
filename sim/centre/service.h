#pragma once
/// How long an answered leg of a call keeps caller and agent. Part of reception.h.

#include <cstdint>

namespace switchroom {

/// Seconds, as the group that answers does them.
struct Service {
    double talk_s = 0.0;
    double wrap_up_s = 0.0;
    double hold_s = 0.0;
    double on_call_s = 0.0; ///< tries to reach somebody on call

    double with_caller_s() const { return talk_s + hold_s + on_call_s; }
    double total_s() const { return with_caller_s() + wrap_up_s; }
};

/// A draw of leg k of attempt a has the attempt ordinal a + (k << leg_shift), a draw of try t of a leg that
/// and (t << try_shift): no other draw of the need has it.
inline constexpr std::uint32_t try_shift = 16;
inline constexpr std::uint32_t leg_shift = 24;
/// Nobody is passed on more often: whoever is asked then keeps the call.
inline constexpr std::uint32_t most_legs = 5;
/// Legs of an item that goes from tier to tier: no further, so that each has draws of its own.
inline constexpr std::uint32_t most_tiers = 200;

} // namespace switchroom
