#pragma once
/// The figures of docs/gallery.md, from runs of the library.

#include "sim/experiment/results.h"

#include <string>
#include <string_view>

namespace switchroom::library {

/// The tables of one scenario, as markdown: what it is said to show, its calls, its work, its staff.
std::string figures_of(const ExperimentResult& result);

/// `page` with the text between `<!-- figures of NAME -->` and `<!-- end -->` replaced; empty if the page has
/// no such place.
std::string with_figures(std::string_view page, std::string_view name, std::string_view figures);

} // namespace switchroom::library
