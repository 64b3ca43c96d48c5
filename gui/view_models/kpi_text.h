#pragma once
/// What a KPI is called and what it means, in the languages of the window. English is the KPI table's own
/// (sim/stats/kpi.h); French stands in texts/kpi_french.inc; a test holds them complete.

#include "gui/view_models/show.h"
#include "sim/stats/kpi.h"

#include <string>

namespace switchroom::gui {

/// "Answer rate", « Taux de décroché »: for headings, tiles and choices.
std::string kpi_title(const KpiDefinition& kpi, Language language);

/// The same without a capital letter, for the middle of a sentence.
std::string kpi_title_inside(const KpiDefinition& kpi, Language language);

/// One sentence for people.
std::string kpi_sentence(const KpiDefinition& kpi, Language language);

/// The sentence and, on a line of its own, the formula, in the names that results use: for tooltips.
std::string kpi_help(const KpiDefinition& kpi, Language language);

/// "seconds", "per cent", … ; of money the currency's sign.
std::string unit_title(KpiUnit unit, const Locale& locale);

} // namespace switchroom::gui
