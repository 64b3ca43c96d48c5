#pragma once
/// Conditions on points: sums of axes and numbers, compared: "desk + 2 * vendor <= 10".

#include "sim/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct FilterTerm {
    double factor = 1.0;
    std::string axis; ///< empty: the number `factor` itself
};

/// Sum of terms ⋈ 0, everything brought to the left side.
struct Filter {
    enum class Relation { less, at_most, equal, at_least, more, unequal };
    std::vector<FilterTerm> terms;
    Relation relation = Relation::at_most;

    /// `value`: of an axis; none where it is no number (then the point does not pass).
    bool passes(const std::function<std::optional<double>(std::string_view axis)>& value) const;
};

/// Axis names of several words are quoted: "'agents at noon' <= 3". Error: what was found at which place, and
/// what was expected.
Result<Filter> parse_filter(std::string_view text);

} // namespace switchroom
