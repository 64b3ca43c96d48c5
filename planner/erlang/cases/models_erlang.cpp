#include "planner/erlang/cases/models.h"

#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"

#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr long double nothing = -std::numeric_limits<long double>::infinity(); // ln 0
constexpr double tails[] = {0.5, 0.2, 0.1, 0.05, 0.01};
constexpr std::string_view quantile_columns[] = {"wait_p50_s", "wait_p80_s", "wait_p90_s", "wait_p95_s",
                                                 "wait_p99_s"};

template <class Queue>
void set_quantiles(CaseRow& row, const Queue& queue)
{
    for (std::size_t i = 0; i < std::size(tails); ++i)
        row.set(quantile_columns[i], wait_quantile(queue, tails[i]));
}

/// The threshold T; an error of the row if it is negative.
double threshold(CaseRow& row)
{
    const double awt_s = row.number_or("awt_s", 0.0);
    if (!(awt_s >= 0.0) && !row.failed())
        row.fail("awt_s must be 0 or more");
    return awt_s;
}

void solve_b(CaseRow& row)
{
    const double servers = row.number("n_servers");
    const double load = row.number("offered_load_erlang");
    if (row.failed())
        return;
    const Result<ErlangB> b = erlang_b(servers, load);
    if (!b)
        return row.fail(b.errors());
    row.set("blocking_prob", b->blocking, b->ln_blocking);
    row.set("ln_blocking_prob", static_cast<double>(b->ln_blocking));
    row.set("carried_load_erlang", b->carried_load);
    row.set("lost_load_erlang", b->lost_load, b->ln_blocking + std::log(static_cast<long double>(load)));
    row.set("occupancy_per_server", b->occupancy);
    row.set("condition_number_wrt_load", b->sensitivity);
}

void solve_c(CaseRow& row)
{
    const double agents = row.number("n_agents");
    const double load = row.number("offered_load_erlang");
    const double handle = row.number("aht_s");
    const double awt_s = threshold(row);
    if (row.failed())
        return;
    const Result<ErlangC> c = erlang_c(agents, load, handle);
    if (!c)
        return row.fail(c.errors());
    const long double ln_wait = c->ln_probability_wait;
    const long double ln_conditional = std::log(static_cast<long double>(c->mean_wait_if_wait_s));
    const long double ln_load = std::log(static_cast<long double>(load));
    row.set("slack_n_minus_load_erlang", c->slack);
    row.set("p_wait", c->probability_wait, ln_wait);
    row.set("ln_p_wait", static_cast<double>(ln_wait));
    row.set("asa_s", c->mean_wait_s, ln_wait + ln_conditional);
    row.set("mean_wait_given_wait_s", c->mean_wait_if_wait_s);
    row.set("service_level_awt", service_level(*c, awt_s));
    set_quantiles(row, *c);
    row.set("mean_queue_length", c->mean_queue_length,
            ln_wait + ln_load - std::log(static_cast<long double>(c->slack)));
    row.set("var_wait_s2", c->wait_variance_s2, ln_wait + std::log(2.0L) + 2.0L * ln_conditional);
    row.set("occupancy", c->occupancy);
    row.set("condition_number_asa_wrt_load", c->sensitivity);
}

void solve_a(CaseRow& row)
{
    const ErlangAInput input{row.number("n_agents"), row.number("offered_load_erlang"), row.number("aht_s"),
                             row.number("mean_patience_s")};
    const double awt_s = threshold(row);
    const double short_s = row.number_or("short_abandon_s", 0.0);
    if (row.failed())
        return;
    const Result<ErlangA> a = erlang_a(input);
    if (!a)
        return row.fail(a.errors());
    const long double ln_wait = a->ln_probability_wait;
    // Without patience or without its end the product below would be 0 · infinity; the plain numbers are
    // exact there.
    const bool finite = input.patience_s > 0.0 && std::isfinite(input.patience_s);
    const long double ln_given_up =
        finite ? std::log(static_cast<long double>(a->probability_abandon_if_wait)) : 0.0L;
    const long double ln_abandon = ln_wait + ln_given_up;
    const long double ln_patience = finite ? std::log(static_cast<long double>(input.patience_s)) : 0.0L;
    const long double ln_rate = std::log(static_cast<long double>(input.offered_load) / input.handle_s);
    const WaitWindow window = wait_window(*a, awt_s, short_s);
    const ServiceLevels levels = service_levels(window);
    row.set("p_wait", a->probability_wait, ln_wait);
    row.set("ln_p_wait", static_cast<double>(ln_wait));
    row.set("p_abandon", a->probability_abandon, finite || input.patience_s == 0.0 ? ln_abandon : nothing);
    row.set("p_abandon_given_wait", a->probability_abandon_if_wait);
    row.set("mean_wait_all_s", a->mean_wait_s, finite ? ln_abandon + ln_patience : nothing);
    const MeanWaits waits = mean_waits(*a);
    row.set("mean_wait_served_s", waits.served_s, waits.ln_served);
    row.set("mean_wait_abandoned_s", waits.abandoned_s);
    row.set("mean_queue_length", a->mean_queue_length, finite ? ln_abandon + ln_rate + ln_patience : nothing);
    row.set("occupancy", a->occupancy);
    row.set("p_virtual_wait_gt_awt", virtual_wait_exceeds(*a, awt_s), ln_virtual_wait_exceeds(*a, awt_s));
    row.set("p_abandoned_within_awt", window.abandoned_within, ln_abandoned_within(*a, awt_s));
    row.set("sl_answered_over_offered", levels.answered_over_offered);
    row.set("sl_answered_over_answered", levels.answered_over_answered);
    row.set("sl_ans_plus_ab_over_offered", levels.answered_plus_abandoned_over_offered);
    row.set("sl_answered_over_offered_less_quick_ab", levels.excluding_abandons_within);
    row.set("sl_excluding_short_abandons", levels.excluding_short_abandons);
    row.set("sl_answered_plus_short_abandoned", levels.answered_plus_short_abandoned);
    row.set("sl_virtual_wait", levels.virtual_wait);
    set_quantiles(row, *a);
}

constexpr CaseInput agents_input{"n_agents", "agents"};
constexpr CaseInput load_input{"offered_load_erlang", "calls per hour times mean handle time in hours"};
constexpr CaseInput handle_input{"aht_s", "mean handle time, seconds"};
constexpr CaseInput awt_input{"awt_s", "T of the service level, seconds", false};

} // namespace

CaseModel erlang_b_model()
{
    return {.name = "b",
            .title = "Erlang B (M/G/n/n)",
            .holds_for = "calls that find all lines busy are lost and do not come back; Poisson arrivals, "
                         "any law of the handle time",
            .inputs = {{"n_servers", "lines or agents, 0 or more, fractions allowed"}, load_input},
            .outputs = {"blocking_prob", "ln_blocking_prob", "carried_load_erlang", "lost_load_erlang",
                        "occupancy_per_server", "condition_number_wrt_load"},
            .solve = each_row<solve_b>,
            .standard = {{"probability_block", "blocking_prob"}, {"occupancy", "occupancy_per_server"}},
            .zero = {"probability_wait", "probability_abandon", "asa_s", "mean_wait_s"},
            .agents_column = "n_servers"};
}

CaseModel erlang_c_model()
{
    return {.name = "c",
            .title = "Erlang C (M/M/n)",
            .holds_for = "nobody gives up, is blocked or calls again; one queue, one skill, exponential "
                         "handle times, first come first served",
            .inputs = {agents_input, load_input, handle_input, awt_input},
            .outputs = {"slack_n_minus_load_erlang", "p_wait", "ln_p_wait", "asa_s", "mean_wait_given_wait_s",
                        "service_level_awt", "wait_p50_s", "wait_p80_s", "wait_p90_s", "wait_p95_s",
                        "wait_p99_s", "mean_queue_length", "var_wait_s2", "occupancy",
                        "condition_number_asa_wrt_load"},
            .solve = each_row<solve_c>,
            .standard = {{"probability_wait", "p_wait"},
                         {"asa_s", "asa_s"},
                         {"mean_wait_s", "asa_s"},
                         {"service_level", "service_level_awt"},
                         {"answered/offered", "service_level_awt"},
                         {"occupancy", "occupancy"}},
            .zero = {"probability_abandon", "probability_block"},
            .agents_column = "n_agents"};
}

CaseModel erlang_a_model()
{
    return {
        .name = "a",
        .title = "Erlang A (M/M/n+M)",
        .holds_for = "callers give up after an exponential patience and do not call again; one queue, "
                     "one skill, exponential handle times, endless lines",
        .inputs = {agents_input,
                   load_input,
                   handle_input,
                   {"mean_patience_s", "mean patience, seconds, may be inf"},
                   awt_input,
                   {"short_abandon_s", "short abandons end here, seconds", false}},
        .outputs = {"p_wait",
                    "ln_p_wait",
                    "p_abandon",
                    "p_abandon_given_wait",
                    "mean_wait_all_s",
                    "mean_wait_served_s",
                    "mean_wait_abandoned_s",
                    "mean_queue_length",
                    "occupancy",
                    "p_virtual_wait_gt_awt",
                    "p_abandoned_within_awt",
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
        .solve = each_row<solve_a>,
        .standard = {{"probability_wait", "p_wait"},
                     {"probability_abandon", "p_abandon"},
                     {"asa_s", "mean_wait_served_s"},
                     {"mean_wait_s", "mean_wait_all_s"},
                     {"service_level", "sl_answered_over_offered"},
                     {"answered/offered", "sl_answered_over_offered"},
                     {"answered/answered", "sl_answered_over_answered"},
                     {"answered/offered-excluding-abandons-within", "sl_answered_over_offered_less_quick_ab"},
                     {"(answered+abandoned)/offered", "sl_ans_plus_ab_over_offered"},
                     {"answered/offered-excluding-short-abandons", "sl_excluding_short_abandons"},
                     {"(answered+short-abandoned)/offered", "sl_answered_plus_short_abandoned"},
                     {"answered/offered+flow-outs", "sl_answered_over_offered"},
                     {"virtual-wait", "sl_virtual_wait"},
                     {"occupancy", "occupancy"}},
        .zero = {"probability_block"},
        .agents_column = "n_agents"};
}

} // namespace switchroom::erlang
