#pragma once
/// A document as one HTML page that needs nothing else: styles, charts and the library that draws them stand
/// in it. It fetches nothing and links to nothing outside of itself; its content security policy forbids it.

#include "planner/report/document.h"

#include <string>

namespace switchroom::report {

/// The same document gives the same bytes. Tables and heat maps need no script; charts do, and each has its
/// figures as a table below it.
std::string to_html(const Document& document);

} // namespace switchroom::report
