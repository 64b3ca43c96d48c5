/// The ten published clauses, computed by hand.

#include "tests/planner/contract/clause_support.h"

#include "planner/contract/clause_text.h"

#include <cmath>

using namespace switchroom;

TEST_CASE("2 000 a point or fraction: 88.4 % against 90 % costs two points, 89 % exactly one")
{
    HandMadeTerm term(read_clauses("01-point-or-fraction.toml"), 0);
    REQUIRE(term.plan.windows.size() == 4);
    CHECK(term.plan.windows[1].label == "2026-Q2");
    term.on(1, 5) = calls(900, 884, 100);
    term.on(4, 1) = calls(1000, 900);
    term.on(9, 30) = calls(1000, 890);
    term.on(12, 31) = calls(600, 500, 400); // F1 counts the hang-ups: 50 %
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].figure == doctest::Approx(0.884));
    CHECK(judged.windows[0].credit == 400000);
    CHECK(judged.windows[1].state == WindowState::kept);
    CHECK(judged.windows[2].credit == 200000);
    CHECK(judged.windows[3].credit == 8000000);
    CHECK(judged.credit == 8600000);
    CHECK(judged.kept == 1);
    CHECK_FALSE(judged.promise_kept);
}

TEST_CASE("two promises, 5 000 for each missed one: a limit that is just met is met")
{
    const Scenario scenario = read_clauses("02-two-flat.toml");
    HandMadeTerm speed(scenario, 0), hang_ups(scenario, 1);
    speed.on(2, 3) = hang_ups.on(2, 3) = calls(950, 829, 50);
    speed.on(3, 3) = hang_ups.on(3, 3) = calls(949, 900, 51);
    const TermJudgement by_speed = speed.judge(), by_hang_ups = hang_ups.judge();
    CHECK(by_speed.windows[1].credit == 500000);
    CHECK(by_speed.windows[2].credit == 0);
    CHECK(by_hang_ups.windows[1].state == WindowState::kept); // 5 % exactly
    CHECK(by_hang_ups.windows[2].credit == 500000);           // 5.1 %
    CHECK(by_speed.windows[0].state == WindowState::not_judged);
    CHECK(by_speed.judged == 2);
}

TEST_CASE("20 000 at risk in four steps of the year's mean wait, in whole seconds")
{
    const Scenario scenario = read_clauses("03-tiers-at-risk.toml");
    const auto credit = [&](double asa_s) {
        HandMadeTerm term(scenario, 0);
        REQUIRE(term.plan.windows.size() == 1);
        term.on(6, 15) = waits(1000, asa_s);
        return term.judge().credit;
    };
    CHECK(credit(45.4) == 0);
    CHECK(credit(45.5) == 500000);
    CHECK(credit(48.4) == 500000);
    CHECK(credit(48.6) == 1000000);
    CHECK(credit(52.0) == 1500000);
    CHECK(credit(54.9) == 2000000);
    CHECK(credit(300.0) == 2000000);
}

TEST_CASE("hang-ups under 5 s leave the abandonment rate altogether")
{
    const Scenario scenario = read_clauses("03-tiers-at-risk.toml");
    HandMadeTerm term(scenario, 1);
    ClauseCounts& day = term.on(3, 2);
    for (int i = 0; i < 94; ++i)
        count_call(term.clause(), {.end = CallEnd::answered, .wait_s = 12.0}, day);
    for (int i = 0; i < 5; ++i)
        count_call(term.clause(), {.end = CallEnd::abandoned, .wait_s = 40.0}, day);
    for (int i = 0; i < 20; ++i)
        count_call(term.clause(), {.end = CallEnd::abandoned, .wait_s = 4.0}, day);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].figure == doctest::Approx(5.0 / 99.0)); // not 25 / 119
    CHECK(judged.windows[0].missed_by == doctest::Approx(100.0 * 5.0 / 99.0 - 5.0));
}

TEST_CASE("every single day counts, but not those on which the client dictated the staffing")
{
    HandMadeTerm term(read_clauses("04-every-day.toml"), 0);
    CHECK(term.plan.grain_at(term.day(2026, 2, 4), 36000.0) == no_grain);
    for (unsigned day : {10U, 11U, 12U})
        term.on(2, day) = calls(970, 0, 30); // 3 % each
    for (unsigned day = 1; day <= 30; ++day)
        term.on(3, day) = calls(1000, 0, 0);
    term.on(3, 31) = calls(95, 0, 5); // one bad day among 31
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[1].state == WindowState::kept);
    CHECK(judged.windows[2].state == WindowState::missed);
    CHECK(judged.windows[2].figure == doctest::Approx(0.05)); // the worst day's; the month's is 0.016 %
}

TEST_CASE("a margin of error: rounded to whole points, the first point missed is free")
{
    const Scenario scenario = read_clauses("05-health-plan-line.toml");
    HandMadeTerm speed(scenario, 0);
    speed.on(1, 5) = calls(1000, 795);
    speed.on(2, 5) = calls(1000, 786);
    speed.on(3, 5) = calls(1000, 774);
    const TermJudgement judged = speed.judge();
    CHECK(judged.windows[0].state == WindowState::kept);   // 79.5 reads 80
    CHECK(judged.windows[1].state == WindowState::missed); // 78.6 reads 79
    CHECK(judged.windows[1].credit == 0);
    CHECK(judged.windows[2].credit == 100000);
    HandMadeTerm hang_ups(scenario, 2);
    hang_ups.on(1, 5) = calls(946, 0, 54);
    hang_ups.on(2, 5) = calls(945, 0, 55);
    CHECK(hang_ups.judge().windows[0].state == WindowState::kept);
    CHECK(hang_ups.judge().windows[1].state == WindowState::missed);
}

TEST_CASE("a clock that starts after the greeting forgives its eight seconds")
{
    const Scenario scenario = read_clauses("05-health-plan-line.toml");
    const SlaClause& speed = scenario.contracts[0].sla[0];
    ClauseCounts counts;
    count_call(speed, {.end = CallEnd::answered, .wait_s = 38.0}, counts);
    count_call(speed, {.end = CallEnd::answered, .wait_s = 38.5}, counts);
    count_call(speed, {.end = CallEnd::answered, .wait_s = 3.0}, counts);
    CHECK(counts.answered == 3.0);
    CHECK(counts.answered_within == 2.0);
    CHECK(counts.wait_answered_s == doctest::Approx(30.0 + 30.5)); // and never a negative wait
    CHECK(metric_value(scenario.contracts[0].sla[1], counts) == doctest::Approx(60.5 / 3.0));
}

TEST_CASE("a mean wait over calls received counts those who gave up")
{
    HandMadeTerm term(read_clauses("06-all-received.toml"), 0);
    term.on(1, 7) = waits(90, 20.0, 10, 130.0);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].figure == doctest::Approx(31.0)); // 20 over the answered
    CHECK(judged.windows[0].state == WindowState::missed);
}

TEST_CASE("up to 350 calls a day: a day of 700 weighs as one of 350")
{
    const Scenario scenario = read_clauses("07-up-to-350.toml");
    HandMadeTerm term(scenario, 0);
    term.on(1, 7) = waits(700, 50.0);
    term.on(1, 8) = waits(300, 10.0);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].figure == doctest::Approx((350.0 * 50.0 + 300.0 * 10.0) / 650.0));
    CHECK(judged.windows[0].contacts == 1000.0);
    HandMadeTerm hold(scenario, 1);
    hold.on(1, 7) = {.answered = 100, .hold_s = 100 * 181.0};
    CHECK(hold.judge().windows[0].missed_by == doctest::Approx(1.0));
}

TEST_CASE("what is above the forecast weighs nothing")
{
    HandMadeTerm term(read_clauses("08-below-forecast.toml"), 0);
    for (double& day : term.forecast)
        day = 100.0;
    term.on(1, 5) = calls(200, 100); // twice the forecast, half of them late
    term.on(1, 6) = calls(100, 100);
    term.on(1, 7) = calls(50, 50);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].figure == doctest::Approx((50.0 + 100.0 + 50.0) / 250.0)); // 0.714 uncapped
    CHECK(judged.windows[0].state == WindowState::kept);
}

TEST_CASE("the composite clause: dead band, cap, bonus, dropped days, earn-back, termination")
{
    HandMadeTerm term(read_clauses("09-composite.toml"), 0);
    REQUIRE(term.plan.windows.size() == 12);
    for (double& base : term.bases)
        base = 10000.0;
    for (double& day : term.forecast)
        day = 1000.0;
    const double level[] = {79, 75, 60, 83, 84, 83, 87, 95, 80, 82.9, 80, 80};
    for (unsigned month = 1; month <= 12; ++month)
        term.on(month, 10) = calls(1000, 10.0 * level[month - 1]);
    term.on(9, 11) = calls(1101, 0); // above 110 % of the forecast: the day drops out
    term.on(9, 12) = calls(1100, 1100);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].state == WindowState::missed);
    CHECK(judged.windows[0].credit == 0);                       // within 78–80
    CHECK(judged.windows[1].credit == 30000);                   // 75: three points below 78
    CHECK_FALSE(judged.windows[1].earned_back);                 // the next month is not ≥ 83
    CHECK(judged.windows[2].credit_before_earn_back == 100000); // 18 % capped at 10 %
    CHECK(judged.windows[2].earned_back);                       // 83, 84, 83 follow
    CHECK(judged.windows[2].credit == 0);
    CHECK(judged.windows[6].bonus == 10000); // two points above 85
    CHECK(judged.windows[7].bonus == 20000); // ten points, capped at 2 %
    CHECK(judged.windows[8].days_dropped == 1);
    CHECK(judged.windows[8].figure == doctest::Approx((800.0 + 1100.0) / 2100.0));
    CHECK(judged.credit == 30000);
    CHECK(judged.bonus == 30000 + judged.windows[8].bonus);
    CHECK(judged.terminated_after == 2); // three misses by March
}

TEST_CASE("the composite clause counts by F5: 200 in T, 100 late, 50 short and 50 long hang-ups make 57.14 %")
{
    HandMadeTerm term(read_clauses("09-composite.toml"), 0);
    term.forecast.assign(term.forecast.size(), 400.0);
    ClauseCounts& day = term.on(1, 10);
    const auto add = [&](int n, CallEnd end, double wait_s) {
        for (int i = 0; i < n; ++i)
            count_call(term.clause(), {.end = end, .wait_s = wait_s}, day);
    };
    add(200, CallEnd::answered, 30.0); // in time: the threshold itself is
    add(100, CallEnd::answered, 31.0);
    add(50, CallEnd::abandoned, 5.0);
    add(50, CallEnd::abandoned, 60.0);
    CHECK(std::round(term.judge().windows[0].figure * 1e4) == 5714.0);
}

TEST_CASE("answer rate and service level of one month differ by the late ones")
{
    const Scenario scenario = read_clauses("10-answer-rate.toml");
    HandMadeTerm rate(scenario, 0), level(scenario, 1);
    rate.on(5, 4) = level.on(5, 4) = calls(960, 940, 40);
    CHECK(rate.judge().windows[4].figure == doctest::Approx(0.96));
    CHECK(rate.judge().promise_kept);
    CHECK(level.judge().windows[4].figure == doctest::Approx(0.94));
    CHECK_FALSE(level.judge().promise_kept);
}

TEST_CASE("every clause is told back in plain words")
{
    const auto told = [](const std::string& file, std::size_t clause) {
        const Scenario scenario = read_clauses(file);
        return clause_text(scenario.contracts[0].sla[clause], "vendor", "USD");
    };
    CHECK(told("01-point-or-fraction.toml", 0) ==
          "In each calendar quarter at least 90 % of all calls are answered within 20 s (answered/offered); "
          "otherwise 2 000.00 USD for each percentage point missed, begun ones in full. Waiting counts from "
          "joining the queue.");
    CHECK(told("03-tiers-at-risk.toml", 0) == "In each calendar year the mean wait of all calls is at most "
                                              "45 s, taken over answered calls; otherwise "
                                              "25 % from 46 s on, 50 % from 49 s on, 75 % from 52 s on, 100 "
                                              "% from 55 s on of 20 000.00 USD. Waiting "
                                              "counts from joining the queue. The figure is rounded to 1 s.");
    CHECK(
        told("04-every-day.toml", 0) ==
        "In each calendar month at most 3 % of all calls hang up while they wait, in every stretch of 1 day. "
        "Left out: days on which the client dictated the number of agents.");
    CHECK(told("07-up-to-350.toml", 2) == "In each calendar quarter at most 5 % of all calls hang up while "
                                          "they wait. With more than 350 contacts "
                                          "a day, the calls beyond it do not count.");
    CHECK(
        told("09-composite.toml", 0) ==
        "In each calendar month at least 80 % of all calls are answered within 30 s "
        "(answered/offered-excluding-short-abandons, short is up to 5 s); otherwise 1 % of the invoice for "
        "each "
        "percentage point missed, the first 2 free, at most 10 % of the invoice. Waiting counts from joining "
        "the queue. Where the volume is more than 110 % of the forecast, that day does not count. The "
        "forecast "
        "is fixed 30 days before. Bonus: 0.5 % of the invoice for each percentage point beyond 85 %, at most "
        "2 %. A credit is given back if the next 3 windows all reach 83 %. After 3 misses in 6 windows the "
        "client may leave.");
}
