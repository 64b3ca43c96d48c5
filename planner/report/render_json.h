#pragma once
/// The tables of a document as one JSON document, for programs.

#include "planner/report/document.h"

#include <string>

namespace switchroom::report {

/// { "title", "subtitle", "tables": [ { "title", "headings": […], "rows": [[ cell, … ], …] } ] }; a cell is a
/// text or { "value", "half_width_95", "unit" }, undefined numbers null, half-widths left out where there are
/// none.
std::string to_json(const Document& document);

} // namespace switchroom::report
