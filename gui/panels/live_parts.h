#pragma once
/// The parts of the Live screen that are drawn by hand. Each fills the width that is left.

#include "gui/view_models/live_view.h"
#include "gui/widgets/ui.h"

#include <cstdint>

namespace switchroom::gui {

/// The queue through the day; a click or a drag takes the clock there.
void draw_live_timeline(LiveView& view, Ui& ui, float height_pt);

/// Our callers who wait, one figure each.
void draw_live_queue(const LiveView& view, Ui& ui);

/// The seats of one group: cards with words where there are few, signs with a legend where there are many.
void draw_live_group(const LiveView& view, Ui& ui, std::size_t group);

/// A legend of the signs and how many of each.
void draw_live_legend(const LiveGroupState& group, Ui& ui);

/// The colour of a contact, the same everywhere on the screen.
Colour live_contact_colour(const LiveRecording& recording, const Ui& ui, std::uint32_t contact);

} // namespace switchroom::gui
