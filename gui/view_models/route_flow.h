#pragma once
/// A route as a flow drawing: what a call meets, from top to bottom, and to the right what becomes of it.
/// Everything is laid out here, in points; the panel only draws.

#include "gui/view_models/language.h"
#include "sim/scenario/node.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

enum class FlowKind { start, offer, callback, voicemail, bot, outcome, end };

struct FlowBox {
    FlowKind kind = FlowKind::start;
    std::string title;
    std::vector<std::string> lines;
    std::string path; ///< of the step ("routes[0].open[1]"); empty: nothing to edit
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
};

/// From the edge of one box to that of another: down, to the right, or past a step that is not taken.
enum class FlowWay { down, right, around };

struct FlowArrow {
    std::size_t from = 0; ///< of boxes
    std::size_t to = 0;
    FlowWay way = FlowWay::down;
    std::string label;
};

struct RouteFlow {
    std::string path; ///< of the list of steps
    std::vector<FlowBox> boxes;
    std::vector<FlowArrow> arrows;
    double width = 0.0;
    double height = 0.0;
};

/// Of the list of steps at `path` ("routes[0].open"); `steps` may be null: none are said. `open`: the route
/// of the opening hours, whose default is to offer every skilled group.
RouteFlow route_flow(const Node* steps, const std::string& path, bool open, Language language);

} // namespace switchroom::gui
