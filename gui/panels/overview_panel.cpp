#include "gui/panels/overview_panel.h"

#include "gui/panels/kpi_tile_panel.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace switchroom::gui {

namespace {

constexpr float levers_width = 268.0F; ///< points
constexpr float column_gap = 12.0F;
constexpr std::size_t first_levers = 8; ///< what fits beside the figures

const char* sign_of(Standing standing)
{
    switch (standing) {
    case Standing::kept:
        return "✓  ";
    case Standing::missed:
        return "✗  ";
    case Standing::close:
        return "≈  ";
    case Standing::no_target:
        break;
    }
    return "";
}

/// As large as a title, in the colour of how things stand.
void headline(Ui& ui, const std::string& words, TextStyle style)
{
    const Fonts fonts = ui.fonts;
    ui.fonts.body = ui.fonts.title;
    text(ui, words, style);
    ui.fonts = fonts;
}

void draw_verdict(const OverviewView& view, const OverviewPicture& picture, Ui& ui)
{
    const Card card(ui, "");
    headline(ui, sign_of(picture.standing) + picture.headline, style_of(picture.standing, TextStyle::body));
    paragraph(ui, picture.verdict);
    text(ui, picture.changes.empty() ? " " : picture.changes, TextStyle::small);
    // Always there, so that nothing jumps when it ends.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (view.share_done() < 1.0)
        progress_bar(ui, view.share_done(), ui.say(Text::overview_refining));
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + ui.px(6)));
    ImGui::Dummy(ImVec2(0, 0));
}

void draw_tiles(const OverviewPicture& picture, Ui& ui)
{
    const int columns_count = 4;
    for (std::size_t first = 0; first < picture.tiles.size(); first += columns_count) {
        Columns columns(ui, first == 0 ? "tiles" : "more tiles", columns_count);
        for (std::size_t i = first; i < std::min(picture.tiles.size(), first + columns_count); ++i) {
            columns.next();
            draw_kpi_tile(picture.tiles[i], ui);
        }
    }
}

void draw_limits(const OverviewPicture& picture, Ui& ui)
{
    const Card card(ui, ui.say(Text::overview_limits), 190.0F);
    if (picture.limits.empty())
        paragraph(ui, picture.limits_nothing, TextStyle::muted);
    for (const LimitLine& line : picture.limits) {
        text(ui, line.cause, TextStyle::strong);
        paragraph(ui, line.words);
        if (!line.when.empty())
            paragraph(ui, line.when, TextStyle::small);
    }
}

void draw_worst(const OverviewPicture& picture, Ui& ui)
{
    const Card card(ui, ui.say(Text::overview_worst), 190.0F);
    if (picture.worst.empty())
        paragraph(ui, ui.say(Text::overview_worst_none), TextStyle::muted);
    for (const WorstSlot& slot : picture.worst) {
        text(ui, slot.when);
        ImGui::SameLine(ui.px(132));
        text(ui, slot.words, TextStyle::muted);
    }
}

void draw_lever(OverviewView& view, Desk& desk, Ui& ui, std::size_t index)
{
    const ScenarioLever lever = view.levers()[index];
    double value = lever.value;
    const std::string shown = show_lever(lever, value, ui.locale);
    std::string format; // what is shown is no number format: signs of per cent stand for themselves
    for (const char c : shown)
        format += c == '%' ? std::string("%%") : std::string(1, c);
    const bool changed =
        slider(ui, lever.label + "##" + lever.id, value, lever.least, lever.most, format.c_str());
    if (ImGui::IsItemActivated())
        view.begin_drag(desk);
    tooltip(ui, lever.help);
    if (changed) {
        const double stepped = lever.least + std::round((value - lever.least) / lever.step) * lever.step;
        if (std::abs(stepped - lever.value) > 1e-9)
            view.set_lever(desk, index, std::clamp(stepped, lever.least, lever.most));
    }
    if (edit_finished())
        view.end_drag(desk);
    if (const double was = view.opened_value(desk, index);
        !std::isnan(was) && std::abs(was - lever.value) > 1e-9)
        text(ui, ui.say(Text::overview_was, show_lever(lever, was, ui.locale)), TextStyle::small);
}

void draw_levers(OverviewView& view, Desk& desk, Ui& ui)
{
    const Card card(ui, ui.say(Text::overview_what_if), 560.0F);
    paragraph(ui, ui.say(Text::overview_what_if_help), TextStyle::small);
    if (button(ui, ui.say(Text::overview_reset), view.can_reset(desk)))
        view.reset(desk);
    const std::size_t shown =
        view.shows_all_levers ? view.levers().size() : std::min(view.levers().size(), first_levers);
    for (std::size_t i = 0; i < shown; ++i)
        draw_lever(view, desk, ui, i);
    if (view.levers().size() > first_levers)
        (void)checkbox(ui, ui.say(Text::overview_all_levers), view.shows_all_levers);
}

void draw_results(const OverviewView& view, Ui& ui)
{
    if (!view.problems().empty()) {
        const Card card(ui, ui.say(Text::overview_cannot_run));
        for (const Diagnostic& problem : view.problems())
            paragraph(ui, to_text(problem), TextStyle::bad);
        return;
    }
    const OverviewPicture* picture = view.picture();
    if (!picture) {
        const Card card(ui, "");
        text(ui, ui.say(Text::overview_wait_for_results), TextStyle::muted);
        return;
    }
    draw_verdict(view, *picture, ui);
    gap(ui, column_gap);
    draw_tiles(*picture, ui);
    gap(ui, column_gap);
    Columns columns(ui, "limits", {1.25F, 1.0F});
    columns.next();
    draw_limits(*picture, ui);
    columns.next();
    draw_worst(*picture, ui);
}

} // namespace

void draw_overview(OverviewView& view, Desk& desk, Ui& ui)
{
    const float all = width_left(ui);
    Columns columns(ui, "overview", {all - levers_width, levers_width});
    columns.next();
    draw_results(view, ui);
    columns.next();
    draw_levers(view, desk, ui);
}

} // namespace switchroom::gui
