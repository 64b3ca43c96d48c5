#pragma once
/// The scenario of one point of a study.

#include "planner/study/design.h"
#include "planner/study/study_file.h"

#include <string>

namespace switchroom {

struct PointScenario {
    ScenarioDocument document;
    std::string text; ///< the whole scenario as one file (write_scenario): what a database keeps
};

/// The base with the point's change and values. Later edits win: the change first, then the axes in order;
/// levers multiply what stands there then. Errors: a value that the scenario cannot take, named by its axis.
Result<PointScenario> scenario_of(const FileSystem& files, const StudyDocument& study,
                                  const StudyPoint& point);

/// "desk = 3, volume = 1.1, no overflow": how a point is called.
std::string name_of(const Study& study, const StudyPoint& point);

} // namespace switchroom
