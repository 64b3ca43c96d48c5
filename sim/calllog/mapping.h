#pragma once
/// Which column of a foreign table is what: a small TOML file for call logs that no importer knows
/// (docs/call-logs.md has a worked example).

#include "sim/calllog/call_row.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// An instant: one column, or a date and a time of day in two (joined by a blank). No column: not recorded.
struct TimeColumn {
    std::string column;
    std::string date;   ///< column of the day, if `column` holds the time of day alone
    std::string format; ///< of the joined text (time_format.h); empty is ISO 8601
};

/// A duration; `unit_s` seconds each, or written H:MM:SS where unit_s is 0.
struct DurationColumn {
    std::string column;
    double unit_s = 1.0;
};

/// `[columns]`, `[outcome]` and `[log]` of a mapping file. Empty names are columns that the log does not
/// have.
struct ColumnMapping {
    std::optional<TimeZone>
        zone; ///< of times without an offset (default UTC); a given zone also shows the others
    std::optional<char> separator; ///< default: found out
    char decimal = '.';
    double longest_s = 4 * 3600.0; ///< longer durations are record errors
    std::string all_queue;         ///< the queue of every call where there is no column

    std::string call_id, queue, priority, caller, agent;
    TimeColumn arrived_at, queued_at, answered_at, left_at, ended_at;
    DurationColumn wait, ring, talk, hold, wrap_up;
    std::string transfer_of, retry_of; ///< columns that hold the earlier call's call_id

    std::string outcome; ///< column
    std::array<std::vector<std::string>, call_outcome_count>
        words;                        ///< what each outcome is called there; empty: its own name
    std::vector<std::string> ignored; ///< outcome words of rows to be set aside
    bool optional_columns = false;    ///< the file may lack all of them but arrived_at, queue and outcome
};

/// Errors carry `file`, line and column of the TOML text: what was found, what was expected; all of them.
Result<ColumnMapping> parse_mapping(const std::string& file, std::string_view toml);

/// The mapping of canonical files, whose columns have the canonical names.
ColumnMapping canonical_mapping();

} // namespace switchroom
