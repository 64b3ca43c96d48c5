#pragma once
/// The files that every HTML report carries, embedded when the program is built (CMakeLists.txt).

#include <string>
#include <string_view>

namespace switchroom::report {

extern const std::string_view page_style;  ///< page/report.css
extern const std::string_view page_script; ///< page/report.js
extern const std::string_view chart_js;    ///< Chart.js, minified, with its licence notice

/// "3.9.1": as its notice says; empty if it says none.
std::string chart_js_version();

} // namespace switchroom::report
