#pragma once
/// A document as text of 100 columns, for a terminal or a mail.

#include "planner/report/document.h"

#include <string>

namespace switchroom::report {

/// Charts are told as tables.
std::string to_text(const Document& document);

} // namespace switchroom::report
