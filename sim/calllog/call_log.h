#pragma once
/// A call log in memory: canonical rows in order of arrival, the names of its queues, and the account of how
/// it was read.

#include "sim/calllog/call_row.h"
#include "sim/calllog/quality.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// Invariant: rows are sorted by (arrived_at, line of the file); a row's position is its rank in the whole
/// log, which numbers its random draws in a replay. Every queue index points into `queues`, which is sorted
/// by name.
struct CallLog {
    std::vector<std::string> queues;
    std::vector<CallRow> rows;
    TimeZone zone;
    std::string source;     ///< who recorded it, for acknowledgements; empty if unknown
    bool synthetic = false; ///< the file declares itself drawn, not recorded
    QualityAccount quality;

    std::optional<std::uint32_t> find_queue(std::string_view name) const;
};

/// Sorts the rows, the queues' names and remaps positions (queue, transfer_of, retry_of). Importers call it
/// last.
void put_in_order(CallLog& log);

/// Fills retry_of where the source does not: the same caller's latest call, if it was abandoned not more than
/// `within_s` before. Rows without a caller stay as they are. Precondition: in order.
void link_retries(CallLog& log, double within_s = 7200.0);

} // namespace switchroom
