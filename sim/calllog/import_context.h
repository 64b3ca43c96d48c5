#pragma once
/// What the importers share: names of queues to positions, hashes of people, progress, and the closing steps.

#include "sim/base/progress.h"
#include "sim/calllog/call_log.h"
#include "sim/calllog/keyed_hash.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace switchroom {

/// A wait or a service of more than an hour is taken for a record error where an importer says so.
inline constexpr double absurd_duration_s = 3600.0;

/// Tells now and then how much of a text has been read. Lives as long as `progress`, which may be null.
class ImportProgress {
public:
    ImportProgress(Progress* progress, std::size_t bytes) : progress_(progress), bytes_(bytes) {}
    /// False if somebody asked to stop. Called once a row.
    bool goes_on(std::size_t bytes_read);

private:
    Progress* progress_;
    std::size_t bytes_;
    std::uint32_t rows_ = 0;
};

/// The error of an import that was asked to stop.
Diagnostic import_stopped(const std::string& file);

/// A log being filled, row by row. finish() puts it in order.
class LogBuilder {
public:
    LogBuilder(std::string file, HashKey key) : key_(key) { log.quality.file = std::move(file); }

    CallLog log;

    /// The position of a queue by its name, new or known.
    std::uint32_t queue(std::string_view name);
    /// Missing if `name` is empty.
    PersonHash person(std::string_view name) const;
    void lose(std::string_view reason, std::int32_t line) { note(log.quality.lost, reason, line); }
    void set_aside(std::string_view reason, std::int32_t line) { note(log.quality.set_aside, reason, line); }
    void repair(std::string_view reason, std::int32_t line) { note(log.quality.repaired, reason, line); }
    void remark(std::string_view reason, std::int32_t line) { note(log.quality.noted, reason, line); }
    void use(CallRow row);
    CallLog finish();

private:
    HashKey key_;
    std::unordered_map<std::string, std::uint32_t> queue_positions_;
};

} // namespace switchroom
