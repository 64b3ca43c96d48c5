#include "planner/erlang/cases/law_text.h"
#include "planner/erlang/cases/models.h"
#include "planner/erlang/ging.h"
#include "planner/erlang/handle_law.h"
#include "planner/erlang/mgn.h"
#include "planner/erlang/retrial.h"

#include <cmath>

namespace switchroom::erlang {

namespace {

double threshold(CaseRow& row)
{
    const double awt_s = row.number_or("awt_s", 0.0);
    if (!(awt_s >= 0.0 && std::isfinite(awt_s)) && !row.failed())
        row.fail("awt_s must be a finite number, 0 or more");
    return awt_s;
}

/// The handle time from its law, or from its mean and squared coefficient of variation.
struct HandleMoments {
    double mean_s = 0;
    double scv = 1;
};

HandleMoments handle_of(CaseRow& row)
{
    if (!row.has("service_dist_s"))
        return {row.number("aht_s"), row.number_or("service_scv", 1.0)};
    const Result<Distribution> law = law_from_text(row.text("service_dist_s"));
    if (law)
        return {mean(*law), cv(*law) * cv(*law)};
    row.fail(law.errors());
    return {};
}

void solve_mgn(CaseRow& row)
{
    const double agents = row.number("n_agents");
    const double load = row.number("offered_load_erlang");
    const HandleMoments handle = handle_of(row);
    const double awt_s = threshold(row);
    if (row.failed())
        return;
    const Result<GeneralHandleQueue> queue = general_handle_queue({agents, load, handle.mean_s, handle.scv});
    if (!queue)
        return row.fail(queue.errors());
    row.set("p_wait", queue->probability_wait);
    row.set("mean_wait_s", queue->mean_wait_s);
    row.set("mean_wait_all_s", queue->mean_wait_s);
    row.set("mean_wait_served_s", queue->mean_wait_s);
    row.set("mean_wait_allen_cunneen_s", queue->mean_wait_allen_cunneen_s);
    row.set("mean_wait_given_wait_s", queue->mean_wait_if_wait_s);
    row.set("mean_queue_length", queue->mean_queue_length);
    row.set("p_wait_le_awt", 1.0 - wait_exceeds(*queue, awt_s));
    row.set("sl_answered_over_offered", 1.0 - wait_exceeds(*queue, awt_s));
    row.set("occupancy", queue->occupancy);
}

void solve_ging(CaseRow& row)
{
    const double agents = row.number("n_agents");
    const double load = row.number("offered_load_erlang");
    const HandleMoments handle = handle_of(row);
    const Result<Distribution> patience = law_from_text(row.text("patience_dist_s"));
    const double awt_s = threshold(row);
    if (!row.failed() && !patience)
        row.fail(patience.errors());
    if (row.failed())
        return;
    const Result<GeneralQueue> queue =
        general_queue({agents, load, handle.mean_s, patience_law(*patience), awt_s});
    if (!queue)
        return row.fail(queue.errors());
    const QueueMeasures& m = queue->measures;
    const ServiceLevels levels = service_levels(queue->window);
    row.set("p_wait", m.probability_wait);
    row.set("p_abandon", m.probability_abandon);
    row.set("mean_wait_all_s", m.mean_wait_s);
    row.set("mean_wait_served_s", m.asa_s);
    row.set("mean_queue_length", m.mean_queue_length);
    row.set("occupancy", m.occupancy);
    row.set("sl_answered_over_offered", levels.answered_over_offered);
    row.set("sl_answered_over_answered", levels.answered_over_answered);
    row.set("sl_ans_plus_ab_over_offered", levels.answered_plus_abandoned_over_offered);
}

void solve_retrial(CaseRow& row)
{
    const RetrialInput input{row.number("n_agents"),
                             row.number("waiting_places"),
                             row.number("fresh_load_erlang"),
                             row.number("aht_s"),
                             row.number("mean_patience_s"),
                             row.number("mean_redial_delay_s"),
                             row.number("p_redial_after_block"),
                             row.number("p_redial_after_abandon"),
                             threshold(row)};
    if (row.failed())
        return;
    const Result<RetrialMeasures> r = retrial(input);
    if (!r)
        return row.fail(r.errors());
    row.set("attempts_per_fresh_call", r->attempts_per_fresh_call);
    row.set("p_fresh_blocked", r->p_fresh_blocked);
    row.set("p_attempt_blocked", r->p_attempt_blocked);
    row.set("p_fresh_waits", r->p_fresh_waits);
    row.set("p_attempt_abandons", r->p_attempt_abandons);
    row.set("p_eventually_served", r->p_eventually_served);
    row.set("mean_orbit", r->mean_orbit);
    row.set("mean_queue_length", r->mean_queue_length);
    row.set("mean_busy", r->mean_busy);
    row.set("occupancy", r->occupancy);
    row.set("mean_wait_per_attempt_s", r->mean_wait_per_attempt_s);
    row.set("sl_fresh", r->sl_fresh);
    row.set("sl_attempt", r->sl_attempt);
    row.set("probability_left_out", r->left_out);
    if (const Result<RetrialMeasures> rough = redial_fixed_point(input)) {
        row.set("fixed_point_attempts_per_fresh_call", rough->attempts_per_fresh_call);
        row.set("fixed_point_sl_attempt", rough->sl_attempt);
    }
}

constexpr CaseInput agents_input{"n_agents", "agents"};
constexpr CaseInput load_input{"offered_load_erlang", "calls per hour times mean handle time in hours"};
constexpr CaseInput awt_input{"awt_s", "T of the service level, seconds", false};
constexpr CaseInput service_input{"service_dist_s", "handle time, such as lognormal:240:180, seconds", false};
constexpr CaseInput handle_input{"aht_s", "mean handle time where no law is given, seconds", false};

} // namespace

CaseModel mgn_model()
{
    return {.name = "mgn",
            .title = "M/G/n, approximations of Kimura and of Allen & Cunneen",
            .holds_for = "nobody gives up; handle times of any law enter by mean and variance alone; "
                         "approximate: within a few per cent",
            .inputs = {agents_input,
                       load_input,
                       service_input,
                       handle_input,
                       {"service_scv", "its squared coefficient of variation, 1 if left out", false},
                       awt_input},
            .outputs = {"p_wait", "mean_wait_s", "mean_wait_all_s", "mean_wait_served_s",
                        "mean_wait_allen_cunneen_s", "mean_wait_given_wait_s", "mean_queue_length",
                        "p_wait_le_awt", "sl_answered_over_offered", "occupancy"},
            .solve = each_row<solve_mgn>,
            .standard = {{"probability_wait", "p_wait"},
                         {"asa_s", "mean_wait_s"},
                         {"mean_wait_s", "mean_wait_s"},
                         {"service_level", "p_wait_le_awt"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

CaseModel ging_model()
{
    return {.name = "ging",
            .title = "M/GI/n+GI, Whitt's state-dependent approximation",
            .holds_for = "callers give up after a patience of any law and do not call again; handle times "
                         "enter by their mean alone; "
                         "approximate; endless lines",
            .inputs = {agents_input,
                       load_input,
                       service_input,
                       handle_input,
                       {"patience_dist_s", "patience, such as lognormal:120:120, seconds"},
                       awt_input},
            .outputs = {"p_wait", "p_abandon", "mean_wait_all_s", "mean_wait_served_s", "mean_queue_length",
                        "occupancy", "sl_answered_over_offered", "sl_answered_over_answered",
                        "sl_ans_plus_ab_over_offered"},
            .solve = each_row<solve_ging>,
            .standard = {{"probability_wait", "p_wait"},
                         {"probability_abandon", "p_abandon"},
                         {"asa_s", "mean_wait_served_s"},
                         {"mean_wait_s", "mean_wait_all_s"},
                         {"service_level", "sl_answered_over_offered"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

CaseModel retrial_model()
{
    return {.name = "retrial",
            .title = "Redials, exact (and 'fixed_point_' approximated)",
            .holds_for = "blocked and abandoning callers return with the given chances after an exponential "
                         "delay, any number of "
                         "times; exponential handle times and patience; steady state",
            .inputs = {agents_input,
                       {"waiting_places", "0 for loss, inf for endless lines"},
                       {"fresh_load_erlang", "load of first tries"},
                       {"aht_s", "mean handle time, seconds"},
                       {"mean_patience_s", "mean patience, seconds, may be inf"},
                       {"mean_redial_delay_s", "mean time to the next try, seconds"},
                       {"p_redial_after_block", "chance that a blocked try returns"},
                       {"p_redial_after_abandon", "chance that an abandoning try returns"},
                       awt_input},
            .outputs = {"attempts_per_fresh_call", "p_fresh_blocked", "p_attempt_blocked", "p_fresh_waits",
                        "p_attempt_abandons", "p_eventually_served", "mean_orbit", "mean_queue_length",
                        "mean_busy", "occupancy", "mean_wait_per_attempt_s", "sl_fresh", "sl_attempt",
                        "probability_left_out", "fixed_point_attempts_per_fresh_call",
                        "fixed_point_sl_attempt"},
            .solve = each_row<solve_retrial>,
            .standard = {{"probability_wait", "p_fresh_waits"},
                         {"probability_block", "p_attempt_blocked"},
                         {"probability_abandon", "p_attempt_abandons"},
                         {"mean_wait_s", "mean_wait_per_attempt_s"},
                         {"service_level", "sl_attempt"},
                         {"occupancy", "occupancy"}},
            .agents_column = "n_agents"};
}

} // namespace switchroom::erlang
