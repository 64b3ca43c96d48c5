#pragma once
/// "Did you mean …?": the nearest of the known names.

#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// Least number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
/// (optimal string alignment; Damerau 1964). Bytes count, case does not.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest name if it is near enough to be a slip (a third of the letters); empty otherwise. Ties go to
/// the first.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names);

/// `, did you mean "patience"?` or, where nothing is near, nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names);

/// `"a", "b" or "c"`; after `limit` names ` …`.
std::string listed(const std::vector<std::string_view>& names, std::size_t limit = 12);

} // namespace switchroom
