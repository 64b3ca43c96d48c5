#include "planner/contract/invoice.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace switchroom {

namespace {

/// A price from this number on.
struct Step {
    double above = 0.0;
    double price = 0.0;
};

/// Prices a volume of which `included` is free.
void add_tiers(Invoice& invoice, const std::string& what, const std::string& unit, double volume,
               double included, const std::vector<Step>& steps, bool whole_volume)
{
    if (whole_volume) {
        const Step* reached = &steps.front();
        for (const Step& step : steps)
            if (volume > step.above)
                reached = &step;
        const std::string tier =
            reached->above > 0.0 ? fmt::format(" (over {:g} in all)", reached->above) : "";
        invoice.add(what + tier, std::max(volume - included, 0.0), unit, reached->price);
        return;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double from = std::max(steps[i].above, included);
        const double to = i + 1 < steps.size() ? std::min(steps[i + 1].above, volume) : volume;
        const std::string tier = from > 0.0 ? fmt::format(" above {:g}", from) : "";
        invoice.add(what + tier, std::max(to - from, 0.0), unit, steps[i].price);
    }
}

double minute_price(const Price& price)
{
    if (price.overage_per_minute)
        return price.overage_per_minute->amount;
    return price.per_minute ? price.per_minute->amount : 0.0;
}

void add_calls(Invoice& invoice, const Price& price, const BilledMonth& month)
{
    if (!price.per_call)
        return;
    std::vector<Step> steps{{0.0, price.per_call->amount}};
    for (const PriceTier& tier : price.tiers)
        steps.push_back({tier.above, tier.per_call.amount});
    add_tiers(invoice, "calls", "call", static_cast<double>(month.calls), price.included_calls, steps,
              price.whole_volume);
}

void add_minutes(Invoice& invoice, const Price& price, const BilledMonth& month)
{
    if (!price.per_minute && !price.overage_per_minute)
        return;
    std::vector<Step> steps{{0.0, minute_price(price)}};
    for (const MinuteTier& tier : price.minute_tiers)
        steps.push_back({tier.above, tier.per_minute.amount});
    add_tiers(invoice, "minutes", "minute", month.minutes, price.included_minutes, steps, price.whole_volume);
}

void add_surcharge(Invoice& invoice, const Price& price, const BilledMonth& month)
{
    const double extra = price.after_hours_factor - 1.0;
    if (extra == 0.0)
        return;
    if (price.per_call)
        invoice.add("after-hours surcharge on calls", static_cast<double>(month.after_hours_calls), "call",
                    extra * price.per_call->amount);
    invoice.add("after-hours surcharge on minutes", month.after_hours_minutes, "minute",
                extra * minute_price(price));
}

void add_units(Invoice& invoice, const Price& price, const BilledMonth& month)
{
    const auto add = [&](const std::optional<Money>& unit_price, const char* item, double quantity,
                         const char* unit) {
        if (unit_price)
            invoice.add(item, quantity, unit, unit_price->amount);
    };
    add(price.automated_minute, "automated minutes", month.automated_minutes, "minute");
    add(price.patch_minute, "patch minutes", month.patch_minutes, "minute");
    add(price.per_handle_minute, "handle minutes", month.handle_minutes, "minute");
    add(price.per_seat, "seats", price.seats ? *price.seats : month.seats, "seat");
    add(price.per_agent_hour, "agent hours", month.agent_hours, "hour");
    add(price.per_fte_month, "full-time agents", month.agent_hours / price.fte_hours, "full-time agent");
    add(price.per_message, "messages and callbacks", static_cast<double>(month.messages), "message");
    add(price.per_booking, "bookings", static_cast<double>(month.bookings), "booking");
    add(price.per_resolved, "settled matters", static_cast<double>(month.settled), "matter");
    invoice.add("closure days", static_cast<double>(month.closure_days), "day", price.holiday_fee.amount);
}

} // namespace

void Invoice::add(std::string item, double quantity, std::string unit, double unit_price)
{
    if (quantity == 0.0 || unit_price == 0.0)
        return;
    lines.push_back(
        {std::move(item), quantity, std::move(unit), unit_price, to_cents(quantity * unit_price)});
    total += lines.back().amount;
}

void Invoice::add_amount(std::string item, Cents amount)
{
    if (amount == 0)
        return;
    lines.push_back({std::move(item), 1.0, "", amount_of(amount), amount});
    total += amount;
}

Invoice price_month(const Price& price, const BilledMonth& month, InvoiceMonth place)
{
    Invoice invoice;
    invoice.month = month.label;
    if (place.is_first)
        invoice.add("set-up", 1.0, "once", price.set_up.amount);
    const Cents before = invoice.total;
    invoice.add("monthly base", 1.0, "month", price.monthly.amount);
    add_calls(invoice, price, month);
    add_minutes(invoice, price, month);
    add_surcharge(invoice, price, month);
    add_units(invoice, price, month);
    if (price.least_share_of_forecast && price.per_call)
        invoice.add("up to the least share of the forecast",
                    std::max(price.least_share_of_forecast->value * month.forecast_calls -
                                 static_cast<double>(month.calls),
                             0.0),
                    "call", price.per_call->amount);
    const Cents so_far = invoice.total - before;
    if (const Cents least = to_cents(price.minimum.amount); so_far < least)
        invoice.add_amount("up to the minimum", least - so_far);
    invoice.usage = invoice.total - before;
    if (place.ends_contract)
        invoice.add("exit fee", 1.0, "once", price.exit_fee.amount);
    return invoice;
}

std::string to_csv(const std::vector<Invoice>& invoices)
{
    std::string text = "month,item,quantity,unit,unit_price,amount\n";
    for (const Invoice& invoice : invoices)
        for (const InvoiceLine& line : invoice.lines)
            text += fmt::format("{},{},{},{},{},{}\n", invoice.month, line.item, line.quantity, line.unit,
                                line.unit_price, cents_text(line.amount));
    return text;
}

} // namespace switchroom
