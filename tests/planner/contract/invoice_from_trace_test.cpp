/// A simulated month is billed by the ledger and, beside it, recomputed here from the trace with nothing but
/// the words of the tariff.

#include "planner/contract/vendor_bill.h"
#include "sim/base/file_system.h"
#include "sim/centre/compile.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <vector>

using namespace switchroom;

namespace {

constexpr const char* text = R"(format = 1
name = "Overflow and evenings"
timezone = "Europe/Paris"
[time]
start = 2026-03-02
days = 60
interval = "1h"
[hours]
weekdays = "08:00-18:00"
closures = [2026-04-06]
[[contacts]]
name = "calls"
arrivals.profile = { weekdays = [["07:00", 20], ["09:00", 34], ["18:00", 8], ["21:00", 0]], sat = [["09:00", 6], ["12:00", 0]] }
talk = { family = "lognormal", mean = "2min40s", cv = 0.9 }
wrap_up = { family = "exponential", mean = "30s" }
patience = { family = "exponential", mean = "3min" }
hold = { probability = 0.3, duration = { family = "exponential", mean = "40s" } }
on_call = { share = 0.1, chain = ["duty doctor"], reached = 0.6, tries = 2, patch = "20s" }
outcomes = { booked = 0.55, message = 0.2 }
resolution = { first_call = 0.8, repeat_delay = { family = "exponential", mean = "1d" } }
[[groups]]
name = "desk"
agents = { weekdays = [["08:00", 1], ["18:00", 0]] }
[[groups]]
name = "service"
employer = "vendor"
shared_with = { arrivals.rate_per_hour = 6, talk = "2min", patience = "1min" }
agents = { every_day = [["00:00", 1], ["09:00", 2], ["20:00", 1]] }
[[routes]]
contact = "calls"
open = [{ offer = ["desk"], for = "15s" }, { offer = ["desk", "service"] }]
closed = [{ offer = ["service"] }]
[[contracts]]
vendor = "vendor"
[contracts.price]
monthly = 89
set_up = 150
per_call = 0.35
included_calls = 40
tiers = [{ above = 300, per_call = 0.28 }]
per_minute = 0.62
billing_step = "6s"
flat_wrap_up = "30s"
bill_hold = false
free_short_calls = { below = "25s", first = 10 }
patch_minute = 0.9
per_handle_minute = 0.05
per_agent_hour = 1.5
per_seat = 20
per_booking = 0.4
per_resolved = 0.1
after_hours_factor = 1.5
holiday_fee = 60
)";

struct Recorder final : TraceSink {
    explicit Recorder(VendorLedger& to) : ledger(to) {}
    void row(const TraceRow& row) override
    {
        rows.push_back(row);
        ledger.add(row);
    }
    VendorLedger& ledger;
    std::vector<TraceRow> rows;
};

/// What somebody with a pencil notes for a month.
struct Notes {
    double calls = 0, minutes = 0, late_calls = 0, late_minutes = 0, patch = 0, handle = 0, booked = 0,
           settled = 0, free = 0;
};

} // namespace

TEST_CASE("the invoice of a simulated month is recomputed from the trace")
{
    const DiskFileSystem disk;
    const auto document = read_scenario_text(disk, text, "evenings.toml");
    REQUIRE(document.ok());
    const auto model = compile(*document, {.files = &disk, .by_interval = true});
    REQUIRE(model.ok());
    const Scenario& scenario = document->scenario;
    const auto calendar = Calendar::make(scenario.timezone, scenario.time.start, -1, scenario.time.days);
    REQUIRE(calendar.ok());
    const VendorTerms terms = vendor_terms(scenario.contracts[0], scenario, *model, *calendar);
    VendorLedger ledger(terms, *calendar);
    Recorder recorder(ledger);
    Workspace workspace;
    const ReplicationResult& result =
        run_replication(*model, {.seed = 3, .replication = 0}, workspace, &recorder);
    std::vector<std::uint32_t> day_of_cell;
    for (std::uint32_t cell = 0; cell < result.cells; ++cell)
        day_of_cell.push_back(static_cast<std::uint32_t>(calendar->day_at(cell * model->interval_s)));
    const auto months = ledger.months(*model, result, day_of_cell);
    const auto invoices = price_term(scenario.contracts[0].price, months);
    REQUIRE(invoices.size() == 2); // March from the 2nd on, April to the 30th
    CHECK(invoices[0].month == "2026-03");

    std::map<int, Notes> by_month;
    for (const TraceRow& row : recorder.rows) {
        if (row.outcome != Outcome::answered || model->names.groups[row.group] != "service" ||
            model->names.contacts[row.contact] != "calls") // others' calls are on others' invoices
            continue;
        const int day =
            static_cast<int>(std::floor(row.rang_s / 86400.0 + (row.rang_s > 27 * 86400.0 ? 1.0 / 24 : 0.0)));
        Notes& notes = by_month[day < 30 ? 3 : 4];
        notes.patch += row.on_call_s / 60.0;
        notes.handle += (row.talk_s + row.hold_s + row.on_call_s + row.wrap_up_s) / 60.0;
        notes.booked += row.ended_as != none && model->names.outcomes[row.ended_as] == "booked";
        notes.settled += row.settled;
        if (row.talk_s + row.hold_s < 25.0 && notes.free < 10) {
            notes.free += 1;
            continue;
        }
        const double minutes = std::ceil((row.talk_s + 30.0) / 6.0) * 0.1;
        const double summer_s = row.rang_s > 27 * 86400.0 ? 3600.0 : 0.0; // from Sunday the 29th on
        const double hour = std::fmod(row.rang_s + summer_s, 86400.0) / 3600.0;
        const bool weekend = day % 7 >= 5; // day 0 is a Monday
        const bool closed = weekend || day == 35 || hour < 8.0 || hour >= 18.0;
        notes.calls += 1;
        notes.minutes += minutes;
        notes.late_calls += closed;
        notes.late_minutes += closed ? minutes : 0.0;
    }
    // Half a cent goes up, and 0.175 × 369 is 64.575 whatever its doubles say.
    const auto amount = [](double x) { return std::llround(x * 100.0 + 1e-6); };
    for (const Invoice& invoice : invoices) {
        const bool march = invoice.month == "2026-03";
        const Notes& n = by_month[march ? 3 : 4];
        CAPTURE(invoice.month);
        CHECK(n.calls > 300.0);
        CHECK(n.late_calls > 50.0);
        CHECK(n.free > 0.0);
        const double days = 30.0;
        const double hours =
            days * 35.0 -
            (march ? 1.0 : 0.0); // one by night but for eleven hours of two; March loses an hour
        long long total = 8900 + (march ? 15000 : 0);
        total += amount((300.0 - 40.0) * 0.35) + amount((n.calls - 300.0) * 0.28);
        total += amount(n.minutes * 0.62);
        total += amount(n.late_calls * 0.175) + amount(n.late_minutes * 0.31);
        total += amount(n.patch * 0.9) + amount(n.handle * 0.05);
        total += amount(2 * 20.0) + amount(hours * 1.5);
        total += amount(n.booked * 0.4) + amount(n.settled * 0.1);
        total += march ? 0 : 6000;
        CHECK(invoice.total == total);
    }
}
