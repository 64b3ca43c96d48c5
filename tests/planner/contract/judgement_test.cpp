/// Windows, aggregates, exclusions and remedies, each by hand.

#include "tests/planner/contract/clause_support.h"

#include <cmath>

using namespace switchroom;

namespace {

Scenario practice(SlaClause clause)
{
    Scenario scenario;
    scenario.time.start = std::chrono::year(2026) / 1 / 1;
    scenario.contracts.push_back({.vendor = "vendor", .price = {}, .sla = {std::move(clause)}});
    return scenario;
}

SlaClause level_clause(SlaWindow window)
{
    SlaClause clause;
    clause.name = "speed";
    clause.at_least = Probability{0.80};
    clause.within = seconds(20);
    clause.window = window;
    return clause;
}

} // namespace

TEST_CASE("windows begin with the first whole one on or after the start")
{
    const Date start = std::chrono::year(2026) / 3 / 2; // a Monday
    const auto first = [&](SlaWindow window, Date from) {
        return to_text(term_of(level_clause(window), from).first);
    };
    CHECK(first(SlaWindow::day, start) == "2026-03-02");
    CHECK(first(SlaWindow::week, start) == "2026-03-02");
    CHECK(first(SlaWindow::week, std::chrono::year(2026) / 3 / 3) == "2026-03-09");
    CHECK(first(SlaWindow::month, start) == "2026-04-01");
    CHECK(first(SlaWindow::month, std::chrono::year(2026) / 4 / 1) == "2026-04-01");
    CHECK(first(SlaWindow::quarter, start) == "2026-04-01");
    CHECK(first(SlaWindow::year, start) == "2027-01-01");
    CHECK(first(SlaWindow::term, start) == "2026-03-02");
    CHECK(term_of(level_clause(SlaWindow::month), start).days == 365);
}

TEST_CASE("a year has 12 months, 4 quarters, 51 whole weeks, 365 days and 8 760 hours as windows")
{
    const auto windows = [](SlaWindow window) {
        const SlaClause clause = level_clause(window);
        const Scenario scenario = practice(clause);
        return plan_clause(clause, scenario, std::chrono::year(2026) / 1 / 1, 365).windows.size();
    };
    CHECK(windows(SlaWindow::month) == 12);
    CHECK(windows(SlaWindow::quarter) == 4);
    CHECK(windows(SlaWindow::week) == 51); // 2026 begins on a Thursday: 5 January … 27 December
    CHECK(windows(SlaWindow::day) == 365);
    CHECK(windows(SlaWindow::hour) == 8760);
    CHECK(windows(SlaWindow::interval) == 35040);
    CHECK(windows(SlaWindow::year) == 1);
}

TEST_CASE("the same month by four aggregates")
{
    SlaClause clause = level_clause(SlaWindow::month);
    const auto judged = [&](Aggregate aggregate) {
        clause.aggregate = aggregate;
        clause.grain = aggregate == Aggregate::pooled ? std::nullopt : std::optional(minutes(30));
        clause.of_grains =
            aggregate == Aggregate::share_of_grains ? std::optional(Probability{0.7}) : std::nullopt;
        HandMadeTerm term(practice(clause), 0);
        term.on(1, 5, 9 * 3600.0) += calls(100, 60);
        term.on(1, 5, 9.5 * 3600.0) += calls(20, 18);
        term.on(1, 5, 10 * 3600.0) += calls(10, 8);
        term.on(1, 6, 9 * 3600.0) += calls(10, 10);
        return term.judge().windows[0];
    };
    CHECK(judged(Aggregate::pooled).figure == doctest::Approx(96.0 / 140.0));
    CHECK(judged(Aggregate::mean_of_grains).figure == doctest::Approx((0.6 + 0.9 + 0.8 + 1.0) / 4.0));
    CHECK(judged(Aggregate::mean_of_grains).state == WindowState::kept);
    CHECK(judged(Aggregate::share_of_grains).figure == doctest::Approx(0.75));
    CHECK(judged(Aggregate::share_of_grains).state == WindowState::kept);
    CHECK(judged(Aggregate::every_grain).figure == doctest::Approx(0.6));
    CHECK(judged(Aggregate::every_grain).state == WindowState::missed);
}

TEST_CASE("grains without contacts do not count in any aggregate")
{
    SlaClause clause = level_clause(SlaWindow::day);
    clause.aggregate = Aggregate::every_grain;
    clause.grain = minutes(30);
    HandMadeTerm term(practice(clause), 0);
    term.on(1, 1, 36000.0) = calls(4, 4);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].state == WindowState::kept);
    CHECK(judged.windows[1].state == WindowState::not_judged);
    CHECK(judged.judged == 1);
}

TEST_CASE("hours, closures, outages and ramp-up decide which days and times are seen")
{
    SlaClause clause = level_clause(SlaWindow::month);
    clause.hours.emplace()[DayKey::weekdays] = {{ClockTime{8 * 3600}, ClockTime{18 * 3600}}};
    clause.hours->entries[static_cast<std::size_t>(DayKey::sat)] = {
        {ClockTime{22 * 3600}, ClockTime{2 * 3600}}};
    clause.except.closures = true;
    clause.except.ramp_up = hours(24 * 10);
    clause.except.client_outages = {{std::chrono::year(2026) / 2 / 3, std::chrono::year(2026) / 2 / 4}};
    Scenario scenario = practice(clause);
    scenario.hours.emplace().closures = {std::chrono::year(2026) / 5 / 1};
    const HandMadeTerm term(scenario, 0);
    const auto seen = [&](unsigned month, unsigned day, double hour) {
        return term.plan.grain_at(term.day(2026, month, day), hour * 3600.0) != no_grain;
    };
    CHECK_FALSE(seen(1, 9, 10));  // a Friday in the ramp-up
    CHECK_FALSE(seen(1, 11, 10)); // a Sunday
    CHECK(seen(1, 12, 8));        // the Monday after it
    CHECK_FALSE(seen(1, 12, 18));
    CHECK_FALSE(seen(1, 12, 7.99));
    CHECK(seen(1, 17, 23)); // Saturday night …
    CHECK(seen(1, 18, 1));  // … into Sunday
    CHECK_FALSE(seen(1, 18, 2));
    CHECK_FALSE(seen(2, 3, 10));
    CHECK_FALSE(seen(2, 4, 10));
    CHECK(seen(2, 5, 10));
    CHECK_FALSE(seen(5, 1, 10));
    CHECK(term.plan.fits_intervals(900.0));
    CHECK_FALSE(term.plan.fits_intervals(7 * 3600.0));
}

TEST_CASE("windows with a small sample or a volume outside of the band are not judged")
{
    SlaClause clause = level_clause(SlaWindow::month);
    clause.minimum_sample = 100;
    clause.only_if_volume_within = Probability{0.15};
    HandMadeTerm term(practice(clause), 0);
    for (double& day : term.forecast)
        day = 10.0;                // January: 310
    term.on(1, 5) = calls(356, 0); // 310 × 1.15 = 356.5
    term.on(2, 5) = calls(99, 0);
    term.on(3, 5) = calls(357, 0); // above
    term.on(4, 5) = calls(254, 0); // 300 × 0.85 = 255: below
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].state == WindowState::missed);
    CHECK(judged.windows[1].why == "fewer contacts than the minimum");
    CHECK(judged.windows[2].why == "volume outside of the band");
    CHECK(judged.windows[3].why == "volume outside of the band");
    CHECK(judged.judged == 1);
}

TEST_CASE("a miss that follows a miss costs more, and the cap holds after that")
{
    SlaClause clause = level_clause(SlaWindow::month);
    clause.credit.emplace();
    clause.credit->per_point = 0.02;
    clause.credit->repeat_factor = 1.5;
    clause.credit->cap = Probability{0.15};
    HandMadeTerm term(practice(clause), 0);
    for (double& base : term.bases)
        base = 1234.56;
    const double level[] = {0.78, 0.78, 0.80, 0.76, 0.74, 0.81};
    for (unsigned month = 1; month <= 6; ++month)
        term.on(month, 3) = calls(1000, 1000 * level[month - 1]);
    const TermJudgement judged = term.judge();
    CHECK(judged.windows[0].credit == 4938);  // 4 % of 1 234.56 = 49.3824
    CHECK(judged.windows[1].credit == 7407);  // × 1.5 = 74.0736
    CHECK(judged.windows[3].credit == 9876);  // 8 % = 98.7648, after a kept month
    CHECK(judged.windows[4].credit == 18518); // 12 % × 1.5 = 18 %, capped at 15 % = 185.184
    CHECK(judged.credit == 4938 + 7407 + 9876 + 18518);
}

TEST_CASE("a share of the windows may be enough")
{
    SlaClause clause = level_clause(SlaWindow::month);
    clause.of_windows = Probability{0.75};
    HandMadeTerm term(practice(clause), 0);
    for (unsigned month = 1; month <= 12; ++month)
        term.on(month, 3) = calls(100, month <= 9 ? 80 : 70);
    CHECK(term.judge().promise_kept);
    term.on(9, 3) = calls(100, 79);
    CHECK_FALSE(term.judge().promise_kept);
}

TEST_CASE("four clocks and two scopes show the same call differently")
{
    SlaClause clause = level_clause(SlaWindow::month);
    clause.greeting = seconds(8);
    const JudgedCall call{.end = CallEnd::answered,
                          .before_queue_s = 15.0,
                          .wait_s = 25.0,
                          .until_vendor_s = 20.0,
                          .offered_to_vendor = true,
                          .hold_s = 0.0};
    const auto seen = [&](SlaClock clock, SlaClockStop stop = SlaClockStop::pick_up) {
        clause.clock = clock;
        clause.clock_stops = stop;
        ClauseCounts counts;
        count_call(clause, call, counts);
        return counts.wait_answered_s;
    };
    CHECK(seen(SlaClock::ring) == 40.0);
    CHECK(seen(SlaClock::queue) == 25.0);
    CHECK(seen(SlaClock::offered_to_vendor) == 5.0);
    CHECK(seen(SlaClock::after_greeting) == 17.0);
    CHECK(seen(SlaClock::queue, SlaClockStop::greeting) == 0.0);

    clause.clock = SlaClock::queue;
    clause.clock_stops = SlaClockStop::pick_up;
    clause.scope = SlaScope::vendor;
    ClauseCounts counts;
    count_call(clause, call, counts);
    count_call(clause, {.end = CallEnd::answered, .wait_s = 5.0}, counts); // the practice's own
    CHECK(counts.answered == 1.0);
}

TEST_CASE("cents: halves go away from zero, whatever binary fractions make of them")
{
    CHECK(to_cents(1.005) == 101);
    CHECK(to_cents(1.00499) == 100);
    CHECK(to_cents(-1.005) == -101);
    CHECK(to_cents(2.675) == 268);
    CHECK(to_cents(0.0) == 0);
    CHECK(cents_text(-5) == "-0.05");
    CHECK(money_text(123456789, "EUR") == "1 234 567.89 EUR");
    CHECK(money_text(100000, "EUR") == "1 000.00 EUR");
    CHECK(money_text(99999, "EUR") == "999.99 EUR");
}
