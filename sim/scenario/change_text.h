#pragma once
/// From a changed Scenario back to the text that somebody wrote: whatever differs is edited, nothing else.

#include "sim/base/file_system.h"
#include "sim/scenario/edit_text.h"
#include "sim/scenario/scenario.h"

#include <string>
#include <string_view>

namespace switchroom {

/// `text`, which says `before`, with the edits that make it say `after`; as few and as small as can be told
/// from the values. Errors: as apply_edit, or `after` holds what no file can say.
Result<std::string> change_text(const FileSystem& files, std::string_view text, const std::string& name,
                                const Scenario& before, const Scenario& after);

/// A value as a TOML literal, as write_scenario prints it: "3min" in quotes, [["08:00", 3]], { family = … }.
/// For every type that a Scenario holds (instantiated in literal_of.cpp).
template <class T>
std::string literal_of(const T& value);

} // namespace switchroom
