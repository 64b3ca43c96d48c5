#include "gui/panels/compare_panel.h"

#include "gui/widgets/field_row.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <array>
#include <vector>

namespace switchroom::gui {

namespace {

TextStyle style_of(Effect effect)
{
    switch (effect) {
    case Effect::better:
        return TextStyle::good;
    case Effect::worse:
        return TextStyle::bad;
    case Effect::different:
        return TextStyle::body;
    case Effect::unclear:
        break;
    }
    return TextStyle::muted;
}

std::vector<TableHeading> headings_of(const CompareView& view, const Ui& ui, Text first)
{
    std::vector<TableHeading> headings{{ui.say(first)}};
    for (std::size_t s = 0; s < view.figures()->runs.size(); ++s)
        headings.push_back(
            {name_of(*view.figures(), s), 1.3F, static_cast<int>(view.position_of(s)), s == 0});
    return headings;
}

/// So many scenarios leave room for a column of changes beside each.
constexpr std::size_t most_with_columns = 3;

TextStyle style_of_change(const CompareCell& cell)
{
    return cell.effect == Effect::unclear ? TextStyle::small : style_of(cell.effect);
}

std::string words_of_change(const CompareCell& cell)
{
    return cell.change.empty() ? std::string() : cell.change + "  " + cell.word;
}

void draw_rows(const CompareView& view, Ui& ui)
{
    const bool has_columns = view.figures()->runs.size() <= most_with_columns;
    std::vector<TableHeading> headings = headings_of(view, ui, Text::compare_figure);
    if (has_columns)
        for (std::size_t s = view.figures()->runs.size() - 1; s > 0; --s)
            headings.insert(headings.begin() + static_cast<std::ptrdiff_t>(s) + 2,
                            {ui.say(Text::compare_change), 1.1F});
    FigureTable table(ui, "figures", headings);
    for (const CompareRow& row : view.rows()) {
        table.row();
        table.cell(row.title);
        tooltip(ui, row.help);
        for (std::size_t s = 0; s < row.cells.size(); ++s) {
            const CompareCell& cell = row.cells[s];
            table.cell(cell.value, TextStyle::strong);
            if (has_columns && s > 0)
                table.cell(words_of_change(cell), style_of_change(cell));
            else
                table.more(words_of_change(cell), style_of_change(cell));
        }
    }
}

void draw_figures(CompareView& view, Ui& ui)
{
    std::vector<std::string> scopes = view.scopes();
    scopes.front() = ui.say(Text::compare_all_calls);
    int scope = static_cast<int>(view.scope);
    if (choice(ui, ui.say(Text::compare_scope), scopes, scope, 220))
        view.scope = static_cast<std::size_t>(scope);
    beside(ui, 20);
    checkbox_in_row(ui, ui.say(Text::compare_every_figure), view.every_figure);
    gap(ui, 4);
    draw_rows(view, ui);
    gap(ui, 4);
    paragraph(ui, ui.say(Text::compare_table_note, view.figures()->replications), TextStyle::small);
}

/// Which of several others the costs and the break-even are about.
void choose_other(CompareView& view, Ui& ui)
{
    std::vector<std::string> names;
    for (std::size_t s = 1; s < view.figures()->runs.size(); ++s)
        names.push_back(name_of(*view.figures(), s));
    int chosen = static_cast<int>(view.other) - 1;
    if (choice(ui, ui.say(Text::compare_with), names, chosen, 380))
        view.other = static_cast<std::size_t>(chosen) + 1;
}

void draw_costs(CompareView& view, Ui& ui)
{
    choose_other(view, ui);
    if (!view.costs_known()) {
        text(ui, ui.say(Text::compare_cost_open), TextStyle::muted);
        return;
    }
    gap(ui, 4);
    draw_plot(ui, "waterfall", view.waterfall(), view.waterfall_state, 0, 280);
    gap(ui, 8);
    {
        FigureTable table(
            ui, "costs",
            {{ui.say(Text::compare_cost_line), 1.6F},
             {name_of(*view.figures(), 0), 1.0F, static_cast<int>(view.position_of(0)), true},
             {name_of(*view.figures(), view.other), 1.0F, static_cast<int>(view.position_of(view.other))},
             {ui.say(Text::compare_change), 0.9F}});
        for (const CostRow& row : view.cost_rows()) {
            const TextStyle style = row.is_total ? TextStyle::strong : TextStyle::body;
            table.row();
            table.cell(row.name, style);
            table.cell(row.base, style);
            table.cell(row.other, style);
            table.cell(row.change, style);
        }
    }
    paragraph(ui, ui.say(Text::compare_cost_note, terms_of_invoice), TextStyle::small);
}

void draw_break_even(CompareView& view, Ui& ui)
{
    choose_other(view, ui);
    beside(ui, 14);
    std::vector<std::string> figures;
    for (const std::string& figure : CompareView::even_figures())
        figures.push_back(figure_title(figure, ui.locale.language));
    int chosen = static_cast<int>(view.even_figure);
    if (choice(ui, ui.say(Text::compare_even_figure), figures, chosen, 260))
        view.even_figure = static_cast<std::size_t>(chosen);
    beside(ui, 14);
    if (button_in_row(ui, ui.say(Text::promise_more_precise), view.can_be_more_precise()))
        view.be_more_precise();
    tooltip(ui, ui.say(Text::compare_even_more_tip));
    gap(ui, 6);
    const BreakEvenFigures* even = view.break_even();
    if (!view.even_failure().empty()) {
        paragraph(ui, view.even_failure(), TextStyle::bad);
        return;
    }
    if (!view.is_even_final()) {
        text(ui, ui.say(Text::compare_even_working), TextStyle::muted);
        progress_bar(ui, view.even_share_done(), ui.say(Text::compare_even_working));
    }
    if (!even)
        return;
    if (!even->problems.empty()) {
        paragraph(ui, even->problems.front().message, TextStyle::bad);
        return;
    }
    for (const std::string& sentence : view.even_sentences())
        paragraph(ui, sentence, TextStyle::strong);
    gap(ui, 4);
    draw_plot(ui, "break-even", view.even_plot(), view.even_state, 0, 320);
    text(ui, ui.say(Text::compare_even_runs, even->replications), TextStyle::small);
}

void draw_chances(CompareView& view, Ui& ui)
{
    paragraph(ui, ui.say(Text::compare_chance_lead), TextStyle::muted);
    gap(ui, 4);
    {
        FigureTable table(ui, "chances", headings_of(view, ui, Text::compare_by));
        for (const ChanceRow& row : view.chances()) {
            table.row();
            table.cell(row.title);
            for (std::size_t s = 0; s < row.on_average.size(); ++s) {
                table.cell(row.on_average[s], s == row.best ? TextStyle::strong : TextStyle::body);
                table.more(std::string(ui.say(Text::compare_in_a_run)) + " " + row.in_a_run[s]);
            }
        }
    }
    gap(ui, 4);
    paragraph(ui, ui.say(Text::compare_chance_note), TextStyle::small);
}

void draw_tab(CompareView& view, Ui& ui)
{
    switch (view.tab) {
    case CompareTab::figures:
        draw_figures(view, ui);
        break;
    case CompareTab::costs:
        draw_costs(view, ui);
        break;
    case CompareTab::break_even:
        draw_break_even(view, ui);
        break;
    case CompareTab::chances:
        draw_chances(view, ui);
        break;
    }
}

} // namespace

void draw_compare(CompareView& view, Desk& desk, Ui& ui)
{
    draw_compared_scenarios(view, desk, ui);
    if (view.scenarios().size() < 2 || !view.figures())
        return;
    gap(ui, 12);
    if (view.figures()->runs.size() < 2) {
        text(ui, ui.say(Text::compare_working), TextStyle::muted);
        return;
    }
    for (std::size_t s = 0; s < view.leads().size() && s + 1 < view.figures()->runs.size(); ++s) {
        series_dot(ui, view.position_of(s + 1));
        paragraph(ui, view.leads()[s]);
    }
    gap(ui, 10);
    const std::array<std::string, 4> tabs{ui.say(Text::compare_tab_figures), ui.say(Text::compare_tab_costs),
                                          ui.say(Text::compare_tab_even), ui.say(Text::compare_tab_chances)};
    int tab = static_cast<int>(view.tab);
    if (segments(ui, "tabs", tabs, tab))
        view.tab = static_cast<CompareTab>(tab);
    gap(ui, 8);
    Card card(ui, "");
    draw_tab(view, ui);
}

} // namespace switchroom::gui
