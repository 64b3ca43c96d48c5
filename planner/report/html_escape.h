#pragma once
/// Text inside HTML and inside a script of HTML, so that it stays text.

#include <string>
#include <string_view>

namespace switchroom::report {

/// & < > " ' as character references: safe between tags and inside quoted attributes.
std::string html_text(std::string_view text);

/// A JSON document that may stand inside a <script> element: every < > & and the two line ends that
/// JavaScript knows beside JSON's (U+2028, U+2029) become \u escapes, which only occur inside JSON's strings.
std::string script_json(std::string_view json);

} // namespace switchroom::report
