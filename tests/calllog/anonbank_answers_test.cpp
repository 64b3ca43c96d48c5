#include "sim/calllog/kaplan_meier.h"
#include "sim/calllog/measure.h"
#include "sim/stats/kpi.h"
#include "tests/calllog/data_folder.h"
#include "tests/support/reference_rows.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

using namespace switchroom;

namespace {

using Figures = std::map<std::string, double>;

double share(std::int64_t part, std::int64_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

void add_counts(Figures& f, const ContactCounts& c)
{
    const ContactFigures figures{.counts = c};
    const auto kpi = [&](const char* name) {
        return kpi_pair(*find_kpi(KpiScope::contact, name), figures).value();
    };
    f["offered"] = kpi("offered");
    f["answered"] = kpi("answered");
    f["abandoned"] = kpi("abandoned");
    f["abandonment_rate"] = kpi("abandonment_rate");
    f["mean_wait_s"] = kpi("mean_wait_s");
    f["asa_s"] = kpi("asa_s");
    f["handle_mean_s"] = kpi("aht_s");
    f["zero_wait_share"] = 1.0 - share(c.had_to_wait, c.answered + c.abandoned);
    const auto level = [&](const char* id) { return service_level(*find_service_level_formula(id), c); };
    f["sl20_offered"] = level("F1");
    f["sl20_answered"] = level("F2");
    f["sl20_excluding"] = level("F3");
}

void add_handle(Figures& f, const std::vector<double>& handles_s)
{
    const HandleSummary all = summarise(handles_s, 0.0);
    f["handle_cv"] = all.cv;
    f["handle_median_s"] = all.median_s;
    const HandleSummary meant = summarise(handles_s, 10.0);
    f["handle_below_10_share"] = 1.0 - share(meant.n, all.n);
    f["handle10_mean_s"] = meant.mean_s;
    f["handle10_cv"] = meant.cv;
    f["handle10_log_mean"] = meant.log_mean;
    f["handle10_log_sd"] = meant.log_sd;
}

void add_patience(Figures& f, const CallLog& log)
{
    const SurvivalCurve curve = kaplan_meier(patience_observations(log, {}));
    f["queued"] = static_cast<double>(curve.callers);
    f["abandoned_of_queued"] = share(curve.abandoned, curve.callers);
    for (const int t : {10, 30, 60, 120, 300, 600})
        f["survival_" + std::to_string(t)] = survival_at(curve, t);
    f["patience_q10_s"] = *patience_quantile_s(curve, 0.10);
    f["patience_q25_s"] = *patience_quantile_s(curve, 0.25);
    f["patience_median_s"] = *patience_quantile_s(curve, 0.50);
    f["rmst_600_s"] = restricted_mean_s(curve, 600.0);
    f["rmst_1800_s"] = restricted_mean_s(curve, 1800.0);
    f["last_time_s"] = curve.last_time_s;
    f["last_survival"] = curve.steps.back().survival;
    f["exponential_mean_s"] = *exponential_mean_s(curve);
}

void compare_with_reference(const std::string& month, const CallLog& log)
{
    Figures figures;
    const LogMeasures twenty = measure(log, {});
    add_counts(figures, twenty.total.counts);
    add_handle(figures, twenty.total.handles_s);
    add_patience(figures, log);
    const LogMeasures sixty = measure(log, {.within_s = 60.0});
    figures["sl60_offered"] = service_level(*find_service_level_formula("F1"), sixty.total.counts);
    int compared = 0;
    for (const ReferenceRow& row : reference_rows("anonbank"))
        if (row.text("month") == month) {
            INFO(row.text("measure"), " of ", month);
            REQUIRE(figures.contains(row.text("measure")));
            CHECK(std::abs(figures[row.text("measure")] - row.number("value")) <= row.number("tolerance"));
            ++compared;
        }
    CHECK(compared == 35);
}

} // namespace

TEST_CASE("the Anonymous Bank's January gives the independently computed figures")
{
    if (const auto log = january())
        compare_with_reference("1999-01", *log);
}

TEST_CASE("the Anonymous Bank's February gives the independently computed figures")
{
    if (const auto log = february())
        compare_with_reference("1999-02", *log);
}

TEST_CASE("no row of the real log is lost, and each is accounted for")
{
    if (const auto log = january()) {
        const QualityAccount& quality = log->quality;
        CHECK(quality.rows_lost() == 0);
        CHECK(quality.rows_read == quality.rows_used + quality.rows_set_aside() + quality.rows_lost());
        CHECK(quality.rows_used == static_cast<std::int64_t>(log->rows.size()));
        CHECK_FALSE(quality.lost_too_much());
    }
}

TEST_CASE("cells by type, month and day of the real log add up to the whole")
{
    const auto log = january();
    if (!log)
        return;
    for (const MeasureBy by : {MeasureBy::type, MeasureBy::interval, MeasureBy::hour, MeasureBy::day,
                               MeasureBy::weekday, MeasureBy::month}) {
        const LogMeasures measured = measure(*log, {.by = by});
        ContactCounts sum;
        for (const LogCell& cell : measured.cells)
            sum += cell.counts;
        CHECK(sum.attempts == measured.total.counts.attempts);
        CHECK(sum.answered_within == measured.total.counts.answered_within);
        CHECK(sum.talk_s == doctest::Approx(measured.total.counts.talk_s).epsilon(1e-12));
        if (by == MeasureBy::day)
            CHECK(measured.cells.size() == 29); // 11 and 12 January are absent
    }
}
