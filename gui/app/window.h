#pragma once
/// The real window: GLFW, OpenGL 3.

#include "gui/app/stage.h"

#include <memory>
#include <optional>
#include <string>

namespace switchroom::gui {

struct WindowOptions {
    int width = 1280;
    int height = 800;
    std::optional<double> scale; ///< none: the monitor's
};

/// Ends the window's wait for input; callable from any thread, also when there is no window.
void wake_window();

/// Runs until the window is closed. Returns why it could not be opened; empty: all went well.
std::string run_window(Workbench& workbench, const WindowOptions& options);

} // namespace switchroom::gui
