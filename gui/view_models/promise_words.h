#pragma once
/// What screen Promise says in sentences.

#include "gui/view_models/show.h"
#include "planner/contract/promise_study.h"
#include "planner/contract/staffing_curve.h"

#include <cstddef>
#include <string>

namespace switchroom::gui {

/// "95 % or more answered within 30 s, each month".
std::string promise_words(const SlaClause& clause, const Locale& locale);

/// "In 97 of 100 months the promise is kept", as exact as the number of windows allows.
std::string kept_words(const ClauseVerdict& clause, const Locale& locale);

/// "Often enough for 95 in 100", "Too seldom …", "Not decided yet …".
std::string verdict_words(const ClauseVerdict& clause, double wanted, const Locale& locale);

/// "95 % certain: 94.1 % to 98.6 %, from 240 months in 20 simulated terms (Wilson …)".
std::string certainty_words(const ClauseVerdict& clause, std::int64_t terms, const Locale& locale);

/// How far windows differ, and how far they would if calls were independent; empty for times.
std::string spread_words(const ClauseVerdict& clause, const Locale& locale);

/// The least staffing of the curve that keeps every clause often enough, or that none does.
std::string least_words(const StaffingCurve& curve, double wanted, const Locale& locale);

/// "month" / « mois »; and of several.
std::string window_word(const std::string& window, bool several, const Locale& locale);

/// A figure of the clause in its unit.
std::string show_clause_figure(const ClauseVerdict& clause, double value, const Locale& locale);

} // namespace switchroom::gui
