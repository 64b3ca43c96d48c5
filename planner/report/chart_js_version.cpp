#include "planner/report/page_parts.h"

namespace switchroom::report {

std::string chart_js_version()
{
    constexpr std::string_view before = "Chart.js v";
    const std::size_t at = chart_js.find(before);
    if (at == std::string_view::npos)
        return "";
    const std::string_view rest = chart_js.substr(at + before.size());
    return std::string(rest.substr(0, rest.find_first_not_of("0123456789.")));
}

} // namespace switchroom::report
