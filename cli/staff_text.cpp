#include "cli/staff_document.h"

#include "sim/base/units.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace switchroom {

namespace {

/// Rows of people's tables: half-hours, or intervals where those are longer.
int row_length_s(const StaffDocument& document)
{
    return std::max(1800, static_cast<int>(document.demand.grid.length_s));
}

/// Most people in each row of the tables by time of day; only rows with anybody.
using DayColumn = std::map<int, int>;

DayColumn column_of(const StaffDocument& document, const std::vector<int>& agents, int day)
{
    DayColumn column;
    for (std::size_t k = 0; k < document.places.size(); ++k)
        if (document.places[k].number == day) {
            const int row = document.places[k].clock_s / row_length_s(document);
            column[row] = std::max(column[row], agents[k]);
        }
    return column;
}

std::string cell(const DayColumn& column, int row)
{
    const auto found = column.find(row);
    return found == column.end() || found->second == 0 ? "–" : fmt::format("{}", found->second);
}

/// One row a half-hour in which any column has people.
Table by_time(const StaffDocument& document, std::string title, const std::vector<std::string>& headings,
              const std::vector<DayColumn>& columns)
{
    Table table;
    table.title = std::move(title);
    table.headings = {"from"};
    table.headings.insert(table.headings.end(), headings.begin(), headings.end());
    const int rows = 86400 / row_length_s(document);
    for (int row = 0; row < rows; ++row) {
        const bool anybody = std::any_of(columns.begin(), columns.end(), [&](const DayColumn& column) {
            const auto found = column.find(row);
            return found != column.end() && found->second > 0;
        });
        if (!anybody)
            continue;
        std::vector<std::string>& line = table.rows.emplace_back();
        line.push_back(to_text(ClockTime{row * row_length_s(document)}));
        for (const DayColumn& column : columns)
            line.push_back(cell(column, row));
    }
    return table;
}

std::string day_name(const StaffDocument& document, int day)
{
    for (const IntervalPlace& place : document.places)
        if (place.number == day)
            return place.day;
    return "";
}

/// The first week, day by day, of one method's plan.
std::string week_table(const StaffDocument& document, const MethodResult& method, std::size_t pool)
{
    std::vector<std::string> headings;
    std::vector<DayColumn> columns;
    for (int day = 0; day < std::min(document.days, 7); ++day) {
        DayColumn column = column_of(document, method.plan[pool], day);
        if (std::all_of(column.begin(), column.end(), [](const auto& row) { return row.second == 0; }))
            continue;
        headings.push_back(day_name(document, day));
        columns.push_back(std::move(column));
    }
    return to_text(
        by_time(document, fmt::format("People answering, {}", document.groups[pool]), headings, columns));
}

int busiest_day(const StaffDocument& document, std::size_t pool)
{
    std::vector<double> load(static_cast<std::size_t>(document.days), 0.0);
    for (std::size_t k = 0; k < document.places.size(); ++k)
        load[static_cast<std::size_t>(document.places[k].number)] += document.methods.front().load[pool][k];
    return static_cast<int>(std::max_element(load.begin(), load.end()) - load.begin());
}

/// All methods' plans of the busiest day.
std::string methods_table(const StaffDocument& document, std::size_t pool)
{
    const int day = busiest_day(document, pool);
    std::vector<std::string> headings;
    std::vector<DayColumn> columns;
    for (const MethodResult& method : document.methods) {
        headings.emplace_back(to_text(method.method));
        columns.push_back(column_of(document, method.plan[pool], day));
    }
    return to_text(by_time(document,
                           fmt::format("People answering, {}, on the busiest day ({})", document.groups[pool],
                                       day_name(document, day)),
                           headings, columns));
}

std::string goal_figure(const Goal& goal, const Estimate& seen)
{
    if (std::isnan(seen.mean))
        return "–";
    const double doubt = std::isnan(seen.half_width) ? 0.0 : seen.half_width;
    return goal.kind == GoalKind::asa ? fmt::format("{:.1f} s ± {:.1f}", seen.mean, doubt)
                                      : fmt::format("{:.1f} % ± {:.1f}", 100.0 * seen.mean, 100.0 * doubt);
}

std::string judgement_table(const StaffDocument& document)
{
    Table table;
    table.title = "How simulation judges the plans: the same callers for each";
    table.headings = {"method", "agent-hours", "worst interval", "there", "below target", "beyond doubt"};
    for (const MethodResult& method : document.methods) {
        const Judgement& judged = *method.judgement;
        const IntervalPlace& place = document.places[judged.worst_interval];
        const Goal& goal = document.demand.pools[judged.worst_pool].goals[judged.worst_goal];
        table.rows.push_back(
            {std::string(to_text(method.method)), grouped_number(method.agent_hours, 2),
             place.day + " " + to_text(ClockTime{place.clock_s}), goal_figure(goal, judged.worst),
             fmt::format("{} of {}", judged.below, judged.intervals), fmt::format("{}", judged.missed)});
    }
    const std::string note =
        fmt::format("Each interval's figure from {} runs of {} days, other runs than those that plans were "
                    "searched with; "
                    "± is half of a 95 % interval, at most {:.1f} points. \"Below target\" counts intervals "
                    "whose estimate "
                    "is on the wrong side, \"beyond doubt\" those of them by more than the ±.",
                    document.replications, document.days,
                    100.0 * document.methods[document.recommended].judgement->widest);
    return to_text(table) + "\n" + paragraph(note);
}

std::string summary(const StaffDocument& document, const MethodResult& method, std::string_view opening)
{
    const double paid = paid_hours(document, method);
    const double open_days = std::max(document.open_days, 1);
    double most_open_s = 0.0;
    for (std::size_t k = 0; k < document.places.size(); ++k)
        if (std::any_of(method.plan.begin(), method.plan.end(),
                        [&](const std::vector<int>& pool) { return pool[k] > 0; }))
            most_open_s += document.demand.grid.length_s;
    const double average = most_open_s > 0.0 ? method.agent_hours * 3600.0 / most_open_s : 0.0;
    return paragraph(fmt::format("{}{} people on average while anybody answers, {} agent-hours; with "
                                 "shrinkage {} paid hours a day, {} "
                                 "full-time people of {:g} paid hours a week.",
                                 opening, grouped_number(average, 1), grouped_number(method.agent_hours, 2),
                                 grouped_number(paid / open_days, 1),
                                 grouped_number(full_time_equivalents(document, method), 1),
                                 document.fte_hours));
}

std::string headcount_table(const std::vector<HeadcountMonth>& months)
{
    Table table;
    table.title = "People over the months, in full-time equivalents";
    table.headings = {"month", "needed", "hired", "left", "on the payroll", "productive"};
    for (std::size_t m = 0; m < months.size(); ++m)
        table.rows.push_back({fmt::format("{}", m + 1), grouped_number(months[m].needed, 1),
                              grouped_number(months[m].hires, 1), grouped_number(months[m].leavers, 1),
                              grouped_number(months[m].headcount, 1),
                              grouped_number(months[m].productive, 1)});
    return to_text(table);
}

std::string goals_line(const StaffDocument& document)
{
    std::string text;
    for (std::size_t p = 0; p < document.groups.size(); ++p) {
        std::vector<std::string> goals;
        for (const Goal& goal : document.demand.pools[p].goals)
            if (std::find(goals.begin(), goals.end(), to_text(goal)) == goals.end())
                goals.push_back(to_text(goal));
        text += paragraph(fmt::format(
            "{}: {} in every interval of {:g} min; {:.1f} % of paid time is shrinkage.", document.groups[p],
            fmt::join(goals, ", "), document.demand.grid.length_s / 60.0, 100.0 * document.shrinkage[p]));
    }
    return text;
}

} // namespace

std::string staff_text(const StaffDocument& document)
{
    const MethodResult& chosen = document.methods[document.recommended];
    const bool side_by_side = document.methods.size() > 1;
    std::string text = fmt::format("{}: staffing by {}\n", document.scenario,
                                   side_by_side ? "all methods" : to_text(chosen.method));
    text += goals_line(document) + "\n";
    for (std::size_t p = 0; p < document.groups.size(); ++p)
        text += (side_by_side ? methods_table(document, p) : week_table(document, chosen, p)) + "\n";
    if (chosen.judgement)
        text += judgement_table(document) + "\n";
    const std::string opening = side_by_side ? fmt::format("By {}: ", to_text(chosen.method)) : "";
    text += summary(document, chosen, opening);
    if (!document.headcount.empty())
        text += "\n" + headcount_table(document.headcount);
    return text;
}

} // namespace switchroom
