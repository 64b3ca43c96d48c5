/// Queues that nobody can solve: against 160 million calls of an independent program, both errors combined.

#include "tests/support/reference_rows.h"
#include "tests/theory/measures.h"
#include "tests/theory/one_desk.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace switchroom;
using namespace switchroom::theory;

TEST_CASE("general handle times with general patience agree with an independent program's long runs")
{
    for (const ReferenceRow& row : reference_rows("reference_sim")) {
        const auto known = [&](const char* column) {
            return Reference{row.number(column), row.number(std::string(column) + "_se")};
        };
        Desk d{.family = "G/G/n and M/G/n+G (long runs of another program)",
               .agents = row.number("n_agents"),
               .load = row.number("offered_load_erlang"),
               .handle_s = row.number("offered_load_erlang") / row.number("arrival_rate_per_s"),
               .service = row.text("service_dist_s"),
               .patience = row.text("patience_dist_s"),
               .within_s = row.number("awt_s"),
               .trunks = row.number("k_lines_total"),
               .calls = 5e6};
        const bool patient = d.patience == "inf";
        d.warm_up_s = patient ? 10.0 * relaxation_s(d.agents, d.load, d.handle_s)
                              : std::max(warm_up_with_patience_s(d.handle_s, 200.0), 3600.0);
        Trial trial = trial_of(d, row.text("case_id"));
        trial.sharpness.of_value = 0.15;
        judge(trial, {{"waits", known("p_wait"), 1.0, share(&ContactCounts::had_to_wait)},
                      {"abandons", known("p_abandon"), 1.0, share(&ContactCounts::abandoned)},
                      {"mean wait", known("mean_wait_all_s"), d.handle_s, mean_wait_all()},
                      {"service level", known("sl_answered_over_offered"), 1.0,
                       share(&ContactCounts::answered_within)},
                      {"occupancy", known("occupancy"), 1.0, occupancy()}});
    }
}
