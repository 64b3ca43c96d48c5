#pragma once
/// What a clause says of months that have been: a census of the recorded calls, no estimate. Set beside what
/// the vendor reported.

#include "planner/contract/clause_judgement.h"
#include "sim/calllog/call_log.h"
#include "sim/stats/estimate.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom {

struct PastWindow {
    std::string label;
    WindowJudgement judgement;
    bool is_part = false; ///< the log does not hold the whole window
    /// How sure the month is as a sign of what the vendor can do: ± 95 % with days as blocks, and what a
    /// binomial law would say (far too narrow: calls of a busy day share their fate). NaN for times'
    /// binomial, and where there are not two days.
    double capability_half_width = 0.0;
    double binomial_half_width = 0.0;
};

struct PastJudgement {
    std::string clause;
    std::string text;    ///< the clause in words
    std::string formula; ///< of its figures
    bool is_time = false;
    double promise = 0.0;
    std::vector<PastWindow> windows; ///< those in which anything was judged, or was to be
    int kept = 0;
    int missed = 0;
    std::int64_t wait_unknown = 0;  ///< calls left out because the log does not say how long they waited
    std::vector<std::string> notes; ///< what could not be applied
};

/// Judges the calls of the clause's contacts (names of the log's queues; all where it names none). A clause
/// of scope vendor takes every call of the log unless the log says which ones a vendor answered or was
/// offered. `scenario` gives the reporting interval and closure days. Bands against a forecast, and credits
/// as shares of an invoice, need what a log does not hold: notes say so.
PastJudgement judge_log(const SlaClause& clause, const Scenario& scenario, const std::string& vendor,
                        const CallLog& log);

} // namespace switchroom
