#include "sim/calllog/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace switchroom {

namespace {

/// The order of cells and their name.
struct CellKey {
    std::int64_t order = 0;
    std::string name;
    friend auto operator<=>(const CellKey&, const CellKey&) = default;
};

CellKey time_of_day_key(double second, double step_s)
{
    const auto index = static_cast<std::int64_t>(second / step_s);
    return {index, to_text(ClockTime{static_cast<int>(static_cast<double>(index) * step_s)})};
}

CellKey key_of(const CallLog& log, const CallRow& row, const MeasureOptions& options)
{
    constexpr const char* weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (options.by == MeasureBy::type)
        return {row.queue, log.queues[row.queue]};
    const LocalTime local = local_time(row.arrived_at);
    const Date date(local.day);
    switch (options.by) {
    case MeasureBy::interval:
        return time_of_day_key(local.second_of_day, options.interval_s);
    case MeasureBy::hour:
        return time_of_day_key(local.second_of_day, 3600.0);
    case MeasureBy::day:
        return {local.day.time_since_epoch().count(), to_text(date)};
    case MeasureBy::weekday: {
        const unsigned iso = std::chrono::weekday(local.day).iso_encoding();
        return {iso, weekdays[iso - 1]};
    }
    case MeasureBy::month: {
        const int year = static_cast<int>(date.year());
        const auto month = static_cast<unsigned>(date.month());
        return {std::int64_t{year} * 12 + month, fmt::format("{:04}-{:02}", year, month)};
    }
    default:
        return {};
    }
}

void count_wait(LogCell& cell, const CallRow& row, const MeasureOptions& options)
{
    ContactCounts& counts = cell.counts;
    const bool answered = row.outcome == CallOutcome::answered;
    if (!row.wait_s) {
        counts.wait_unknown += answered;
        counts.had_to_wait += row.queued();
        return;
    }
    const double wait_s = *row.wait_s;
    cell.waits_s.push_back(wait_s);
    counts.had_to_wait += wait_s > 0.0;
    if (answered) {
        counts.wait_answered_s += wait_s;
        counts.answered_within += wait_s <= options.within_s;
    } else if (row.outcome == CallOutcome::abandoned) {
        counts.wait_abandoned_s += wait_s;
        counts.abandoned_within += wait_s <= options.within_s;
        counts.abandoned_short += wait_s <= options.short_abandon_s;
    } else {
        counts.wait_flowed_out_s += wait_s;
        return;
    }
    counts.longest_wait_s = std::max(counts.longest_wait_s, wait_s);
}

void count_handle(LogCell& cell, const CallRow& row)
{
    cell.counts.talk_s += row.talk_s.value_or(0.0);
    cell.counts.hold_s += row.hold_s.value_or(0.0);
    cell.counts.wrap_up_s += row.wrap_s.value_or(0.0);
    if (const auto handle = handle_s(row))
        cell.handles_s.push_back(*handle);
    else
        ++cell.counts.handle_unknown;
}

void count_outcome(ContactCounts& counts, CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::answered:
        ++counts.answered;
        return;
    case CallOutcome::abandoned:
        ++counts.abandoned;
        return;
    case CallOutcome::voicemail:
        ++counts.to_voicemail;
        break;
    case CallOutcome::callback:
        ++counts.to_callback;
        break;
    case CallOutcome::transferred: // elsewhere, as work that this queue no longer sees
        ++counts.to_message;
        break;
    case CallOutcome::blocked:
        ++counts.blocked;
        return;
    case CallOutcome::bot:
        ++counts.contained;
        return;
    }
    ++counts.flowed_out;
}

void count(LogCell& cell, const CallRow& row, const MeasureOptions& options)
{
    ++cell.counts.attempts;
    ++(row.retry_of ? cell.counts.redials : cell.counts.needs);
    count_outcome(cell.counts, row.outcome);
    if (row.offered())
        count_wait(cell, row, options);
    if (row.outcome == CallOutcome::answered)
        count_handle(cell, row);
}

void sort_values(LogCell& cell)
{
    std::sort(cell.waits_s.begin(), cell.waits_s.end());
    std::sort(cell.handles_s.begin(), cell.handles_s.end());
}

} // namespace

LogMeasures measure(const CallLog& log, const MeasureOptions& options)
{
    LogMeasures measured;
    measured.total.name = "total";
    std::map<CellKey, LogCell> cells;
    for (const CallRow& row : log.rows) {
        if (!options.where(log, row))
            continue;
        count(measured.total, row, options);
        if (options.by != MeasureBy::whole)
            count(cells[key_of(log, row, options)], row, options);
    }
    sort_values(measured.total);
    for (auto& [key, cell] : cells) {
        cell.name = key.name;
        sort_values(cell);
        measured.cells.push_back(std::move(cell));
    }
    return measured;
}

HandleSummary summarise(const std::vector<double>& sorted, double at_least_s)
{
    HandleSummary summary;
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), std::max(at_least_s, 1e-3));
    const auto n = sorted.end() - first;
    if (n == 0)
        return summary;
    double sum = 0.0, log_sum = 0.0;
    for (auto it = first; it != sorted.end(); ++it) {
        sum += *it;
        log_sum += std::log(*it);
    }
    const auto count = static_cast<double>(n);
    summary.n = n;
    summary.mean_s = sum / count;
    summary.log_mean = log_sum / count;
    double squares = 0.0, log_squares = 0.0;
    for (auto it = first; it != sorted.end(); ++it) {
        squares += (*it - summary.mean_s) * (*it - summary.mean_s);
        log_squares += (std::log(*it) - summary.log_mean) * (std::log(*it) - summary.log_mean);
    }
    summary.cv = n > 1 ? std::sqrt(squares / (count - 1.0)) / summary.mean_s : 0.0;
    summary.log_sd = std::sqrt(log_squares / count);
    summary.median_s = (first[(n - 1) / 2] + first[n / 2]) / 2.0;
    return summary;
}

} // namespace switchroom
