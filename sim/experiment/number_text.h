#pragma once
/// Figures for people: as many digits as their uncertainty leaves meaning, in the unit that people use.

#include "sim/stats/estimate.h"
#include "sim/stats/kpi.h"

#include <string>
#include <string_view>

namespace switchroom {

/// How figures are written: the currency of money, digits where no half-width says how many are meant.
struct NumberStyle {
    std::string currency = "EUR";
};

/// "81.1 %", "35.2 s", "12.4 min", "1 815", "640 EUR"; "–" for NaN.
std::string figure_text(KpiUnit unit, double value, const NumberStyle& style);

/// "81.13 % ± 0.42": the half-width has two significant digits (at most two decimals) and the mean as many
/// decimals. Without a half-width (NaN), or with none left (0: a figure that luck does not touch), like
/// figure_text.
std::string estimate_text(KpiUnit unit, double mean, double half_width, const NumberStyle& style);

/// The same with a sign, shares in points: "+15.2 points ± 0.4". A difference of exactly nothing is "0".
std::string difference_text(KpiUnit unit, double mean, double half_width, const NumberStyle& style);

/// 1234567.8 with one decimal: "1 234 567.8".
std::string grouped_number(double value, int decimals);

} // namespace switchroom
