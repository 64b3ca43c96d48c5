#pragma once
/// What one replication found: totals by contact, group and reporting interval, and the checks of the run by
/// itself.

#include "sim/stats/counts.h"
#include "sim/stats/side_counts.h"
#include "sim/stats/wait_histogram.h"

#include <cstdint>
#include <vector>

namespace switchroom {

/// The run's own proof of order. A violated check is an error to report with seed and replication.
struct SelfChecks {
    bool attempts_conserved = true; ///< per contact and cell: attempts = the sum of their outcomes
    /// Per contact: attempts = needs + redials + repeats, as many redials and repeats arrived as were made;
    /// per contact and cell: needs = those that reached a person, a bot that settled them, or a kept message
    /// or callback + lost callers.
    bool needs_conserved = true;
    /// Per contact and cell: items of work = handled + given up + open at the end.
    bool items_conserved = true;
    bool agents_in_one_place = true; ///< no agent held two calls or left while busy
    /// Little's law by two routes over the measured span: integral of the number waiting (busy) against the
    /// sum of waits (handle times) inside it; the largest relative difference over contacts (groups).
    double worst_queue_error = 0.0;
    double worst_busy_error = 0.0;

    bool all_hold() const
    {
        return attempts_conserved && needs_conserved && items_conserved && agents_in_one_place &&
               worst_queue_error <= 1e-9 && worst_busy_error <= 1e-9;
    }
};

/// Rows are stored contact by contact (group by group): contact c, row k is contact_cells[c * rows + k]. Rows
/// 0 … cells − 1 are the reporting intervals: attempts by arrival, times of groups and queues by the clock.
/// Two more follow:
///   drain_row()    what happens by the clock after the end while the system drains (queue_s, busy_s,
///   capacity_s, available_s,
///                  answered of groups, longest_queue, most_busy); no attempt counts there. Reports say
///                  whether they add it.
///   warm_up_row()  all that belongs to the time before measure_from_s; no report adds it.
struct ReplicationResult {
    std::uint32_t cells = 0;
    std::uint32_t rows = 0; ///< cells + 2
    std::vector<ContactCounts> contact_cells;
    std::vector<GroupCounts> group_cells;
    std::vector<SideCounts> side_cells;      ///< as contact_cells; empty unless CentreModel::counts_sides
    std::vector<std::int64_t> outcome_cells; ///< of each outcome in CentreModel::outcomes, row after row
    /// Waits of answered and abandoned calls that arrived in the measured span, per contact, or ages at which
    /// its items were taken; empty if not collected.
    std::vector<WaitHistogram> waits;
    std::int64_t simulated_attempts = 0; ///< warm-up included
    double drained_at_s = 0.0;           ///< when the last call had left
    std::uint64_t fingerprint = 0;       ///< of all events (engine/fingerprint.h)
    SelfChecks checks;

    std::uint32_t drain_row() const { return cells; }
    std::uint32_t warm_up_row() const { return cells + 1; }
    const ContactCounts& contact(std::size_t c, std::size_t row) const
    {
        return contact_cells[c * rows + row];
    }
    const SideCounts& side(std::size_t c, std::size_t row) const { return side_cells[c * rows + row]; }
    std::int64_t outcome(std::size_t o, std::size_t row) const { return outcome_cells[o * rows + row]; }
    const GroupCounts& group(std::size_t g, std::size_t row) const { return group_cells[g * rows + row]; }
};

} // namespace switchroom
