#pragma once
/// Files that a scenario names: relative to the file in which the name stands, or `data:` for the folder of
/// logs.

#include "sim/base/result.h"
#include "sim/scenario/document.h"

#include <string>
#include <string_view>

namespace switchroom {

/// `a/b/../c.toml` → `a/c.toml`; keeps leading `..`.
std::string normal_path(std::string_view path);
/// Folder of a file with a trailing slash, or empty.
std::string folder_of(std::string_view file);
/// Whether `path` stays in the folder of `top_file`, by its letters (links are not followed).
bool is_inside_folder_of(std::string_view path, std::string_view top_file);

struct DataFolders {
    std::string data_dir; ///< --data-dir; empty: SWITCHROOM_DATA_DIR, then ../shared/data beside the project
    bool allow_outside = false; ///< names may leave the top file's folder
};

/// The file that the value at `path` of the document names ("contacts[0].arrivals.log.file"), ready to be
/// opened. `written` is the value. An error stands at that value.
Result<std::string> resolve_file(const ScenarioDocument& document, std::string_view path,
                                 const std::string& written, const DataFolders& folders);

} // namespace switchroom
