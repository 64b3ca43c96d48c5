#pragma once
/// Tables and views of a study's database, version 1.

#include <string_view>

namespace switchroom {

inline constexpr int study_application_id = 0x53574D53; ///< "SWMS", in the file's header
inline constexpr int study_schema_version = 1;

/// Statements that make everything in an empty file.
extern const std::string_view study_schema;

} // namespace switchroom
