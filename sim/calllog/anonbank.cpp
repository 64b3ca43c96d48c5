#include "sim/calllog/anonbank.h"

#include "sim/calllog/csv.h"
#include "sim/calllog/import_context.h"

#include <cmath>
#include <unordered_set>

namespace switchroom {

namespace {

using Fields = std::vector<std::string>;

enum Column : std::size_t {
    vru_line,
    call_id,
    customer_id,
    priority,
    type,
    date,
    vru_entry,
    vru_exit,
    vru_time,
    q_start,
    q_exit,
    q_time,
    outcome,
    ser_start,
    ser_exit,
    ser_time,
    server,
    column_count
};

/// The numbers of one row, before they mean anything.
struct Recorded {
    std::chrono::local_days day{};
    double vru_entry = 0, vru_time = 0, q_start = 0, q_exit = 0, q_time = 0;
    double ser_start = 0, ser_exit = 0, ser_time = 0;
    std::int64_t priority = 0;

    bool queued() const { return q_start != 0.0 || q_time > 0.0; }
};

/// A row that lost the tab between priority and type is split there; then every field loses its blanks. False
/// if it is no row of this log.
bool repair_fields(Fields& fields, LogBuilder& builder, std::int32_t line)
{
    if (fields.size() == column_count - 1) {
        const std::string joined(trimmed(fields[priority]));
        const std::size_t blank = joined.find_first_of(" \t");
        if (blank == std::string::npos)
            return false;
        fields[priority] = joined.substr(0, blank);
        fields.insert(fields.begin() + type, joined.substr(blank));
        builder.repair("the tab between priority and type was lost", line);
    } else if (fields.size() != column_count)
        return false;
    else if (!fields[type].empty() && fields[type].front() == ' ')
        builder.repair("a blank stood before the type", line);
    for (std::string& field : fields)
        field = std::string(trimmed(field));
    return true;
}

/// "yymmdd", 19yy.
std::optional<std::chrono::local_days> parse_date(std::string_view field)
{
    const auto number = parse_integer(field);
    if (!number || field.size() != 6 || *number < 0)
        return std::nullopt;
    const auto n = static_cast<int>(*number);
    const Date date{std::chrono::year(1900 + n / 10000),
                    std::chrono::month(static_cast<unsigned>(n / 100 % 100)),
                    std::chrono::day(static_cast<unsigned>(n % 100))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::local_days(date);
}

/// "H:MM:SS" as seconds of the day.
std::optional<double> parse_clock(std::string_view field)
{
    const std::size_t first = field.find(':');
    const std::size_t second = first == std::string_view::npos ? first : field.find(':', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    const auto h = parse_integer(field.substr(0, first));
    const auto m = parse_integer(field.substr(first + 1, second - first - 1));
    const auto s = parse_integer(field.substr(second + 1));
    if (!h || !m || !s || *h < 0 || *h > 24 || *m < 0 || *m > 59 || *s < 0 || *s > 59)
        return std::nullopt;
    return static_cast<double>(*h * 3600 + *m * 60 + *s);
}

std::optional<Recorded> parse_numbers(const Fields& fields)
{
    const auto day = parse_date(fields[date]);
    const auto rank = parse_integer(fields[priority]);
    if (!day || !rank)
        return std::nullopt;
    Recorded recorded;
    recorded.day = *day;
    recorded.priority = *rank;
    bool good = true;
    const auto take = [&](std::optional<double> value) {
        good &= value.has_value();
        return value.value_or(0.0);
    };
    recorded.vru_entry = take(parse_clock(fields[vru_entry]));
    recorded.q_start = take(parse_clock(fields[q_start]));
    recorded.q_exit = take(parse_clock(fields[q_exit]));
    recorded.ser_start = take(parse_clock(fields[ser_start]));
    recorded.ser_exit = take(parse_clock(fields[ser_exit]));
    recorded.vru_time = take(parse_number(fields[vru_time]));
    recorded.q_time = take(parse_number(fields[q_time]));
    recorded.ser_time = take(parse_number(fields[ser_time]));
    return good ? std::optional(recorded) : std::nullopt;
}

/// The moment of a clock time that was written without a date: the one nearest to the call's arrival, so that
/// a call may pass midnight.
Instant near(Instant arrival, double second_of_day, const TimeZone& zone)
{
    const LocalTime local = local_time(arrival);
    const double days = std::round((local.second_of_day - second_of_day) / 86400.0);
    return zone.place(local.day, second_of_day + days * 86400.0).instant;
}

/// A recorded duration; missing where it is absurd.
std::optional<double> duration(double seconds, const char* what, LogBuilder& builder, std::int32_t line)
{
    if (seconds >= 0.0 && seconds <= absurd_duration_s)
        return seconds;
    builder.remark(std::string(what) + (seconds < 0.0 ? " below 0" : " above an hour") +
                       ": a record error; the call counts, its duration does not",
                   line);
    return std::nullopt;
}

void fill_queue(CallRow& row, const Recorded& recorded, const TimeZone& zone, LogBuilder& builder)
{
    if (!recorded.queued()) {
        row.wait_s = 0.0;
        row.left_at = row.arrived_at;
        return;
    }
    row.queued_at = near(row.arrived_at, recorded.q_start, zone);
    row.left_at = near(row.arrived_at, recorded.q_exit, zone);
    row.wait_s = duration(recorded.q_time, "a wait", builder, row.line);
}

void fill_service(CallRow& row, const Recorded& recorded, std::string_view who, const TimeZone& zone,
                  LogBuilder& builder)
{
    if (recorded.ser_start == 0.0 && recorded.ser_exit == 0.0) {
        builder.remark("answered, but when is not recorded", row.line);
    } else {
        row.answered_at = near(row.arrived_at, recorded.ser_start, zone);
        row.ended_at = near(*row.answered_at, recorded.ser_exit, zone);
    }
    if (recorded.ser_time == 0.0)
        builder.remark("answered, but with a service time of 0: not recorded", row.line);
    else
        row.talk_s = duration(recorded.ser_time, "a service", builder, row.line);
    if (who == "NO_SERVER")
        builder.remark("answered, but by whom is not recorded", row.line);
    else
        row.agent = builder.person(who);
}

/// Missing for a word that is none of the log's three.
std::optional<CallOutcome> outcome_of(const Fields& fields, const Recorded& recorded)
{
    if (fields[outcome] == "AGENT")
        return CallOutcome::answered;
    if (fields[outcome] == "HANG")
        return recorded.queued() ? CallOutcome::abandoned : CallOutcome::bot;
    return std::nullopt;
}

void import_row(Fields& fields, const TimeZone& zone, LogBuilder& builder, std::int32_t line)
{
    if (fields[outcome] == "PHANTOM")
        return builder.set_aside("a phantom call, which the log's own documentation says to ignore", line);
    const auto recorded = parse_numbers(fields);
    if (!recorded)
        return builder.lose("a date, a clock time or a number cannot be read", line);
    const auto ended_as = outcome_of(fields, *recorded);
    if (!ended_as)
        return builder.lose("the outcome is none of AGENT, HANG, PHANTOM", line);
    CallRow row;
    row.line = line;
    row.outcome = *ended_as;
    row.call_id = fields[date] + "-" + fields[vru_line] + "-" + fields[call_id];
    row.queue = builder.queue(fields[type]);
    row.priority = static_cast<int>(recorded->priority);
    row.arrived_at = zone.place(recorded->day, recorded->vru_entry + recorded->vru_time).instant;
    if (recorded->vru_time < 0.0)
        builder.remark("the time in the voice response unit is below 0", line);
    if (fields[customer_id] != "0")
        row.caller = builder.person(fields[customer_id]);
    if (*ended_as == CallOutcome::bot)
        row.left_at = row.arrived_at;
    else
        fill_queue(row, *recorded, zone, builder);
    if (*ended_as == CallOutcome::answered)
        fill_service(row, *recorded, fields[server], zone, builder);
    else if (recorded->ser_time > 0.0)
        builder.remark("hung up, but with a service time: ignored", line);
    builder.use(std::move(row));
}

} // namespace

bool is_anonbank(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text.starts_with("vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry");
}

Result<CallLog> import_anonbank(const std::string& file, std::string_view text, const HashKey& key,
                                Progress* progress)
{
    if (!is_anonbank(text))
        return error_in(file, "expected the header line of the Anonymous Bank's log (vru+line, call_id, …)");
    auto zone = find_time_zone("Asia/Jerusalem");
    if (!zone)
        return zone.errors();
    LogBuilder builder(file, key);
    builder.log.zone = *zone;
    builder.log.source = "Anonymous Bank 1999: I. Guedj and A. Mandelbaum, Technion; Brown et al., JASA 2005";
    CsvReader reader(text, {.separator = '\t', .quotes = false});
    Fields fields;
    reader.next(fields); // the header
    std::unordered_set<std::string> keys;
    ImportProgress reading(progress, text.size());
    while (reader.next(fields)) {
        if (!reading.goes_on(reader.position()))
            return import_stopped(file);
        ++builder.log.quality.rows_read;
        const std::int32_t line = reader.line();
        if (!repair_fields(fields, builder, line))
            builder.lose(reader.cut_off() ? "the last line is cut off" : "the number of fields is wrong",
                         line);
        else if (!keys.insert(fields[date] + "\t" + fields[vru_line] + "\t" + fields[call_id]).second)
            builder.lose("a duplicate of an earlier row (date, line and call id)", line);
        else
            import_row(fields, *zone, builder, line);
    }
    return builder.finish();
}

} // namespace switchroom
