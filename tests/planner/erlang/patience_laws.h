#pragma once
/// The patience laws of the reference written out by hand, independent of the project's distributions.

#include "planner/erlang/patience_law.h"

#include <string>

namespace switchroom::test {

/// "det:60", "exp:120", "uniform:20:180", "erlang2:60", "hyper:0.5:10:110", "balkexp:0.05:240",
/// "shiftexp:10:60", "weibull:1.5:120", "lognormal:180:180".
erlang::PatienceLaw patience_law_of(const std::string& text);

} // namespace switchroom::test
