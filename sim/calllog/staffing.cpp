#include "sim/calllog/staffing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace switchroom {

namespace {

/// [from, to) in milliseconds of the local clock since 1970, so that intervals follow local days. Whole
/// numbers: sums do not depend on the order of agents, which their hashes would decide.
struct Span {
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;
};

/// One agent's services in order of time; spans of several queues may overlap by record errors.
using Services = std::vector<Span>;

std::int64_t local_ms(Instant instant)
{
    return instant.utc_ms + std::int64_t{1000} * instant.offset_s;
}

std::int64_t to_ms(double seconds)
{
    return std::llround(seconds * 1000.0);
}

double to_hours(std::int64_t ms)
{
    return static_cast<double>(ms) / 3.6e6;
}

std::unordered_map<std::uint64_t, Services>
services_by_agent(const CallLog& log, const StaffingOptions& options, std::int64_t& without_agent)
{
    std::unordered_map<std::uint64_t, Services> by_agent;
    for (const CallRow& row : log.rows) {
        if (row.outcome != CallOutcome::answered || !options.where(log, row))
            continue;
        if (!row.agent || !row.answered_at) {
            ++without_agent;
            continue;
        }
        const std::int64_t from_ms = local_ms(*row.answered_at);
        by_agent[row.agent.value].push_back({from_ms, from_ms + to_ms(handle_s(row).value_or(0.0))});
    }
    for (auto& [agent, services] : by_agent)
        std::sort(services.begin(), services.end(),
                  [](const Span& a, const Span& b) { return a.from_ms < b.from_ms; });
    return by_agent;
}

/// Spans joined where the next starts not later than `gap_ms` after the end.
std::vector<Span> joined(const Services& services, std::int64_t gap_ms)
{
    std::vector<Span> spans;
    for (const Span& service : services) {
        if (!spans.empty() && service.from_ms - spans.back().to_ms <= gap_ms)
            spans.back().to_ms = std::max(spans.back().to_ms, service.to_ms);
        else
            spans.push_back(service);
    }
    return spans;
}

/// Agent-milliseconds by interval since 1970.
using Cells = std::map<std::int64_t, std::int64_t>;

void spread(Cells& cells, const Span& span, std::int64_t interval_ms)
{
    for (std::int64_t from_ms = span.from_ms; from_ms < span.to_ms;) {
        const std::int64_t index = from_ms / interval_ms;
        const std::int64_t to_ms = std::min((index + 1) * interval_ms, span.to_ms);
        cells[index] += to_ms - from_ms;
        from_ms = to_ms;
    }
}

double seconds_at(const Cells& cells, std::int64_t index)
{
    const auto found = cells.find(index);
    return found == cells.end() ? 0.0 : static_cast<double>(found->second) / 1000.0;
}

std::vector<StaffedInterval> by_local_day(const Cells& present, const Cells& busy, double interval_s)
{
    std::vector<StaffedInterval> intervals;
    const auto per_day = static_cast<std::int64_t>(std::llround(86400.0 / interval_s));
    std::int64_t next_free = 0; // index after the last day that was written out
    for (const auto& [index, ms] : present) {
        if (!intervals.empty() && index < next_free)
            continue;
        const std::int64_t day = index / per_day;
        next_free = (day + 1) * per_day;
        for (std::int64_t i = day * per_day; i < next_free; ++i) {
            const double mean = seconds_at(present, i) / interval_s;
            const int whole = mean > 0.0 ? std::max(1, static_cast<int>(std::lround(mean))) : 0;
            intervals.push_back({std::chrono::local_days(std::chrono::days(day)),
                                 static_cast<int>(static_cast<double>(i - day * per_day) * interval_s), mean,
                                 whole, seconds_at(busy, i)});
        }
    }
    return intervals;
}

} // namespace

RebuiltStaffing rebuild_staffing(const CallLog& log, const StaffingOptions& options)
{
    RebuiltStaffing staffing;
    const auto by_agent = services_by_agent(log, options, staffing.services_without_agent);
    staffing.agents_seen = static_cast<int>(by_agent.size());
    Cells present, busy;
    std::int64_t present_ms = 0, busy_ms = 0;
    const std::int64_t interval_ms = to_ms(options.interval_s);
    const auto add = [&](const std::vector<Span>& spans, Cells& cells, std::int64_t& sum_ms) {
        for (const Span& span : spans) {
            spread(cells, span, interval_ms);
            sum_ms += span.to_ms - span.from_ms;
        }
    };
    for (const auto& [agent, services] : by_agent) {
        add(joined(services, to_ms(options.gap_s)), present, present_ms);
        add(joined(services, 0), busy, busy_ms); // services that overlap count once
    }
    staffing.present_h = to_hours(present_ms);
    staffing.busy_h = to_hours(busy_ms);
    staffing.intervals = by_local_day(present, busy, options.interval_s);
    return staffing;
}

} // namespace switchroom
