#pragma once
/// From a study's file to a Study, or to all its errors at once.

#include "planner/study/study.h"
#include "sim/base/file_system.h"
#include "sim/scenario/document.h"

#include <string>

namespace switchroom {

struct StudyDocument {
    std::string file;
    Study study;
    SourceMap sources;
    std::string text;      ///< of the study's file
    ScenarioDocument base; ///< the scenario that is varied
    std::string base_text; ///< of its top file
};

/// Reads the study and its scenario, and checks that every axis, change and filter means something there.
Result<StudyDocument> read_study(const FileSystem& files, const std::string& path);

} // namespace switchroom
