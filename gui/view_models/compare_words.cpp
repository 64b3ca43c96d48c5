#include "gui/view_models/compare_words.h"

#include "gui/view_models/kpi_text.h"
#include "gui/view_models/text.h"
#include "planner/report/find_figures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui {

namespace {

/// What a choice between receptions hangs on.
constexpr std::array<std::string_view, 9> deciding{
    "answer_rate",  "answer_rate_of_attempts", "service_level", "abandonment_rate", "asa_s",
    "lost_callers", "message_on_time",         "occupancy",     "paid_hours"};

Effect effect_of(bool is_clear, double mean, KpiGood good)
{
    if (!is_clear)
        return Effect::unclear;
    if (good == KpiGood::neither)
        return Effect::different;
    return (mean > 0.0) == (good == KpiGood::higher) ? Effect::better : Effect::worse;
}

std::string word_of(Effect effect, double mean, Language language)
{
    switch (effect) {
    case Effect::better:
        return text_of(Text::compare_better, language);
    case Effect::worse:
        return text_of(Text::compare_worse, language);
    case Effect::different:
        return text_of(mean > 0.0 ? Text::compare_higher : Text::compare_lower, language);
    case Effect::unclear:
        break;
    }
    return text_of(Text::compare_unclear, language);
}

double factor_of(const KpiDefinition& kpi, const ExperimentResult& result)
{
    return kpi.kind == KpiKind::total ? report::period_of(result).factor : 1.0;
}

const ScopeResult* scope_of(const ExperimentResult& result, const std::string& scope)
{
    if (scope.empty())
        return &result.total;
    for (const ScopeResult& contact : result.contacts)
        if (contact.name == scope)
            return &contact;
    return nullptr;
}

const Difference* difference_of(const CompareFigures& figures, std::size_t s, const std::string& scope,
                                const KpiDefinition& kpi)
{
    const std::string& scenario = report::result_of(figures.input, s).centre.scenario;
    for (const Difference& difference : figures.input.comparison.differences)
        if (difference.kpi == &kpi && difference.scenario == scenario &&
            (scope.empty() ? difference.scope == "total"
                           : difference.scope == "contact" && difference.name == scope))
            return &difference;
    return nullptr;
}

CompareCell change_cell(const Difference* difference, double factor, const Locale& locale)
{
    CompareCell cell;
    if (!difference)
        return cell;
    const KpiDefinition& kpi = *difference->kpi;
    cell.effect = effect_of(difference->significant, difference->mean, kpi.good);
    cell.change = show_difference(kpi.unit, difference->mean * factor,
                                  difference->half_width_95_simultaneous * factor, locale);
    cell.word = difference->mean == 0.0 && !difference->significant
                    ? std::string(text_of(Text::compare_equal, locale.language))
                    : word_of(cell.effect, difference->mean, locale.language);
    return cell;
}

CompareRow kpi_row(const CompareFigures& figures, const std::string& scope, const KpiDefinition& kpi,
                   const Locale& locale)
{
    CompareRow row{.figure = std::string(kpi.name),
                   .title = kpi_title(kpi, locale.language),
                   .help = kpi_help(kpi, locale.language),
                   .cells = {}};
    const ExperimentResult& base = report::result_of(figures.input, 0);
    if (kpi.kind == KpiKind::total)
        row.title += ", " + period_words(base.centre.days, locale.language);
    for (std::size_t s = 0; s < figures.runs.size(); ++s) {
        const ExperimentResult& result = report::result_of(figures.input, s);
        const double factor = factor_of(kpi, result);
        CompareCell cell =
            s == 0 ? CompareCell{} : change_cell(difference_of(figures, s, scope, kpi), factor, locale);
        const ScopeResult* found = scope_of(result, scope);
        const KpiResult* figure = found ? found->find(kpi.name, kpi.key) : nullptr;
        cell.value = figure ? show_figure(kpi.unit, figure->estimate.mean * factor, locale) : "–";
        row.cells.push_back(std::move(cell));
    }
    return row;
}

CompareRow cost_row(const CompareFigures& figures, const Locale& locale)
{
    const Language language = locale.language;
    CompareRow row{.figure = "cost",
                   .title = figure_title("cost", language) + ", " +
                            period_words(report::result_of(figures.input, 0).centre.days, language),
                   .help = text_of(Text::compare_cost_help, language),
                   .cells = {}};
    for (std::size_t s = 0; s < figures.runs.size(); ++s) {
        CompareCell cell;
        if (!figures.costs_known[s]) {
            cell.value = text_of(Text::compare_cost_pending, language);
            row.cells.push_back(std::move(cell));
            continue;
        }
        cell.value = show_figure(KpiUnit::money, figures.costs[s].total.mean, locale);
        if (s > 0 && figures.costs_known[0]) {
            const Estimate& change = figures.cost_changes[s];
            cell.effect = effect_of(std::abs(change.mean) > change.half_width, change.mean, KpiGood::lower);
            cell.change = show_difference(KpiUnit::money, change.mean, change.half_width, locale);
            cell.word = word_of(cell.effect, change.mean, language);
        }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

bool is_shown(const KpiDefinition& kpi, const CompareFigures& figures, const std::string& scope, bool all)
{
    if (kpi.unit == KpiUnit::money && kpi.scope != KpiScope::contact)
        return all;
    if (!all && (!kpi.key.empty() || std::find(deciding.begin(), deciding.end(), kpi.name) == deciding.end()))
        return false;
    for (std::size_t s = 0; s < figures.runs.size(); ++s) {
        const ScopeResult* found = scope_of(report::result_of(figures.input, s), scope);
        const KpiResult* figure = found ? found->find(kpi.name, kpi.key) : nullptr;
        if (figure && figure->series.count() > 0 && !std::isnan(figure->estimate.mean) &&
            figure->estimate.mean != 0.0)
            return true;
    }
    return false;
}

double amount_of(const report::CostTable& costs, const report::CostLine& named)
{
    for (const report::CostLine& line : costs.lines)
        if (line.kind == named.kind && line.name == named.name)
            return line.mean;
    return 0.0;
}

/// The lines of both, each once, in the order of their kinds.
std::vector<report::CostLine> lines_of(const CompareFigures& figures, std::size_t other)
{
    std::vector<report::CostLine> lines = figures.costs[0].lines;
    for (const report::CostLine& line : figures.costs[other].lines)
        if (std::none_of(lines.begin(), lines.end(), [&](const report::CostLine& one) {
                return one.kind == line.kind && one.name == line.name;
            }))
            lines.push_back(line);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    return lines;
}

std::string line_name(const report::CostLine& line, Language language)
{
    return line.kind == report::CostKind::lost_callers ? text_of(Text::compare_lost_callers, language)
                                                       : line.name;
}

} // namespace

const std::string& name_of(const CompareFigures& figures, std::size_t scenario)
{
    return figures.runs[scenario]->loaded->centre.scenario;
}

std::string period_words(int days, Language language)
{
    return days < 7 ? filled(Text::compare_a_run, language, days)
                    : std::string(text_of(Text::compare_a_month, language));
}

std::string figure_title(const std::string& figure, Language language)
{
    for (const KpiScope scope : {KpiScope::contact, KpiScope::group, KpiScope::centre})
        if (const KpiDefinition* kpi = find_kpi(scope, figure))
            return kpi_title(*kpi, language);
    return text_of(Text::compare_cost, language);
}

std::vector<std::string> scopes_of(const CompareFigures& figures)
{
    std::vector<std::string> scopes{""};
    for (const ScopeResult& contact : report::result_of(figures.input, 0).contacts)
        scopes.push_back(contact.name);
    return scopes;
}

std::vector<CompareRow> rows_of(const CompareFigures& figures, const std::string& scope, bool all,
                                const Locale& locale)
{
    std::vector<CompareRow> rows;
    if (scope.empty())
        rows.push_back(cost_row(figures, locale));
    for (const KpiDefinition& kpi : kpi_table())
        if (is_shown(kpi, figures, scope, all))
            rows.push_back(kpi_row(figures, scope, kpi, locale));
    return rows;
}

std::string lead_of(const CompareFigures& figures, std::size_t other, const Locale& locale)
{
    const Language language = locale.language;
    std::string words;
    for (const char* name : {"answer_rate", "service_level"}) {
        const KpiDefinition& kpi = *find_kpi(KpiScope::contact, name);
        const CompareCell cell = change_cell(difference_of(figures, other, "", kpi), 1.0, locale);
        if (cell.effect == Effect::unclear)
            continue;
        words = kpi_title_inside(kpi, language) + " " + cell.change + " (" + cell.word + ")";
        break;
    }
    if (words.empty())
        words = text_of(Text::compare_same_service, language);
    std::string cost = text_of(Text::compare_cost_open, language);
    if (figures.costs_known[0] && figures.costs_known[other]) {
        const Estimate& change = figures.cost_changes[other];
        const std::string amount =
            show_estimate(KpiUnit::money, {std::abs(change.mean), change.half_width, change.n}, locale);
        const std::string period = period_words(report::result_of(figures.input, 0).centre.days, language);
        cost = std::abs(change.mean) <= change.half_width || change.mean == 0.0
                   ? std::string(text_of(Text::compare_same_cost, language))
                   : filled(change.mean < 0.0 ? Text::compare_costs_less : Text::compare_costs_more, language,
                            amount, period);
    }
    return filled(Text::compare_lead, language, name_of(figures, other), name_of(figures, 0), words, cost);
}

std::vector<CostRow> cost_rows_of(const CompareFigures& figures, std::size_t other, const Locale& locale)
{
    std::vector<CostRow> rows;
    const auto money = [&](double amount) { return show_figure(KpiUnit::money, amount, locale); };
    for (const report::CostLine& line : lines_of(figures, other)) {
        const double before = amount_of(figures.costs[0], line);
        const double after = amount_of(figures.costs[other], line);
        rows.push_back({line_name(line, locale.language), money(before), money(after),
                        show_difference(KpiUnit::money, after - before, 0.0, locale), false});
    }
    const Estimate& change = figures.cost_changes[other];
    rows.push_back({text_of(Text::compare_together, locale.language),
                    show_estimate(KpiUnit::money, figures.costs[0].total, locale),
                    show_estimate(KpiUnit::money, figures.costs[other].total, locale),
                    show_difference(KpiUnit::money, change.mean, change.half_width, locale), true});
    return rows;
}

PlotSpec waterfall_of(const CompareFigures& figures, std::size_t other, const Locale& locale)
{
    const Language language = locale.language;
    const std::string period = period_words(report::result_of(figures.input, 0).centre.days, language);
    report::Waterfall plot{.y = {.title = period, .unit = KpiUnit::money, .currency = locale.currency},
                           .steps = {}};
    const auto total = [&](std::size_t s) {
        const Estimate& sum = figures.costs[s].total;
        plot.steps.push_back(
            {name_of(figures, s), sum.mean, sum.half_width > 0.0 ? sum.half_width : report::unknown, true});
    };
    total(0);
    for (const report::CostLine& line : lines_of(figures, other))
        if (const double change = amount_of(figures.costs[other], line) - amount_of(figures.costs[0], line);
            std::abs(change) >= 0.5)
            plot.steps.push_back({line_name(line, language), change, report::unknown, false});
    total(other);
    return {.title = filled(Text::compare_waterfall, language, period),
            .caption = text_of(Text::compare_waterfall_caption, language),
            .plot = std::move(plot)};
}

std::vector<ChanceRow> chance_rows_of(const CompareFigures& figures, const Locale& locale)
{
    std::vector<ChanceRow> rows;
    for (const Contest& contest : figures.contests) {
        ChanceRow row{
            .title = figure_title(contest.figure, locale.language), .on_average = {}, .in_a_run = {}};
        for (std::size_t s = 0; s < contest.chances.size(); ++s) {
            const BestChance& chance = contest.chances[s];
            row.on_average.push_back(show_number(100.0 * chance.on_average, 0, locale) + " %");
            row.in_a_run.push_back(show_number(100.0 * chance.in_a_run, 0, locale) + " %");
            if (chance.on_average > contest.chances[row.best].on_average)
                row.best = s;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace switchroom::gui
