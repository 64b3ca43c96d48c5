#include "gui/panels/erlang_panel.h"

#include "gui/view_models/erlang_words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"
#include "gui/widgets/text_table.h"

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr float plot_height = 270.0F; ///< points

void draw_conditions(ErlangView& view, Ui& ui)
{
    checkbox(ui, ui.say(Text::erlang_starts_empty), view.starts_empty);
    tooltip(ui, ui.say(Text::erlang_starts_empty_tip));
    beside(ui, 18.0F);
    checkbox(ui, ui.say(Text::erlang_mixed_patience), view.mixed_patience);
    tooltip(ui, ui.say(Text::erlang_mixed_patience_tip));
    beside(ui, 18.0F);
    checkbox(ui, ui.say(Text::erlang_uneven), view.uneven_load);
    tooltip(ui, ui.say(Text::erlang_uneven_tip));
}

std::string exact_text(KpiUnit unit, const Estimate& value, Ui& ui)
{
    return std::isnan(value.mean) ? std::string(ui.say(Text::erlang_no_answer))
                                  : show_figure(unit, value.mean, ui.locale);
}

std::string simulated_text(KpiUnit unit, const Estimate& value, Ui& ui)
{
    return value.n == 0 ? std::string("…") : show_estimate(unit, value, ui.locale);
}

TextRow row_of(const std::string& title, KpiUnit unit, Estimate HourFigures::*figure, const HourPoint& point,
               Ui& ui)
{
    return {{title, exact_text(unit, point.c.*figure, ui), exact_text(unit, point.a.*figure, ui),
             simulated_text(unit, point.simulated.*figure, ui)}};
}

void draw_table(const HourPicture& picture, Ui& ui)
{
    const HourPoint& here = picture.here();
    const std::array columns{
        TextColumn{.heading = {}, .share = 1.7F},
        TextColumn{.heading = ui.say(Text::erlang_by_c), .is_number = true},
        TextColumn{.heading = ui.say(Text::erlang_by_a), .is_number = true, .share = 0.8F},
        TextColumn{.heading = ui.say(Text::erlang_by_simulation), .is_number = true, .share = 1.3F}};
    std::vector<TextRow> rows{
        row_of(result_title("service_level", picture.hour.within_s, ui.locale), KpiUnit::share,
               &HourFigures::service_level, here, ui),
        row_of(result_title("asa_s", 0.0, ui.locale), KpiUnit::seconds, &HourFigures::asa_s, here, ui),
        row_of(result_title("probability_abandon", 0.0, ui.locale), KpiUnit::share, &HourFigures::abandonment,
               here, ui)};
    rows.front().strong = true;
    text_table(ui, "erlang hour", columns, rows);
}

} // namespace

void draw_erlang_hour(ErlangView& view, Ui& ui)
{
    const Card card(ui, ui.say(Text::erlang_hour));
    const HourPicture* picture = view.hour();
    if (picture == nullptr)
        return paragraph(ui, ui.say(Text::erlang_need_hour), TextStyle::muted);
    draw_conditions(view, ui);
    gap(ui, 4.0F);
    Columns columns(ui, "erlang hour columns", {1.0F, 1.05F});
    columns.next();
    draw_table(*picture, ui);
    if (view.hour_is_busy())
        text(ui, ui.say(Text::erlang_simulating), TextStyle::small);
    gap(ui, 4.0F);
    text(ui, ui.say(Text::erlang_why), TextStyle::strong);
    for (const std::string& reason : reasons(*picture, ui.locale))
        paragraph(ui, reason);
    for (const Diagnostic& problem : picture->problems)
        paragraph(ui, to_text(problem), TextStyle::bad);
    columns.next();
    draw_plot(ui, "erlang plot", hour_plot(*picture, ui.locale), view.panel.service_level, 0.0F, plot_height);
}

} // namespace switchroom::gui
