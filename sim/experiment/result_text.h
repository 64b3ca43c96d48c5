#pragma once
/// Results as a page for people, 100 columns wide.

#include "sim/experiment/comparison.h"
#include "sim/experiment/results.h"

#include <string>

namespace switchroom {

struct ResultTextOptions {
    bool every_figure = false; ///< also a table of all KPIs that were collected
};

/// What a run gave: contacts, groups, staff in people's terms, rows if any, and whether the run's own checks
/// held.
std::string to_text(const ExperimentResult& result, const ResultTextOptions& options = {});

/// Side by side, then the differences to the first scenario and what they come to in words.
std::string to_text(const Comparison& comparison);

/// A, B, C …: how the columns of a comparison call its scenarios.
std::string scenario_letter(std::size_t scenario);

/// "2.4 people on average while the desk is staffed, 53 paid hours a day", of the groups that enter the
/// total; empty if paid hours were not collected.
std::string staff_text(const ExperimentResult& result);

} // namespace switchroom
