#include "planner/report/sensitivity.h"

#include "planner/report/costs.h"
#include "planner/report/find_figures.h"
#include "planner/sensitivity/break_even.h"

#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::report {

namespace {

/// Better or worse only where zero lies outside of the change's own interval.
Cell change_cell_of(const Estimate& change, const StudiedFigure& figure)
{
    Tone tone = Tone::plain;
    if (std::abs(change.mean) > change.half_width && figure.good != KpiGood::neither)
        tone = (change.mean > 0.0) == (figure.good == KpiGood::higher) ? Tone::better : Tone::worse;
    return difference_cell(figure.unit, change.mean, change.half_width, figure.currency, tone);
}

Cell value_cell(const Estimate& value, const StudiedFigure& figure)
{
    return figure_cell(figure.unit, value, figure.currency);
}

/// How far the figure swings between lower and higher.
double width_of(const Swing& swing)
{
    return std::max({swing.lower.mean, swing.higher.mean, 0.0}) -
           std::min({swing.lower.mean, swing.higher.mean, 0.0});
}

Scale scale_of(const StudiedFigure& figure)
{
    return {.title = figure.title, .unit = figure.unit, .currency = figure.currency};
}

std::string volume_text(double volume)
{
    return fmt::format("{:.0f} %", volume * 100.0);
}

LineSeries line_of(const std::vector<VolumePoint>& points, std::size_t s, const StudiedFigure& figure)
{
    LineSeries line{.name = scenario_name(points.front().input, s), .values = {}, .low = {}, .high = {}};
    for (const VolumePoint& point : points) {
        const Estimate value = value_of(point.input, s, figure);
        const double half_width = std::isnan(value.half_width) ? 0.0 : value.half_width;
        line.values.push_back(value.mean);
        line.low.push_back(value.mean - half_width);
        line.high.push_back(value.mean + half_width);
    }
    return line;
}

DataTable volume_table(const std::vector<VolumePoint>& points, const StudiedFigure& figure)
{
    const ReportInput& first = points.front().input;
    DataTable table{
        .title = "By volume",
        .headings = {"Volume", scenario_name(first, 0), scenario_name(first, 1), "Change"},
        .rows = {},
        .note = "Volume: factor on the arrivals of the scenario, the same callers as far as they come."};
    for (const VolumePoint& point : points)
        table.rows.push_back({text_cell(volume_text(point.volume)),
                              value_cell(value_of(point.input, 0, figure), figure),
                              value_cell(value_of(point.input, 1, figure), figure),
                              change_cell_of(change_of(point.input, 1, figure), figure)});
    return table;
}

std::string sentence_of(const BreakEven& even, const ReportInput& input, const StudiedFigure& figure,
                        double calls)
{
    const bool second_below = even.rises == (figure.good == KpiGood::lower);
    return fmt::format("At {:.1f} % of the volume (95 %: {:.1f} to {:.1f} %), about {:.0f} calls in {}, both "
                       "are equal; below "
                       "it {} is better, above it {}.",
                       even.volume * 100.0, even.low * 100.0, even.high * 100.0, calls * even.volume,
                       period_of(result_of(input, 0)).words, scenario_name(input, second_below ? 1 : 0),
                       scenario_name(input, second_below ? 0 : 1));
}

/// Calls that vendors' people take in scenario s, for its period.
double calls_of_vendors(const ReportInput& input, std::size_t s)
{
    const ExperimentResult& result = result_of(input, s);
    double calls = 0.0;
    for (std::size_t g = 0; g < result.groups.size(); ++g)
        if (const KpiResult* taken = result.groups[g].find("calls_taken");
            taken && result.centre.groups[g].is_vendor)
            calls += taken->estimate.mean * period_of(result).factor;
    return calls;
}

/// What a call of the vendor would have to cost more or less for both to be equal; empty without a vendor.
std::string price_sentence(const ReportInput& input, const StudiedFigure& figure)
{
    const double calls = calls_of_vendors(input, 1) - calls_of_vendors(input, 0);
    if (figure.name != "cost" || !(std::abs(calls) >= 1.0))
        return "";
    const Estimate change = change_of(input, 1, figure);
    const double price = -change.mean / calls;
    return fmt::format("At the whole volume both are equal if each of the {} calls more that a vendor takes "
                       "in {} cost {} {}.",
                       grouped_number(calls, 0), period_of(result_of(input, 0)).words,
                       shown(figure_cell(KpiUnit::money, std::abs(price), change.half_width / std::abs(calls),
                                         figure.currency)),
                       price > 0.0 ? "more" : "less");
}

} // namespace

StudiedFigure studied_figure(const ReportInput& input, const std::string& name)
{
    StudiedFigure figure{
        .name = name, .title = "cost", .noun = "cost", .currency = result_of(input, 0).centre.currency};
    if (const KpiResult* kpi = total_of(input, 0, name)) {
        figure.title = title_of(input, *kpi->kpi);
        figure.noun = kpi->kpi->title;
        figure.unit = kpi->kpi->unit;
        figure.good = kpi->kpi->good;
    } else
        figure.title += ", " + period_of(result_of(input, 0)).words;
    return figure;
}

Estimate value_of(const ReportInput& input, std::size_t s, const StudiedFigure& figure)
{
    return figure.name == "cost" ? costs_of(input, s).total : estimate_of(input, s, figure.name);
}

Estimate change_of(const ReportInput& input, std::size_t s, const StudiedFigure& figure)
{
    if (figure.name == "cost")
        return cost_change(input, s);
    const Cell cell = change_cell(input, s, figure.name);
    return {cell.value, cell.half_width, 0};
}

std::vector<Swing> swings_of(const ReportInput& input, const std::vector<Variation>& variations,
                             const StudiedFigure& figure)
{
    std::vector<Swing> swings;
    for (const Variation& variation : variations)
        swings.push_back({variation, change_of(input, variation.lower, figure),
                          change_of(input, variation.higher, figure)});
    std::stable_sort(swings.begin(), swings.end(),
                     [](const Swing& a, const Swing& b) { return width_of(a) > width_of(b); });
    return swings;
}

Document sensitivity_document(const ReportInput& input, const std::vector<Variation>& variations,
                              const std::string& name, double change)
{
    const StudiedFigure figure = studied_figure(input, name);
    Tornado tornado{.x = scale_of(figure),
                    .base = value_of(input, 0, figure).mean,
                    .low_name = fmt::format("{:.4g} % lower", change * 100.0),
                    .high_name = fmt::format("{:.4g} % higher", change * 100.0),
                    .bars = {}};
    DataTable table{.title = "One assumption at a time",
                    .headings = {"", tornado.low_name, "Change", tornado.high_name, "Change"},
                    .rows = {},
                    .note = fmt::format("As assumed: {}. Every run meets the same callers.",
                                        shown(value_cell(value_of(input, 0, figure), figure)))};
    Bullets notes;
    for (const auto& [variation, lower, higher] : swings_of(input, variations, figure)) {
        const std::string label(to_text(variation.lever));
        tornado.bars.push_back({label, tornado.base + lower.mean, tornado.base + higher.mean});
        table.rows.push_back({text_cell(label), value_cell(value_of(input, variation.lower, figure), figure),
                              change_cell_of(lower, figure),
                              value_cell(value_of(input, variation.higher, figure), figure),
                              change_cell_of(higher, figure)});
        notes.items.insert(notes.items.end(), variation.notes.begin(), variation.notes.end());
    }
    Document document{.title = fmt::format("What the {} hangs on", figure.noun),
                      .subtitle = scenario_name(input, 0),
                      .blocks = {}};
    document.blocks.emplace_back(
        ChartSpec{.title = capitalised(figure.title),
                  .caption = fmt::format("Each assumption {:.4g} % lower and higher, all others as they are.",
                                         change * 100.0),
                  .plot = std::move(tornado)});
    document.blocks.emplace_back(std::move(table));
    if (!notes.items.empty())
        document.blocks.emplace_back(std::move(notes));
    return document;
}

std::vector<DifferenceAt> differences_over(const std::vector<VolumePoint>& points, const std::string& name)
{
    const StudiedFigure figure = studied_figure(points.front().input, name);
    std::vector<DifferenceAt> differences;
    for (const VolumePoint& point : points)
        differences.push_back({point.volume, change_of(point.input, 1, figure)});
    return differences;
}

Document break_even_document(const std::vector<VolumePoint>& points, const std::string& name)
{
    const ReportInput& first = points.front().input;
    const StudiedFigure figure = studied_figure(first, name);
    const std::vector<DifferenceAt> differences = differences_over(points, name);
    double calls = 0.0;
    std::string price;
    for (const VolumePoint& point : points) {
        if (point.volume == 1.0) {
            calls = estimate_of(point.input, 0, "needs").mean;
            price = price_sentence(point.input, figure);
        }
    }
    LineChart chart{.labels = {}, .x = {.title = "volume of calls"}, .y = scale_of(figure), .series = {}};
    for (const VolumePoint& point : points)
        chart.labels.push_back(volume_text(point.volume));
    for (const std::size_t s : {std::size_t{0}, std::size_t{1}})
        chart.series.push_back(line_of(points, s, figure));
    Document document{
        .title = fmt::format("{} or {}: at which volume", scenario_name(first, 0), scenario_name(first, 1)),
        .subtitle = capitalised(figure.title),
        .blocks = {}};
    const std::vector<BreakEven> evens = break_even(differences);
    for (const BreakEven& even : evens)
        document.blocks.emplace_back(
            Paragraph{sentence_of(even, first, figure, calls), ParagraphStyle::lead});
    if (evens.empty())
        document.blocks.emplace_back(Paragraph{
            fmt::format("From {} to {} of the volume they are nowhere equal: {} is better all the way.",
                        volume_text(points.front().volume), volume_text(points.back().volume),
                        scenario_name(first, (differences.front().difference.mean > 0.0) ==
                                                     (figure.good == KpiGood::higher)
                                                 ? 1
                                                 : 0)),
            ParagraphStyle::lead});
    if (!price.empty())
        document.blocks.emplace_back(Paragraph{price});
    document.blocks.emplace_back(ChartSpec{.title = capitalised(figure.title),
                                           .caption = "By the volume of calls; bands are 95 % intervals.",
                                           .plot = std::move(chart)});
    document.blocks.emplace_back(volume_table(points, figure));
    return document;
}

} // namespace switchroom::report
