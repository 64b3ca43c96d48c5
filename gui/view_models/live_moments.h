#pragma once
/// What a day of a recording looks like as a whole: when it is shown, how long the queue was, when it was
/// worst.

#include "gui/view_models/live_recording.h"

#include <cstddef>
#include <vector>

namespace switchroom::gui {

struct LiveMoment {
    double at_s = 0.0;
    std::size_t waiting = 0;     ///< our callers
    double longest_wait_s = 0.0; ///< of those, so far
};

struct LiveDayOutline {
    double from_s = 0.0; ///< whole hours around all that happens at the desk
    double to_s = 0.0;
    LiveMoment worst;          ///< waiting 0: nobody had to wait
    std::vector<double> curve; ///< most of our callers waiting at once, in equal parts of from_s … to_s
};

inline constexpr std::size_t outline_parts = 480;

/// The moment of most callers waiting and, among such moments, of the longest wait, just before it ends.
LiveMoment worst_moment(const LiveRecording& recording, double from_s, double to_s);

LiveDayOutline outline_of(const LiveRecording& recording, const LiveDay& day);

/// The next time from `after_s` on at which a caller of ours hangs up; NaN: nobody does any more.
double next_hang_up_s(const LiveRecording& recording, double after_s);

} // namespace switchroom::gui
