#pragma once
/// Saving a scenario in another folder together with the files that it names.

#include "gui/view_models/scenario_editor.h"

#include <string>

namespace switchroom::gui {

/// Whether this is a file of the library that comes with the program.
bool is_in_library(const std::string& path);

/// A text as if it stood in a file.
struct TextInFile {
    std::string path;
    const std::string& text;
};

/// Writes `scenario` as `path` and, in another folder, what it names beside it: those files first, so that
/// whoever finds the scenario finds all of it. Errors: one of them is there already with other content
/// (`path` itself only without `replace`), or what the disk refuses; nothing is written where a conflict is
/// known beforehand.
Diagnostics save_with_companions(FileSystem& files, const TextInFile& scenario, const std::string& path,
                                 Replace replace);

} // namespace switchroom::gui
