#include "gui/panels/shell.h"

#include "gui/panels/compare_panel.h"
#include "gui/panels/data_panel.h"
#include "gui/panels/day_panel.h"
#include "gui/panels/erlang_panel.h"
#include "gui/panels/live_panel.h"
#include "gui/panels/overlays.h"
#include "gui/panels/overview_panel.h"
#include "gui/panels/promise_panel.h"
#include "gui/panels/report_panel.h"
#include "gui/panels/scenario_panel.h"
#include "gui/panels/sensitivity_panel.h"
#include "gui/panels/sidebar.h"
#include "gui/panels/top_bar.h"
#include "gui/panels/welcome_panel.h"
#include "gui/view_models/commands.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/imgui_values.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

namespace switchroom::gui {

namespace {

constexpr float sidebar_width = 184.0F; ///< points
constexpr float top_bar_height = 44.0F;

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

/// How sure the figures are, and what is wrong with the text, in one line beside the title.
void draw_state(const Workbench& workbench, Ui& ui)
{
    const Desk& desk = workbench.desk;
    if (has_errors(desk.shown().problems())) {
        std::size_t errors = 0;
        for (const Diagnostic& problem : desk.shown().problems())
            errors += problem.severity == Severity::error ? 1 : 0;
        text(ui, ui.say(Text::shell_has_errors, errors), TextStyle::bad);
        tooltip(ui, to_text(desk.shown().problems().front()));
        return;
    }
    const auto results = desk.results();
    if (!results || !results->loaded) {
        ImGui::NewLine(); // else the screen would begin beside its title
        return;
    }
    const auto runs = static_cast<long long>(results->result.replications);
    if (results->finished)
        text(ui, ui.say(Text::shell_runs, runs), TextStyle::muted);
    else
        text(ui, ui.say(Text::shell_refining, runs, desk.runs.options().replications), TextStyle::muted);
    tooltip(ui, ui.say(Text::shell_same_luck));
}

void draw_screen(Workbench& workbench, Ui& ui)
{
    switch (workbench.screen()) {
    case Screen::scenario:
        draw_scenario(workbench.scenario_view, workbench.desk, ui);
        break;
    case Screen::overview:
        draw_overview(workbench.overview, workbench.desk, ui);
        break;
    case Screen::erlang:
        draw_erlang(workbench.erlang, workbench.desk, ui);
        break;
    case Screen::data:
        draw_data(workbench.data, workbench.desk, ui);
        break;
    case Screen::live:
        draw_live(workbench.live, workbench.desk, ui);
        break;
    case Screen::day:
        draw_day(workbench.day, workbench.desk, ui);
        break;
    case Screen::promise:
        draw_promise(workbench.promise, workbench.desk, ui);
        break;
    case Screen::compare:
        draw_compare(workbench.compare, workbench.desk, ui);
        break;
    case Screen::sensitivity:
        draw_sensitivity(workbench.sensitivity, workbench.desk, ui);
        break;
    case Screen::report:
        draw_report(workbench.report, workbench.desk, ui);
        break;
    default:
        text(ui, ui.say(title_of(workbench.screen())));
    }
}

bool needs_scenario(Screen screen)
{
    return screen != Screen::erlang && screen != Screen::data && screen != Screen::promise;
}

void draw_content(Workbench& workbench, Ui& ui)
{
    if (workbench.shows_welcome) {
        draw_welcome(workbench, ui);
        return;
    }
    text(ui, ui.say(title_of(workbench.screen())), TextStyle::title);
    if (workbench.desk.empty()) {
        if (needs_scenario(workbench.screen())) {
            paragraph(ui, ui.say(Text::shell_no_scenario), TextStyle::muted);
            if (primary_button(ui, ui.say(Text::welcome_like_yours)))
                workbench.shows_welcome = true;
            return;
        }
    } else {
        beside(ui, 14);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
        draw_state(workbench, ui);
    }
    draw_screen(workbench, ui);
}

} // namespace

void take_shortcuts(Workbench& workbench)
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
    for (const Command& command : commands(workbench)) {
        const Shortcut& keys = command.shortcut;
        if (keys.key == 0 || keys.ctrl != io.KeyCtrl || keys.shift != io.KeyShift ||
            !ImGui::IsKeyPressed(keys.key, false))
            continue;
        if (!popup && command.enabled)
            command.run(workbench);
        return;
    }
}

void draw_shell(Workbench& workbench, Ui& ui)
{
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float side = ui.px(sidebar_width);
    const float top = ui.px(top_bar_height);
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(side, display.y));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, vec(ui.look().card));
    ImGui::Begin("sidebar", nullptr, fixed);
    draw_sidebar(workbench, ui);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::SetNextWindowPos(ImVec2(side, 0));
    ImGui::SetNextWindowSize(ImVec2(display.x - side, top));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(8)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, vec(ui.look().raised));
    ImGui::Begin("top bar", nullptr, fixed);
    draw_top_bar(workbench, ui);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::SetNextWindowPos(ImVec2(side, top));
    ImGui::SetNextWindowSize(ImVec2(display.x - side, display.y - top));
    ImGui::Begin("content", nullptr, fixed & ~ImGuiWindowFlags_NoScrollbar);
    draw_content(workbench, ui);
    ImGui::End();
    ImGui::PopStyleVar();
    draw_palette(workbench, ui);
    draw_browser(workbench, ui);
    draw_shortcuts(workbench, ui);
    draw_notices(workbench, ui);
}

} // namespace switchroom::gui
