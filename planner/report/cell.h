#pragma once
/// One cell of a table: a text, or a figure that keeps its unit and its doubt until a renderer writes it.

#include "sim/stats/estimate.h"
#include "sim/stats/kpi.h"

#include <limits>
#include <string>

namespace switchroom::report {

enum class CellKind { text, figure, difference };

/// How a reader should take the cell; colour never carries it alone, the sign or the words do too.
enum class Tone { plain, better, worse };

struct Cell {
    CellKind kind = CellKind::text;
    std::string text; ///< of a text
    KpiUnit unit = KpiUnit::count;
    double value = std::numeric_limits<double>::quiet_NaN();      ///< shares as 0 … 1, times in seconds
    double half_width = std::numeric_limits<double>::quiet_NaN(); ///< 95 %; NaN or 0: none to show
    std::string currency = "EUR";                                 ///< of money
    Tone tone = Tone::plain;
};

Cell text_cell(std::string text, Tone tone = Tone::plain);

/// A figure with or without its half-width.
Cell figure_cell(KpiUnit unit, double value, double half_width = std::numeric_limits<double>::quiet_NaN(),
                 const std::string& currency = "EUR");
Cell figure_cell(KpiUnit unit, const Estimate& estimate, const std::string& currency = "EUR");

/// A difference of two figures: written with its sign, shares in points.
Cell difference_cell(KpiUnit unit, double value, double half_width, const std::string& currency = "EUR",
                     Tone tone = Tone::plain);

/// As people read it: "81.13 % ± 0.42", "–" for NaN.
std::string shown(const Cell& cell);

/// The unit by the name that machine-readable outputs give it: "share", "seconds", or the currency; empty for
/// texts.
std::string unit_name(const Cell& cell);

} // namespace switchroom::report
