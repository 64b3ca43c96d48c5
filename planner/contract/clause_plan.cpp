#include "planner/contract/clause_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

using std::chrono::sys_days;

constexpr double day_s = 86400.0;

Date add_months(Date date, int months)
{
    // Terms begin on days that every month has, or end where the month does.
    const std::chrono::year_month_day moved = date + std::chrono::months(months);
    return moved.ok() ? moved : Date(sys_days(moved.year() / moved.month() / std::chrono::last));
}

Date first_of_month(Date date)
{
    return date.year() / date.month() / 1;
}

unsigned months_of(SlaWindow window)
{
    return window == SlaWindow::month ? 1 : window == SlaWindow::quarter ? 3 : 12;
}

/// The beginning of the calendar window that holds this date.
Date window_start(SlaWindow window, Date date)
{
    switch (window) {
    case SlaWindow::week: {
        const unsigned iso = std::chrono::weekday(sys_days(date)).iso_encoding();
        return Date(sys_days(date) - std::chrono::days(iso - 1));
    }
    case SlaWindow::month:
    case SlaWindow::quarter:
    case SlaWindow::year: {
        const unsigned months = months_of(window);
        const unsigned month = (static_cast<unsigned>(date.month()) - 1) / months * months + 1;
        return date.year() / std::chrono::month(month) / 1;
    }
    default:
        return date;
    }
}

Date next_window(SlaWindow window, Date start)
{
    switch (window) {
    case SlaWindow::week:
        return Date(sys_days(start) + std::chrono::days(7));
    case SlaWindow::month:
    case SlaWindow::quarter:
    case SlaWindow::year:
        return add_months(first_of_month(start), static_cast<int>(months_of(window)));
    default:
        return Date(sys_days(start) + std::chrono::days(1));
    }
}

std::string label_of(SlaWindow window, Date start)
{
    const int year = static_cast<int>(start.year());
    const unsigned month = static_cast<unsigned>(start.month());
    switch (window) {
    case SlaWindow::week: {
        const sys_days thursday = sys_days(start) + std::chrono::days(3);
        const std::chrono::year of = Date(thursday).year();
        const auto week = (thursday - sys_days(of / std::chrono::January / 1)).count() / 7 + 1;
        return fmt::format("{}-W{:02}", static_cast<int>(of), week);
    }
    case SlaWindow::month:
        return fmt::format("{}-{:02}", year, month);
    case SlaWindow::quarter:
        return fmt::format("{}-Q{}", year, (month - 1) / 3 + 1);
    case SlaWindow::year:
        return fmt::format("{}", year);
    case SlaWindow::term:
        return "term";
    default:
        return to_text(start);
    }
}

Date end_of(const Term& term, Date start)
{
    switch (term.unit) {
    case Term::Unit::days:
        return Date(sys_days(start) + std::chrono::days(term.count));
    case Term::Unit::weeks:
        return Date(sys_days(start) + std::chrono::days(7 * term.count));
    case Term::Unit::months:
        return add_months(start, term.count);
    case Term::Unit::quarters:
        return add_months(start, 3 * term.count);
    case Term::Unit::years:
        return add_months(start, 12 * term.count);
    }
    return start;
}

bool holds(const std::vector<DateSpan>& spans, Date date)
{
    return std::any_of(spans.begin(), spans.end(),
                       [&](const DateSpan& span) { return span.from <= date && date <= span.to; });
}

bool is_excepted(const SlaClause& clause, const Scenario& scenario, Date first, Date date)
{
    const Exclusions& except = clause.except;
    const auto since = (sys_days(date) - sys_days(first)).count();
    if (except.ramp_up && static_cast<double>(since) * day_s < except.ramp_up->seconds)
        return true;
    if (except.closures && scenario.hours) {
        const auto& closures = scenario.hours->closures;
        if (std::find(closures.begin(), closures.end(), date) != closures.end())
            return true;
    }
    return holds(except.dates, date) || holds(except.client_outages, date) ||
           holds(except.client_staffing, date);
}

/// How long the parts are for which the clause counts apart.
double grain_of(const SlaClause& clause, const Scenario& scenario)
{
    if (clause.window == SlaWindow::interval)
        return scenario.time.interval.seconds;
    if (clause.window == SlaWindow::hour)
        return 3600.0;
    return clause.grain ? std::min(clause.grain->seconds, day_s) : day_s;
}

bool is_within_day(SlaWindow window)
{
    return window == SlaWindow::interval || window == SlaWindow::hour;
}

struct DaysOfWindow {
    std::string label;
    int first = 0;
    int last = 0;
};

/// The windows by whole days, cut at the edges of the plan or left out there.
std::vector<DaysOfWindow> cut_days(const SlaClause& clause, Date first, int days, bool parts)
{
    std::vector<DaysOfWindow> windows;
    if (clause.window == SlaWindow::term)
        return {{"term", 0, days - 1}};
    Date start = window_start(clause.window, first);
    const sys_days begin(first);
    while (sys_days(start) < begin + std::chrono::days(days)) {
        const Date next = next_window(clause.window, start);
        const int from = static_cast<int>((sys_days(start) - begin).count());
        const int to = static_cast<int>((sys_days(next) - begin).count()) - 1;
        if (parts || (from >= 0 && to < days))
            windows.push_back({label_of(clause.window, start), std::max(from, 0), std::min(to, days - 1)});
        start = next;
    }
    return windows;
}

} // namespace

TermSpan term_of(const SlaClause& clause, Date start)
{
    Date first = start;
    if (clause.window != SlaWindow::term) {
        first = window_start(clause.window, start);
        if (first < start)
            first = next_window(clause.window, first);
    }
    return {first, static_cast<int>((sys_days(end_of(clause.term, first)) - sys_days(first)).count())};
}

ClausePlan plan_clause(const SlaClause& clause, const Scenario& scenario, Date first, int days, bool parts)
{
    ClausePlan plan;
    plan.first = first;
    plan.days = days;
    plan.grain_s = grain_of(clause, scenario);
    if (clause.hours) {
        plan.all_hours_ = false;
        for (unsigned iso = 1; iso <= 7; ++iso)
            if (const auto* windows = clause.hours->on(std::chrono::weekday(iso)))
                plan.today_[iso - 1] = *windows;
    }
    const auto per_day = static_cast<std::uint32_t>(std::ceil(day_s / plan.grain_s - 1e-9));
    plan.first_grain_of_day_.assign(static_cast<std::size_t>(days), no_grain);
    for (const DaysOfWindow& cut : cut_days(clause, first, days, parts)) {
        const auto first_grain = static_cast<std::uint32_t>(plan.grains.size());
        for (int day = cut.first; day <= cut.last; ++day) {
            if (is_excepted(clause, scenario, first, plan.date_of(day)))
                continue;
            plan.first_grain_of_day_[static_cast<std::size_t>(day)] =
                static_cast<std::uint32_t>(plan.grains.size());
            for (std::uint32_t k = 0; k < per_day; ++k) {
                if (is_within_day(clause.window))
                    plan.windows.push_back(
                        {fmt::format("{} {}", cut.label,
                                     to_text(ClockTime{static_cast<int>(k * plan.grain_s)})),
                         static_cast<std::uint32_t>(plan.grains.size()), 1, day, day});
                plan.grains.push_back({day});
            }
        }
        const auto count = static_cast<std::uint32_t>(plan.grains.size()) - first_grain;
        if (count == 0)
            plan.left_out.push_back(cut.label);
        else if (!is_within_day(clause.window))
            plan.windows.push_back({cut.label, first_grain, count, cut.first, cut.last});
    }
    return plan;
}

bool ClausePlan::covers(std::chrono::weekday weekday, double clock_s) const
{
    if (all_hours_)
        return true;
    const unsigned iso = weekday.iso_encoding();
    const auto in = [clock_s](const ClockWindow& w) {
        const bool wraps = w.end <= w.start;
        return clock_s >= w.start.second_of_day && (wraps || clock_s < w.end.second_of_day);
    };
    const auto wraps_into = [clock_s](const ClockWindow& w) {
        return w.end <= w.start && clock_s < w.end.second_of_day;
    };
    const auto& today = today_[iso - 1];
    const auto& yesterday = today_[(iso + 5) % 7];
    return std::any_of(today.begin(), today.end(), in) ||
           std::any_of(yesterday.begin(), yesterday.end(), wraps_into);
}

std::uint32_t ClausePlan::grain_at(int day, double clock_s) const
{
    if (day < 0 || day >= days)
        return no_grain;
    const std::uint32_t first_of_day = first_grain_of_day_[static_cast<std::size_t>(day)];
    if (first_of_day == no_grain ||
        !covers(std::chrono::weekday(sys_days(first) + std::chrono::days(day)), clock_s))
        return no_grain;
    const double last = std::ceil(day_s / grain_s - 1e-9) - 1.0;
    return first_of_day + static_cast<std::uint32_t>(std::clamp(std::floor(clock_s / grain_s), 0.0, last));
}

bool ClausePlan::fits_intervals(double interval_s) const
{
    const auto on_grid = [interval_s](double at_s) {
        return std::abs(std::remainder(at_s, interval_s)) < 1e-6;
    };
    if (!on_grid(grain_s))
        return false;
    for (const auto& hours_of_day : today_)
        for (const ClockWindow& window : hours_of_day)
            if (!on_grid(window.start.second_of_day) || !on_grid(window.end.second_of_day))
                return false;
    return true;
}

} // namespace switchroom
