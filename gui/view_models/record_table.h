#pragma once
/// Tables of records: a row for each element of a list, a column for each key.

#include "gui/view_models/scenario_form.h"
#include "sim/scenario/literals.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// Rows of the list at `path`: the labelled keys, then the keys in `more` under their own titles of days.
RecordTable record_table(const FormSource& source, const std::string& path,
                         const std::vector<LabelledKey>& keys, const std::vector<std::string>& more = {});

/// The keys of days that the table, or some element of the list, at `path` speaks of; "weekdays" where none
/// does.
std::vector<std::string> windows_columns(const Node& root, const std::string& path);

/// From "08:00-16:30", or a list of such; what is none is left out.
std::vector<ClockWindow> windows_of(const Node& node);

/// A text as TOML writes it.
std::string quoted_literal(const std::string& text);

} // namespace switchroom::gui
