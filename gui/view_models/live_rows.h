#pragma once
/// From the engine's rows to the calls of a recording.

#include "gui/view_models/live_recording.h"

namespace switchroom::gui {

/// What the rows of one replication say, before it is laid out for looking things up.
struct LiveRows {
    std::vector<LiveCall> calls;      ///< in the engine's order
    std::vector<std::uint32_t> agent; ///< of each call: position in its group; none: nobody
    std::vector<double> rang_s;       ///< of counted attempts, in order of decided_s
    std::vector<double> decided_s;
    std::vector<LiveCounts> counts;                   ///< of each of those alone
    std::vector<std::vector<double>> items_created_s; ///< by contact, ascending
    std::vector<std::vector<double>> items_done_s;
};

LiveRows rows_of_replication(const LoadedModel& loaded, ReplicationKey key);

} // namespace switchroom::gui
