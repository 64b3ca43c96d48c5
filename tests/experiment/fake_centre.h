#pragma once
/// A centre that can be worked by hand: replications are a pure function of their index, without an engine.

#include "sim/experiment/replicate.h"

#include <random>

namespace switchroom::fake {

/// Two contacts (one outside the total), one group, two days of two intervals, reported by day if wanted.
inline MeasuredCentre centre(bool by_day = false)
{
    MeasuredCentre centre;
    centre.scenario = "fake";
    centre.days = 2;
    centre.contacts = {{.name = "calls"}, {.name = "visitors", .in_total = false}};
    centre.groups = {{.name = "desk", .employer = "practice", .cost_per_paid_hour = 20.0}};
    for (int day = 0; day < 2; ++day)
        for (int i = 0; i < 2; ++i)
            centre.cells.push_back({.span_s = 43200.0, .day = day, .row = static_cast<std::size_t>(day)});
    if (by_day)
        centre.rows = {"2026-03-02", "2026-03-03"};
    centre.rows_are_days = by_day;
    return centre;
}

/// Every cell's calls answered with probability `answer`, waits exponential; numbers depend on the index
/// alone.
inline Replicator replicator(double answer = 0.9, const MeasuredCentre& measured = centre())
{
    return [answer, cells = measured.cells.size()](std::int64_t index, ReplicationFigures& figures) {
        std::mt19937_64 bits(static_cast<std::uint64_t>(index) * 7919 + 1);
        figures.contacts.assign(2 * cells, {});
        figures.groups.assign(cells, {});
        figures.waits.assign(2, {});
        figures.checks = {};
        for (std::size_t i = 0; i < 2 * cells; ++i) {
            ContactCounts& counts = figures.contacts[i];
            const int calls =
                15 + static_cast<int>(bits() %
                                      21); // std::poisson_distribution calls lgamma, which writes a global
            for (int call = 0; call < calls; ++call) {
                const double wait_s = -20.0 * std::log(1.0 - std::generate_canonical<double, 53>(bits));
                const bool answered = std::generate_canonical<double, 53>(bits) < answer;
                figures.waits[i / cells].add(wait_s);
                ++counts.attempts;
                ++counts.needs;
                ++(answered ? counts.answered : counts.abandoned);
                (answered ? counts.wait_answered_s : counts.wait_abandoned_s) += wait_s;
                counts.answered_within += answered && wait_s <= 20.0 ? 1 : 0;
                counts.longest_wait_s = std::max(counts.longest_wait_s, wait_s);
            }
            if (i < cells)
                figures.groups[i] = {.answered = counts.answered,
                                     .busy_s = 180.0 * calls,
                                     .available_s = 43200.0,
                                     .capacity_s = 43200.0,
                                     .paid_s = 45000.0};
        }
    };
}

} // namespace switchroom::fake
