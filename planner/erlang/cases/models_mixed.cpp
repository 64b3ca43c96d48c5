#include "planner/erlang/cases/models.h"

#include "planner/erlang/busyness.h"
#include "planner/erlang/engset.h"
#include "planner/erlang/overflow.h"

#include <cmath>

namespace switchroom::erlang {

namespace {

void solve_busyness(CaseRow& row)
{
    const BusynessInput input{row.number("n_agents"),        row.number("mean_offered_load_erlang"),
                              row.number("cv_busyness"),     row.number("aht_s"),
                              row.number("mean_patience_s"), row.number_or("awt_s", 0.0)};
    const double interval_s = row.number_or("interval_s", 1800.0);
    if (!row.failed() && !(interval_s > 0.0 && std::isfinite(interval_s)))
        row.fail("interval_s must be above 0");
    if (row.failed())
        return;
    const Result<BusynessMeasures> m = busyness(input);
    if (!m)
        return row.fail(m.errors());
    row.set("gamma_shape", 1.0 / (input.cv * input.cv));
    row.set("long_run_p_abandon", m->probability_abandon);
    row.set("long_run_sl_answered_over_offered", m->service_level);
    row.set("long_run_p_wait", m->probability_wait);
    row.set("sd_over_days_of_sl", m->sd_of_service_level);
    row.set("fixed_rate_p_abandon", m->fixed_rate_abandon);
    row.set("fixed_rate_sl", m->fixed_rate_service_level);
    const CountLaw count{input.mean_load * interval_s / input.handle_s, input.cv};
    row.set("count_mean", count.mean);
    row.set("count_variance", count.variance());
    row.set("count_index_of_dispersion", count.mean > 0.0 ? count.variance() / count.mean : 1.0);
    row.set("p_count_zero", static_cast<double>(std::exp(count.ln_zero())), count.ln_zero());
    row.set("count_q05", count.quantile(0.05));
    row.set("count_q50", count.quantile(0.5));
    row.set("count_q95", count.quantile(0.95));
}

void solve_engset(CaseRow& row)
{
    const double servers = row.number("n_servers");
    const double sources = row.number("n_sources");
    const double alpha = row.number("load_per_idle_source_erlang");
    if (row.failed())
        return;
    const Result<Engset> e = engset(servers, sources, alpha);
    if (!e)
        return row.fail(e.errors());
    row.set("blocking_prob", e->call_congestion);
    row.set("time_congestion", e->time_congestion);
    row.set("offered_load_erlang", e->offered_load);
    row.set("carried_load_erlang", e->carried_load);
    row.set("occupancy_per_server", e->occupancy);
}

void solve_overflow(CaseRow& row)
{
    const OverflowInput input{row.number("n_primary1"), row.number("n_primary2"),
                              row.number("n_shared_overflow"), row.number("load1_erlang"),
                              row.number("load2_erlang")};
    if (row.failed())
        return;
    const Result<OverflowExact> exact = overflow_exact(input);
    if (!exact)
        return row.fail(exact.errors());
    const OverflowMoments first = *overflow_moments(input.primary1, input.load1);
    const OverflowMoments second = *overflow_moments(input.primary2, input.load2);
    const OverflowMoments both{first.mean + second.mean, first.variance + second.variance};
    const Result<double> hayward = hayward_loss(both, input.shared);
    const Result<double> wilkinson = wilkinson_loss(both, input.shared);
    if (!hayward || !wilkinson)
        return row.fail(hayward ? wilkinson.errors() : hayward.errors());
    row.set("p_loss1", exact->loss1);
    row.set("p_loss2", exact->loss2);
    row.set("carried_by_overflow_erlang", exact->carried_by_shared);
    row.set("overflow1_mean_erlang", first.mean);
    row.set("overflow1_variance", first.variance);
    row.set("overflow2_mean_erlang", second.mean);
    row.set("overflow2_variance", second.variance);
    row.set("total_overflow_peakedness", both.peakedness());
    row.set("hayward_approx_loss_of_overflow", *hayward);
    row.set("wilkinson_ert_approx_loss_of_overflow", *wilkinson);
    row.set("exact_loss_of_overflow", exact->loss_of_overflow);
}

} // namespace

CaseModel busyness_model()
{
    return {.name = "busyness",
            .title = "Erlang A with a gamma-mixed arrival rate",
            .holds_for = "each interval's rate is its mean times a Gamma factor; within the interval Erlang "
                         "A in steady state",
            .inputs = {{"n_agents", "agents"},
                       {"mean_offered_load_erlang", "mean load, erlang"},
                       {"cv_busyness", "coefficient of variation of the factor"},
                       {"aht_s", "mean handle time, seconds"},
                       {"mean_patience_s", "mean patience, seconds"},
                       {"awt_s", "T of the service level, seconds", false},
                       {"interval_s", "length of the interval that is counted, seconds, 1800 if left out",
                        false}},
            .outputs = {"gamma_shape", "long_run_p_abandon", "long_run_sl_answered_over_offered",
                        "long_run_p_wait", "sd_over_days_of_sl", "fixed_rate_p_abandon", "fixed_rate_sl",
                        "count_mean", "count_variance", "count_index_of_dispersion", "p_count_zero",
                        "count_q05", "count_q50", "count_q95"},
            .solve = each_row<solve_busyness>,
            .standard = {{"probability_wait", "long_run_p_wait"},
                         {"probability_abandon", "long_run_p_abandon"},
                         {"service_level", "long_run_sl_answered_over_offered"}},
            .agents_column = "n_agents"};
}

CaseModel engset_model()
{
    return {
        .name = "engset",
        .title = "Engset (finite number of callers, loss)",
        .holds_for = "a known number of callers, each of whom calls again at the same rate after a call or a "
                     "blocked try; blocked calls are lost",
        .inputs = {{"n_servers", "lines, whole"},
                   {"n_sources", "callers, whole"},
                   {"load_per_idle_source_erlang", "calling rate of an idle caller times mean handle time"}},
        .outputs = {"blocking_prob", "time_congestion", "offered_load_erlang", "carried_load_erlang",
                    "occupancy_per_server"},
        .solve = each_row<solve_engset>,
        .standard = {{"probability_block", "blocking_prob"}, {"occupancy", "occupancy_per_server"}},
        .agents_column = "n_servers"};
}

CaseModel overflow_model()
{
    return {.name = "overflow",
            .title = "Overflow of two groups to a shared one, blocked calls lost",
            .holds_for = "Poisson calls, exponential handle times of one mean, nobody waits; 'hayward' and "
                         "'wilkinson' columns are approximations",
            .inputs = {{"n_primary1", "lines of group 1"},
                       {"n_primary2", "lines of group 2"},
                       {"n_shared_overflow", "shared lines"},
                       {"load1_erlang", "load of group 1"},
                       {"load2_erlang", "load of group 2"}},
            .outputs = {"p_loss1", "p_loss2", "carried_by_overflow_erlang", "overflow1_mean_erlang",
                        "overflow1_variance", "overflow2_mean_erlang", "overflow2_variance",
                        "total_overflow_peakedness", "hayward_approx_loss_of_overflow",
                        "wilkinson_ert_approx_loss_of_overflow", "exact_loss_of_overflow"},
            .solve = each_row<solve_overflow>};
}

} // namespace switchroom::erlang
