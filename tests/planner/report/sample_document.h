#pragma once
/// A document with every kind of block and chart, and texts that are out to do harm.

#include "planner/report/document.h"

#include <cmath>
#include <string>

namespace switchroom::report {

inline const std::string evil_markup = "</script><script>alert(1)</script>";
inline const std::string evil_formula = "=HYPERLINK(\"a\",\"b\")";

inline ChartSpec sample_line()
{
    return {
        .title = "line " + evil_markup,
        .caption = "a caption & more",
        .plot = LineChart{
            .labels = {"08:00", "09:00", "10:00"},
            .x = {.title = "time"},
            .y = {.title = "people", .unit = KpiUnit::agents},
            .series = {
                {.name = "needed", .values = {3, 2, 2}, .low = {2, 1, 1}, .high = {4, 3, 3}},
                {.name = evil_markup, .values = {1, std::nan(""), 2}, .low = {}, .high = {}, .step = true}}}};
}

inline Document sample_document()
{
    Document document{.title = "Title " + evil_markup, .subtitle = "two & three", .blocks = {}};
    document.blocks.emplace_back(Heading{1, "First"});
    document.blocks.emplace_back(Paragraph{"A paragraph about " + evil_markup});
    document.blocks.emplace_back(Bullets{{"one", "-2+3"}});
    document.blocks.emplace_back(KeyFigures{
        .title = "Keys", .figures = {{"answered", figure_cell(KpiUnit::share, 0.8113, 0.0042), "of all"}}});
    document.blocks.emplace_back(Heading{2, "Second"});
    document.blocks.emplace_back(
        DataTable{.title = "a/b: [table]",
                  .headings = {"name", "level", "@change"},
                  .rows = {{text_cell(evil_formula), figure_cell(KpiUnit::share, 0.5, 0.01),
                            difference_cell(KpiUnit::money, -2.5, 0.5, "EUR", Tone::better)},
                           {text_cell("semi;colon, comma \"quote\""),
                            figure_cell(KpiUnit::share, std::nan("")), text_cell("+1")}},
                  .note = "a note"});
    document.blocks.emplace_back(sample_line());
    document.blocks.emplace_back(ChartSpec{.title = "bars",
                                           .caption = "",
                                           .plot = BarChart{.labels = {"a", "b"},
                                                            .x = {},
                                                            .y = {.title = "calls"},
                                                            .series = {{"one", {1, 2}}, {"two", {2, 1}}}}});
    document.blocks.emplace_back(ChartSpec{.title = "heat",
                                           .caption = "",
                                           .plot = HeatMap{.columns = {"08:00", "08:30"},
                                                           .rows = {"Monday"},
                                                           .values = {{0.25, std::nan("")}},
                                                           .target = 0.8}});
    document.blocks.emplace_back(ChartSpec{.title = "histogram",
                                           .caption = "",
                                           .plot = Histogram{.edges = {0.70, 0.75, 0.80, 0.85},
                                                             .x = {.title = "level", .unit = KpiUnit::share},
                                                             .y = {.title = "runs"},
                                                             .series = {{"A", {3, 5, 2}}},
                                                             .markers = {{"target", 0.8}}}});
    document.blocks.emplace_back(ChartSpec{
        .title = "waterfall",
        .caption = "",
        .plot = Waterfall{
            .y = {.title = "a month", .unit = KpiUnit::money},
            .steps = {{"wages", 900, 10}, {"credit", -100, std::nan("")}, {"together", 800, 10, true}}}});
    document.blocks.emplace_back(
        ChartSpec{.title = "tornado",
                  .caption = "",
                  .plot = Tornado{.x = {.title = "level", .unit = KpiUnit::share},
                                  .base = 0.8,
                                  .low_name = "10 % less",
                                  .high_name = "10 % more",
                                  .bars = {{"volume", 0.9, 0.65}, {"patience", 0.81, 0.79}}}});
    return document;
}

} // namespace switchroom::report
