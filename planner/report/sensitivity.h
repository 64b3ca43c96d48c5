#pragma once
/// Documents about what a figure hangs on: one assumption at a time a little lower and higher, and the volume
/// of calls at which two scenarios come out the same.

#include "planner/report/document.h"
#include "planner/report/report_input.h"
#include "planner/sensitivity/break_even.h"
#include "planner/sensitivity/vary.h"

#include <cstddef>
#include <string>
#include <vector>

namespace switchroom::report {

/// One assumption: the scenarios of the input in which it is lower and higher; scenario 0 is as assumed.
struct Variation {
    Lever lever = Lever::volume;
    std::size_t lower = 0;
    std::size_t higher = 0;
    std::vector<std::string> notes;
};

/// A KPI of the total, or the cost of the period, as studies of sensitivity look at it.
struct StudiedFigure {
    std::string name;  ///< "answer_rate"; "cost" (costs.h)
    std::string title; ///< of a scale: says for how long a total is told
    std::string noun;  ///< of a sentence
    KpiUnit unit = KpiUnit::money;
    KpiGood good = KpiGood::lower;
    std::string currency;
};
/// Precondition: `name` is "cost" or was collected.
StudiedFigure studied_figure(const ReportInput& input, const std::string& name);

/// The figure of a scenario, for the period.
Estimate value_of(const ReportInput& input, std::size_t scenario, const StudiedFigure& figure);

/// Its paired difference to the first scenario's, for the period; 95 %, of this difference alone.
Estimate change_of(const ReportInput& input, std::size_t scenario, const StudiedFigure& figure);

/// What a variation does to a figure.
struct Swing {
    Variation variation;
    Estimate lower; ///< change of the figure when the assumption is lower
    Estimate higher;
};
/// The widest first.
std::vector<Swing> swings_of(const ReportInput& input, const std::vector<Variation>& variations,
                             const StudiedFigure& figure);

/// A tornado and its table, the assumption that moves the figure most first. `figure` is a KPI of the total
/// or "cost" (costs.h); `change` is the share by which assumptions were moved.
Document sensitivity_document(const ReportInput& input, const std::vector<Variation>& variations,
                              const std::string& figure, double change);

/// Both scenarios of the input at one volume.
struct VolumePoint {
    double volume = 1.0; ///< factor on the scenarios' own
    ReportInput input;   ///< exactly two scenarios
};

/// Second minus first at each volume.
std::vector<DifferenceAt> differences_over(const std::vector<VolumePoint>& points, const std::string& figure);

/// The figure of both over the volume, and where they are equal. Precondition: two or more points, ascending.
Document break_even_document(const std::vector<VolumePoint>& points, const std::string& figure);

} // namespace switchroom::report
