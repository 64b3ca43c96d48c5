# Writes OUT, a C++ source that holds the page's parts (planner/report/page_parts.h) as raw string literals.
# Addresses in the comments of Chart.js are left out: a report names no place in the network. Its licence notice stays.
file(READ "${FOLDER}/report.css" style)
file(READ "${FOLDER}/report.js" script)
file(READ "${CHART_JS}" chart_js)
string(REGEX REPLACE "https?://[a-zA-Z0-9./#_-]*" "" chart_js "${chart_js}")
file(WRITE "${OUT}" "#include \"planner/report/page_parts.h\"\n\nnamespace switchroom::report {\n
const std::string_view page_style = R\"page(${style})page\";
const std::string_view page_script = R\"page(${script})page\";
const std::string_view chart_js = R\"page(${chart_js})page\";\n
} // namespace switchroom::report\n")
