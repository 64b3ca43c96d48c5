#include "sim/random/distribution.h"

#include <algorithm>

namespace switchroom {

namespace {

constexpr std::array<std::string_view, 12> names = {
    "constant",         "exponential", "lognormal",  "gamma",     "weibull", "erlang",
    "hyperexponential", "uniform",     "triangular", "empirical", "mixture", "hazard"};

} // namespace

std::string_view to_text(Family family)
{
    return names[static_cast<std::size_t>(family)];
}

std::optional<Family> family_from_text(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Family>(found - names.begin());
}

} // namespace switchroom
