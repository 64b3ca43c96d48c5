#pragma once
/// What the importers share: names of queues to positions, hashes of people, and the closing steps.

#include "sim/calllog/call_log.h"
#include "sim/calllog/keyed_hash.h"

#include <string_view>
#include <unordered_map>

namespace switchroom {

/// A wait or a service of more than an hour is taken for a record error where an importer says so.
inline constexpr double absurd_duration_s = 3600.0;

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
