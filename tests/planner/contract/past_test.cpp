/// A recorded month is judged exactly.

#include "planner/contract/past_judgement.h"
#include "planner/contract/promise_sentence.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;

namespace {

/// A log of January 2026 in UTC: `calls` calls a day from 9 on, `late` of them answered after 60 s, the
/// others after 10 s.
CallLog january(const std::vector<std::pair<int, int>>& calls_and_late)
{
    CallLog log;
    log.queues = {"calls"};
    const std::chrono::sys_days first = std::chrono::year(2026) / 1 / 1;
    for (std::size_t day = 0; day < calls_and_late.size(); ++day)
        for (int i = 0; i < calls_and_late[day].first; ++i) {
            CallRow row;
            const auto at = (first.time_since_epoch().count() + static_cast<long>(day)) * 86400000L;
            row.arrived_at.utc_ms = at + 9 * 3600000L + i * 1000L;
            row.queued_at = row.arrived_at;
            row.wait_s = i < calls_and_late[day].second ? 60.0 : 10.0;
            log.rows.push_back(row);
        }
    return log;
}

SlaClause promise(const char* sentence)
{
    auto clause = parse_promise(sentence);
    REQUIRE(clause.ok());
    return *clause;
}

} // namespace

TEST_CASE("the month's figure is a census, and days as blocks say how sure it is as a sign")
{
    std::vector<std::pair<int, int>> days(31, {100, 10});
    days[4] = {200, 100}; // one day that went wrong
    const PastJudgement past =
        judge_log(promise("90% within 20s per month"), Scenario{}, "vendor", january(days));
    REQUIRE(past.windows.size() == 1);
    CHECK(past.windows[0].label == "2026-01");
    CHECK_FALSE(past.windows[0].is_part);
    const double figure = (30 * 90.0 + 100.0) / 3200.0;
    CHECK(past.windows[0].judgement.figure == doctest::Approx(figure));
    CHECK(past.missed == 1);
    // Ratio of 31 blocks by hand: deviations y − r x are 90 − 87.5 = 2.5 on thirty days, 100 − 175 = −75 on
    // one.
    const double variance = (30 * 2.5 * 2.5 + 75.0 * 75.0) / 30.0;
    CHECK(past.windows[0].capability_half_width ==
          doctest::Approx(student_t_factor(0.95, 30) * std::sqrt(variance / 31.0) / (3200.0 / 31.0)));
    CHECK(past.windows[0].binomial_half_width ==
          doctest::Approx(1.95996 * std::sqrt(figure * (1 - figure) / 3200.0)).epsilon(1e-4));
}

TEST_CASE("windows that the log does not hold as a whole are told, unknown waits are left out and counted")
{
    CallLog log = january(std::vector<std::pair<int, int>>(10, {10, 0}));
    log.rows[0].wait_s.reset();
    const PastJudgement past = judge_log(promise("90% within 20s per month"), Scenario{}, "vendor", log);
    CHECK(past.windows[0].is_part);
    CHECK(past.wait_unknown == 1);
    CHECK(past.windows[0].judgement.contacts == 99.0);
    const PastJudgement daily = judge_log(promise("answered 95% per day"), Scenario{}, "vendor", log);
    CHECK(daily.windows.size() == 10);
    CHECK_FALSE(daily.windows[0].is_part);
    CHECK(daily.kept == 10);
}

TEST_CASE("a promise in one line says what a clause says")
{
    const SlaClause five = promise("80% within 20s per week by F5");
    CHECK(five.formula == Formula::answered_offered_excluding_short_abandons);
    CHECK(five.short_abandon == seconds(5));
    CHECK(five.window == SlaWindow::week);
    CHECK(number_of(*five.at_least) == 0.8);
    CHECK(promise("asa 45s per quarter").at_most == Limit(seconds(45)));
    CHECK(promise("abandonment 5% per day").metric == SlaMetric::abandonment);
    for (const char* wrong :
         {"95% in 30s per month", "95% within 30s", "95% within 30s per fortnight", "within 30s per month",
          "asa 45 per week", "answered 95% per month by F1", ""}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_promise(wrong).ok());
    }
}
