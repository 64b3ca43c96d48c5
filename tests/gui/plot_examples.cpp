#include "tests/gui/plot_examples.h"

#include <cmath>
#include <string>

namespace switchroom::gui::test {

namespace {

using report::LineSeries;

std::vector<std::string> half_hours(int from, int to)
{
    std::vector<std::string> times;
    for (int minutes = from * 60; minutes < to * 60; minutes += 30) {
        const int hour = minutes / 60;
        times.push_back((hour < 10 ? "0" : "") + std::to_string(hour) + (minutes % 60 == 0 ? ":00" : ":30"));
    }
    return times;
}

double wave(std::size_t i, double phase)
{
    return std::sin(0.45 * static_cast<double>(i) + phase);
}

} // namespace

PlotSpec example_lines()
{
    const std::vector<std::string> times = half_hours(8, 18);
    LineSeries today{"Today", {}, {}, {}, false, false};
    LineSeries vendor{"With vendor", {}, {}, {}, false, false};
    for (std::size_t i = 0; i < times.size(); ++i) {
        today.values.push_back(0.72 + 0.16 * wave(i, 0.4));
        today.low.push_back(today.values.back() - 0.045);
        today.high.push_back(today.values.back() + 0.045);
        vendor.values.push_back(0.9 + 0.05 * wave(i, 1.2));
        vendor.low.push_back(vendor.values.back() - 0.02);
        vendor.high.push_back(vendor.values.back() + 0.02);
    }
    return {
        "Calls answered within 30 s",
        "Each line is the share of calls of that half-hour; the band holds it in 95 of 100 cases.",
        report::LineChart{times, {"", KpiUnit::count}, {"Service level", KpiUnit::share}, {today, vendor}}};
}

PlotSpec example_steps()
{
    const std::vector<std::string> times = half_hours(8, 18);
    LineSeries required{"Required", {}, {}, {}, true, true};
    LineSeries staffed{"Staffed", {}, {}, {}, true, false};
    for (std::size_t i = 0; i < times.size(); ++i) {
        required.values.push_back(std::round(3.0 + 2.4 * wave(i, 0.2)));
        staffed.values.push_back(i < 8 ? 5.0 : i < 11 ? 2.0 : 4.0);
    }
    return {"Required against staffed",
            "Where the line is below the area, callers wait longer than promised.",
            report::LineChart{times, {"", KpiUnit::count}, {"People", KpiUnit::agents}, {required, staffed}}};
}

PlotSpec example_numeric()
{
    NumericLineChart chart{.x = {"Calls a day", KpiUnit::count},
                           .y = {"Cost a month", KpiUnit::money, "EUR"},
                           .time_of_day = false,
                           .at = {},
                           .series = {{"Own people", {}, {}, {}, false, false},
                                      {"Vendor by the call", {}, {}, {}, false, false}},
                           .upright = {{"Break-even 214", 214.0}},
                           .level = {{"Budget", 9000.0}}};
    for (double calls = 40; calls <= 400; calls += 40) {
        chart.at.push_back(calls);
        chart.series[0].values.push_back(5200.0 + 4.0 * calls);
        chart.series[1].values.push_back(1350.0 + 22.0 * calls);
        chart.series[1].low.push_back(1350.0 + 20.5 * calls);
        chart.series[1].high.push_back(1350.0 + 23.5 * calls);
    }
    return {"What a month costs", "", chart};
}

PlotSpec example_bars()
{
    report::BarChart chart{half_hours(8, 18),
                           {"Time of day", KpiUnit::count},
                           {"Calls", KpiUnit::calls},
                           {{"Offered", {}}, {"Abandoned", {}}}};
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        chart.series[0].values.push_back(22.0 + 14.0 * wave(i, 0.6));
        chart.series[1].values.push_back(3.0 + 2.5 * wave(i, 0.9));
    }
    return {"Offered and abandoned calls", "An average Monday.", chart};
}

PlotSpec example_heat()
{
    report::HeatMap map{half_hours(8, 18),
                        {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
                        {},
                        KpiUnit::share,
                        0.4,
                        1.0,
                        0.8};
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        map.values.emplace_back();
        for (std::size_t c = 0; c < map.columns.size(); ++c)
            map.values[r].push_back(r == 5 && c > 8 ? std::nan("")
                                                    : 0.76 + 0.2 * wave(c, 0.8 * static_cast<double>(r)));
    }
    return {"Service level over the week", "Blue keeps the target of 80 %, rust misses it.", map};
}

PlotSpec example_histogram()
{
    report::Histogram chart{{},
                            {"Service level of a month", KpiUnit::share},
                            {"Months", KpiUnit::count},
                            {{"Today", {}}},
                            {{"Target 80 %", 0.8}, {"Penalty below 78 %", 0.78}, {"Bonus above 92 %", 0.92}}};
    for (int i = 0; i <= 20; ++i)
        chart.edges.push_back(0.70 + 0.0125 * i);
    for (int i = 0; i < 20; ++i)
        chart.series[0].counts.push_back(std::round(60.0 * std::exp(-0.06 * (i - 9.0) * (i - 9.0))));
    return {"How months differ", "", chart};
}

PlotSpec example_waterfall()
{
    return {"Costs of a month", "From wages to what is left to pay; thin lines are 95 % intervals.",
            report::Waterfall{{"", KpiUnit::money, "EUR"},
                              {{"Wages with on-costs", 8400.0},
                               {"Vendor invoice", 1260.0, 140.0},
                               {"Technology", 320.0},
                               {"Lost callers", 940.0, 210.0},
                               {"Credits of the vendor", -380.0, 90.0},
                               {"Total", 10540.0, 280.0, true}}}};
}

PlotSpec example_tornado()
{
    return {"What the service level hangs on",
            "Each assumption 10 % lower and higher, all others as they are.",
            report::Tornado{{"Service level", KpiUnit::share},
                            0.81,
                            "10 % lower",
                            "10 % higher",
                            {{"Handle time", 0.902, 0.671},
                             {"Volume of calls", 0.889, 0.712},
                             {"People at noon", 0.745, 0.853},
                             {"Patience", 0.795, 0.822},
                             {"Share of callers who call again", 0.805, 0.8}}}};
}

PlotSpec example_gantt()
{
    const double h = 3600.0;
    return {"Who is there when", "",
            Gantt{7.5 * h,
                  18.5 * h,
                  {"At work", "Break", "Other duties"},
                  {{"Reception 1",
                    {{8 * h, 12 * h, 0, "Telephone"},
                     {12 * h, 13 * h, 1, "Lunch"},
                     {13 * h, 16 * h, 0, "Telephone"}}},
                   {"Reception 2",
                    {{9 * h, 12.5 * h, 0, ""}, {12.5 * h, 13.5 * h, 1, ""}, {13.5 * h, 17 * h, 0, ""}}},
                   {"Reception 3", {{8 * h, 10 * h, 2, "Desk"}, {10 * h, 14 * h, 0, ""}}},
                   {"Vendor", {{12 * h, 14 * h, 0, "Overflow"}, {17 * h, 18 * h, 0, "Overflow"}}}}}};
}

std::vector<PlotSpec> all_examples()
{
    return {example_lines(),     example_steps(),     example_numeric(), example_bars(), example_heat(),
            example_histogram(), example_waterfall(), example_tornado(), example_gantt()};
}

} // namespace switchroom::gui::test
