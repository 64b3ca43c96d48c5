#pragma once
/// A screen with finished results as a picture, without a display.

#include "gui/app/stage.h"

#include <string>

namespace switchroom::gui {

struct ScreenshotOptions {
    int width = 1280;
    int height = 800;
    /// Then the picture is taken of what is there.
    double patience_s = 8.5;
};

/// Draws frames until what is shown is final (and has come to rest). False if patience ended before.
bool draw_until_settled(Stage& stage, const ScreenshotOptions& options);

} // namespace switchroom::gui
