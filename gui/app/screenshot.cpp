#include "gui/app/screenshot.h"

#include <chrono>
#include <thread>

namespace switchroom::gui {

bool draw_until_settled(Stage& stage, const ScreenshotOptions& options)
{
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::duration<double>(options.patience_s);
    constexpr int frames_at_rest = 4; // a table needs some to find its widths
    int rested = 0;
    while (rested < frames_at_rest && Clock::now() < deadline) {
        stage.headless_frame(options.width, options.height);
        rested = stage.workbench().settled() ? rested + 1 : 0;
        if (rested == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return rested == frames_at_rest;
}

} // namespace switchroom::gui
