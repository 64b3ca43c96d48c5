#include "sim/experiment/expectations.h"

#include "sim/experiment/collector.h"
#include "sim/experiment/expectation_text.h"
#include "tests/experiment/fake_centre.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;
using doctest::Approx;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Calls answered / offered in the four cells of the fake centre's first contact, in two replications.
std::vector<ReplicationFigures> worked_by_hand()
{
    std::vector<ReplicationFigures> replications(2);
    const int offered[2][4] = {{10, 10, 5, 0}, {20, 10, 10, 10}};
    const int answered[2][4] = {{8, 10, 2, 0}, {20, 5, 9, 10}};
    for (std::size_t r = 0; r < 2; ++r) {
        replications[r].contacts.assign(8, {});
        replications[r].groups.assign(4, {});
        replications[r].waits.assign(2, {});
        for (std::size_t cell = 0; cell < 4; ++cell) {
            replications[r].contacts[cell] = {.attempts = offered[r][cell],
                                              .answered = answered[r][cell],
                                              .abandoned = offered[r][cell] - answered[r][cell]};
            replications[r].contacts[4 + cell] = {.attempts = 100, .answered = 50, .abandoned = 50};
        }
    }
    return replications;
}

ProbeResult gathered(const Probe& probe)
{
    MeasuredCentre centre = fake::centre();
    centre.probes = {probe};
    const std::vector<std::string> nothing_else = {"attempts"};
    Collector collector(centre, KpiSelection::named(nothing_else), 1);
    for (const ReplicationFigures& figures : worked_by_hand())
        collector.add(figures);
    return collector.result().probes.front();
}

Probe answer_rate(std::vector<std::size_t> period_of_cell = {}, std::size_t periods = 1)
{
    return {.kpi = find_kpi(KpiScope::contact, "answer_rate"),
            .members = {.contacts = {0}, .groups = {}},
            .period_of_cell = std::move(period_of_cell),
            .periods = periods};
}

ProbeResult series_of(std::vector<double> numerators, std::vector<double> denominators)
{
    return {{}, {.numerators = std::move(numerators), .denominators = std::move(denominators)}};
}

} // namespace

TEST_CASE("a verdict is sure only where the whole interval lies on one side of the bound")
{
    CHECK(verdict_on({0.97, 0.01, 9}, 0.95, {}) == Finding::met);
    CHECK(verdict_on({0.955, 0.01, 9}, 0.95, {}) == Finding::undecided);
    CHECK(verdict_on({0.945, 0.01, 9}, 0.95, {}) == Finding::undecided);
    CHECK(verdict_on({0.93, 0.01, 9}, 0.95, {}) == Finding::not_met);
    CHECK(verdict_on({3.0, 0.5, 9}, {}, 2.0) == Finding::not_met);
    CHECK(verdict_on({1.0, 0.5, 9}, {}, 2.0) == Finding::met);
    // Both bounds: one that is broken is enough to break, one that is in doubt is enough for doubt.
    CHECK(verdict_on({0.40, 0.01, 9}, 0.35, 0.45) == Finding::met);
    CHECK(verdict_on({0.445, 0.01, 9}, 0.35, 0.45) == Finding::undecided);
    CHECK(verdict_on({0.50, 0.01, 9}, 0.35, 0.45) == Finding::not_met);
    CHECK(verdict_on({0.30, 0.01, 9}, 0.35, 0.45) == Finding::not_met);
}

TEST_CASE("a figure that luck does not touch is decided, one without an interval is not")
{
    CHECK(verdict_on({1.0, 0.0, 9}, 1.0, {}) == Finding::met);
    CHECK(verdict_on({0.0, 0.0, 9}, {}, 0.0) == Finding::met);
    CHECK(verdict_on({0.99, 0.0, 9}, 1.0, {}) == Finding::not_met);
    CHECK(verdict_on({0.99, undefined, 1}, 0.5, {}) == Finding::undecided);
    CHECK(verdict_on({undefined, undefined, 0}, 0.5, {}) == Finding::undecided);
}

TEST_CASE("a probe needs no selected KPI, and takes the run as a whole or the cells that are left in")
{
    CHECK(gathered(answer_rate()).estimate.mean == Approx(64.0 / 75.0));
    constexpr std::size_t out = Probe::left_out;
    CHECK(gathered(answer_rate({0, out, 0, out})).estimate.mean == Approx(39.0 / 45.0));
    Probe both = answer_rate();
    both.members.contacts = {0, 1};
    CHECK(gathered(both).estimate.mean == Approx((64.0 + 400.0) / (75.0 + 800.0)));
}

TEST_CASE("a share of periods gives the value that so many periods of a run reach, then the mean over runs")
{
    // Run 0: 0.8, 1, 0.4 and a period without calls; run 1: 1, 0.5, 0.9, 1.
    Probe probe = answer_rate({0, 1, 2, 3}, 4);
    probe.share = 0.75; // one of four may be worse; of three none
    CHECK(gathered(probe).estimate.mean == Approx(0.5 * (0.4 + 0.9)));
    probe.share = 0.5; // two of four, one of three
    CHECK(gathered(probe).estimate.mean == Approx(0.5 * (0.8 + 1.0)));
    probe.from_below = false; // at most: the best ones are left out
    CHECK(gathered(probe).estimate.mean == Approx(0.5 * (0.8 + 0.9)));
    CHECK(kept_by_share({5, 1, 4, 2, 3}, 1.0, true) == 1);
    CHECK(kept_by_share({5, 1, 4, 2, 3}, 0.8, true) == 2);
    CHECK(kept_by_share({5, 1, 4, 2, 3}, 0.8, false) == 4);
    CHECK(kept_by_share({5, undefined}, 0.0, true) == 5);
    CHECK(std::isnan(kept_by_share({undefined}, 0.5, true)));
}

TEST_CASE("a change of shares is a difference, of anything else a quotient less one")
{
    const ProbeResult base = series_of({10, 14}, {1, 1});
    const ProbeResult changed = series_of({5, 7}, {1, 1});
    const Estimate halved = change_of(*find_kpi(KpiScope::contact, "repeats"), base, changed);
    CHECK(halved.mean == Approx(-0.5));
    CHECK(halved.half_width == Approx(0.0)); // exactly half in every run
    const ProbeResult share = series_of({80, 90}, {100, 100});
    const ProbeResult better = series_of({90, 96}, {100, 100});
    const Estimate points = change_of(*find_kpi(KpiScope::contact, "answer_rate"), share, better);
    CHECK(points.mean == Approx(0.08));
    // Differences 0.10 and 0.06: standard deviation 0.0283, by √2, times t(1) = 12.706.
    CHECK(points.half_width == Approx(12.7062 * 0.02).epsilon(1e-4));
}

TEST_CASE("the half-width of a relative change covers the true one in 95 of 100 experiments")
{
    // Pairs y' = 0.7 y + noise; 2 000 experiments of 40 runs. The number that cover is binomial (2 000, 0.95)
    // up to the delta method's error: 4 standard deviations (1.95 points) plus half a point for that; false
    // alarms below 1 in 10 000. Without the covariance of the pairs the intervals cover nearly always.
    std::mt19937_64 bits(7);
    const auto uniform = [&] { return std::generate_canonical<double, 53>(bits); };
    int covered = 0;
    constexpr int experiments = 2000;
    for (int experiment = 0; experiment < experiments; ++experiment) {
        ProbeResult base = series_of({}, {});
        ProbeResult changed = series_of({}, {});
        for (int run = 0; run < 40; ++run) {
            const double y = 50.0 + 100.0 * uniform();
            base.series.add(y, 1.0);
            changed.series.add(0.7 * y + 10.0 * (uniform() - 0.5), 1.0);
        }
        const Estimate change = change_of(*find_kpi(KpiScope::contact, "repeats"), base, changed);
        covered += std::abs(change.mean + 0.3) <= change.half_width ? 1 : 0;
    }
    CHECK(covered > (0.95 - 0.0245) * experiments);
    CHECK(covered < (0.95 + 0.0245) * experiments);
}

TEST_CASE("an expectation is told in words: what, where, how much, against what")
{
    ExpectationResult result;
    result.expectation.contact = "calls";
    result.expectation.at_least = 0.95;
    result.kpi = find_kpi(KpiScope::contact, "answer_rate");
    result.figure = {0.9731, 0.0012, 9};
    CHECK(subject_of(result) == "answer rate, calls");
    CHECK(figure_of(result, "EUR") == "97.31 % ± 0.12");
    CHECK(bounds_of(result, "EUR") == "at least 95 %");
    result = {};
    result.expectation.versus = "other.toml";
    result.expectation.change_at_least = -0.4;
    result.expectation.change_at_most = -0.25;
    result.kpi = find_kpi(KpiScope::contact, "repeats");
    result.figure = {-0.31, 0.02, 9};
    CHECK(subject_of(result) == "repeats, all, change against other.toml");
    CHECK(figure_of(result, "EUR") == "−31.0 % ± 2.0");
    CHECK(bounds_of(result, "EUR") == "-40 % to -25 %");
}
