/// Every term of a tariff, priced by hand.

#include "planner/contract/invoice.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace switchroom;

namespace {

Money money(double amount)
{
    return {amount};
}

BilledMonth month_of(std::int64_t calls, double minutes)
{
    BilledMonth month;
    month.label = "2026-04";
    month.answered = month.calls = calls;
    month.minutes = minutes;
    return month;
}

Cents line(const Invoice& invoice, const std::string& item)
{
    const auto found = std::find_if(invoice.lines.begin(), invoice.lines.end(),
                                    [&](const InvoiceLine& l) { return l.item == item; });
    return found == invoice.lines.end() ? -1 : found->amount;
}

} // namespace

TEST_CASE("the page's example: base, 60 calls included, a tier above 500, a minimum")
{
    Price price;
    price.set_up = money(150);
    price.monthly = money(89);
    price.per_call = money(1.15);
    price.included_calls = 60;
    price.minimum = money(120);
    price.tiers = {{500, money(0.98)}};
    const Invoice busy = price_month(price, month_of(620, 0), {.is_first = true, .ends_contract = false});
    CHECK(line(busy, "set-up") == 15000);
    CHECK(line(busy, "monthly base") == 8900);
    CHECK(line(busy, "calls above 60") == 50600);  // 440 × 1.15
    CHECK(line(busy, "calls above 500") == 11760); // 120 × 0.98
    CHECK(busy.total == 15000 + 8900 + 50600 + 11760);
    CHECK(busy.usage == busy.total - 15000);
    const Invoice quiet = price_month(price, month_of(61, 0), {});
    CHECK(line(quiet, "up to the minimum") == 12000 - 8900 - 115);
    CHECK(quiet.total == 12000);
}

TEST_CASE("whole-volume tiers reprice every call beyond the included ones")
{
    Price price;
    price.per_call = money(1.0);
    price.included_calls = 100;
    price.tiers = {{500, money(0.8)}, {1000, money(0.6)}};
    price.whole_volume = true;
    CHECK(price_month(price, month_of(500, 0), {}).total == 40000); // the 501st call would reach the tier
    CHECK(price_month(price, month_of(501, 0), {}).total == 32080);
    CHECK(price_month(price, month_of(1200, 0), {}).total == 66000);
    CHECK(price_month(price, month_of(80, 0), {}).total == 0);
    price.whole_volume = false;
    CHECK(price_month(price, month_of(1200, 0), {}).total == 40000 + 40000 + 12000);
}

TEST_CASE("minutes: included, overage, tiers")
{
    Price price; // US level: 350 for 125 minutes, 2.50 beyond
    price.monthly = money(350);
    price.included_minutes = 125;
    price.overage_per_minute = money(2.5);
    CHECK(price_month(price, month_of(60, 125.0), {}).total == 35000);
    CHECK(price_month(price, month_of(60, 140.5), {}).total == 35000 + 3875);
    price.minute_tiers = {{1000, money(1.75)}};
    CHECK(price_month(price, month_of(60, 1100.0), {}).total == 35000 + 218750 + 17500);
}

TEST_CASE("a call's billed length: step, wrap-up as it was or flat, hold or not, patching")
{
    const BilledCall call{
        .talk_s = 100.0, .hold_s = 25.0, .wrap_up_s = 40.0, .patch_s = 30.0, .after_hours = false};
    Price price;
    CHECK(billed_seconds(price, call) == 155.0); // hold and patching are time on the line
    price.bill_hold = false;
    CHECK(billed_seconds(price, call) == 130.0);
    price.patch_minute = money(1);
    CHECK(billed_seconds(price, call) == 100.0);
    price.bill_wrap_up = true;
    CHECK(billed_seconds(price, call) == 140.0);
    price.bill_wrap_up = false;
    price.flat_wrap_up = minutes(1);
    CHECK(billed_seconds(price, call) == 160.0);
    for (const auto& [step_s, billed_s] :
         {std::pair(1.0, 160.0), {6.0, 162.0}, {30.0, 180.0}, {60.0, 180.0}}) {
        price.billing_step = seconds(step_s);
        CHECK(billed_seconds(price, call) == billed_s);
    }
    price.billing_step = seconds(0.1); // 1 600 steps of what 0.1 is in binary are 160 s, not a step more
    CHECK(billed_seconds(price, call) == doctest::Approx(160.0).epsilon(1e-12));
}

TEST_CASE("the first short calls are free, the others cost")
{
    Price price;
    price.per_call = money(1.0);
    price.per_minute = money(0.6);
    price.free_short_calls = {seconds(30), 2};
    BillingMeter meter(price, "2026-04");
    for (const double talk_s : {20.0, 30.0, 29.0, 10.0, 600.0})
        meter.add({.talk_s = talk_s});
    CHECK(meter.month().answered == 5);
    CHECK(meter.month().free_calls == 2); // 20 s and 29 s; 30 s is not below
    CHECK(meter.month().calls == 3);
    CHECK(meter.month().minutes == doctest::Approx(640.0 / 60.0));
    CHECK(price_month(price, meter.month(), {}).total == 300 + 640);
}

TEST_CASE("after hours: the factor applies to calls and minutes, included ones too")
{
    Price price;
    price.per_call = money(1.0);
    price.per_minute = money(0.5);
    price.included_calls = 10;
    price.after_hours_factor = 1.5;
    BilledMonth month = month_of(10, 20.0);
    month.after_hours_calls = 4;
    month.after_hours_minutes = 9.0;
    const Invoice invoice = price_month(price, month, {});
    CHECK(line(invoice, "after-hours surcharge on calls") == 200);
    CHECK(line(invoice, "after-hours surcharge on minutes") == 225);
    CHECK(invoice.total == 1000 + 200 + 225);
}

TEST_CASE("units: seats, hours, full-time agents, handle minutes, messages, bookings, settled matters")
{
    Price price;
    price.automated_minute = money(0.12);
    price.patch_minute = money(0.9);
    price.per_handle_minute = money(0.75);
    price.per_seat = money(2400);
    price.per_agent_hour = money(11);
    price.per_fte_month = money(1820.04);
    price.fte_hours = 151.67;
    price.per_message = money(0.8);
    price.per_booking = money(3.2);
    price.per_resolved = money(1.1);
    price.holiday_fee = money(60);
    BilledMonth month = month_of(0, 0);
    month.automated_minutes = 100;
    month.patch_minutes = 7.5;
    month.handle_minutes = 333.333;
    month.seats = 3;
    month.agent_hours = 303.34;
    month.messages = 45;
    month.bookings = 210;
    month.settled = 300;
    month.closure_days = 2;
    const Invoice invoice = price_month(price, month, {});
    CHECK(line(invoice, "automated minutes") == 1200);
    CHECK(line(invoice, "patch minutes") == 675);
    CHECK(line(invoice, "handle minutes") == 25000); // 249.99975
    CHECK(line(invoice, "seats") == 720000);
    CHECK(line(invoice, "agent hours") == 333674);
    CHECK(line(invoice, "full-time agents") == 364008);
    CHECK(line(invoice, "messages and callbacks") == 3600);
    CHECK(line(invoice, "bookings") == 67200);
    CHECK(line(invoice, "settled matters") == 33000);
    CHECK(line(invoice, "closure days") == 12000);
    Cents sum = 0;
    for (const InvoiceLine& l : invoice.lines)
        sum += l.amount;
    CHECK(sum == invoice.total);
    price.seats = 5;
    CHECK(line(price_month(price, month, {}), "seats") == 1200000);
}

TEST_CASE("below the forecast 90 % of it is invoiced; leaving costs the exit fee")
{
    Price price;
    price.per_call = money(2.0);
    price.least_share_of_forecast = Probability{0.9};
    price.exit_fee = money(500);
    BilledMonth month = month_of(700, 0);
    month.forecast_calls = 1000;
    const Invoice invoice = price_month(price, month, {.is_first = false, .ends_contract = true});
    CHECK(line(invoice, "up to the least share of the forecast") == 40000);
    CHECK(line(invoice, "exit fee") == 50000);
    CHECK(invoice.usage == 180000);
    CHECK(invoice.total == 230000);
    month.calls = 950;
    CHECK(price_month(price, month, {}).total == 190000);
}

TEST_CASE("an invoice as CSV has a line a line")
{
    Price price;
    price.per_call = money(1.15);
    CHECK(to_csv({price_month(price, month_of(3, 0), {})}) ==
          "month,item,quantity,unit,unit_price,amount\n2026-04,calls,3,call,1.15,3.45\n");
}
