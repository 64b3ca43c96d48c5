#include "sim/calllog/canonical_csv.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

std::string text_of(const std::optional<Instant>& instant)
{
    return instant ? to_text(*instant) : std::string();
}

/// Milliseconds, as instants have.
std::string text_of(const std::optional<double>& seconds)
{
    return seconds ? fmt::format("{}", std::round(*seconds * 1000.0) / 1000.0) : std::string();
}

std::string text_of(const CallLog& log, const std::optional<std::uint32_t>& row)
{
    return row ? log.rows[*row].call_id : std::string();
}

/// In quotes where it must be.
std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string inside;
    for (const char c : text)
        inside += c == '"' ? std::string("\"\"") : std::string(1, c);
    return "\"" + inside + "\"";
}

} // namespace

std::string to_canonical_csv(const CallLog& log, const std::vector<std::string>& comments)
{
    std::string text;
    for (const std::string& comment : comments)
        text += "# " + comment + "\n";
    text += "call_id,queue,priority,arrived_at,queued_at,answered_at,left_at,ended_at,outcome,wait_s,ring_s,"
            "talk_s,hold_s,"
            "wrap_s,transfer_of,retry_of,forwarded_to,handed_off_to,reason\n";
    for (const CallRow& row : log.rows)
        text += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", quoted(row.call_id),
            quoted(log.queues[row.queue]), row.priority ? std::to_string(*row.priority) : "",
            to_text(row.arrived_at), text_of(row.queued_at), text_of(row.answered_at), text_of(row.left_at),
            text_of(row.ended_at), to_text(row.outcome), text_of(row.wait_s), text_of(row.ring_s),
            text_of(row.talk_s), text_of(row.hold_s), text_of(row.wrap_s), text_of(log, row.transfer_of),
            text_of(log, row.retry_of), quoted(row.forwarded_to), quoted(row.handed_off_to), row.reason);
    return text;
}

} // namespace switchroom
