#include "planner/erlang/cases/law_text.h"
#include "planner/erlang/cases/models.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mdn.h"
#include "planner/erlang/mg1.h"
#include "planner/erlang/mmng.h"

#include <cmath>

namespace switchroom::erlang {

namespace {

constexpr double tails[] = {0.5, 0.2, 0.1, 0.05, 0.01};
constexpr std::string_view quantile_columns[] = {"wait_p50_s", "wait_p80_s", "wait_p90_s", "wait_p95_s",
                                                 "wait_p99_s"};

double threshold(CaseRow& row)
{
    const double awt_s = row.number_or("awt_s", 0.0);
    if (!(awt_s >= 0.0 && std::isfinite(awt_s)) && !row.failed())
        row.fail("awt_s must be a finite number, 0 or more");
    return awt_s;
}

void solve_mmng(CaseRow& row)
{
    PatientQueueInput input{
        row.number("n_agents"), row.number("offered_load_erlang"), row.number("aht_s"), {}};
    const Result<Distribution> patience = law_from_text(row.text("patience_dist_s"));
    const double awt_s = threshold(row);
    const double short_s = row.number_or("short_abandon_s", 0.0);
    if (!row.failed() && !patience)
        row.fail(patience.errors());
    if (row.failed())
        return;
    input.patience = patience_law(*patience);
    const Result<PatientQueue> queue = PatientQueue::make(input);
    if (!queue)
        return row.fail(queue.errors());
    const QueueMeasures m = queue->measures();
    const ServiceLevels levels = service_levels(queue->wait_window(awt_s, short_s));
    row.set("p_wait", m.probability_wait);
    row.set("p_abandon", m.probability_abandon);
    row.set("mean_wait_all_s", m.mean_wait_s);
    row.set("mean_wait_served_s", m.asa_s);
    row.set("mean_wait_abandoned_s", queue->mean_wait_abandoned_s());
    row.set("mean_queue_length", m.mean_queue_length);
    row.set("occupancy", m.occupancy);
    row.set("p_virtual_wait_gt_awt", queue->virtual_wait_exceeds(awt_s));
    row.set("sl_answered_over_offered", levels.answered_over_offered);
    row.set("sl_answered_over_answered", levels.answered_over_answered);
    row.set("sl_ans_plus_ab_over_offered", levels.answered_plus_abandoned_over_offered);
    row.set("sl_answered_over_offered_less_quick_ab", levels.excluding_abandons_within);
    row.set("sl_excluding_short_abandons", levels.excluding_short_abandons);
    row.set("sl_answered_plus_short_abandoned", levels.answered_plus_short_abandoned);
    row.set("sl_virtual_wait", levels.virtual_wait);
    for (std::size_t i = 0; i < std::size(tails); ++i)
        row.set(quantile_columns[i], queue->wait_quantile(tails[i]));
}

void solve_mdn(CaseRow& row)
{
    const ConstantHandleInput input{row.number("n_agents"), row.number("offered_load_erlang"),
                                    row.number("service_time_s")};
    const double awt_s = threshold(row);
    if (row.failed())
        return;
    const Result<ConstantHandleQueue> queue = constant_handle_queue(input);
    if (!queue)
        return row.fail(queue.errors());
    row.set("p_wait", queue->probability_wait);
    row.set("mean_wait_s", queue->mean_wait_s);
    row.set("mean_queue_length", queue->mean_queue_length);
    row.set("mean_wait_given_wait_s", queue->mean_wait_if_wait_s);
    row.set("occupancy", queue->occupancy);
    if (row.has("awt_s"))
        row.set("p_wait_le_awt", wait_within(*queue, awt_s));
    const Result<ErlangC> exponential = erlang_c(input.agents, input.offered_load, input.handle_s);
    if (exponential)
        row.set("mmn_mean_wait_s", exponential->mean_wait_s);
}

void solve_mg1(CaseRow& row)
{
    const double rate = row.number("arrival_rate_per_s");
    const Result<Distribution> handle = law_from_text(row.text("service_dist_s"));
    const double awt_s = threshold(row);
    if (!row.failed() && !handle)
        row.fail(handle.errors());
    if (row.failed())
        return;
    const Result<OneAgentQueue> queue = one_agent_queue(rate, *handle);
    if (!queue)
        return row.fail(queue.errors());
    row.set("occupancy", queue->occupancy);
    row.set("service_scv", std::fmax(0.0, queue->handle.scv()));
    row.set("mean_wait_s", queue->mean_wait_s);
    row.set("var_wait_s2", queue->wait_variance_s2);
    row.set("mean_queue_length", queue->mean_queue_length);
    row.set("mean_wait_given_wait_s", queue->mean_wait_if_wait_s);
    if (row.has("awt_s"))
        row.set("p_wait_le_awt", wait_within(*queue, awt_s));
}

constexpr CaseInput agents_input{"n_agents", "agents"};
constexpr CaseInput load_input{"offered_load_erlang", "calls per hour times mean handle time in hours"};
constexpr CaseInput awt_input{"awt_s", "T of the service level, seconds", false};

} // namespace

CaseModel mmng_model()
{
    return {.name = "mmng",
            .title = "M/M/n+G, exact",
            .holds_for = "callers give up after a patience of any law and do not call again; one queue, one "
                         "skill, exponential "
                         "handle times, endless lines",
            .inputs = {agents_input,
                       load_input,
                       {"aht_s", "mean handle time, seconds"},
                       {"patience_dist_s", "patience, such as lognormal:120:120, seconds"},
                       awt_input,
                       {"short_abandon_s", "short abandons end here, seconds", false}},
            .outputs = {"p_wait",
                        "p_abandon",
                        "mean_wait_all_s",
                        "mean_wait_served_s",
                        "mean_wait_abandoned_s",
                        "mean_queue_length",
                        "occupancy",
                        "p_virtual_wait_gt_awt",
                        "sl_answered_over_offered",
                        "sl_answered_over_answered",
                        "sl_ans_plus_ab_over_offered",
                        "sl_answered_over_offered_less_quick_ab",
                        "sl_excluding_short_abandons",
                        "sl_answered_plus_short_abandoned",
                        "sl_virtual_wait",
                        "wait_p50_s",
                        "wait_p80_s",
                        "wait_p90_s",
                        "wait_p95_s",
                        "wait_p99_s"},
            .solve = each_row<solve_mmng>,
            .standard = {{"probability_wait", "p_wait"},
                         {"probability_abandon", "p_abandon"},
                         {"asa_s", "mean_wait_served_s"},
                         {"mean_wait_s", "mean_wait_all_s"},
                         {"service_level", "sl_answered_over_offered"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

CaseModel mg1_model()
{
    return {.name = "mg1",
            .title = "M/G/1, exact",
            .holds_for = "one agent; nobody gives up; handle times of any law; first come first served",
            .inputs = {{"arrival_rate_per_s", "calls per second"},
                       {"service_dist_s", "handle time, such as lognormal:240:180, seconds"},
                       awt_input},
            .outputs = {"occupancy", "service_scv", "mean_wait_s", "var_wait_s2", "mean_queue_length",
                        "mean_wait_given_wait_s", "p_wait_le_awt"},
            .solve = each_row<solve_mg1>,
            .standard = {{"probability_wait", "occupancy"},
                         {"asa_s", "mean_wait_s"},
                         {"mean_wait_s", "mean_wait_s"},
                         {"service_level", "p_wait_le_awt"},
                         {"occupancy", "occupancy"}}};
}

CaseModel mdn_model()
{
    return {.name = "mdn",
            .title = "M/D/n, exact",
            .holds_for =
                "nobody gives up; every handle time has the same length; one queue, first come first served",
            .inputs = {agents_input, load_input, {"service_time_s", "the handle time, seconds"}, awt_input},
            .outputs = {"p_wait", "mean_wait_s", "mean_queue_length", "mean_wait_given_wait_s",
                        "p_wait_le_awt", "occupancy", "mmn_mean_wait_s"},
            .solve = each_row<solve_mdn>,
            .standard = {{"probability_wait", "p_wait"},
                         {"asa_s", "mean_wait_s"},
                         {"mean_wait_s", "mean_wait_s"},
                         {"service_level", "p_wait_le_awt"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

} // namespace switchroom::erlang
