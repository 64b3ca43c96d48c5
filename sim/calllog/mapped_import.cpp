#include "sim/calllog/mapped_import.h"

#include "sim/calllog/csv.h"
#include "sim/calllog/import_context.h"
#include "sim/calllog/time_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace switchroom {

namespace {

using Fields = std::vector<std::string>;
constexpr double half_a_day_s = 43200.0;

/// Looks fields up by the names of their columns.
class Header {
public:
    explicit Header(const Fields& names)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            positions_.emplace(std::string(trimmed(names[i])), i);
        size_ = names.size();
    }

    bool has(const std::string& column) const { return positions_.contains(column); }
    std::size_t size() const { return size_; }
    /// Without blanks; empty if the column is not mapped or not there.
    std::string_view field(const Fields& fields, const std::string& column) const
    {
        const auto found = positions_.find(column);
        return found == positions_.end() ? std::string_view{} : trimmed(fields[found->second]);
    }

private:
    std::unordered_map<std::string, std::size_t> positions_;
    std::size_t size_ = 0;
};

/// "H:MM:SS" or "MM:SS", any number of hours.
std::optional<double> parse_clock_duration(std::string_view text)
{
    double seconds = 0.0;
    int parts = 0;
    for (; parts < 3; ++parts) {
        const std::size_t colon = text.find(':');
        const auto part = parse_number(text.substr(0, colon));
        if (!part || *part < 0.0)
            return std::nullopt;
        seconds = seconds * 60.0 + *part;
        if (colon == std::string_view::npos)
            return parts > 0 ? std::optional(seconds) : std::nullopt;
        text.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

/// Turns one record after another into a canonical row.
class RowImporter {
public:
    RowImporter(const ColumnMapping& mapping, Header header, LogBuilder& builder)
        : mapping_(mapping), header_(std::move(header)), builder_(builder)
    {
    }

    void import(const Fields& fields, std::int32_t line)
    {
        fields_ = &fields;
        line_ = line;
        const std::string_view word = field(mapping_.outcome);
        if (std::find(mapping_.ignored.begin(), mapping_.ignored.end(), word) != mapping_.ignored.end())
            return builder_.set_aside("an outcome that the mapping says to ignore", line);
        CallRow row;
        row.line = line;
        row.call_id = field(mapping_.call_id);
        const auto arrived = instant(mapping_.arrived_at, std::nullopt);
        if (!arrived)
            return builder_.lose("when the call arrived is missing or cannot be read", line);
        row.arrived_at = *arrived;
        if (!row.call_id.empty() && !seen_.insert(fmt::format("{}\t{}", row.call_id, arrived->utc_ms)).second)
            return builder_.lose("a duplicate of an earlier row (call id and arrival)", line);
        if (!fill_outcome(row, word))
            return builder_.lose("an outcome that the mapping does not name", line);
        fill(row);
        earlier_.emplace_back(field(mapping_.transfer_of), field(mapping_.retry_of));
        positions_.insert_or_assign(row.call_id, static_cast<std::uint32_t>(builder_.log.rows.size()));
        builder_.use(std::move(row));
    }

    /// Once all rows are known: call ids of earlier calls become positions.
    void link()
    {
        for (std::size_t i = 0; i < earlier_.size(); ++i) {
            CallRow& row = builder_.log.rows[i];
            row.transfer_of = position_of(earlier_[i].first);
            row.retry_of = position_of(earlier_[i].second);
        }
    }

private:
    std::string_view field(const std::string& column) const { return header_.field(*fields_, column); }

    std::optional<std::uint32_t> position_of(const std::string& call_id) const
    {
        const auto found = positions_.find(call_id);
        return call_id.empty() || found == positions_.end() ? std::nullopt : std::optional(found->second);
    }

    /// `after`: the arrival; a time of day that seems half a day or more before it passed midnight.
    std::optional<Instant> instant(const TimeColumn& column, std::optional<Instant> after)
    {
        const std::string_view text = field(column.column);
        if (text.empty())
            return std::nullopt;
        const std::string joined =
            column.date.empty() ? std::string(text) : fmt::format("{} {}", field(column.date), text);
        auto written = parse_time(joined, column.format);
        if (!written) {
            if (after)
                builder_.remark("a time cannot be read: taken as not recorded", line_);
            return std::nullopt;
        }
        TimeZone::Placed placed = place(*written, mapping_.zone);
        if (after && !column.date.empty() && seconds_between(*after, placed.instant) > half_a_day_s) {
            builder_.repair("a time after midnight stood under the day before", line_);
            written->second_of_day += 86400.0;
            placed = place(*written, mapping_.zone);
        }
        if (placed.skipped)
            builder_.repair("a local time that the spring change of clocks skips: moved an hour on", line_);
        if (placed.ambiguous)
            builder_.remark("a local time that comes twice when the clocks go back: the first is taken",
                            line_);
        return placed.instant;
    }

    std::optional<double> duration(const DurationColumn& column)
    {
        const std::string_view text = field(column.column);
        if (text.empty())
            return std::nullopt;
        std::optional<double> seconds = parse_clock_duration(text);
        if (column.unit_s > 0.0) {
            seconds = parse_number(text, mapping_.decimal);
            if (seconds)
                *seconds *= column.unit_s;
        }
        if (!seconds)
            builder_.remark("a duration cannot be read: taken as not recorded", line_);
        return sensible(seconds);
    }

    std::optional<double> sensible(std::optional<double> seconds)
    {
        if (!seconds || (*seconds >= 0.0 && *seconds <= mapping_.longest_s))
            return seconds;
        builder_.remark(*seconds < 0.0 ? "a duration below 0: the call counts, its duration does not"
                                       : "an absurdly long duration: the call counts, its duration does not",
                        line_);
        return std::nullopt;
    }

    /// False if there is an outcome column whose word the mapping does not name.
    bool fill_outcome(CallRow& row, std::string_view word)
    {
        if (mapping_.outcome.empty()) {
            const bool answered =
                !field(mapping_.answered_at.column).empty() || !field(mapping_.talk.column).empty();
            row.outcome = answered ? CallOutcome::answered : CallOutcome::abandoned;
            return true;
        }
        for (std::size_t i = 0; i < mapping_.words.size(); ++i) {
            const auto outcome = static_cast<CallOutcome>(i);
            const auto& words = mapping_.words[i];
            const bool named = words.empty() ? to_text(outcome) == word
                                             : std::find(words.begin(), words.end(), word) != words.end();
            if (named) {
                row.outcome = outcome;
                return true;
            }
        }
        return false;
    }

    void fill(CallRow& row)
    {
        const std::string_view queue = field(mapping_.queue);
        row.queue = builder_.queue(queue.empty() ? mapping_.all_queue : queue);
        if (const auto priority = parse_integer(field(mapping_.priority)))
            row.priority = static_cast<int>(*priority);
        row.caller = builder_.person(field(mapping_.caller));
        row.agent = builder_.person(field(mapping_.agent));
        row.queued_at = instant(mapping_.queued_at, row.arrived_at);
        row.answered_at = instant(mapping_.answered_at, row.arrived_at);
        row.left_at = instant(mapping_.left_at, row.arrived_at);
        row.ended_at = instant(mapping_.ended_at, row.arrived_at);
        row.wait_s = duration(mapping_.wait);
        row.ring_s = duration(mapping_.ring);
        row.talk_s = duration(mapping_.talk);
        row.hold_s = duration(mapping_.hold);
        row.wrap_s = duration(mapping_.wrap_up);
        derive(row);
    }

    /// What the source has no column for but says by others. A blank in a column that it has stays missing.
    void derive(CallRow& row)
    {
        const bool answered = row.outcome == CallOutcome::answered;
        if (!row.left_at && row.offered())
            row.left_at = answered ? row.answered_at : row.ended_at;
        const Instant joined = row.queued_at.value_or(row.arrived_at);
        if (!row.wait_s && row.left_at && row.offered() && !header_.has(mapping_.wait.column))
            row.wait_s = sensible(seconds_between(*row.left_at, joined));
        if (!row.left_at && row.wait_s)
            row.left_at = later(joined, std::llround(*row.wait_s * 1000.0));
        if (answered && !row.answered_at)
            row.answered_at = row.left_at;
        if (row.offered() && !row.queued_at && (!answered || row.wait_s.value_or(1.0) > 0.0))
            row.queued_at = row.arrived_at;
        if (answered && !row.talk_s && !header_.has(mapping_.talk.column) && row.answered_at && row.ended_at)
            row.talk_s =
                sensible(seconds_between(*row.ended_at, *row.answered_at) - row.hold_s.value_or(0.0));
    }

    const ColumnMapping& mapping_;
    Header header_;
    LogBuilder& builder_;
    const Fields* fields_ = nullptr;
    std::int32_t line_ = 0;
    std::unordered_set<std::string> seen_;
    std::unordered_map<std::string, std::uint32_t> positions_;
    std::vector<std::pair<std::string, std::string>>
        earlier_; ///< transfer_of and retry_of as written, by row
};

/// Columns that the mapping names and the file lacks.
Diagnostics missing_columns(const std::string& path, const ColumnMapping& m, const Header& header)
{
    Diagnostics errors;
    const auto need = [&](const std::string& column) {
        if (!column.empty() && !header.has(column))
            errors.push_back(error_in(path, fmt::format("the header has no column \"{}\"", column)));
    };
    for (const std::string* column : {&m.arrived_at.column, &m.arrived_at.date, &m.queue, &m.outcome})
        need(*column);
    if (m.optional_columns)
        return errors;
    for (const std::string* column :
         {&m.call_id, &m.priority, &m.caller, &m.agent, &m.transfer_of, &m.retry_of})
        need(*column);
    for (const TimeColumn* time : {&m.queued_at, &m.answered_at, &m.left_at, &m.ended_at}) {
        need(time->column);
        need(time->date);
    }
    for (const DurationColumn* duration : {&m.wait, &m.ring, &m.talk, &m.hold, &m.wrap_up})
        need(duration->column);
    return errors;
}

/// Comment lines before the header may say `zone: NAME`, `source: …` and, first, `synthetic …`.
Diagnostics read_comments(const CsvReader& reader, const std::string& path, CallLog& log,
                          std::optional<TimeZone>& zone)
{
    for (const std::string& comment : reader.comments()) {
        log.synthetic |= comment.starts_with("synthetic");
        if (comment.starts_with("source:"))
            log.source = trimmed(std::string_view(comment).substr(7));
        if (!comment.starts_with("zone:"))
            continue;
        auto found = find_time_zone(std::string(trimmed(std::string_view(comment).substr(5))));
        if (!found)
            return {error_in(path, found.errors().front().message)};
        zone = *found;
    }
    return {};
}

} // namespace

Result<CallLog> import_mapped(const std::string& path, std::string_view text, const ColumnMapping& given,
                              const HashKey& key, Progress* progress)
{
    CsvReader reader(text, {.separator = given.separator});
    ColumnMapping mapping = given;
    LogBuilder builder(path, key);
    if (auto errors = read_comments(reader, path, builder.log, mapping.zone); !errors.empty())
        return errors;
    builder.log.zone = mapping.zone.value_or(TimeZone{});
    Fields fields;
    if (!reader.next(fields))
        return error_in(path, "the file is empty; expected a header line that names the columns");
    const Header header(fields);
    if (auto errors = missing_columns(path, mapping, header); !errors.empty())
        return errors;
    RowImporter importer(mapping, header, builder);
    ImportProgress reading(progress, text.size());
    while (reader.next(fields)) {
        if (!reading.goes_on(reader.position()))
            return import_stopped(path);
        ++builder.log.quality.rows_read;
        if (fields.size() == header.size() && !reader.quote_left_open())
            importer.import(fields, reader.line());
        else
            builder.lose(reader.cut_off() ? "the last line is cut off" : "the number of fields is wrong",
                         reader.line());
    }
    importer.link();
    return builder.finish();
}

} // namespace switchroom
