#include "sim/experiment/expectation_text.h"

#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"
#include "sim/scenario/enum_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace switchroom {

namespace {

/// "weekdays 08:00-12:00, 14:00-18:00".
std::string words_of(const WeekWindows& hours)
{
    std::vector<std::string> days;
    for (std::size_t day = 0; day < day_key_count; ++day) {
        if (!hours.entries[day])
            continue;
        std::vector<std::string> windows;
        for (const ClockWindow& window : *hours.entries[day])
            windows.push_back(to_text(window.start) + "-" + to_text(window.end));
        std::string key(EnumNames<DayKey>::names[day]);
        std::replace(key.begin(), key.end(), '_', ' ');
        days.push_back(fmt::format("{} {}", key, fmt::join(windows, ", ")));
    }
    return fmt::format("{}", fmt::join(days, ", "));
}

std::string scope_of(const Expectation& said)
{
    if (said.contact)
        return *said.contact;
    if (!said.contacts.empty())
        return fmt::format("{}", fmt::join(said.contacts, " + "));
    if (said.group)
        return *said.group;
    if (said.segment)
        return "segment " + *said.segment;
    return "all";
}

/// A bound has as many digits as somebody wrote: 0.95 is "95 %", not "95.0 %".
std::string bound_text(const ExpectationResult& result, double bound, const std::string& currency)
{
    const KpiUnit unit = result.kpi->unit;
    if (result.expectation.versus && unit == KpiUnit::share)
        return fmt::format("{:+.6g} points", bound * 100.0);
    if (result.expectation.versus)
        return fmt::format("{:+.6g} %", bound * 100.0);
    if (unit == KpiUnit::share)
        return fmt::format("{:.6g} %", bound * 100.0);
    return unit == KpiUnit::seconds && bound < 600.0 ? fmt::format("{:.6g} s", bound)
                                                     : figure_text(unit, bound, {.currency = currency});
}

} // namespace

std::string_view to_text(Finding verdict)
{
    switch (verdict) {
    case Finding::met:
        return "met";
    case Finding::not_met:
        return "not met";
    case Finding::undecided:
        return "undecided";
    }
    return "";
}

std::string subject_of(const ExpectationResult& result)
{
    const Expectation& said = result.expectation;
    std::string text = std::string(result.kpi->title) + ", " + scope_of(said);
    if (said.hours)
        text += ", " + words_of(*said.hours);
    if (said.by)
        text += fmt::format(", kept in {:.6g} % of {}s{}", said.quantile->value * 100.0, *said.by,
                            *said.by == "hour" || *said.by == "interval" ? " of the day" : "");
    if (said.versus)
        text += ", change against " + *said.versus;
    return text;
}

std::string figure_of(const ExpectationResult& result, const std::string& currency)
{
    const NumberStyle style{.currency = currency};
    const Estimate& figure = result.figure;
    if (!result.expectation.versus)
        return estimate_text(result.kpi->unit, figure.mean, figure.half_width, style);
    if (result.kpi->unit == KpiUnit::share)
        return difference_text(KpiUnit::share, figure.mean, figure.half_width, style);
    return (figure.mean > 0.0 ? "+" : "") +
           estimate_text(KpiUnit::share, figure.mean, figure.half_width, style);
}

std::string bounds_of(const ExpectationResult& result, const std::string& currency)
{
    const Expectation& said = result.expectation;
    const auto least = said.versus ? said.change_at_least : said.at_least;
    const auto most = said.versus ? said.change_at_most : said.at_most;
    if (least && most)
        return bound_text(result, *least, currency) + " to " + bound_text(result, *most, currency);
    return least ? "at least " + bound_text(result, *least, currency)
                 : "at most " + bound_text(result, *most, currency);
}

std::string expectations_text(const ExperimentResult& result)
{
    if (result.expectations.empty())
        return "";
    const std::string& currency = result.centre.currency;
    std::string text = "What this file is said to show\n";
    for (const ExpectationResult& one : result.expectations) {
        const std::string line = fmt::format("{}: {} (said: {})", subject_of(one), figure_of(one, currency),
                                             bounds_of(one, currency));
        std::string lines = paragraph(line, 100, std::string(13, ' '));
        lines.replace(0, 13, fmt::format("  {:<11}", to_text(one.verdict)));
        text += lines;
        if (!one.expectation.origin.empty())
            text += paragraph(one.expectation.origin, 100, std::string(13, ' '));
    }
    return text;
}

} // namespace switchroom
