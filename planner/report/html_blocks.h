#pragma once
/// The blocks of a document as pieces of HTML.

#include "planner/report/document.h"

#include <string>

namespace switchroom::report {

std::string html_of(const Paragraph& paragraph);
std::string html_of(const Bullets& bullets);
std::string html_of(const KeyFigures& figures);
std::string html_of(const DataTable& table);
/// A canvas with its data and its figures as a table; a heat map as a table of coloured cells.
std::string html_of(const ChartSpec& chart);
/// Level 2 only; level 1 begins a section, which is the page's matter (render_html.cpp).
std::string html_of(const Heading& heading);

} // namespace switchroom::report
