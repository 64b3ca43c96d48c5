#include "sim/calllog/staffing.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

/// A service of `talk_s` by `agent` that starts `start_s` after midnight of day 0 (1970-01-01, UTC).
void serve(CallLog& log, std::uint64_t agent, double start_s, double talk_s)
{
    CallRow row;
    row.arrived_at = {static_cast<std::int64_t>(start_s * 1000.0), 0};
    row.answered_at = row.arrived_at;
    row.wait_s = 0.0;
    row.talk_s = talk_s;
    row.agent = {agent};
    log.rows.push_back(row);
}

CallLog empty_log()
{
    CallLog log;
    log.queues = {"all"};
    return log;
}

} // namespace

TEST_CASE("an agent is present through gaps of at most G and away through longer ones")
{
    CallLog log = empty_log();
    serve(log, 1, 0, 300);
    serve(log, 1, 900, 300);  // 600 s after the first ended
    serve(log, 1, 1801, 100); // 601 s after the second ended
    const RebuiltStaffing at_600 = rebuild_staffing(log, {.gap_s = 600});
    CHECK(at_600.present_h == doctest::Approx((1200.0 + 100.0) / 3600.0));
    CHECK(at_600.busy_h == doctest::Approx(700.0 / 3600.0));
    CHECK(rebuild_staffing(log, {.gap_s = 599}).present_h == doctest::Approx(700.0 / 3600.0));
    CHECK(rebuild_staffing(log, {.gap_s = 601}).present_h == doctest::Approx(1901.0 / 3600.0));
}

TEST_CASE("presence falls into the intervals of local days, every interval of a day present")
{
    CallLog log = empty_log();
    serve(log, 1, 1700, 200); // 100 s in the first half hour, 100 s in the second
    serve(log, 2, 0, 1800);
    serve(log, 3, 86400.0 * 2 - 50, 100); // passes midnight
    const RebuiltStaffing staffing = rebuild_staffing(log, {});
    REQUIRE(staffing.intervals.size() == 48 * 3);
    CHECK(staffing.intervals[0].agents_mean == doctest::Approx(1900.0 / 1800.0));
    CHECK(staffing.intervals[0].agents == 1);
    CHECK(staffing.intervals[1].agents_mean == doctest::Approx(100.0 / 1800.0));
    CHECK(staffing.intervals[1].agents == 1); // somebody was there
    CHECK(staffing.intervals[2].agents == 0);
    CHECK(staffing.intervals[48 + 47].agents_mean == doctest::Approx(50.0 / 1800.0));
    CHECK(staffing.intervals[96].agents_mean == doctest::Approx(50.0 / 1800.0));
    CHECK(staffing.agents_seen == 3);
}

TEST_CASE("services of nobody in particular are counted and add no presence")
{
    CallLog log = empty_log();
    serve(log, 0, 100, 100);
    const RebuiltStaffing staffing = rebuild_staffing(log, {});
    CHECK(staffing.services_without_agent == 1);
    CHECK(staffing.present_h == 0.0);
    CHECK(staffing.intervals.empty());
}
