#include "planner/contract/billing.h"

#include <cmath>
#include <utility>

namespace switchroom {

double billed_seconds(const Price& price, const BilledCall& call)
{
    double length_s = call.talk_s;
    if (price.bill_hold)
        length_s += call.hold_s;
    if (!price.patch_minute)
        length_s += call.patch_s;
    if (price.flat_wrap_up)
        length_s += price.flat_wrap_up->seconds;
    else if (price.bill_wrap_up)
        length_s += call.wrap_up_s;
    if (!price.billing_step)
        return length_s;
    // A call of exactly three steps, as far as sums of doubles can say, is three steps long.
    const double step_s = price.billing_step->seconds;
    return std::ceil(length_s / step_s - 1e-9) * step_s;
}

BillingMeter::BillingMeter(const Price& price, std::string label) : price_(&price)
{
    month_.label = std::move(label);
}

void BillingMeter::add(const BilledCall& call)
{
    ++month_.answered;
    month_.handle_minutes += (call.talk_s + call.hold_s + call.patch_s + call.wrap_up_s) / 60.0;
    month_.patch_minutes += call.patch_s / 60.0;
    month_.bookings += call.booked;
    month_.settled += call.settled;
    if (const auto& free = price_->free_short_calls;
        free && call.talk_s + call.hold_s < free->below.seconds && month_.free_calls < free->first) {
        ++month_.free_calls;
        return;
    }
    const double minutes = billed_seconds(*price_, call) / 60.0;
    ++month_.calls;
    month_.minutes += minutes;
    if (call.after_hours) {
        ++month_.after_hours_calls;
        month_.after_hours_minutes += minutes;
    }
}

} // namespace switchroom
