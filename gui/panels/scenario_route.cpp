#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/flow.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

constexpr float beside_each_other = 800.0F; ///< points that two drawings need

/// A button for each kind of step.
void draw_new_step(ScenarioView& view, Desk& desk, Ui& ui, Text words, const std::string& path)
{
    ImGui::PushID(path.c_str());
    ImGui::AlignTextToFramePadding();
    text(ui, ui.say(words), TextStyle::muted);
    for (const auto& [label, kind] : {std::pair{Text::sc_kind_offer, "offer"},
                                      {Text::sc_kind_voicemail, "voicemail"},
                                      {Text::sc_kind_callback, "callback"},
                                      {Text::sc_kind_bot, "bot"}}) {
        beside(ui, 6);
        if (button(ui, ui.say(label)))
            view.add_route_step(desk, path, kind);
    }
    ImGui::PopID();
}

void draw_step_tools(ScenarioView& view, Desk& desk, Ui& ui)
{
    const std::string step = view.chosen_step();
    draw_new_step(view, desk, ui, Text::sc_add_after, step);
    beside(ui, 24);
    if (button(ui, ui.say(Text::sc_step_earlier)))
        view.move_route_step(desk, -1);
    beside(ui, 6);
    if (button(ui, ui.say(Text::sc_step_later)))
        view.move_route_step(desk, 1);
    beside(ui, 6);
    if (button(ui, ui.say(Text::sc_remove_step)))
        view.remove(desk, step);
}

bool has_steps(const RouteFlow& flow)
{
    return std::any_of(flow.boxes.begin(), flow.boxes.end(),
                       [](const FlowBox& box) { return box.path.ends_with(']'); });
}

void draw_one(ScenarioView& view, Desk& desk, Ui& ui, const FormBlock& block)
{
    Card card(ui, block.title);
    const std::string picked = draw_flow(ui, block.title.c_str(), *block.flow, view.chosen_step());
    if (picked.ends_with(']'))
        view.choose_step(picked);
    if (!has_steps(*block.flow))
        draw_new_step(view, desk, ui, Text::sc_add_first, block.flow->path);
}

} // namespace

void draw_route(ScenarioView& view, Desk& desk, Ui& ui)
{
    {
        Card card(ui, view.step_block().title, 96);
        if (view.step_block().fields.empty())
            text(ui, ui.say(Text::sc_route_hint), TextStyle::muted);
        draw_fields(view, desk, ui, view.step_block().fields, "step");
        if (!view.step_block().fields.empty())
            draw_step_tools(view, desk, ui);
    }
    gap(ui, 10);
    const std::vector<FormBlock>& blocks = view.form().blocks;
    {
        Columns columns(ui, "routes", width_left(ui) >= beside_each_other ? 2 : 1);
        for (const FormBlock& block : blocks) {
            if (!block.flow)
                continue;
            columns.next();
            draw_one(view, desk, ui, block);
            gap(ui, 10);
        }
    }
    for (const FormBlock& block : blocks)
        if (!block.flow)
            draw_block(view, desk, ui, block);
}

} // namespace switchroom::gui
