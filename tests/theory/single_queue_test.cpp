/// One kind of call, one desk, steady state.

#include "tests/support/reference_rows.h"
#include "tests/theory/measures.h"
#include "tests/theory/one_desk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

/// Larger ones take seconds and show nothing new.
constexpr double largest_desk = 500;

} // namespace

TEST_CASE("a desk of patient callers waits as Erlang C says")
{
    for (const ReferenceRow& row : reference_rows("erlang_c")) {
        Desk d{.family = "M/M/n (Erlang C)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("aht_s"),
               .service = exponential(row.number("aht_s")),
               .within_s = row.number("awt_s")};
        const double relaxation = relaxation_s(d.agents, d.load, d.handle_s);
        // Nearer to saturation, and with so many agents that nobody waits, no run of seconds can see
        // anything.
        if (calls_per_second(d) * relaxation > 400.0 || row.number("p_wait") < 0.01)
            continue;
        d.warm_up_s = 10.0 * relaxation;
        d.calls = 4e6;
        judge(trial_of(d, row.text("case_id")),
              {{"waits", {row.number("p_wait")}, 1.0, share(&ContactCounts::had_to_wait)},
               {"mean wait", {row.number("asa_s")}, d.handle_s, mean_wait_answered()},
               {"service level",
                {row.number("service_level_awt")},
                1.0,
                share(&ContactCounts::answered_within)},
               {"queue", {row.number("mean_queue_length")}, d.agents, mean_queue(span_s(d))},
               {"occupancy", {row.number("occupancy")}, 1.0, occupancy()}});
    }
}

TEST_CASE("a desk whose callers lose patience at a constant rate is Erlang A")
{
    for (const ReferenceRow& row : reference_rows("erlang_a")) {
        const double patience_s = row.number("mean_patience_s");
        Desk d{.family = "M/M/n+M (Erlang A)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("aht_s"),
               .service = exponential(row.number("aht_s")),
               .patience = exponential(patience_s),
               .within_s = row.number("awt_s"),
               .warm_up_s = warm_up_with_patience_s(row.number("aht_s"), patience_s)};
        if (d.agents > largest_desk)
            continue;
        judge(
            trial_of(d, row.text("case_id")),
            {{"waits", {row.number("p_wait")}, 1.0, share(&ContactCounts::had_to_wait)},
             {"abandons", {row.number("p_abandon")}, 1.0, share(&ContactCounts::abandoned)},
             {"mean wait", {row.number("mean_wait_all_s")}, d.handle_s, mean_wait_all()},
             {"mean wait of answered", {row.number("mean_wait_served_s")}, d.handle_s, mean_wait_answered()},
             {"service level",
              {row.number("sl_answered_over_offered")},
              1.0,
              share(&ContactCounts::answered_within)},
             {"of answered", {row.number("sl_answered_over_answered")}, 1.0, within_of_answered()},
             {"less quick abandons",
              {row.number("sl_answered_over_offered_less_quick_ab")},
              1.0,
              within_less_quick()},
             {"occupancy", {row.number("occupancy")}, 1.0, occupancy()}});
    }
}

TEST_CASE("trunks block, with and without patience, as the chain M/M/n/K+M does")
{
    for (const ReferenceRow& row : reference_rows("mmnk_m")) {
        const double patience_s = row.number("mean_patience_s");
        Desk d{.family = "M/M/n/K+M (trunks)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("aht_s"),
               .service = exponential(row.number("aht_s")),
               .patience = exponential(patience_s),
               .within_s = row.number("awt_s"),
               .trunks = row.number("k_lines_total")};
        if (d.agents > largest_desk)
            continue;
        // Without patience it is the trunks that bound the queue: emptying them takes about K − n calls.
        d.warm_up_s =
            10.0 * (d.handle_s + std::min(patience_s, d.handle_s * (d.trunks - d.agents) / d.agents * 5.0));
        std::vector<Measure> measures{
            {"waits", {row.number("p_wait_offered")}, 1.0, share(&ContactCounts::had_to_wait)},
            {"abandons", {row.number("p_abandon_offered")}, 1.0, share(&ContactCounts::abandoned)},
            {"mean wait", {row.number("mean_wait_accepted_s")}, d.handle_s, mean_wait_all()},
            {"answered within",
             {row.number("p_answered_within_awt_offered")},
             1.0,
             share(&ContactCounts::answered_within)},
            {"occupancy", {row.number("occupancy")}, 1.0, occupancy()}};
        // Below, too few calls are blocked for a normal law.
        if (row.number("p_block") > 1e-4)
            measures.push_back({"blocked", {row.number("p_block")}, 1.0, share(&ContactCounts::blocked)});
        judge(trial_of(d, row.text("case_id")), measures);
    }
}

TEST_CASE("callers with any law of patience leave as Baccelli and Hebuterne computed")
{
    for (const ReferenceRow& row : reference_rows("mmn_plus_g")) {
        Desk d{.family = "M/M/n+G (laws of patience)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("aht_s"),
               .service = exponential(row.number("aht_s")),
               .patience = row.text("patience_dist_s"),
               .within_s = row.number("awt_s"),
               .warm_up_s = warm_up_with_patience_s(row.number("aht_s"), 600.0)};
        if (d.agents > largest_desk)
            continue;
        judge(
            trial_of(d, row.text("case_id")),
            {{"waits", {row.number("p_wait")}, 1.0, share(&ContactCounts::had_to_wait)},
             {"abandons", {row.number("p_abandon")}, 1.0, share(&ContactCounts::abandoned)},
             {"mean wait", {row.number("mean_wait_all_s")}, d.handle_s, mean_wait_all()},
             {"mean wait of answered", {row.number("mean_wait_served_s")}, d.handle_s, mean_wait_answered()},
             {"service level",
              {row.number("sl_answered_over_offered")},
              1.0,
              share(&ContactCounts::answered_within)},
             {"answered or gone", {row.number("sl_ans_plus_ab_over_offered")}, 1.0, gone_within()},
             {"occupancy", {row.number("occupancy")}, 1.0, occupancy()}});
    }
}

TEST_CASE("a desk with constant handle times waits as M/D/n says")
{
    for (const ReferenceRow& row : reference_rows("mdn")) {
        Desk d{.family = "M/D/n (constant handle time)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("service_time_s"),
               .service = fmt::format("det:{}", row.number("service_time_s")),
               .within_s = row.has("awt_s") ? row.number("awt_s") : 20.0};
        const double relaxation = relaxation_s(d.agents, d.load, d.handle_s);
        if (calls_per_second(d) * relaxation > 1200.0)
            continue;
        d.warm_up_s = 10.0 * relaxation;
        d.calls = 4e6;
        std::vector<Measure> measures{
            {"waits", {row.number("p_wait")}, 1.0, share(&ContactCounts::had_to_wait)},
            {"mean wait", {row.number("mean_wait_s")}, d.handle_s, mean_wait_answered()},
            {"queue", {row.number("mean_queue_length")}, d.agents, mean_queue(span_s(d))}};
        if (row.has("p_wait_le_awt"))
            measures.push_back({"service level",
                                {row.number("p_wait_le_awt")},
                                1.0,
                                share(&ContactCounts::answered_within)});
        judge(trial_of(d, row.text("case_id")), measures);
    }
}

TEST_CASE("one agent with any law of handle times waits as Pollaczek and Khinchine say")
{
    for (const ReferenceRow& row : reference_rows("mg1")) {
        const double load = row.number("occupancy");
        Desk d{.family = "M/G/1 (laws of handle time)",
               .load = load,
               .handle_s = load / row.number("arrival_rate_per_s"),
               .service = row.text("service_dist_s"),
               .within_s = row.has("awt_s") ? row.number("awt_s") : 20.0};
        if (load > 0.95)
            continue;
        d.warm_up_s = 10.0 * relaxation_s(1.0, load, d.handle_s, row.number("service_scv"));
        d.calls = 4e6;
        std::vector<Measure> measures{
            {"mean wait", {row.number("mean_wait_s")}, d.handle_s, mean_wait_answered()},
            {"waits", {load}, 1.0, share(&ContactCounts::had_to_wait)},
            {"queue", {row.number("mean_queue_length")}, 1.0, mean_queue(span_s(d))},
            {"occupancy", {load}, 1.0, occupancy()}};
        if (row.has("p_wait_le_awt"))
            measures.push_back({"service level",
                                {row.number("p_wait_le_awt")},
                                1.0,
                                share(&ContactCounts::answered_within)});
        judge(trial_of(d, row.text("case_id")), measures);
    }
}
