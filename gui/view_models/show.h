#pragma once
/// Figures, times and money as people of a language read them.

#include "gui/view_models/language.h"
#include "sim/base/units.h"
#include "sim/stats/estimate.h"
#include "sim/stats/kpi.h"

#include <string>

namespace switchroom::gui {

/// How the window writes figures.
struct Locale {
    Language language = Language::english;
    std::string currency = "EUR"; ///< ISO 4217, of money
};

/// "81.1 %" / « 81,1 % », "35.2 s", "640 €"; "–" for NaN. The digits are those of figure_text.
std::string show_figure(KpiUnit unit, double value, const Locale& locale);

/// "81.13 % ± 0.42"; without a half-width (NaN or 0) like show_figure.
std::string show_estimate(KpiUnit unit, const Estimate& estimate, const Locale& locale);

/// "+15.2 points ± 0.4".
std::string show_difference(KpiUnit unit, double mean, double half_width, const Locale& locale);

/// A plain number with so many decimals: "1 234.5" / « 1 234,5 ».
std::string show_number(double value, int decimals, const Locale& locale);

/// What figure_text and its kin wrote, as the language writes it: decimal sign, currency sign.
std::string localised(std::string text, const Locale& locale);

/// "€", "$", "£", "CHF" …: the sign, or the code where there is no common one.
std::string currency_sign(const std::string& code);

} // namespace switchroom::gui
