#pragma once
/// The smallest parts of a CentreModel (centre_model.h).

#include <cstdint>
#include <limits>

namespace switchroom {

inline constexpr double never_s = std::numeric_limits<double>::infinity();
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t end() const { return first + count; }
};

} // namespace switchroom
