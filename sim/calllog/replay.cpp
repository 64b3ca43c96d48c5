#include "sim/calllog/replay.h"

#include "sim/calllog/where.h"

namespace switchroom {

namespace {

double or_missing(std::optional<double> value)
{
    return value.value_or(ReplayTable::missing);
}

std::optional<double> talk_with_hold_s(const CallRow& row)
{
    if (!row.talk_s)
        return std::nullopt;
    return *row.talk_s + row.hold_s.value_or(0.0);
}

void append(ReplayTable& table, const CallRow& row, std::uint32_t number)
{
    const bool left = row.outcome == CallOutcome::abandoned && row.wait_s;
    table.arrived_at.push_back(row.arrived_at);
    table.number.push_back(number);
    table.queue.push_back(row.queue);
    table.talk_s.push_back(or_missing(talk_with_hold_s(row)));
    table.wrap_up_s.push_back(or_missing(row.wrap_s));
    table.abandoned_at_s.push_back(left ? *row.wait_s : ReplayTable::missing);
    table.outlasted_s.push_back(left ? ReplayTable::missing : row.wait_s.value_or(0.0));
}

} // namespace

Result<ReplayTable> make_replay(const CallLog& log, const ReplayOptions& options)
{
    const auto where = parse_condition(options.where);
    if (!where)
        return where.errors();
    ReplayTable table;
    for (std::uint32_t number = 0; number < log.rows.size(); ++number) {
        const CallRow& row = log.rows[number];
        const bool dropped_retry = options.retries == LoggedRetries::regenerate && row.retry_of;
        if (row.offered() && !dropped_retry && (*where)(log, row))
            append(table, row, number);
    }
    return table;
}

} // namespace switchroom
