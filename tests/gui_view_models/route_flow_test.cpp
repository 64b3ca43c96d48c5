#include "gui/view_models/route_flow.h"

#include "sim/scenario/parse_toml.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

RouteFlow flow_of(const std::string& steps, bool open = true)
{
    const auto root = parse_toml("steps = " + steps + "\n", "");
    REQUIRE(root.ok());
    return route_flow(root->find("steps"), "routes[0].open", open, Language::english);
}

bool overlap(const FlowBox& a, const FlowBox& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// What must hold for every drawing.
void check_layout(const RouteFlow& flow)
{
    for (std::size_t i = 0; i < flow.boxes.size(); ++i) {
        const FlowBox& box = flow.boxes[i];
        INFO(box.title, " ", i);
        CHECK(box.x >= 0.0);
        CHECK(box.y >= 0.0);
        CHECK(box.x + box.width <= flow.width);
        CHECK(box.y + box.height <= flow.height);
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(overlap(box, flow.boxes[j]));
    }
    std::set<std::size_t> reached;
    for (const FlowArrow& arrow : flow.arrows) {
        const FlowBox& from = flow.boxes[arrow.from];
        const FlowBox& to = flow.boxes[arrow.to];
        if (arrow.way == FlowWay::right)
            CHECK(to.x >= from.x + from.width);
        else
            CHECK(to.y >= from.y + from.height);
        reached.insert(arrow.to);
    }
    CHECK(reached.size() + 1 == flow.boxes.size()); // all but the start
}

} // namespace

TEST_CASE("a route is drawn step by step in its order, each with what becomes of the call")
{
    const RouteFlow flow = flow_of(
        R"([ { offer = ["desk"], for = "12s" }, { callback = { becomes = "later", accepted = 0.6 } },
             { voicemail = { hang_up = 0.8, becomes = "notes" } } ])");
    check_layout(flow);
    std::vector<std::string> steps;
    for (const FlowBox& box : flow.boxes)
        if (!box.path.empty())
            steps.push_back(box.path);
    CHECK(steps == std::vector<std::string>{"routes[0].open[0]", "routes[0].open[1]", "routes[0].open[2]"});
    std::vector<std::string> labels;
    for (const FlowArrow& arrow : flow.arrows)
        if (arrow.way == FlowWay::down)
            labels.push_back(arrow.label);
    CHECK(labels == std::vector<std::string>{"", "after 12 s", "the others", "80 % hang up"});
}

TEST_CASE("a step with a condition is passed by an arrow beside it")
{
    const RouteFlow flow = flow_of(
        R"([ { offer = ["desk"], for = "12s" }, { offer = ["service"], when = { queue_at_least = 3 } },
             { voicemail = { hang_up = 0.8, becomes = "notes" } } ])");
    check_layout(flow);
    std::size_t around = 0;
    for (const FlowArrow& arrow : flow.arrows) {
        if (arrow.way != FlowWay::around)
            continue;
        ++around;
        CHECK(flow.boxes[arrow.from].path == "routes[0].open[0]");
        CHECK(flow.boxes[arrow.to].path == "routes[0].open[2]");
    }
    CHECK(around == 1);
}

TEST_CASE("without steps a call is offered to everybody while open, and turned away while closed")
{
    const RouteFlow open = route_flow(nullptr, "routes[0].open", true, Language::english);
    check_layout(open);
    CHECK(open.boxes.size() == 4);
    const RouteFlow closed = route_flow(nullptr, "routes[0].closed", false, Language::english);
    check_layout(closed);
    CHECK(closed.boxes.back().title == "Turned away");
}
