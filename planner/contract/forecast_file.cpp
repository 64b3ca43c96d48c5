#include "planner/contract/forecast_file.h"

#include "sim/centre/schedule_files.h"

#include <chrono>
#include <string>

#include <fmt/format.h>

namespace switchroom {

namespace {

using std::chrono::sys_days;

std::string date_text(sys_days day)
{
    const Date date(day);
    return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
}

/// The volumes of the clause's days; the first day that the table lacks is told.
Diagnostics take_volumes(const std::map<sys_days, double>& table, const SourceLocation& where, sys_days first,
                         ClauseFeed& feed)
{
    for (std::size_t d = 0; d < feed.forecast.size(); ++d) {
        const sys_days day = first + std::chrono::days(feed.day_offset + static_cast<int>(d));
        const auto volume = table.find(day);
        if (volume == table.end())
            return {{Severity::error, where,
                     fmt::format("\"{}\" has no forecast for {}, expected a row for every day of the term",
                                 feed.clause->forecast, date_text(day))}};
        feed.forecast[d] = volume->second;
    }
    return {};
}

Diagnostics read_forecast(const ScenarioDocument& document, const std::string& path,
                          const TermOptions& options, sys_days first, ClauseFeed& feed)
{
    const SourceLocation where = document.sources.find(path);
    const auto failed = [&](Diagnostics problems) {
        for (Diagnostic& problem : problems)
            if (problem.where.file.empty())
                problem.where = where;
        return problems;
    };
    if (options.files == nullptr)
        return {{Severity::error, where,
                 fmt::format("\"{}\" cannot be read here: this scenario was given without its files",
                             feed.clause->forecast)}};
    const auto name = resolve_file(document, path, feed.clause->forecast, options.folders);
    if (!name)
        return failed(name.errors());
    const auto content = options.files->read(*name);
    if (!content)
        return failed(content.errors());
    const auto table = read_forecast_table(*content, *name);
    if (!table)
        return failed(table.errors());
    return take_volumes(*table, where, first, feed);
}

} // namespace

Diagnostics read_forecast_files(const ScenarioDocument& document, const TermOptions& options, TermModel& term)
{
    Diagnostics errors;
    const sys_days first(term.document->scenario.time.start);
    for (ClauseFeed& feed : term.clauses) {
        if (feed.clause->forecast == "profile")
            continue;
        const auto clause = feed.clause - feed.contract->sla.data();
        const std::string path = fmt::format("contracts[{}].sla[{}].forecast", feed.contract_index, clause);
        const Diagnostics problems = read_forecast(document, path, options, first, feed);
        errors.insert(errors.end(), problems.begin(), problems.end());
    }
    return errors;
}

} // namespace switchroom
