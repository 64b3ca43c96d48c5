#include "gui/panels/scenario_panel.h"

#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace switchroom::gui {

namespace {

constexpr float list_width = 204.0F; ///< points
constexpr float problems_height = 132.0F;

/// What can be added, where its list ends in the list of parts.
struct Addition {
    PartKind kind;
    Text heading;
    Text label;
    void (ScenarioView::*add)(Desk&);
};

constexpr std::array additions{
    Addition{PartKind::contact, Text::sc_parts_callers, Text::sc_add_contact, &ScenarioView::add_contact},
    Addition{PartKind::group, Text::sc_parts_people, Text::sc_add_group, &ScenarioView::add_group},
    Addition{PartKind::route, Text::sc_parts_routes, Text::sc_add_route, &ScenarioView::add_route},
    Addition{PartKind::contract, Text::sc_parts_contracts, Text::sc_add_contract,
             &ScenarioView::add_contract}};

/// Between a part and the next one: the ways to add to lists that end here or are not there at all.
void draw_additions(ScenarioView& view, Desk& desk, Ui& ui, PartKind before, PartKind behind)
{
    for (const Addition& addition : additions) {
        if (addition.kind < before || addition.kind >= behind)
            continue;
        if (addition.kind != before) {
            gap(ui, 10);
            text(ui, ui.say(addition.heading), TextStyle::small);
        }
        if (link(ui, ui.say(addition.label)))
            (view.*addition.add)(desk);
    }
}

void draw_parts(ScenarioView& view, Desk& desk, Ui& ui)
{
    for (std::size_t i = 0; i < view.parts().size(); ++i) {
        const ScenarioPart& part = view.parts()[i];
        ImGui::PushID(static_cast<int>(i));
        if (!part.heading.empty()) {
            if (i > 0)
                gap(ui, 10);
            text(ui, part.heading, TextStyle::small);
        }
        std::string label = part.title;
        if (part.problems > 0)
            label += "  (" + std::to_string(part.problems) + " !)";
        if (selectable(ui, label, i == view.chosen()))
            view.choose(i);
        if (i + 1 < view.parts().size())
            draw_additions(view, desk, ui, part.kind, view.parts()[i + 1].kind);
        ImGui::PopID();
    }
}

std::string headline(const Ui& ui, const std::vector<ScenarioProblem>& problems)
{
    const auto errors = static_cast<std::size_t>(
        std::count_if(problems.begin(), problems.end(),
                      [](const ScenarioProblem& p) { return p.said.severity == Severity::error; }));
    if (errors == 1)
        return ui.say(Text::sc_problems_one);
    if (errors > 1)
        return ui.say(Text::sc_problems_many, errors);
    return problems.size() == 1 ? ui.say(Text::sc_warnings_one)
                                : ui.say(Text::sc_warnings_many, problems.size());
}

/// All of them, each a way to its field.
void draw_problems(ScenarioView& view, Ui& ui)
{
    const std::vector<ScenarioProblem>& problems = view.problems();
    const bool errors = std::any_of(problems.begin(), problems.end(), [](const ScenarioProblem& p) {
        return p.said.severity == Severity::error;
    });
    text(ui, headline(ui, problems), errors ? TextStyle::bad : TextStyle::warning);
    if (errors) {
        beside(ui, 12);
        text(ui, ui.say(Text::sc_problem_stale), TextStyle::muted);
    }
    for (std::size_t i = 0; i < problems.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        std::string label = problems[i].said.message;
        if (problems[i].said.where.line > 0)
            label = ui.say(Text::sc_line, problems[i].said.where.line) + ":  " + label;
        if (link(ui, label)) {
            const ScenarioProblem chosen = problems[i];
            view.jump_to(chosen);
        }
        ImGui::PopID();
    }
}

void draw_part(ScenarioView& view, Desk& desk, Ui& ui)
{
    const PartKind kind = view.parts()[view.chosen()].kind;
    if (!view.complaint().empty())
        paragraph(ui, view.complaint(), TextStyle::bad);
    if (kind == PartKind::text)
        return draw_text_tab(view, desk, ui);
    if (kind == PartKind::route)
        return draw_route(view, desk, ui);
    for (std::size_t i = 0; i < view.form().blocks.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_block(view, desk, ui, view.form().blocks[i]);
        ImGui::PopID();
        gap(ui, 10);
    }
}

} // namespace

void draw_scenario(ScenarioView& view, Desk& desk, Ui& ui)
{
    if (desk.empty() || view.parts().empty()) {
        paragraph(ui, ui.say(Text::sc_empty), TextStyle::muted);
        return;
    }
    if (!view.problems().empty()) {
        const float rows = 1.2F + static_cast<float>(view.problems().size());
        const float height = std::min(ui.px(problems_height), rows * ImGui::GetFrameHeightWithSpacing());
        ImGui::BeginChild("problems", ImVec2(0, height));
        draw_problems(view, ui);
        ImGui::EndChild();
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(2)));
    ImGui::BeginChild("parts", ImVec2(ui.px(list_width), 0), false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    draw_parts(view, desk, ui);
    ImGui::EndChild();
    beside(ui, 16);
    // A child of its own for each part keeps the place to which each was scrolled.
    ImGui::BeginChild(view.parts()[view.chosen()].path.empty() ? view.form().title.c_str()
                                                               : view.parts()[view.chosen()].path.c_str());
    draw_part(view, desk, ui);
    ImGui::EndChild();
}

} // namespace switchroom::gui
