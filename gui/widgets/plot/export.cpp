#include "gui/widgets/plot/export.h"

#include "gui/view_models/text.h"
#include "gui/widgets/plot/render.h"
#include "gui/widgets/plot/svg_canvas.h"

#include <type_traits>

namespace switchroom::gui {

namespace {

report::DataTable table_of(const PlotSpec& spec, const Gantt& gantt)
{
    report::DataTable table{
        .title = spec.title, .headings = {"", "what", "from", "to", "note"}, .rows = {}, .note = ""};
    for (const GanttRow& row : gantt.rows)
        for (const GanttBar& bar : row.bars)
            table.rows.push_back(
                {report::text_cell(row.name),
                 report::text_cell(bar.kind < gantt.kinds.size() ? gantt.kinds[bar.kind] : ""),
                 report::text_cell(plot::time_text(bar.from_s)), report::text_cell(plot::time_text(bar.to_s)),
                 report::text_cell(bar.label)});
    return table;
}

/// A LineChart's table with numbers in its first column.
report::DataTable table_of(const PlotSpec& spec, const NumericLineChart& chart)
{
    const report::LineChart lines{.labels = std::vector<std::string>(chart.at.size()),
                                  .x = chart.x,
                                  .y = chart.y,
                                  .series = chart.series};
    report::DataTable table = report::table_of({.title = spec.title, .caption = "", .plot = lines});
    for (std::size_t i = 0; i < chart.at.size(); ++i)
        table.rows[i][0] = chart.time_of_day ? report::text_cell(plot::time_text(chart.at[i]))
                                             : report::figure_cell(chart.x.unit, chart.at[i], plot::undefined,
                                                                   chart.x.currency);
    return table;
}

template <class Chart>
report::DataTable table_of(const PlotSpec& spec, const Chart& chart)
{
    return report::table_of({.title = spec.title, .caption = spec.caption, .plot = chart});
}

} // namespace

std::string to_svg(const PlotSpec& spec, const Palette& look, const Locale& locale, float width, float height,
                   const PlotState& state)
{
    constexpr float margin = 16.0F;
    plot::SvgCanvas canvas(width, height, spec.title);
    canvas.box({{0.0F, 0.0F}, {width, height}}, look.card, 0.0F);
    const plot::Figure figure = plot::figure_of(spec, {&look, locale, &state.hidden});
    const Rect inside{{margin, margin}, {width - margin, height - margin}};
    const plot::Wanted wanted{.title = spec.title,
                              .caption = spec.caption,
                              .x = state.x.value_or(figure.x.all),
                              .y = state.y.value_or(figure.y.all)};
    const plot::Layout layout = plot::lay_out(canvas, figure, inside, wanted, locale);
    plot::draw_figure(canvas, figure, layout, look, text_of(Text::plot_no_data, locale.language));
    return std::move(canvas).finish();
}

std::string to_csv(const PlotSpec& spec, report::CsvStyle style)
{
    report::Document document;
    document.blocks.emplace_back(
        std::visit([&](const auto& chart) { return table_of(spec, chart); }, spec.plot));
    return report::to_csv(document, style);
}

} // namespace switchroom::gui
