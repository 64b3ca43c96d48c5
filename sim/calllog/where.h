#pragma once
/// Conditions on canonical columns: COLUMN (== | != | < | <= | > | >= | in) VALUE, joined by `and`, `or` and
/// parentheses; `and` binds tighter.
///
///   type == 'NW' and hour >= 7        outcome in ('answered', 'abandoned')        date < 1999-01-15 or wait
///   > 20s
///
/// Columns: call_id, queue (also: type), outcome, priority, date, weekday, month (1 … 12), hour, time (of
/// day), wait, ring, talk, hold, wrap_up, handle, queued, retry. hold, wrap_up, handle, ring, queued,
/// answered. A comparison with something that is missing is false, `!=` included.

#include "sim/base/result.h"
#include "sim/calllog/call_log.h"

#include <memory>
#include <string_view>

namespace switchroom {

/// A parsed condition; cheap to copy, may be used by several threads.
class RowCondition {
public:
    struct Node;
    /// True of every row.
    RowCondition() = default;
    bool operator()(const CallLog& log, const CallRow& row) const;

private:
    friend Result<RowCondition> parse_condition(std::string_view);
    std::shared_ptr<const Node> root_;
};

/// Blank text is true of every row. Errors have line 1 and the column of the text where they are; unknown
/// columns suggest the nearest.
Result<RowCondition> parse_condition(std::string_view text);

} // namespace switchroom
