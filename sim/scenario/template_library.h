#pragma once
/// The scenario files that come with the program: those of the source tree it was built from, or the
/// installed ones.

#include "sim/base/file_system.h"

#include <string>
#include <vector>

namespace switchroom {

/// One file of the library.
struct Template {
    std::string name;  ///< file name without .toml
    std::string title; ///< the scenario's own `name`
    std::string path;
};

/// Sorted by name. Files that are only included by others (no [[routes]] and nothing to run) are listed as
/// well: they have a name. Empty if no library is found.
std::vector<Template> template_library();

struct TemplateFile {
    std::string path;
    std::string content;
};

/// What init writes for `chosen` as `path`: the file itself, then the files that it includes, the scenarios
/// that it is compared with and the data that they name, under their own names beside it.
Result<std::vector<TemplateFile>> template_files(const FileSystem& files, const Template& chosen,
                                                 const std::string& path);

} // namespace switchroom
