#pragma once
/// What the Compare screen says about its figures: rows, sentences, plots, in the reader's language.

#include "gui/view_models/compare_figures.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/show.h"

#include <string>
#include <vector>

namespace switchroom::gui {

/// How a change is to be taken. `unclear`: within what chance does.
enum class Effect { unclear, better, worse, different };

struct CompareCell {
    std::string value;
    std::string change; ///< against the baseline, with its sign and interval; empty for the baseline
    std::string word;   ///< "better", "worse" …; empty for the baseline
    Effect effect = Effect::unclear;
};

struct CompareRow {
    std::string figure; ///< KPI name; "cost"
    std::string title;
    std::string help;               ///< its definition
    std::vector<CompareCell> cells; ///< the baseline first
};

/// One line of the costs of the baseline and of another scenario.
struct CostRow {
    std::string name;
    std::string base;
    std::string other;
    std::string change;
    bool is_total = false;
};

struct ChanceRow {
    std::string title;
    std::vector<std::string> on_average; ///< by scenario
    std::vector<std::string> in_a_run;
    std::size_t best = 0; ///< the most likely one
};

/// Contacts of which rows can be shown, by name; the total stands before them as "".
std::vector<std::string> scopes_of(const CompareFigures& figures);

/// `scope`: a contact's name, or "" for all calls. `all`: every figure that has pairs, else those that
/// decide. `names` are the scenarios' as in `figures`.
std::vector<CompareRow> rows_of(const CompareFigures& figures, const std::string& scope, bool all,
                                const Locale& locale);

/// "With “B” instead of “A”: answer rate +34.9 points ± 1.1 (better); 3 916 € ± 301 less a month."
std::string lead_of(const CompareFigures& figures, std::size_t other, const Locale& locale);

std::vector<CostRow> cost_rows_of(const CompareFigures& figures, std::size_t other, const Locale& locale);

/// From the baseline's costs to the other's, line by line.
PlotSpec waterfall_of(const CompareFigures& figures, std::size_t other, const Locale& locale);

std::vector<ChanceRow> chance_rows_of(const CompareFigures& figures, const Locale& locale);

/// For how long totals of runs of so many days are told: "a month", or how long the run is.
std::string period_words(int days, Language language);

/// "Answer rate", "Cost": the title of a KPI by name, or of "cost".
std::string figure_title(const std::string& figure, Language language);

/// As a person wrote it, without the letter that tells results apart.
const std::string& name_of(const CompareFigures& figures, std::size_t scenario);

} // namespace switchroom::gui
