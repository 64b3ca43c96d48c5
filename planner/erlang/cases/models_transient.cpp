#include "planner/erlang/cases/models.h"
#include "planner/erlang/transient.h"

namespace switchroom::erlang {

namespace {

TransientInterval interval_of(CaseRow& row)
{
    TransientInterval interval;
    interval.length_s = row.number("end_s") - row.number("start_s");
    interval.arrival_rate_per_s = row.number("arrival_rate_per_hour") / 3600.0;
    interval.agents = row.number("n_agents");
    interval.handle_s = row.number("aht_s");
    interval.patience_s = row.number("mean_patience_s");
    interval.awt_s = row.number_or("awt_s", 0.0);
    return interval;
}

void set_measures(CaseRow& row, const TransientMeasures& m)
{
    row.set("p_arrival_waits", m.p_arrival_waits);
    row.set("sl_answered_within_awt_over_offered", m.service_level);
    row.set("mean_queue_length", m.mean_queue_length);
    row.set("mean_busy_agents", m.mean_busy);
    row.set("occupancy", m.occupancy);
    row.set("expected_abandonments", m.expected_abandonments);
    row.set("expected_completions", m.expected_completions);
    row.set("expected_arrivals", m.expected_arrivals);
    row.set("mean_in_system_at_end", m.mean_in_system_at_end);
    row.set("mean_queue_at_end", m.mean_queue_at_end);
}

/// Rows of one profile are one day: a wrong one leaves none of them an answer.
void solve_day(std::span<CaseRow> rows)
{
    std::vector<TransientInterval> day;
    bool sound = true;
    double before = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CaseRow& row = rows[i];
        day.push_back(interval_of(row));
        if (i > 0 && !row.failed() && row.number("start_s") != before)
            row.fail("an interval must start where the one before it ends");
        before = row.failed() ? 0.0 : row.number("end_s");
        sound = sound && !row.failed();
    }
    if (sound) {
        const auto measures = transient(day);
        for (std::size_t i = 0; i < rows.size(); ++i)
            measures ? set_measures(rows[i], (*measures)[i]) : rows[i].fail(measures.errors());
        return;
    }
    for (CaseRow& row : rows)
        if (!row.failed())
            row.fail("another interval of this profile is wrong");
}

} // namespace

CaseModel transient_model()
{
    return {.name = "transient",
            .title = "M(t)/M/n(t)+M, exact, a day from empty",
            .holds_for = "rates, staffing and patience constant within an interval; exponential handle times "
                         "and patience; "
                         "agents taken away finish their call; a wait may run into the next interval",
            .inputs = {{"profile", "name of the day; its rows stand together in order"},
                       {"start_s", "start of the interval, seconds"},
                       {"end_s", "its end"},
                       {"arrival_rate_per_hour", "calls per hour"},
                       {"n_agents", "agents, whole, 0 allowed"},
                       {"aht_s", "mean handle time, seconds"},
                       {"mean_patience_s", "mean patience, seconds, may be inf"},
                       {"awt_s", "T of the service level, seconds", false}},
            .outputs = {"p_arrival_waits", "sl_answered_within_awt_over_offered", "mean_queue_length",
                        "mean_busy_agents", "occupancy", "expected_abandonments", "expected_completions",
                        "expected_arrivals", "mean_in_system_at_end", "mean_queue_at_end"},
            .solve = solve_day,
            .group_by = "profile",
            .standard = {{"probability_wait", "p_arrival_waits"},
                         {"service_level", "sl_answered_within_awt_over_offered"},
                         {"occupancy", "occupancy"}}};
}

} // namespace switchroom::erlang
