#include "cli/trace.h"

#include "sim/base/check.h"
#include "sim/calllog/canonical_csv.h"
#include "sim/centre/replication.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

/// Turns rows of the engine into canonical ones.
class LogSink final : public TraceSink {
public:
    LogSink(const CentreModel& model, TimeZone zone, Instant midnight) : model_(model), midnight_(midnight)
    {
        log_.zone = std::move(zone);
        log_.queues = model.names.contacts;
        log_.synthetic = true;
    }

    void row(const TraceRow& traced) override
    {
        if (!model_.contacts[traced.contact].in_totals)
            return;
        if (traced.outcome == Outcome::open_at_end) {
            ++open_at_end_;
            return;
        }
        CallRow row;
        row.call_id = fmt::format("{}/{}/{}/{}/{}", traced.need_contact, traced.date, traced.number,
                                  traced.copy, traced.attempt);
        row.queue = traced.contact;
        row.priority = model_.contacts[traced.contact].priority;
        row.arrived_at = at(traced.arrived_s);
        fill_times(traced, row);
        row.line = static_cast<std::int32_t>(log_.rows.size()) + 1;
        log_.rows.push_back(std::move(row));
    }

    std::string text(std::uint64_t seed)
    {
        put_in_order(log_);
        return to_canonical_csv(
            log_, {"synthetic: calls of one simulated run, drawn by Switchroom; they never happened",
                   fmt::format(
                       "seed {}, replication 0; calls turned away are written as blocked; {} calls that the "
                       "end of the run cut off are left out",
                       seed, open_at_end_)});
    }

private:
    Instant at(double model_s) const
    {
        const auto ms = static_cast<std::int64_t>(std::llround(model_s * 1000.0));
        return log_.zone.at_utc(midnight_.utc_ms + ms);
    }

    void fill_times(const TraceRow& traced, CallRow& row) const
    {
        const bool answered = traced.outcome == Outcome::answered;
        row.outcome = answered                               ? CallOutcome::answered
                      : traced.outcome == Outcome::abandoned ? CallOutcome::abandoned
                                                             : CallOutcome::blocked;
        row.left_at = at(traced.queue_left_s);
        row.ended_at = row.left_at;
        if (row.outcome == CallOutcome::blocked)
            return;
        row.queued_at = row.arrived_at;
        row.wait_s = traced.queue_left_s - traced.arrived_s;
        if (!answered)
            return;
        row.answered_at = row.left_at;
        row.talk_s = traced.talk_s;
        row.hold_s = traced.hold_s;
        row.wrap_s = traced.wrap_up_s;
        row.ended_at = at(traced.queue_left_s + traced.talk_s + traced.hold_s);
    }

    const CentreModel& model_;
    Instant midnight_;
    CallLog log_;
    std::int64_t open_at_end_ = 0;
};

} // namespace

std::string traced_calls(const LoadedModel& loaded, std::uint64_t seed)
{
    const Scenario& scenario = loaded.document.scenario;
    Result<TimeZone> zone = find_time_zone(scenario.timezone);
    SWITCHROOM_CHECK(zone.ok(), "a scenario that compiled has a known time zone");
    const std::chrono::local_days first_day{std::chrono::sys_days(scenario.time.start).time_since_epoch()};
    const Instant midnight = zone->place(first_day, 0.0).instant;
    LogSink sink(loaded.model, *zone, midnight);
    Workspace workspace;
    run_replication(loaded.model, {.seed = seed, .replication = 0}, workspace, &sink);
    return sink.text(seed);
}

} // namespace switchroom
