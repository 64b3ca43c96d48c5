#pragma once
/// From a scenario file (and what it includes) to a validated document, or to all its errors at once.
///
///     DiskFileSystem disk;
///     auto document = read_scenario(disk, "practice.toml");
///     if (!document) print(document.errors());

#include "sim/base/file_system.h"
#include "sim/scenario/document.h"

#include <string>
#include <string_view>

namespace switchroom {

struct ReadOptions {
    bool allow_outside = false; ///< includes and files may leave the top file's folder
};

/// Reads, merges includes, validates. Errors are ordered by file and position; each says what was found and
/// what was expected.
Result<ScenarioDocument> read_scenario(const FileSystem& files, const std::string& path,
                                       const ReadOptions& options = {});

/// The same for text that is not (yet) in a file; `name` stands in messages and its folder is where includes
/// are looked for.
Result<ScenarioDocument> read_scenario_text(const FileSystem& files, std::string_view text,
                                            const std::string& name, const ReadOptions& options = {});

} // namespace switchroom
