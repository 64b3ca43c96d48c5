#include "sim/experiment/collector.h"
#include "sim/experiment/comparison.h"
#include "tests/experiment/fake_centre.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;
using doctest::Approx;

namespace {

ExperimentResult gather(const std::vector<ReplicationFigures>& replications, const MeasuredCentre& centre,
                        const KpiSelection& kpis)
{
    Collector collector(centre, kpis, 42);
    for (const ReplicationFigures& figures : replications)
        collector.add(figures);
    return collector.result();
}

/// Two replications of two days whose every number is written out: calls answered / offered per interval.
std::vector<ReplicationFigures> worked_by_hand()
{
    std::vector<ReplicationFigures> replications(2);
    const int offered[2][4] = {{10, 10, 5, 0}, {20, 0, 0, 0}};
    const int answered[2][4] = {{8, 10, 2, 0}, {20, 0, 0, 0}};
    for (std::size_t r = 0; r < 2; ++r) {
        replications[r].contacts.assign(8, {});
        replications[r].groups.assign(4, {.busy_s = 21600.0, .capacity_s = 43200.0, .paid_s = 45000.0});
        replications[r].waits.assign(2, {});
        for (std::size_t cell = 0; cell < 4; ++cell) {
            ContactCounts& counts = replications[r].contacts[cell];
            counts.attempts = offered[r][cell];
            counts.answered = counts.answered_within = answered[r][cell];
            counts.abandoned = offered[r][cell] - answered[r][cell];
            replications[r].contacts[4 + cell] = {.attempts = 100, .answered = 100};
        }
    }
    return replications;
}

} // namespace

TEST_CASE("a rate over the run is total over total, and the mean of days is another figure")
{
    const ExperimentResult result = gather(worked_by_hand(), fake::centre(), KpiSelection::all());
    const ScopeResult& calls = result.contacts.front();
    CHECK(calls.find("service_level")->estimate.mean == Approx(40.0 / 45.0));
    // Replication 0: days 18/20 and 2/5; replication 1: 20/20 and a day without calls, which is left out.
    CHECK(calls.find("service_level_mean_of_days")->estimate.mean == Approx(0.5 * (0.5 * (0.9 + 0.4) + 1.0)));
    CHECK(calls.find("service_level")->p05.mean == Approx(0.8));
    CHECK(calls.find("service_level")->p95.mean == 1.0);
    CHECK(result.calls == 45 + 800);
    CHECK(result.replications == 2);
    CHECK(result.seed == 42);
}

TEST_CASE("people at the desk are reported but do not enter the total of the telephone")
{
    const ExperimentResult result = gather(worked_by_hand(), fake::centre(), KpiSelection::standard());
    CHECK(result.contacts[1].find("attempts")->estimate.mean == 400.0);
    CHECK(result.total.find("attempts")->estimate.mean == 22.5);
    CHECK(result.total.find("occupancy")->estimate.mean == 0.5);
    CHECK(result.total.find("cost.wages")->estimate.mean == Approx(1000.0)); // 4 × 12.5 paid hours at 20
    CHECK(result.total.find("cost.wages_per_answered")->estimate.mean == Approx(1000.0 / 20.0));
}

TEST_CASE("rows split the run and their totals add up to it")
{
    const ExperimentResult result = gather(worked_by_hand(), fake::centre(true), KpiSelection::standard());
    REQUIRE(result.rows.size() == 2);
    CHECK(result.rows[0].label == "2026-03-02");
    CHECK(result.rows[0].contacts[0].find("attempts")->estimate.mean == 20.0);
    CHECK(result.rows[1].contacts[0].find("attempts")->estimate.mean == 2.5);
    CHECK(result.rows[1].contacts[0].find("answer_rate")->estimate.mean == Approx(0.4));
    CHECK(result.rows[0].total.find("attempts")->estimate.mean +
              result.rows[1].total.find("attempts")->estimate.mean ==
          22.5);
    // Where rows are days the quantiles are over days: 20, 5, 20, 0 attempts.
    CHECK(result.contacts[0].find("attempts")->p50.mean == 5.0);
    CHECK(result.contacts[0].find("attempts")->p95.mean == 20.0);
}

TEST_CASE("what was not asked for is not there")
{
    const std::vector<std::string> names{"asa_s"};
    const ExperimentResult result = gather(worked_by_hand(), fake::centre(), KpiSelection::named(names));
    CHECK(result.total.kpis.size() == 1);
    CHECK(result.groups.front().kpis.empty());
    CHECK(is_kpi_name("asa_s"));
    CHECK(!is_kpi_name("asa"));
}

TEST_CASE("a violated check is remembered with the replication that shows it")
{
    auto replications = worked_by_hand();
    replications[1].checks = {.conserved = true, .littles_law_error = 1e-6};
    const ExperimentResult result = gather(replications, fake::centre(), KpiSelection::standard());
    CHECK(result.checks.first_violation == 1);
    CHECK(result.checks.conserved);
    CHECK(result.checks.littles_law_max_error == 1e-6);
}

TEST_CASE("a comparison pairs replications, so that what both share drops out")
{
    const auto run = [](double answer, const char* name) {
        MeasuredCentre centre = fake::centre();
        centre.scenario = name;
        Collector collector(centre, KpiSelection::standard(), 1);
        const Replicator replicate_one = fake::replicator(answer);
        ReplicationFigures figures;
        for (std::int64_t r = 0; r < 100; ++r) {
            replicate_one(r, figures);
            collector.add(figures);
        }
        return collector.result();
    };
    const Comparison comparison = compare({run(0.90, "as it is"), run(0.95, "more people")});
    const auto difference = [&](std::string_view scope, std::string_view kpi) {
        for (const Difference& d : comparison.differences)
            if (d.scope == scope && d.kpi->name == kpi)
                return d;
        return Difference{};
    };
    const Difference rate = difference("total", "answer_rate");
    CHECK(rate.scenario == "more people");
    CHECK(rate.significant);
    CHECK(std::abs(rate.mean - 0.05) < 0.01);
    CHECK(rate.half_width_95_simultaneous > rate.half_width_95);
    const double apart = std::hypot(comparison.scenarios[0].total.find("answer_rate")->estimate.half_width,
                                    comparison.scenarios[1].total.find("answer_rate")->estimate.half_width);
    CHECK(rate.half_width_95 < apart);
    // The same callers: attempts do not differ at all, and no difference is not significant.
    CHECK(difference("total", "attempts").mean == 0.0);
    CHECK(!difference("total", "attempts").significant);
}

TEST_CASE("segments are sums of their members, and a partition of the contacts sums to the total")
{
    MeasuredCentre centre = fake::centre();
    centre.contacts = {{.name = "north"}, {.name = "south"}};
    centre.segments = {{"N", {.contacts = {0}, .groups = {0}}},
                       {"S", {.contacts = {1}, .groups = {}}},
                       {"all", {.contacts = {0, 1}, .groups = {0}}}};
    Collector collector(centre, KpiSelection::all(), 1);
    const Replicator replicate_one = fake::replicator();
    ReplicationFigures figures;
    for (std::int64_t r = 0; r < 40; ++r) {
        replicate_one(r, figures);
        collector.add(figures);
    }
    const ExperimentResult result = collector.result();
    REQUIRE(result.segments.size() == 3);
    for (const KpiResult& whole : result.total.kpis) {
        CAPTURE(std::string(whole.kpi->name));
        const KpiResult* all = result.segments[2].find(whole.kpi->name, whole.kpi->key);
        REQUIRE(all);
        CHECK((all->estimate.mean == whole.estimate.mean || std::isnan(whole.estimate.mean)));
        CHECK(
            (all->estimate.half_width == whole.estimate.half_width || std::isnan(whole.estimate.half_width)));
        if (whole.kpi->kind == KpiKind::total && whole.kpi->scope == KpiScope::contact)
            CHECK(result.segments[0].find(whole.kpi->name)->estimate.mean +
                      result.segments[1].find(whole.kpi->name)->estimate.mean ==
                  Approx(whole.estimate.mean));
    }
    const KpiResult* answered = result.segments[0].find("answer_rate");
    CHECK(answered->estimate.half_width == result.contacts[0].find("answer_rate")->estimate.half_width);
    CHECK(result.segments[1].find("occupancy") == nullptr); // no groups: no figure of groups
    CHECK(result.segments[0].find("paid_hours_share")->estimate.mean == 1.0);
}

TEST_CASE("the share of days and intervals that meet the target counts those with calls")
{
    MeasuredCentre centre = fake::centre();
    centre.contacts[0].target_share = 0.8;
    const ExperimentResult result = gather(worked_by_hand(), centre, KpiSelection::all());
    const ScopeResult& calls = result.contacts.front();
    // Days 18/20 and 2/5, then 20/20 and a day without calls: two of three. Intervals 8/10, 10/10, 2/5, -;
    // 20/20.
    CHECK(calls.find("service_level_share_of_days")->estimate.mean == Approx(2.0 / 3.0));
    CHECK(calls.find("service_level_share_of_intervals")->estimate.mean == Approx(3.0 / 4.0));
    CHECK(result.total.find("service_level_share_of_days")->estimate.mean == Approx(2.0 / 3.0));
    CHECK(std::isnan(result.contacts[1].find("service_level_share_of_days")->estimate.mean));
}

TEST_CASE("side figures are usual only where the centre counts them")
{
    CHECK(KpiSelection::standard().without_sides().of(KpiScope::contact).size() <
          KpiSelection::standard().of(KpiScope::contact).size());
    const std::vector<std::string> names{"containment_rate"};
    CHECK(KpiSelection::named(names).without_sides().of(KpiScope::contact).size() == 1);
}

TEST_CASE("outcomes are counted a run")
{
    MeasuredCentre centre = fake::centre();
    centre.outcomes = {{"booked", 0}, {"message", 0}};
    auto replications = worked_by_hand();
    replications[0].outcomes = {12, 3};
    replications[1].outcomes = {14, 5};
    const ExperimentResult result = gather(replications, centre, KpiSelection::standard());
    REQUIRE(result.contacts[0].outcomes.size() == 2);
    CHECK(result.contacts[0].outcomes[0].count.mean == 13.0);
    CHECK(result.contacts[0].outcomes[1].count.mean == 4.0);
    CHECK(result.contacts[1].outcomes.empty());
}

TEST_CASE("rows of the total alone have the same figures of the total, and none of others")
{
    const MeasuredCentre centre = fake::centre(true);
    Collector everything(centre, KpiSelection::all(), 42);
    Collector total(centre, KpiSelection::all(), 42, RowScopes::total);
    for (const ReplicationFigures& figures : worked_by_hand()) {
        everything.add(figures);
        total.add(figures);
    }
    const ExperimentResult wanted = everything.result();
    const ExperimentResult result = total.result();
    REQUIRE(result.rows.size() == wanted.rows.size());
    REQUIRE_FALSE(result.rows.empty());
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        CHECK(result.rows[row].contacts.front().find("answered") == nullptr);
        CHECK(wanted.rows[row].contacts.front().find("answered") != nullptr);
        CHECK(result.rows[row].total.find("answered")->estimate.mean ==
              wanted.rows[row].total.find("answered")->estimate.mean);
    }
    CHECK(result.total.find("service_level")->estimate.mean ==
          wanted.total.find("service_level")->estimate.mean);
}
