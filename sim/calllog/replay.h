#pragma once
/// A call log made ready to be replayed: who arrives when, how long they are served, and what is known of
/// their patience.

#include "sim/base/result.h"
#include "sim/calllog/call_log.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace switchroom {

/// What to do with a caller's later attempts (rows that follow an unanswered call of the same caller within 2
/// hours).
enum class LoggedRetries {
    as_logged,  ///< they arrive when they did
    regenerate, ///< they are dropped: the scenario's `redial` makes them anew
};

struct ReplayOptions {
    std::string where = {}; ///< canonical columns (where.h); empty takes every offered call
    LoggedRetries retries = LoggedRetries::as_logged;
};

/// Structure of arrays, one entry a caller, in order of arrival. Calls that were never offered (blocked,
/// ended with a bot) are not replayed. NaN stands for "not recorded". Patience: `abandoned_at_s` is known
/// exactly where the log shows an abandonment; else the caller outlasted `outlasted_s` (0 where the wait is
/// not recorded) and the rest is drawn from the fitted hazard under that condition. Exactly one of the two is
/// a number.
struct ReplayTable {
    std::vector<Instant> arrived_at;
    std::vector<std::uint32_t>
        number; ///< rank in the whole log before any filter: addresses the call's random numbers
    std::vector<std::uint32_t> queue; ///< position in CallLog::queues
    std::vector<double> talk_s;       ///< talk and hold as recorded; NaN: to be drawn
    std::vector<double> wrap_up_s;    ///< NaN: to be drawn
    std::vector<double> abandoned_at_s;
    std::vector<double> outlasted_s;

    std::size_t size() const { return arrived_at.size(); }
    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();
};

/// Errors: a `where` that does not parse (the column is that of its text). An empty result is no error.
Result<ReplayTable> make_replay(const CallLog& log, const ReplayOptions& options);

} // namespace switchroom
