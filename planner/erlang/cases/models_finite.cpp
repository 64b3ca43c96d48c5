#include "planner/erlang/cases/models.h"

#include "planner/erlang/mmnk.h"

#include <limits>

namespace switchroom::erlang {

namespace {

void solve_mmnk(CaseRow& row)
{
    const double agents = row.number("n_agents");
    const double lines = row.number("k_lines_total");
    const double load = row.number("offered_load_erlang");
    const double handle = row.number("aht_s");
    const double patience = row.number_or("mean_patience_s", std::numeric_limits<double>::infinity());
    const double awt_s = row.number_or("awt_s", 0.0);
    const double short_s = row.number_or("short_abandon_s", 0.0);
    if (!row.failed() && !(awt_s >= 0.0 && short_s >= 0.0))
        row.fail("awt_s and short_abandon_s must be 0 or more");
    if (row.failed())
        return;
    const Result<Mmnk> queue = mmnk({agents, lines, load, handle, patience});
    if (!queue)
        return row.fail(queue.errors());
    const WaitWindow window = wait_window(*queue, awt_s, short_s);
    const ServiceLevels levels = service_levels(window);
    row.set("p_block", queue->probability_block);
    row.set("p_wait_offered", queue->probability_wait);
    row.set("p_abandon_offered", queue->probability_abandon);
    row.set("p_abandon_accepted", queue->probability_abandon / queue->probability_accept);
    row.set("p_served_offered", queue->probability_served);
    row.set("mean_wait_accepted_s", queue->mean_wait_accepted_s);
    row.set("mean_wait_served_s", mean_wait_served_s(*queue));
    row.set("mean_queue_length", queue->mean_queue_length);
    row.set("mean_busy_agents", queue->mean_busy);
    row.set("occupancy", queue->occupancy);
    row.set("p_answered_within_awt_offered", window.answered_within);
    row.set("sl_answered_over_accepted", levels.answered_over_offered);
    row.set("sl_answered_over_answered", levels.answered_over_answered);
    row.set("p_abandoned_within_awt_offered", window.abandoned_within);
    row.set("sl_ans_plus_ab_over_accepted", levels.answered_plus_abandoned_over_offered);
    row.set("sl_answered_over_accepted_less_quick_ab", levels.excluding_abandons_within);
    row.set("sl_excluding_short_abandons", levels.excluding_short_abandons);
    row.set("sl_answered_plus_short_abandoned", levels.answered_plus_short_abandoned);
    row.set("sl_virtual_wait", levels.virtual_wait);
    row.set("wait_p50_s", wait_quantile(*queue, 0.5));
    row.set("wait_p90_s", wait_quantile(*queue, 0.1));
    row.set("wait_p99_s", wait_quantile(*queue, 0.01));
}

} // namespace

CaseModel mmnk_model()
{
    return {.name = "mmnk",
            .title = "M/M/n/K and M/M/n/K+M",
            .holds_for = "K lines in all, callers beyond them are blocked and lost; exponential handle times "
                         "and patience (or endless), no redials; one queue, one skill",
            .inputs = {{"n_agents", "agents, whole"},
                       {"k_lines_total", "lines: agents and waiting places, whole"},
                       {"offered_load_erlang", "calls per hour times mean handle time in hours"},
                       {"aht_s", "mean handle time, seconds"},
                       {"mean_patience_s", "mean patience, seconds, inf if left out", false},
                       {"awt_s", "T of the service level, seconds", false},
                       {"short_abandon_s", "short abandons end here, seconds", false}},
            .outputs = {"p_block",
                        "p_wait_offered",
                        "p_abandon_offered",
                        "p_abandon_accepted",
                        "p_served_offered",
                        "mean_wait_accepted_s",
                        "mean_wait_served_s",
                        "mean_queue_length",
                        "mean_busy_agents",
                        "occupancy",
                        "p_answered_within_awt_offered",
                        "sl_answered_over_accepted",
                        "sl_answered_over_answered",
                        "p_abandoned_within_awt_offered",
                        "sl_ans_plus_ab_over_accepted",
                        "sl_answered_over_accepted_less_quick_ab",
                        "sl_virtual_wait",
                        "sl_excluding_short_abandons",
                        "sl_answered_plus_short_abandoned",
                        "wait_p50_s",
                        "wait_p90_s",
                        "wait_p99_s"},
            .solve = each_row<solve_mmnk>,
            .standard = {{"probability_wait", "p_wait_offered"},
                         {"probability_abandon", "p_abandon_offered"},
                         {"probability_block", "p_block"},
                         {"asa_s", "mean_wait_served_s"},
                         {"mean_wait_s", "mean_wait_accepted_s"},
                         {"service_level", "sl_answered_over_accepted"},
                         {"answered/offered", "sl_answered_over_accepted"},
                         {"answered/answered", "sl_answered_over_answered"},
                         {"answered/offered-excluding-abandons-within",
                          "sl_answered_over_accepted_less_quick_ab"},
                         {"(answered+abandoned)/offered", "sl_ans_plus_ab_over_accepted"},
                         {"answered/offered-excluding-short-abandons", "sl_excluding_short_abandons"},
                         {"(answered+short-abandoned)/offered", "sl_answered_plus_short_abandoned"},
                         {"answered/offered+flow-outs", "sl_answered_over_accepted"},
                         {"virtual-wait", "sl_virtual_wait"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

} // namespace switchroom::erlang
