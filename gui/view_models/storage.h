#pragma once
/// What the window keeps between two starts: settings in one small file. A file that is damaged, or of
/// another version, gives the defaults for what cannot be read.

#include "gui/view_models/settings.h"
#include "sim/base/file_system.h"

#include <string>
#include <string_view>

namespace switchroom::gui {

/// Where this user's things belong, after XDG: $XDG_CONFIG_HOME/switchroom or ~/.config/switchroom; the same
/// for state (recovery); documents: `xdg-user-dirs`' folder or the home.
std::string config_folder();
std::string state_folder();
std::string documents_folder();

/// `path` is config_folder() + "/settings.json". Never fails: whatever is wrong there is as if it were not.
Settings load_settings(const FileSystem& files, const std::string& path);
/// Written beside and renamed; makes the folder. Errors: what the disk refuses.
Diagnostics store_settings(FileSystem& files, const std::string& path, const Settings& settings);

std::string settings_text(const Settings& settings);
Settings settings_from(std::string_view text);

/// To the front of the recent files, once, at most ten. Library files are not noted.
void note_recent_file(Settings& settings, const std::string& path);

} // namespace switchroom::gui
