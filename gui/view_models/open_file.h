#pragma once
/// Handing a file to whatever program the desktop opens it with.

#include <string>

namespace switchroom::gui {

/// True if the desktop's opener (xdg-open) is installed.
bool can_open_files();

/// Starts it on the file, without a shell, and does not wait for it. False if it could not be started.
bool open_file(const std::string& path);

} // namespace switchroom::gui
