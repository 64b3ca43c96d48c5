#pragma once
/// What other people's simulators printed (tests/reference/published_sim.csv), as references.

#include "tests/theory/measures.h"

#include <map>
#include <string>
#include <vector>

namespace switchroom::theory {

/// A heading of docs/validation.md.
inline const std::string peer = "Published simulators: ";

/// Both references, the printed one and that of an independent longer replay, of every row of a model.
/// `pairs` names its measures.
std::vector<Measure> measures_of(const std::string& model, const std::map<std::string, PairOf>& pairs);

/// A figure printed with its 95 % interval [low, high].
Reference between(double value, double low, double high, double half_unit);

/// `[time]` of one day with reporting intervals of this length.
std::string one_day(const std::string& interval);

} // namespace switchroom::theory
