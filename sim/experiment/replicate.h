#pragma once
/// Runs replications 0, 1, 2, … on several threads and hands them on in index order, so that whatever is made
/// of them has the same bits on 1 thread or 64.
///
/// How many replications there are never depends on threads or on time: either a fixed number, or the first
/// number of the form first_look + k · batch at which `enough` says so (sequential stopping). Replications
/// that other threads had already begun beyond that number are thrown away.

#include "sim/base/progress.h"
#include "sim/experiment/figures.h"

#include <cstdint>
#include <functional>

namespace switchroom {

/// Runs replication `index` into `figures` (contents of an earlier one; to be overwritten). Called by one
/// thread.
using Replicator = std::function<void(std::int64_t index, ReplicationFigures& figures)>;

struct ReplicationPlan {
    std::int64_t at_most = 200;
    /// Asked after first_look, first_look + batch, … replications were consumed; empty: run at_most.
    std::function<bool()> enough;
    std::int64_t first_look = 30;
    std::int64_t batch = 30;
    int threads = 0; ///< 0: as many as the machine has
};

struct ReplicationOutcome {
    std::int64_t replications = 0;
    bool stopped_early =
        false; ///< progress asked to stop; the consumed ones are replications 0 … replications − 1
};

/// `make_replicator` is called once by each worker thread, which owns what it returns (a workspace).
/// `consume` is called in index order by one thread at a time. An exception thrown by any of them ends the
/// run and is rethrown here.
ReplicationOutcome replicate(const ReplicationPlan& plan, const std::function<Replicator()>& make_replicator,
                             const std::function<void(const ReplicationFigures&)>& consume,
                             Progress& progress);

} // namespace switchroom
