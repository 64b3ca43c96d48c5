#pragma once
/// The points of a study, in the order of their numbers: the same for everybody who reads the same file.

#include "planner/study/study.h"

#include <cstddef>
#include <string>
#include <vector>

namespace switchroom {

struct StudyPoint {
    std::size_t number = 0;        ///< in plan order, before filters: stays when a filter is added
    std::vector<AxisValue> values; ///< one an axis
    std::string change;            ///< name of the named change; empty: none
};

/// Values of an axis in a grid: its list, or its range step by step.
std::vector<AxisValue> grid_values(const StudyAxis& axis);

/// All points that pass the filters. A grid varies the last axis fastest, changes slowest of all. A Latin
/// hypercube (McKay, Beckman & Conover 1979) puts one point into each of n equal slices of every axis, at a
/// random place of its slice, slices paired at random (Philox, keyed by seed and axis). Sobol points (Sobol'
/// 1967; direction numbers of Joe & Kuo 2008, by Boost) leave out the origin. In designs a list stands for
/// equal slices of [0, 1). Precondition: read_study accepted the study.
std::vector<StudyPoint> plan_points(const Study& study);

} // namespace switchroom
