#include "sim/centre/compile_logs.h"

#include "sim/calllog/import.h"
#include "sim/calllog/kaplan_meier.h"
#include "sim/calllog/replay.h"
#include "sim/calllog/staffing.h"
#include "sim/centre/compile_laws.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/core.h>

namespace switchroom {

namespace {

/// The log that `file`, `format` and `columns` beside `path` name; each is read once. Null (and an error) if
/// it cannot be.
std::shared_ptr<const CallLog> read_log(const std::string& path, const std::string& file,
                                        const std::optional<std::string>& format,
                                        const std::optional<std::string>& columns, CompileContext& context)
{
    const auto name = context.resolve(path + ".file", file);
    const auto mapping = columns ? context.resolve(path + ".columns", *columns) : std::nullopt;
    if (!name || (columns && !mapping))
        return nullptr;
    ImportOptions options{.format = mapping ? *mapping : format.value_or("")};
    const std::string known_as = *name + '\n' + options.format;
    if (const auto known = context.logs.find(known_as); known != context.logs.end())
        return known->second;
    auto log = read_call_log(*context.options.files, *name, options);
    if (!log) {
        context.error(path + ".file", log.errors());
        return nullptr;
    }
    auto shared = std::make_shared<const CallLog>(*std::move(log));
    context.logs.emplace(known_as, shared);
    return shared;
}

/// The law of patience that the replayed calls show; none where nobody hung up (patience without end).
std::optional<Distribution> fitted_patience(const ReplayTable& table)
{
    std::vector<PatienceObservation> waits;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool abandoned = !std::isnan(table.abandoned_at_s[i]);
        waits.push_back({abandoned ? table.abandoned_at_s[i] : table.outlasted_s[i], abandoned});
    }
    const FittedHazard fitted = fit_hazard(std::move(waits));
    if (std::all_of(fitted.per_second.begin(), fitted.per_second.end(),
                    [](double rate) { return rate == 0.0; }))
        return std::nullopt;
    return *make_hazard(fitted.from_s, fitted.per_second);
}

double recorded(double value, LogHandle handle)
{
    return handle == LogHandle::drawn || std::isnan(value) ? never_s : value;
}

ReplayedCall replayed_call(const ReplayTable& table, std::size_t i, LogHandle handle, double at_s,
                           std::int32_t date)
{
    ReplayedCall call;
    call.at_s = at_s;
    call.number = table.number[i];
    call.date = date;
    call.handle_s = recorded(table.talk_s[i], handle);
    call.wrap_up_s = recorded(table.wrap_up_s[i], handle);
    call.patience_known = !std::isnan(table.abandoned_at_s[i]);
    if (call.patience_known)
        call.patience_s = table.abandoned_at_s[i];
    else
        call.outlasted_s = table.outlasted_s[i];
    return call;
}

Range add_calls(const ReplayTable& table, LogHandle handle, CompileContext& context)
{
    CentreModel& model = context.model;
    const std::size_t first = model.replay.size();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double at_s = context.calendar.instant_of(table.arrived_at[i].utc_ms);
        if (at_s < context.begin_s || at_s >= context.end_s)
            continue;
        const LocalDay& day = context.calendar.day(context.calendar.day_at(at_s));
        const auto date = std::chrono::sys_days(day.date).time_since_epoch().count();
        model.replay.push_back(replayed_call(table, i, handle, at_s, static_cast<std::int32_t>(date)));
    }
    return range_from(first, model.replay);
}

std::string span_of(const ReplayTable& table)
{
    if (table.size() == 0)
        return "no call fits its `where`";
    return fmt::format("its calls run from {} to {}", to_text(table.arrived_at.front()),
                       to_text(table.arrived_at.back()));
}

} // namespace

void compile_replay(const LogReplay& replay, const std::string& path, std::uint32_t id,
                    CompileContext& context)
{
    const auto log = read_log(path, replay.file, replay.format, replay.columns, context);
    if (!log)
        return;
    const LoggedRetries retries =
        replay.retries == LogRetries::regenerate ? LoggedRetries::regenerate : LoggedRetries::as_logged;
    auto table = make_replay(*log, {.where = replay.where.value_or(""), .retries = retries});
    if (!table) {
        for (const Diagnostic& problem : table.errors())
            context.error(path + ".where", problem.message);
        return;
    }
    ModelContact& contact = context.model.contacts[id];
    contact.replay = add_calls(*table, replay.handle, context);
    contact.replay_scale = replay.scale;
    if (contact.replay.count == 0)
        context.error(path,
                      fmt::format("the log has no call between [time] start and the end of its days; {}",
                                  span_of(*table)));
    else if (contact.patience.count == 0)
        if (const auto patience = fitted_patience(*table))
            context.model.contacts[id].patience = timed_law(*patience, context);
}

std::optional<StaffingTable> staffing_from_log(const StaffingFromLog& log, const std::string& path,
                                               CompileContext& context)
{
    const auto rows = read_log(path, log.file, log.format, log.columns, context);
    if (!rows)
        return std::nullopt;
    auto where = parse_condition(log.where.value_or(""));
    if (!where) {
        for (const Diagnostic& problem : where.errors())
            context.error(path + ".where", problem.message);
        return std::nullopt;
    }
    const RebuiltStaffing rebuilt = rebuild_staffing(
        *rows,
        {.gap_s = log.gap.seconds, .interval_s = context.scenario().time.interval.seconds, .where = *where});
    StaffingTable table;
    for (const StaffedInterval& interval : rebuilt.intervals) {
        const std::chrono::sys_days date(interval.day.time_since_epoch());
        table.by_date[date].push_back({ClockTime{interval.start_s}, interval.agents});
    }
    return table;
}

} // namespace switchroom
