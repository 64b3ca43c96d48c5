/// Days that change: rates and staffing by the interval, and days that differ more than chance says.

#include "tests/support/reference_rows.h"
#include "tests/theory/measures.h"
#include "tests/theory/scenario_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <vector>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

std::string clock(double at_s)
{
    const int minutes = static_cast<int>(at_s / 60.0);
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

/// `[["00:00", 4], …]` from a column of the rows of one day.
std::string steps(const std::vector<ReferenceRow>& day, const char* column)
{
    std::string text;
    for (const ReferenceRow& row : day)
        text += fmt::format("{}[\"{}\", {}]", text.empty() ? "[" : ", ", clock(row.number("start_s")),
                            row.number(column));
    return text + "]";
}

/// Cells of `cell_s` that make up [from, to).
struct Cells {
    std::uint32_t first = 0, end = 0;
};

ContactCounts contact_in(const ReplicationResult& r, Cells cells)
{
    ContactCounts total;
    for (std::uint32_t cell = cells.first; cell < cells.end; ++cell)
        total += r.contact(0, cell);
    return total;
}

PairOf share_in(Cells cells, std::int64_t ContactCounts::*count)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = contact_in(r, cells);
        return std::pair(static_cast<double>(n.*count), static_cast<double>(n.attempts));
    };
}

std::vector<std::vector<ReferenceRow>> transient_days()
{
    std::vector<std::vector<ReferenceRow>> days;
    for (const ReferenceRow& row : reference_rows("transient_profile")) {
        if (days.empty() || days.back().front().text("profile") != row.text("profile"))
            days.emplace_back();
        days.back().push_back(row);
    }
    return days;
}

constexpr double cell_s = 900.0; // divides every interval of the table

std::vector<Measure> measures_of(const ReferenceRow& row)
{
    const double length_s = row.number("end_s") - row.number("start_s");
    const Cells cells{static_cast<std::uint32_t>(row.number("start_s") / cell_s),
                      static_cast<std::uint32_t>(row.number("end_s") / cell_s)};
    const std::string from = clock(row.number("start_s"));
    std::vector<Measure> measures{
        {from + " queue",
         {row.number("mean_queue_length")},
         row.number("n_agents"),
         [=](const ReplicationResult& r) { return std::pair(contact_in(r, cells).queue_s, length_s); }},
        {from + " busy",
         {row.number("mean_busy_agents")},
         row.number("n_agents"),
         [=](const ReplicationResult& r) {
             double busy_s = 0.0;
             for (std::uint32_t cell = cells.first; cell < cells.end; ++cell)
                 busy_s += r.group(0, cell).busy_s;
             return std::pair(busy_s, length_s);
         }}};
    if (row.has("p_arrival_waits")) {
        measures.push_back({from + " waits",
                            {row.number("p_arrival_waits")},
                            1.0,
                            share_in(cells, &ContactCounts::had_to_wait)});
        measures.push_back({from + " service level",
                            {row.number("sl_answered_within_awt_over_offered")},
                            1.0,
                            share_in(cells, &ContactCounts::answered_within)});
        measures.push_back({from + " calls",
                            {row.number("expected_arrivals")},
                            row.number("expected_arrivals"),
                            [=](const ReplicationResult& r) {
                                return std::pair(static_cast<double>(contact_in(r, cells).attempts), 1.0);
                            }});
    }
    return measures;
}

} // namespace

TEST_CASE("a day of changing rates and staffing follows its chain interval by interval")
{
    for (const auto& day : transient_days()) {
        const ReferenceRow& row = day.front();
        double calls = 0.0;
        std::vector<Measure> measures;
        for (const ReferenceRow& interval : day) {
            calls += interval.number("expected_arrivals");
            for (Measure& measure : measures_of(interval))
                measures.push_back(std::move(measure));
        }
        const std::string patience = row.text("mean_patience_s") == "inf"
                                         ? ""
                                         : "patience = " + law_text("exp:" + row.text("mean_patience_s"));
        Trial trial{.family = "Days of changing rates and staffing (M(t)/M/n(t)+M)",
                    .name = row.text("profile"),
                    .replications = static_cast<std::int64_t>(std::max(3000.0, 800000.0 / calls)),
                    .by_interval = true};
        trial.sharpness.of_unit = 0.01;
        trial.about = fmt::format("{:.0f} calls a day, handle {} s, patience {} s", calls,
                                  row.number("aht_s"), row.text("mean_patience_s"));
        trial.scenario =
            fmt::format(R"(format = 1
name = "day"
[time]
start = 2026-03-02
days = 1
interval = "15min"
[[contacts]]
name = "calls"
arrivals.profile = {{ every_day = {} }}
talk = {}
{}
target = {{ service_level = {{ share = 0.8, within = "{}s" }} }}
[[groups]]
name = "desk"
agents = {{ every_day = {} }}
)",
                        steps(day, "arrival_rate_per_hour"), law_text("exp:" + row.text("aht_s")), patience,
                        row.number("awt_s"), steps(day, "n_agents"));
        judge(trial, measures);
    }
}

TEST_CASE("busy and quiet days mix as the gamma law of busyness says")
{
    for (const ReferenceRow& row : reference_rows("busyness_gamma")) {
        const double interval_s = row.number("interval_s");
        const double per_hour = row.number("mean_offered_load_erlang") / row.number("aht_s") * 3600.0;
        const bool large = row.number("n_agents") > 50;
        Trial trial{.family = "Busyness (gamma-mixed rates)",
                    .name = row.text("case_id"),
                    .replications = large ? 2000 : 6000,
                    .by_interval = true};
        trial.about =
            fmt::format("{} agents, {} erlang on average, cv of busyness {:.3g}", row.number("n_agents"),
                        row.number("mean_offered_load_erlang"), row.number("cv_busyness"));
        trial.sharpness.of_value = 0.18;
        // Calls from 20:00 on every day, measured from 22:00: stationary given the day's factor.
        trial.scenario = fmt::format(
            R"(format = 1
name = "busyness"
[time]
start = 2026-03-02
days = 1
interval = "{}s"
[[contacts]]
name = "calls"
arrivals = {{ profile = {{ every_day = [["20:00", {}]] }}, busyness = {{ family = "gamma", cv = {} }} }}
talk = {}
patience = {}
target = {{ service_level = {{ share = 0.8, within = "{}s" }} }}
[[groups]]
name = "desk"
agents = {}
)",
            interval_s, per_hour, row.number("cv_busyness"), law_text("exp:" + row.text("aht_s")),
            law_text("exp:" + row.text("mean_patience_s")), row.number("awt_s"), row.integer("n_agents"));
        const auto end = static_cast<std::uint32_t>(86400.0 / interval_s);
        const Cells evening{end - static_cast<std::uint32_t>(7200.0 / interval_s), end};
        const double mean = row.number("count_mean");
        judge(
            trial,
            {{"waits", {row.number("long_run_p_wait")}, 1.0, share_in(evening, &ContactCounts::had_to_wait)},
             {"abandons",
              {row.number("long_run_p_abandon")},
              1.0,
              share_in(evening, &ContactCounts::abandoned)},
             {"service level",
              {row.number("long_run_sl_answered_over_offered")},
              1.0,
              share_in(evening, &ContactCounts::answered_within)},
             {"calls an interval",
              {mean},
              mean,
              [=](const ReplicationResult& r) {
                  return std::pair(static_cast<double>(r.contact(0, end - 1).attempts), 1.0);
              }},
             {"their variance", {row.number("count_variance")}, mean, [=](const ReplicationResult& r) {
                  const double off = static_cast<double>(r.contact(0, end - 1).attempts) - mean;
                  return std::pair(off * off, 1.0);
              }}});
    }
}
