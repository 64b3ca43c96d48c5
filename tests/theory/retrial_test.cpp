/// Callers who try again: the retrial queue M/M/n/K+M, whose exact chain of (busy and waiting, callers about
/// to redial) stands in tests/reference/retrial.csv.

#include "tests/support/reference_rows.h"
#include "tests/theory/measures.h"
#include "tests/theory/one_desk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

/// A need that begins later than this before the end may still be redialling when the run is over.
constexpr std::uint32_t cells_left_out = 12; // hours

PairOf attempts_of_a_need()
{
    return [](const ReplicationResult& r) {
        const ContactCounts n = measured(r, 0);
        return std::pair(static_cast<double>(n.attempts), static_cast<double>(n.needs));
    };
}

PairOf wait_of_an_attempt()
{
    return [](const ReplicationResult& r) {
        const ContactCounts n = measured(r, 0);
        return std::pair(n.wait_answered_s + n.wait_abandoned_s, static_cast<double>(n.attempts));
    };
}

PairOf needs_that_reach_a_person()
{
    return [](const ReplicationResult& r) {
        ContactCounts n;
        for (std::uint32_t cell = 0; cell + cells_left_out < r.cells; ++cell)
            n += r.contact(0, cell);
        return std::pair(static_cast<double>(n.needs_answered), static_cast<double>(n.needs));
    };
}

Desk desk_of(const ReferenceRow& row)
{
    const double patience_s = row.number("mean_patience_s");
    Desk d{.family = "M/M/n/K+M with redials (retrial queue)",
           .agents = row.number("n_agents"),
           .load = row.number("fresh_load_erlang"),
           .handle_s = row.number("aht_s"),
           .service = exponential(row.number("aht_s")),
           .patience = exponential(patience_s),
           .within_s = row.number("awt_s"),
           .trunks = row.number("n_agents") + row.number("waiting_places")};
    // A need takes its handle time, and a delay, a wait and a busy tone a time for as many tries as it makes.
    const double try_s = row.number("mean_redial_delay_s") + std::min(patience_s, d.handle_s);
    d.warm_up_s = 20.0 * (d.handle_s + try_s * row.number("attempts_per_fresh_call"));
    return d;
}

Trial retrial(const Desk& d, const ReferenceRow& row)
{
    const double delay_s = row.number("mean_redial_delay_s");
    const double after_block = row.number("p_redial_after_block");
    const double after_abandon = row.number("p_redial_after_abandon");
    Trial trial = trial_of(d, row.text("case_id"));
    trial.by_interval = true;
    trial.about += fmt::format(", redial {} after a busy tone, {} after giving up, delay exp:{}", after_block,
                               after_abandon, delay_s);
    const std::string redial =
        fmt::format("redial = {{ probability = {}, after_block = {}, delay = {}, at_most = 1000 }}\n",
                    after_abandon, after_block, law_text(exponential(delay_s)));
    trial.scenario.insert(trial.scenario.find("target ="), redial);
    trial.scenario.insert(trial.scenario.find("warm_up ="), "interval = \"1h\"\n");
    return trial;
}

} // namespace

TEST_CASE("callers who try again after a busy tone or after giving up load the desk as the exact chain says")
{
    const std::vector<ReferenceRow> rows = reference_rows("retrial");
    CHECK(rows.size() == 10);
    for (const ReferenceRow& row : rows) {
        const Desk d = desk_of(row);
        std::vector<Measure> measures{
            {"attempts a need", {row.number("attempts_per_fresh_call")}, 1.0, attempts_of_a_need()},
            {"reach a person", {row.number("p_eventually_served")}, 1.0, needs_that_reach_a_person()},
            {"answered within", {row.number("sl_attempt")}, 1.0, share(&ContactCounts::answered_within)},
            {"occupancy", {row.number("occupancy")}, 1.0, occupancy()}};
        if (std::isfinite(d.trunks))
            measures.push_back(
                {"blocked", {row.number("p_attempt_blocked")}, 1.0, share(&ContactCounts::blocked)});
        if (row.number("p_attempt_abandons") > 0.0) {
            measures.push_back(
                {"abandons", {row.number("p_attempt_abandons")}, 1.0, share(&ContactCounts::abandoned)});
            measures.push_back({"mean wait of an attempt",
                                {row.number("mean_wait_per_attempt_s")},
                                d.handle_s,
                                wait_of_an_attempt()});
            measures.push_back({"queue", {row.number("mean_queue_length")}, d.agents, mean_queue(span_s(d))});
        }
        judge(retrial(d, row), measures);
    }
}
