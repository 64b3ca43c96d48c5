#pragma once
/// What happens on the Live screen, in words.

#include "gui/view_models/live_state.h"
#include "gui/view_models/show.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// "45 s", "1 min 50 s", "2 h 05 min"; whole seconds, rounded down.
std::string span_words(double seconds);

/// "0:45", "1:50", "2:05:30": where there is little room.
std::string span_figures(double seconds);

/// "08:42:10" on the clock of that day.
std::string clock_words(const LiveRecording& recording, double at_s, bool with_seconds = true);

/// "Mon 5 Jan" / « lun. 5 janv. ».
std::string day_words(const LiveRecording& recording, std::size_t day, Language language);

std::string seat_words(SeatState state, Language language);

enum class LiveTone { neutral, good, bad };

struct LiveTick {
    std::string clock;
    std::string words;
    LiveTone tone = LiveTone::neutral;
    std::uint32_t contact = 0;
};

/// None for what only another client's caller or an agent alone does.
std::optional<LiveTick> tick_of(const LiveRecording& recording, const LiveEvent& event, Language language);

/// The last `most` of them that day up to the instant, the newest first.
std::vector<LiveTick> ticker(const LiveRecording& recording, double at_s, std::size_t most,
                             Language language);

} // namespace switchroom::gui
