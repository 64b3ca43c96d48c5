#include "gui/widgets/plot/plot.h"
#include "gui/widgets/imgui_values.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/plot/export.h"
#include "gui/widgets/plot/im_canvas.h"
#include "gui/widgets/plot/interaction.h"
#include "gui/widgets/plot/render.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

using namespace plot;

constexpr float menu_pt = 30.0F;

ImVec2 vec(Point point)
{
    return {point.x, point.y};
}

/// A button without a face, of any size, that the keyboard reaches and the pointer lights up.
bool bare_button(Ui& ui, const char* id, const Rect& rect)
{
    ImGui::SetCursorScreenPos(vec(rect.min));
    const Colour hovered = ui.look().hovered.with_alpha(140);
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, vec(hovered));
    const bool pressed =
        ImGui::Button(id, ImVec2(std::max(rect.width(), 1.0F), std::max(rect.height(), 1.0F)));
    ImGui::PopStyleColor(2);
    return pressed;
}

void legend_buttons(Ui& ui, const Figure& figure, const Layout& layout, PlotState& state)
{
    for (std::size_t i = 0; i < layout.legend.size(); ++i) {
        const Entry& entry = figure.legend[i];
        ImGui::PushID(static_cast<int>(i));
        if (bare_button(ui, "##entry", layout.legend[i])) {
            if (entry.shown)
                state.hidden.insert(entry.name);
            else
                state.hidden.erase(entry.name);
        }
        note_item(ui, ItemKind::checkbox, entry.name, entry.shown ? "on" : "off");
        ImGui::PopID();
    }
}

/// True in the frame in which the entry was chosen.
bool menu_entry(Ui& ui, Text words, bool enabled = true)
{
    const bool chosen = ImGui::MenuItem(ui.say(words), nullptr, false, enabled);
    note_item(ui, ItemKind::menu, ui.say(words));
    ui.items.last_enabled(enabled);
    return chosen;
}

void copy_csv(Ui& ui, const PlotSpec& spec)
{
    // Spreadsheets of a French setting split at semicolons and read decimal commas.
    const bool french = ui.locale.language == Language::french;
    ImGui::SetClipboardText(
        to_csv(spec, french ? report::CsvStyle::semicolon : report::CsvStyle::comma).c_str());
    ui.wishes.notices.emplace_back(ui.say(Text::plot_copied));
}

void menu(Ui& ui, const PlotSpec& spec, const Figure& figure, const Rect& whole, PlotState& state)
{
    const float width = ui.px(menu_pt);
    const Rect rect{{whole.max.x - width, whole.min.y}, {whole.max.x, whole.min.y + ui.px(24)}};
    if (bare_button(ui, "##menu", rect))
        ImGui::OpenPopup("menu");
    const std::string name =
        spec.title.empty() ? std::string(ui.say(Text::plot_menu)) : ui.say(Text::plot_menu_of, spec.title);
    note_item(ui, ItemKind::menu, name);
    tooltip(ui, name);
    const float radius = std::max(1.5F, ui.px(1.6F));
    for (int i = -1; i <= 1; ++i)
        ImGui::GetWindowDrawList()->AddCircleFilled(
            ImVec2(rect.centre().x + static_cast<float>(i) * ui.px(5), rect.centre().y), radius,
            ui.look().muted.packed());
    if (!ImGui::BeginPopup("menu"))
        return;
    if (menu_entry(ui, Text::plot_copy_csv))
        copy_csv(ui, spec);
    if (menu_entry(ui, Text::plot_save_svg))
        ui.wishes.save_texts.push_back(
            {file_stem(spec.title) + ".svg",
             to_svg(spec, ui.look(), ui.locale, std::max(whole.width() / ui.scale, 200.0F),
                    std::max(whole.height() / ui.scale, 150.0F), state)});
    state.png_wanted |= menu_entry(ui, Text::plot_save_png);
    ImGui::Separator();
    if (menu_entry(ui, Text::plot_zoom_in))
        zoom_by(figure, state, 0.6);
    if (menu_entry(ui, Text::plot_zoom_out, state.zoomed()))
        zoom_by(figure, state, 1.0 / 0.6);
    if (menu_entry(ui, Text::plot_show_all, state.zoomed())) {
        state.x.reset();
        state.y.reset();
    }
    ImGui::EndPopup();
}

Rect wanted_rect(const Ui& ui, float width_pt, float height_pt)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 left = ImGui::GetContentRegionAvail();
    const float width = width_pt > 0.0F ? ui.px(width_pt) : left.x;
    const float height = height_pt > 0.0F ? ui.px(height_pt) : std::max(left.y, ui.px(180));
    return {{at.x, at.y}, {at.x + std::max(width, 1.0F), at.y + std::max(height, 1.0F)}};
}

Layout lay_out_in_window(const Ui& ui, const ImCanvas& canvas, const PlotSpec& spec, const Figure& figure,
                         const Rect& whole, const PlotState& state)
{
    return lay_out(canvas, figure, whole,
                   {.title = spec.title,
                    .caption = spec.caption,
                    .x = state.x.value_or(figure.x.all),
                    .y = state.y.value_or(figure.y.all),
                    .menu_width = ui.px(menu_pt + 4)},
                   ui.locale);
}

/// The area as a button that takes the pointer; returns what is under it.
std::optional<Tip> area_button(const PlotSpec& spec, const Figure& figure, const Layout& layout,
                               const Look& look, PlotState& state)
{
    ImGui::SetCursorScreenPos(vec(layout.area.min));
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav,
                        true); // the menu does for the keyboard what the pointer does here
    ImGui::InvisibleButton("##area", ImVec2(layout.area.width(), layout.area.height()),
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
    ImGui::PopItemFlag();
    follow_pointer(figure, layout, state);
    if (!ImGui::IsItemHovered() || state.drag != PlotDrag::none)
        return std::nullopt;
    const ImVec2 at = ImGui::GetIO().MousePos;
    return tip_at(spec, look, layout.x.value(at.x), layout.y.value(at.y));
}

/// The cell that somebody chose: framed, and an item with its figure.
void draw_chosen(Ui& ui, Canvas& canvas, const PlotSpec& spec, const Figure& figure, const Layout& layout,
                 const PlotState& state)
{
    const auto* map = std::get_if<report::HeatMap>(&spec.plot);
    if (!map || !state.chosen || state.chosen->row >= map->rows.size() ||
        state.chosen->column >= map->columns.size())
        return;
    const std::size_t box = state.chosen->row * map->columns.size() + state.chosen->column;
    if (box >= figure.boxes.size())
        return;
    const Rect rect = pixels_of(figure.boxes[box], layout);
    canvas.clip(layout.area);
    canvas.frame(rect, ui.look().text, canvas.px(2));
    canvas.unclip();
    ui.items.add({.kind = ItemKind::cell,
                  .label = map->rows[state.chosen->row] + " " + map->columns[state.chosen->column],
                  .value = figure.boxes[box].text,
                  .rect = rect});
}

void note_plot(Ui& ui, const char* id, const PlotSpec& spec, const Figure& figure)
{
    note_item(ui, ItemKind::plot, spec.title.empty() ? std::string(id) : spec.title,
              figure.empty ? std::string(ui.say(Text::plot_no_data)) : figure.summary);
}

} // namespace

void draw_plot(Ui& ui, const char* id, const PlotSpec& spec, PlotState& state, float width_pt,
               float height_pt)
{
    ImGui::PushID(id);
    const Rect whole = wanted_rect(ui, width_pt, height_pt);
    const bool picture = state.png_wanted && !ImGui::IsPopupOpen("menu");
    if (picture) {
        ui.wishes.save_png = SavePng{whole, file_stem(spec.title) + ".png"};
        state.png_wanted = false;
    }
    const Look look{&ui.look(), ui.locale, &state.hidden};
    const Figure figure = figure_of(spec, look);
    ImCanvas canvas(ui);
    const Layout layout = lay_out_in_window(ui, canvas, spec, figure, whole, state);
    std::optional<Tip> tip;
    state.clicked.reset();
    if (!figure.empty && layout.drawable)
        tip = area_button(spec, figure, layout, look, state);
    draw_figure(canvas, figure, layout, ui.look(), ui.say(Text::plot_no_data));
    if (!figure.empty && layout.drawable)
        draw_chosen(ui, canvas, spec, figure, layout, state);
    const bool all_hidden = std::none_of(figure.legend.begin(), figure.legend.end(),
                                         [](const Entry& entry) { return entry.shown; });
    if (all_hidden && !figure.legend.empty() && !figure.empty)
        draw_words(canvas, layout, ui.look(), ui.say(Text::plot_all_hidden));
    if (picture)
        tip.reset();
    if (tip)
        draw_hover(canvas, layout, *tip, ui.look());
    if (layout.drawable)
        draw_drag(canvas, layout, state, ui.look());
    legend_buttons(ui, figure, layout, state);
    menu(ui, spec, figure, whole, state);
    if (tip)
        show_tip(ui, *tip);
    ImGui::SetCursorScreenPos(vec(whole.min));
    ImGui::Dummy(ImVec2(whole.width(), whole.height()));
    note_plot(ui, id, spec, figure);
    ImGui::PopID();
}

} // namespace switchroom::gui
