#pragma once
/// Documents about what a figure hangs on: one assumption at a time a little lower and higher, and the volume
/// of calls at which two scenarios come out the same.

#include "planner/report/document.h"
#include "planner/report/report_input.h"

#include <cstddef>
#include <string>
#include <vector>

namespace switchroom::report {

/// One assumption: the scenarios of the input in which it is lower and higher; scenario 0 is as assumed.
struct Variation {
    std::string label; ///< "volume"
    std::size_t lower = 0;
    std::size_t higher = 0;
    std::vector<std::string> notes;
};

/// A tornado and its table, the assumption that moves the figure most first. `figure` is a KPI of the total
/// or "cost" (costs.h); `change` is the share by which assumptions were moved.
Document sensitivity_document(const ReportInput& input, const std::vector<Variation>& variations,
                              const std::string& figure, double change);

/// Both scenarios of the input at one volume.
struct VolumePoint {
    double volume = 1.0; ///< factor on the scenarios' own
    ReportInput input;   ///< exactly two scenarios
};

/// The figure of both over the volume, and where they are equal. Precondition: two or more points, ascending.
Document break_even_document(const std::vector<VolumePoint>& points, const std::string& figure);

} // namespace switchroom::report
