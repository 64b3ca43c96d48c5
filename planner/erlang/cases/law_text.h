#pragma once
/// Laws of times as the reference files write them: family and parameters between colons, seconds.

#include "sim/random/distribution.h"

#include <string_view>

namespace switchroom::erlang {

/// exp:mean, det:d, erlang:k:mean, erlang2:mean, gamma:shape:mean, hyper:p:m1:m2, uniform:a:b,
/// lognormal:mean:sd, weibull:shape:scale, balkexp:p0:mean (0 with probability p0), shiftexp:d:mean. Errors
/// name the law and what is wrong with it.
Result<Distribution> law_from_text(std::string_view text);

} // namespace switchroom::erlang
