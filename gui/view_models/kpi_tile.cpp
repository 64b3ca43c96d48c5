#include "gui/view_models/kpi_tile.h"

#include "gui/view_models/kpi_text.h"
#include "gui/view_models/text.h"
#include "planner/report/find_figures.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double factor_of(const ExperimentResult& result, const KpiDefinition& kpi)
{
    return kpi.kind == KpiKind::total ? report::period_of(result).factor : 1.0;
}

/// "± 0.42" of "81.13 % ± 0.42".
std::string band_part(const std::string& estimate)
{
    const std::size_t at = estimate.find("±");
    return at == std::string::npos ? std::string() : estimate.substr(at);
}

std::string value_part(const std::string& estimate)
{
    const std::size_t at = estimate.find(" ±");
    return at == std::string::npos ? estimate : estimate.substr(0, at);
}

/// A round end of the scale that holds `value` with room: 1, 2 or 5 times a power of ten.
double round_end(double value)
{
    if (!(value > 0.0))
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (value <= 0.85 * digit * power)
            return digit * power;
    return 10.0 * power;
}

void place(KpiTile& tile, KpiUnit unit, const Estimate& figure, double reference)
{
    const double half = std::isnan(figure.half_width) ? 0.0 : figure.half_width;
    tile.mean = figure.mean;
    tile.low = figure.mean - half;
    tile.high = figure.mean + half;
    const double most = std::max(tile.high, std::isnan(reference) ? 0.0 : reference);
    tile.scale_end = unit == KpiUnit::share ? 1.0 : round_end(most);
}

/// What a ratio of a row weighs in the mean over the week.
double weight_of(const RowResult& row, const KpiDefinition& kpi)
{
    if (kpi.kind == KpiKind::total)
        return 1.0;
    const KpiResult* weight = row.total.find(kpi.scope == KpiScope::group ? "agents_available" : "offered");
    return weight && weight->estimate.mean > 0.0 ? weight->estimate.mean : 0.0;
}

void add_course(KpiTile& tile, const ExperimentResult& result, const report::WeekGrid& grid,
                const KpiDefinition& kpi, Language language)
{
    const std::size_t slots = grid.slots();
    if (result.rows.size() != 7 * slots)
        return;
    std::vector<double> sums(slots, 0.0);
    std::vector<double> weights(slots, 0.0);
    std::size_t first = slots;
    std::size_t last = 0;
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        const std::size_t slot = row % slots;
        const KpiResult* calls = result.rows[row].total.find("attempts");
        if (calls && calls->estimate.mean > 0.0) {
            first = std::min(first, slot);
            last = std::max(last, slot);
        }
        const KpiResult* figure = result.rows[row].total.find(kpi.name);
        if (!figure || std::isnan(figure->estimate.mean))
            continue;
        const double weight = weight_of(result.rows[row], kpi);
        sums[slot] += weight * figure->estimate.mean;
        weights[slot] += weight;
    }
    if (first >= last)
        return;
    for (std::size_t slot = first; slot <= last; ++slot)
        tile.by_time.push_back(weights[slot] > 0.0
                                   ? sums[slot] / (kpi.kind == KpiKind::total ? 1.0 : weights[slot])
                                   : undefined);
    tile.times = filled(Text::overview_by_time, language, grid.time(first),
                        last + 1 == slots ? std::string("24:00") : grid.time(last + 1));
}

Tone tone_of(const Estimate& change, KpiGood good)
{
    if (good == KpiGood::neither || std::isnan(change.half_width) ||
        std::abs(change.mean) <= change.half_width)
        return Tone::none;
    return (change.mean > 0.0) == (good == KpiGood::higher) ? Tone::better : Tone::worse;
}

void tell_change(KpiTile& tile, KpiUnit unit, const Estimate& change, KpiGood good, const std::string& words,
                 const Locale& locale)
{
    if (std::isnan(change.mean) || change.mean == 0.0) // the same callers fared the same: nothing to tell
        return;
    tile.change = value_part(show_difference(unit, change.mean, change.half_width, locale));
    tile.change_help = fmt::format(fmt::runtime(words), tile.change);
    tile.tone = tone_of(change, good);
}

std::string percent(double share, const Locale& locale)
{
    return show_number(100.0 * share, 0, locale) + "\u00a0%";
}

std::string targets_help(const ExperimentResult& result, double wanted, const Locale& locale)
{
    std::string each;
    for (const MeasuredContact& contact : result.centre.contacts)
        if (contact.in_total && !std::isnan(contact.target_share))
            each += (each.empty() ? "" : ", ") + contact.name + " " + percent(contact.target_share, locale);
    return filled(Text::overview_targets_help, locale.language, each, percent(wanted, locale));
}

Text target_text(Standing standing)
{
    switch (standing) {
    case Standing::kept:
        return Text::overview_target_kept;
    case Standing::missed:
        return Text::overview_target_missed;
    case Standing::close:
        return Text::overview_target_close;
    case Standing::no_target:
        break;
    }
    return Text::overview_target;
}

} // namespace

double wanted_level(const ExperimentResult& result)
{
    double sum = 0.0;
    double weights = 0.0;
    const std::size_t contacts = std::min(result.centre.contacts.size(), result.contacts.size());
    for (std::size_t c = 0; c < contacts; ++c) {
        const MeasuredContact& contact = result.centre.contacts[c];
        const KpiResult* offered = result.contacts[c].find("offered");
        if (!contact.in_total || std::isnan(contact.target_share) || !offered)
            continue;
        sum += contact.target_share * offered->estimate.mean;
        weights += offered->estimate.mean;
    }
    return weights > 0.0 ? sum / weights : undefined;
}

WantedSpan wanted_span(const ExperimentResult& result)
{
    WantedSpan span;
    for (const MeasuredContact& contact : result.centre.contacts)
        if (contact.in_total && !std::isnan(contact.target_share)) {
            span.low = std::isnan(span.low) ? contact.target_share : std::min(span.low, contact.target_share);
            span.high =
                std::isnan(span.high) ? contact.target_share : std::max(span.high, contact.target_share);
        }
    return span;
}

std::string span_words(const WantedSpan& span, const Locale& locale)
{
    if (span.low < span.high)
        return show_number(100.0 * span.low, 0, locale) + "–" + percent(span.high, locale);
    return percent(span.low, locale);
}

Standing standing_of(const Estimate& figure, double at_least)
{
    if (std::isnan(at_least) || std::isnan(figure.mean))
        return Standing::no_target;
    const double half = std::isnan(figure.half_width) ? 0.0 : figure.half_width;
    if (figure.mean - half >= at_least)
        return Standing::kept;
    return figure.mean + half < at_least ? Standing::missed : Standing::close;
}

Estimate change_between(const PairSeries& before, const PairSeries& now)
{
    const auto count = static_cast<std::size_t>(std::min(before.count(), now.count()));
    if (count < 2)
        return {undefined, undefined, 0};
    const auto first = [&](const PairSeries& series) {
        const auto end = static_cast<std::ptrdiff_t>(count);
        return PairSeries{{series.numerators.begin(), series.numerators.begin() + end},
                          {series.denominators.begin(), series.denominators.begin() + end}};
    };
    return paired_difference(first(before), first(now));
}

KpiTile kpi_tile(const ExperimentResult& result, const report::WeekGrid& grid, std::string_view name,
                 const TileReference* reference, const Locale& locale)
{
    KpiTile tile;
    tile.name = name;
    const KpiResult* found = result.total.find(name);
    if (!found)
        return tile;
    const KpiDefinition& kpi = *found->kpi;
    const double factor = factor_of(result, kpi);
    const Estimate figure{found->estimate.mean * factor, found->estimate.half_width * factor,
                          found->estimate.n};
    tile.title = kpi_title(kpi, locale.language);
    if (kpi.kind == KpiKind::total && factor != 1.0)
        tile.title = filled(Text::overview_a_month, locale.language, tile.title);
    tile.help = kpi_help(kpi, locale.language);
    const std::string words = show_estimate(kpi.unit, figure, locale);
    tile.value = value_part(words);
    tile.band = band_part(words);
    const KpiResult* before = reference && reference->total ? reference->total->find(name) : nullptr;
    place(tile, kpi.unit, figure, before ? before->estimate.mean * factor : undefined);
    if (name == "service_level") {
        tile.target_at = wanted_level(result);
        tile.standing = standing_of(figure, tile.target_at);
        if (tile.standing != Standing::no_target)
            tile.target =
                filled(target_text(tile.standing), locale.language, span_words(wanted_span(result), locale));
        if (wanted_span(result).low < wanted_span(result).high)
            tile.target_help = targets_help(result, tile.target_at, locale);
    }
    add_course(tile, result, grid, kpi, locale.language);
    if (before) {
        Estimate change = change_between(before->series, found->series);
        change.mean *= factor;
        change.half_width *= factor;
        tell_change(tile, kpi.unit, change, kpi.good, reference->words, locale);
    }
    return tile;
}

KpiTile cost_tile(const ExperimentResult& result, const Estimate& cost, bool is_complete,
                  const TileReference* reference, const Locale& locale)
{
    KpiTile tile;
    tile.name = "cost";
    tile.title =
        text_of(result.centre.days < 7 ? Text::overview_cost_run : Text::overview_cost, locale.language);
    tile.help = text_of(Text::overview_cost_help, locale.language);
    const std::string words = show_estimate(KpiUnit::money, cost, locale);
    tile.value = value_part(words);
    tile.band = band_part(words);
    if (!is_complete)
        tile.target = text_of(Text::overview_cost_wages_only, locale.language);
    place(tile, KpiUnit::money, cost, reference ? reference->cost.mean : undefined);
    if (reference && is_complete)
        tell_change(tile, KpiUnit::money,
                    {cost.mean - reference->cost.mean,
                     std::hypot(cost.half_width, reference->cost.half_width), cost.n},
                    KpiGood::lower, reference->words, locale);
    return tile;
}

} // namespace switchroom::gui
