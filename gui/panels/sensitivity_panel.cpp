#include "gui/panels/sensitivity_panel.h"

#include "gui/view_models/compare_words.h"
#include "gui/widgets/field_row.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

void draw_choices(SensitivityView& view, Ui& ui)
{
    std::vector<std::string> figures;
    for (const std::string& name : SensitivityView::figure_names())
        figures.push_back(figure_title(name, ui.locale.language));
    int figure = static_cast<int>(view.figure);
    if (choice(ui, ui.say(Text::sensitivity_figure), figures, figure, 300))
        view.figure = static_cast<std::size_t>(figure);
    beside(ui, 16);
    std::vector<std::string> changes;
    for (const double share : SensitivityView::changes())
        changes.push_back("± " + show_number(100.0 * share, 0, ui.locale) + " %");
    int change = static_cast<int>(view.change);
    if (choice(ui, ui.say(Text::sensitivity_change), changes, change, 140))
        view.change = static_cast<std::size_t>(change);
    beside(ui, 16);
    if (button_in_row(ui, ui.say(Text::promise_more_precise), view.can_be_more_precise()))
        view.be_more_precise();
    tooltip(ui, ui.say(Text::sensitivity_more_precise_tip));
}

void draw_progress(const SensitivityView& view, Ui& ui)
{
    if (view.is_finished())
        return;
    const char* words = ui.say(view.is_pricing() ? Text::sensitivity_pricing : Text::sensitivity_working);
    text(ui, words, TextStyle::muted);
    progress_bar(ui, view.share_done(), words);
}

void draw_table(const SensitivityView& view, Ui& ui)
{
    const std::string change = show_number(100.0 * view.figures()->order.change, 0, ui.locale) + " %";
    FigureTable table(ui, "levers",
                      {{ui.say(Text::sensitivity_assumption), 1.6F},
                       {ui.say(Text::sensitivity_lower, change), 0.9F},
                       {ui.say(Text::sensitivity_change_column), 1.1F},
                       {ui.say(Text::sensitivity_higher, change), 0.9F},
                       {ui.say(Text::sensitivity_change_column), 1.1F}});
    for (const SensitivityRow& row : view.rows()) {
        table.row();
        table.cell(row.lever);
        tooltip(ui, row.help);
        table.cell(row.lower);
        table.cell(row.lower_change, row.lower_is_clear ? TextStyle::strong : TextStyle::muted);
        table.cell(row.higher);
        table.cell(row.higher_change, row.higher_is_clear ? TextStyle::strong : TextStyle::muted);
    }
}

} // namespace

void draw_sensitivity(SensitivityView& view, Desk&, Ui& ui)
{
    draw_choices(view, ui);
    gap(ui, 8);
    if (view.figures() && !view.figures()->problems.empty()) {
        paragraph(ui, view.figures()->problems.front().message, TextStyle::bad);
        return;
    }
    if (!view.failure().empty()) {
        paragraph(ui, view.failure(), TextStyle::bad);
        return;
    }
    if (!view.has_figure())
        return draw_progress(view, ui);
    if (!view.lead().empty())
        paragraph(ui, view.lead(), TextStyle::strong);
    draw_progress(view, ui);
    gap(ui, 6);
    {
        Card card(ui, "");
        draw_plot(ui, "tornado", view.plot(), view.plot_state, 0, 290);
    }
    gap(ui, 12);
    Card card(ui, "");
    draw_table(view, ui);
    gap(ui, 4);
    const SensitivityFigures& figures = *view.figures();
    paragraph(ui, ui.say(Text::sensitivity_note, figures.replications), TextStyle::small);
    if (view.terms() > 0)
        paragraph(ui, ui.say(Text::sensitivity_terms, view.terms()), TextStyle::small);
    for (const std::string& note : view.notes())
        paragraph(ui, note, TextStyle::small);
}

} // namespace switchroom::gui
