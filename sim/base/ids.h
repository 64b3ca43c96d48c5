#pragma once
/// Dense typed ids: positions in the arrays of a compiled model. A ContactId never stands where a GroupId is
/// wanted.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace switchroom {

/// Position 0 … count − 1 in the array that Tag names. Trivially copyable, 4 bytes.
template <class Tag>
struct Id {
    std::uint32_t value = 0;
    constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ContactId = Id<struct ContactTag>;
using GroupId = Id<struct GroupTag>;
using RouteId = Id<struct RouteTag>;
using LineId = Id<struct LineTag>;

} // namespace switchroom
