#pragma once
/// The KPI table as the reference page docs/kpis.md, so that page and program cannot disagree (a test
/// compares them).

#include <string>

namespace switchroom {

/// The tables of the page: one for contacts, groups and the centre, and one of the service-level formulas.
/// Markdown.
std::string kpi_reference();

} // namespace switchroom
