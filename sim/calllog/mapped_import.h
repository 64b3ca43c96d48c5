#pragma once
/// Reads any separated table of calls whose columns a mapping names.

#include "sim/base/progress.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/keyed_hash.h"
#include "sim/calllog/mapping.h"

#include <string>
#include <string_view>

namespace switchroom {

/// What the log does not record is derived where that is safe: without an outcome column a call was answered
/// if it has an answer time or a talk time, else abandoned; a wait is the time from joining the queue (or
/// arriving) to the answer or to leaving; a talk time that from answer to end. Durations below 0 or above the
/// mapping's longest are left out, the call stays. `path` names the text in messages. Comment lines before
/// the header may say
/// `# synthetic …`, `# source: …` and `# zone: NAME`. Errors: columns of the mapping that the header lacks,
/// all of them.
Result<CallLog> import_mapped(const std::string& path, std::string_view text, const ColumnMapping& mapping,
                              const HashKey& key, Progress* progress = nullptr);

} // namespace switchroom
