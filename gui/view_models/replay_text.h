#pragma once
/// A scenario that lets a call log's callers come again.

#include "sim/calllog/call_log.h"

#include <string>

namespace switchroom::gui {

/// The text of a scenario in which every type of call of the log that was offered to agents is a contact that
/// replays it, and one desk, rebuilt from who served, answers all of them, whoever has waited longest first.
/// `file` and `columns` (empty: none) are how the scenario names the log and its mapping. Where the log does
/// not say who served, the desk has as many agents as the busiest half-hour of a week needs at 85 %. Where a
/// type of call is called by a telephone number, all calls are one contact, so that no number is shown.
/// Precondition: the log has a call that was offered.
std::string replay_scenario(const CallLog& log, const std::string& file, const std::string& columns);

} // namespace switchroom::gui
