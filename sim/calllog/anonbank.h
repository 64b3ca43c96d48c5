#pragma once
/// The call-by-call log of "Anonymous Bank", Israel 1999 (I. Guedj and A. Mandelbaum, Technion, documentation
/// of 9 February 2000; the data of Brown et al., "Statistical analysis of a telephone call center", JASA
/// 2005).
///
/// One tab-separated row a call. A call asks for a person when it leaves the voice response unit: arrived_at
/// = vru_entry + vru_time. It queued if q_start is not 0:00:00 or q_time > 0. AGENT is answered; HANG after
/// queueing is abandoned; HANG without is a hang-up in the voice response unit (`bot`: never offered).
/// PHANTOM rows are set aside. Waits and services are the recorded durations, because the clocks of queue and
/// service differ by a second or two. Durations of more than an hour are record errors: the call counts, its
/// duration is missing. A service time of 0 is not recorded.

#include "sim/base/file_system.h"
#include "sim/base/progress.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/keyed_hash.h"

#include <string>
#include <string_view>

namespace switchroom {

/// Whether the first line of `text` is this log's header.
bool is_anonbank(std::string_view text);

/// `file` names the text in messages. Error: not this log's header.
Result<CallLog> import_anonbank(const std::string& file, std::string_view text, const HashKey& key,
                                Progress* progress = nullptr);

} // namespace switchroom
