#pragma once
/// Reading values that vary by time of day out of the compiled model.

#include "sim/centre/centre_model.h"

#include <algorithm>
#include <span>

namespace switchroom {

/// The entry that holds at `instant_s`; the first also holds before itself. Precondition: not empty,
/// ascending.
template <class Timed>
const Timed& entry_at(std::span<const Timed> entries, double instant_s)
{
    if (entries.size() == 1)
        return entries.front();
    const auto after = std::upper_bound(entries.begin(), entries.end(), instant_s,
                                        [](double t, const Timed& entry) { return t < entry.from_s; });
    return after == entries.begin() ? *after : *(after - 1);
}

template <class T>
std::span<const T> in_range(const std::vector<T>& list, Range range)
{
    return std::span<const T>(list).subspan(range.first, range.count);
}

/// The probability that holds at `instant_s`; 0 where none is given.
inline double probability_at(const CentreModel& model, Range range, double instant_s)
{
    return range.count == 0 ? 0.0 : entry_at(in_range(model.timed_probabilities, range), instant_s).value;
}

/// The law that holds at `instant_s`; null where none is given.
inline const Distribution* law_at(const CentreModel& model, Range range, double instant_s)
{
    if (range.count == 0)
        return nullptr;
    return &model.distributions[entry_at(in_range(model.timed_distributions, range), instant_s).distribution];
}

} // namespace switchroom
