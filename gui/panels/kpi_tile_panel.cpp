#include "gui/panels/kpi_tile_panel.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr float tile_height = 158.0F; ///< points
constexpr float course_height = 26.0F;

/// Value as a filled track, its band over it, the target as a tick.
void draw_bar(const KpiTile& tile, Ui& ui)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(6);
    const auto x = [&](double value) {
        return at.x + width * static_cast<float>(std::clamp(value / tile.scale_end, 0.0, 1.0));
    };
    ImGui::Dummy(ImVec2(width, ui.px(10)));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& look = ui.look();
    const float top = at.y + ui.px(2);
    list->AddRectFilled(ImVec2(at.x, top), ImVec2(at.x + width, top + height), look.raised.packed(),
                        height / 2);
    if (std::isnan(tile.mean))
        return;
    list->AddRectFilled(ImVec2(at.x, top), ImVec2(std::max(x(tile.mean), at.x + height), top + height),
                        look.accent.with_alpha(110).packed(), height / 2);
    const float least = ui.px(1.5F);
    list->AddRectFilled(ImVec2(std::min(x(tile.low), x(tile.mean) - least), top - ui.px(1)),
                        ImVec2(std::max(x(tile.high), x(tile.mean) + least), top + height + ui.px(1)),
                        look.accent.packed(), ui.px(2));
    if (!std::isnan(tile.target_at))
        list->AddRectFilled(ImVec2(x(tile.target_at) - ui.px(1), top - ui.px(3)),
                            ImVec2(x(tile.target_at) + ui.px(1), top + height + ui.px(3)),
                            look.text.packed());
}

/// A small line over the day, from zero; gaps where nothing happens.
void draw_course(const KpiTile& tile, Ui& ui)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    // A tile with both a target and a change is no higher than its neighbours.
    const bool crowded = !tile.target.empty() && !tile.change.empty();
    const float height = ui.px(crowded ? course_height - 20.0F : course_height);
    ImGui::Dummy(ImVec2(width, height));
    if (tile.by_time.empty())
        return;
    note_item(ui, ItemKind::canvas, tile.title + ": " + tile.times);
    tooltip(ui, tile.times);
    double most = tile.name == "service_level" || tile.name == "answer_rate" ? 1.0 : 0.0;
    for (const double value : tile.by_time)
        most = std::max(most, std::isnan(value) ? 0.0 : value);
    if (!(most > 0.0))
        return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& look = ui.look();
    const float step = width / static_cast<float>(tile.by_time.size());
    const float gap_px = step > 4.0F ? 1.0F : 0.0F;
    for (std::size_t i = 0; i < tile.by_time.size(); ++i) {
        const double value = tile.by_time[i];
        if (std::isnan(value))
            continue;
        const float left = std::round(at.x + step * static_cast<float>(i));
        const float right = std::round(at.x + step * static_cast<float>(i + 1)) - gap_px;
        const float top = at.y + height * (1.0F - static_cast<float>(std::clamp(value / most, 0.0, 1.0)));
        const bool below = !std::isnan(tile.target_at) && value < tile.target_at;
        const Colour colour = below ? look.bad.with_alpha(170) : look.accent.with_alpha(120);
        list->AddRectFilled(ImVec2(left, std::min(top, at.y + height - 1.0F)), ImVec2(right, at.y + height),
                            colour.packed());
    }
    if (!std::isnan(tile.target_at)) {
        const float y = std::round(at.y + height * (1.0F - static_cast<float>(tile.target_at / most)));
        list->AddLine(ImVec2(at.x, y), ImVec2(at.x + width, y), look.text.with_alpha(160).packed());
    }
}

} // namespace

TextStyle style_of(Standing standing, TextStyle otherwise)
{
    switch (standing) {
    case Standing::kept:
        return TextStyle::good;
    case Standing::missed:
        return TextStyle::bad;
    case Standing::close:
        return TextStyle::warning;
    case Standing::no_target:
        break;
    }
    return otherwise;
}

void draw_kpi_tile(const KpiTile& tile, Ui& ui)
{
    const Card card(ui, "", tile_height);
    text(ui, tile.title, TextStyle::small);
    tooltip(ui, tile.help);
    const float below_value = ImGui::GetCursorPosY() + ui.px(44); // whether there is a band or not
    text(ui, tile.value, TextStyle::figure);
    tooltip(ui, tile.help);
    if (!tile.band.empty()) {
        beside(ui, 6);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(12));
        text(ui, tile.band, TextStyle::small);
    }
    ImGui::SetCursorPosY(below_value);
    draw_bar(tile, ui);
    if (!tile.target.empty()) {
        text(ui, tile.target, style_of(tile.standing, TextStyle::small));
        tooltip(ui, tile.target_help);
    }
    if (!tile.change.empty()) {
        text(ui, tile.change,
             tile.tone == Tone::better  ? TextStyle::good
             : tile.tone == Tone::worse ? TextStyle::bad
                                        : TextStyle::small);
        tooltip(ui, tile.change_help);
    } else if (tile.target.empty())
        text(ui, " ", TextStyle::small);
    draw_course(tile, ui);
}

} // namespace switchroom::gui
