#include "sim/calllog/call_log.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace switchroom {

namespace {

/// new position of each old one, given the old positions in their new order.
std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order)
{
    std::vector<std::uint32_t> position(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        position[order[i]] = i;
    return position;
}

template <class T, class Less>
std::vector<std::uint32_t> sorted_order(const std::vector<T>& items, Less less)
{
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return less(items[a], items[b]); });
    return order;
}

template <class T>
void apply_order(std::vector<T>& items, const std::vector<std::uint32_t>& order)
{
    std::vector<T> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t i : order)
        sorted.push_back(std::move(items[i]));
    items = std::move(sorted);
}

} // namespace

std::optional<std::uint32_t> CallLog::find_queue(std::string_view name) const
{
    const auto found = std::lower_bound(queues.begin(), queues.end(), name);
    if (found == queues.end() || *found != name)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - queues.begin());
}

void put_in_order(CallLog& log)
{
    const auto queue_order = sorted_order(log.queues, std::less<>{});
    const auto queue_position = inverse(queue_order);
    apply_order(log.queues, queue_order);
    const auto row_order = sorted_order(log.rows, [](const CallRow& a, const CallRow& b) {
        return std::tie(a.arrived_at, a.line) < std::tie(b.arrived_at, b.line);
    });
    const auto row_position = inverse(row_order);
    apply_order(log.rows, row_order);
    for (CallRow& row : log.rows) {
        row.queue = queue_position[row.queue];
        if (row.transfer_of)
            row.transfer_of = row_position[*row.transfer_of];
        if (row.retry_of)
            row.retry_of = row_position[*row.retry_of];
    }
}

void link_retries(CallLog& log, double within_s)
{
    std::unordered_map<std::uint64_t, std::uint32_t> last_unanswered;
    for (std::uint32_t i = 0; i < log.rows.size(); ++i) {
        CallRow& row = log.rows[i];
        if (!row.caller || !row.offered())
            continue;
        const auto earlier = last_unanswered.find(row.caller.value);
        if (earlier != last_unanswered.end() && !row.retry_of &&
            seconds_between(row.arrived_at, log.rows[earlier->second].arrived_at) <= within_s)
            row.retry_of = earlier->second;
        if (row.outcome == CallOutcome::abandoned)
            last_unanswered[row.caller.value] = i;
        else if (earlier != last_unanswered.end())
            last_unanswered.erase(earlier);
    }
}

} // namespace switchroom
