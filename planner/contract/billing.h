#pragma once
/// What a vendor may bill for a month: every call that its people answered goes through the meter once, in
/// order, and leaves the quantities that the tariff prices.

#include "sim/scenario/contract.h"

#include <cstdint>
#include <string>

namespace switchroom {

/// One leg of a call that the vendor's people answered. Seconds.
struct BilledCall {
    double talk_s = 0.0;
    double hold_s = 0.0;
    double wrap_up_s = 0.0;
    double patch_s = 0.0;     ///< tries to reach somebody on call
    bool after_hours = false; ///< outside of the practice's hours when it rang
    bool booked = false;      ///< ended with the outcome that the tariff calls a booking
    bool settled = false;     ///< settled the caller's matter
};

/// The quantities of one calendar month.
struct BilledMonth {
    std::string label;           ///< "2026-04"
    std::int64_t answered = 0;   ///< all that the vendor's people answered
    std::int64_t free_calls = 0; ///< short ones that the tariff does not bill
    std::int64_t calls = 0;      ///< billed
    std::int64_t after_hours_calls = 0;
    double minutes = 0.0; ///< billed, each call rounded up to the billing step
    double after_hours_minutes = 0.0;
    double handle_minutes = 0.0; ///< talk, hold and wrap-up as they were, work on messages included
    double patch_minutes = 0.0;
    double automated_minutes = 0.0;
    std::int64_t bookings = 0;
    std::int64_t settled = 0;
    std::int64_t messages = 0; ///< messages and callbacks handled
    double seats = 0.0;        ///< most people of the vendor scheduled at once
    double agent_hours = 0.0;  ///< scheduled
    std::int64_t closure_days = 0;
    double forecast_calls = 0.0;
};

/// Seconds of a call that count as its length: talk; hold if it is billed; wrap-up as it was, flat or not;
/// patching unless it has a price of its own; rounded up to the billing step.
double billed_seconds(const Price& price, const BilledCall& call);

/// The meter of one month.
class BillingMeter {
public:
    BillingMeter(const Price& price, std::string label);

    /// Calls in the order in which they were answered: the first short ones are the free ones.
    void add(const BilledCall& call);

    const BilledMonth& month() const { return month_; }
    BilledMonth& month() { return month_; }

private:
    const Price* price_;
    BilledMonth month_;
};

} // namespace switchroom
