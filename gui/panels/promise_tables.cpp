#include "gui/panels/promise_tables.h"

#include "gui/view_models/promise_words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/text_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace switchroom::gui {

void draw_clause_figures(const ClauseVerdict& clause, const SlaClause& terms, Ui& ui)
{
    const Locale& locale = ui.locale;
    const std::string window = window_word(clause.window, false, locale);
    const double bad = clause.less_is_better ? clause.figure_p95 : clause.figure_p05;
    const std::array columns{TextColumn{.heading = {}, .share = 1.7F},
                             TextColumn{.heading = {}, .is_number = true}};
    std::vector<TextRow> rows{
        {{ui.say(Text::promise_probability), show_figure(KpiUnit::share, clause.probability, locale)}, true},
        {{ui.say(Text::promise_promised), show_clause_figure(clause, clause.promise, locale)}},
        {{ui.say(Text::promise_mean_figure), show_clause_figure(clause, clause.mean_figure, locale)}},
        {{ui.say(Text::promise_bad_figure, window), show_clause_figure(clause, bad, locale)}},
    };
    if (terms.credit) {
        rows.push_back({{ui.say(Text::promise_credit_mean, window),
                         show_estimate(KpiUnit::money, clause.credit, locale)}});
        rows.push_back(
            {{ui.say(Text::promise_credit_p95), show_figure(KpiUnit::money, clause.credit_p95, locale)}});
    }
    text_table(ui, "clause figures", columns, rows);
    if (const std::string spread = spread_words(clause, locale); !spread.empty())
        paragraph(ui, spread, TextStyle::small);
    if (!terms.credit)
        paragraph(ui, ui.say(Text::promise_no_credit), TextStyle::small);
}

namespace {

/// "today", "least", or nothing.
std::string mark_of(const StaffingCurve& curve, std::size_t point, Ui& ui)
{
    std::string mark;
    if (curve.points[point].factor == 1.0)
        mark = ui.say(Text::promise_today);
    if (static_cast<int>(point) == curve.least)
        mark += (mark.empty() ? "" : ", ") + std::string(ui.say(Text::promise_least_mark));
    return mark;
}

} // namespace

void draw_staffings(const PromiseView& view, Ui& ui)
{
    const Card card(ui, ui.say(Text::promise_staffings));
    const Locale& locale = ui.locale;
    const StaffingCurve& curve = view.picture()->curve;
    const std::size_t chosen = view.chosen_clause();
    const std::string window = window_word(curve.points.front().clauses[chosen].window, false, locale);
    const bool has_credit = view.clause_terms()->credit.has_value();
    const auto& vendors = view.picture()->study.vendors;
    const bool is_priced = std::any_of(vendors.begin(), vendors.end(),
                                       [](const VendorInvoice& vendor) { return vendor.is_priced; });
    std::vector<TextColumn> columns{{ui.say(Text::promise_hours_a_week), true, 1.0F},
                                    {ui.say(Text::promise_most_at_once), true, 1.0F},
                                    {{}, false, 0.9F},
                                    {ui.say(Text::promise_kept_column), true, 1.0F},
                                    {"95 %", true, 1.2F}};
    if (has_credit)
        columns.push_back({ui.say(Text::promise_credit_column, window), true, 1.0F});
    if (is_priced)
        columns.push_back({ui.say(Text::promise_month_costs), true, 1.0F});
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const StaffingPoint& point = curve.points[i];
        const ClauseVerdict& verdict = point.clauses[chosen];
        TextRow row{{show_number(point.hours_a_week, 1, locale), std::to_string(point.most_agents),
                     mark_of(curve, i, ui), show_figure(KpiUnit::share, verdict.probability, locale),
                     show_figure(KpiUnit::share, verdict.interval_95.low, locale) + " – " +
                         show_figure(KpiUnit::share, verdict.interval_95.high, locale)},
                    static_cast<int>(i) == curve.least};
        if (has_credit)
            row.cells.push_back(show_figure(KpiUnit::money, verdict.credit.mean, locale));
        if (is_priced)
            row.cells.push_back(show_figure(KpiUnit::money, point.invoice, locale));
        rows.push_back(std::move(row));
    }
    text_table(ui, "staffings", columns, rows);
}

void draw_invoices(const PromiseStudy& study, Ui& ui)
{
    const Locale& locale = ui.locale;
    const std::array columns{
        TextColumn{.heading = ui.say(Text::promise_line), .share = 2.4F},
        TextColumn{.heading = ui.say(Text::promise_quantity), .is_number = true},
        TextColumn{.heading = ui.say(Text::promise_unit)},
        TextColumn{.heading = ui.say(Text::promise_price), .is_number = true},
        TextColumn{.heading = ui.say(Text::promise_amount), .is_number = true, .share = 1.4F}};
    for (const VendorInvoice& vendor : study.vendors) {
        const Card card(ui, ui.say(Text::promise_invoice, vendor.vendor));
        if (!vendor.is_priced && vendor.lines.empty()) {
            paragraph(ui, ui.say(Text::promise_no_price), TextStyle::muted);
            continue;
        }
        std::vector<TextRow> rows;
        for (const VendorInvoice::Line& line : vendor.lines) {
            const bool counted = !line.unit.empty();
            rows.push_back({{line.item, counted ? show_number(line.quantity, 1, locale) : "", line.unit,
                             counted ? show_number(line.unit_price, 2, locale) : "",
                             show_estimate(KpiUnit::money, line.amount, locale)}});
        }
        rows.push_back(
            {{ui.say(Text::promise_total), "", "", "", show_estimate(KpiUnit::money, vendor.monthly, locale)},
             true});
        text_table(ui, vendor.vendor.c_str(), columns, rows);
        paragraph(ui,
                  ui.say(Text::promise_invoice_p95, show_figure(KpiUnit::money, vendor.monthly_p95, locale)),
                  TextStyle::small);
    }
}

} // namespace switchroom::gui
