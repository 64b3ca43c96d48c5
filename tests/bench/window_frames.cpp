// What the window's own code takes of a frame while the simulation runs beside it: processor time of the
// window's thread for everything but putting pixels on the screen. Every fourth of a second the scenario
// changes, as under a slider.
//
//   bench_window_frames [library scenario] [seconds a screen]
#include "gui/app/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

double thread_ms()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Frames {
    std::vector<double> quiet;  ///< ms of frames in which nothing was edited
    std::vector<double> edited; ///< ms of frames with an edit in them: the text is read and checked anew
};

double quantile(std::vector<double> values, double p)
{
    if (values.empty())
        return 0.0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
}

/// Alternates between the text and the same text with one more blank at its end: another revision.
void change(ScenarioEditor& editor)
{
    const std::string text = editor.text();
    editor.set_text(text.ends_with(" ") ? text.substr(0, text.size() - 1) : text + " ");
}

Frames drawn(Stage& stage, Screen screen, double seconds)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds frame_time(16);
    stage.workbench().show(screen);
    for (int i = 0; i < 5; ++i)
        stage.headless_frame(1280, 800);
    Frames frames;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    auto next_edit = Clock::now();
    while (Clock::now() < end) {
        const auto began = Clock::now();
        const bool edits = began >= next_edit;
        const double before = thread_ms();
        if (edits) {
            change(stage.workbench().desk.shown());
            next_edit = began + std::chrono::milliseconds(250);
        }
        stage.headless_frame(1280, 800);
        (edits ? frames.edited : frames.quiet).push_back(thread_ms() - before);
        std::this_thread::sleep_until(began + frame_time);
    }
    return frames;
}

} // namespace

int main(int count, char** words)
{
    DiskFileSystem files;
    Workbench workbench(files, {}, {});
    workbench.open_template(count > 1 ? words[1] : "daytime-overflow");
    const double seconds = count > 2 ? std::atof(words[2]) : 3.0;
    Stage stage(workbench);
    fmt::print("{:12} {:>8} {:>9} {:>8} {:>8} {:>16}\n", "screen", "frames", "median ms", "99 % ms",
               "most ms", "with an edit ms");
    for (const Screen screen : all_screens) {
        const Frames frames = drawn(stage, screen, seconds);
        fmt::print("{:12} {:8} {:9.2f} {:8.2f} {:8.2f} {:16.2f}\n", name_of(screen), frames.quiet.size(),
                   quantile(frames.quiet, 0.5), quantile(frames.quiet, 0.99), quantile(frames.quiet, 1.0),
                   quantile(frames.edited, 0.5));
    }
    return 0;
}
