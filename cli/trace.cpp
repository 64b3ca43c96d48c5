#include "cli/trace.h"

#include "sim/base/check.h"
#include "sim/calllog/canonical_csv.h"
#include "sim/centre/replication.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <unordered_map>

namespace switchroom {

namespace {

std::string_view to_text(LegReason reason)
{
    switch (reason) {
    case LegReason::direct:
        return "direct";
    case LegReason::overflow:
        return "overflow";
    case LegReason::closed:
        return "closed";
    case LegReason::bot:
        return "bot";
    case LegReason::transfer:
        return "transfer";
    case LegReason::list:
        return "list";
    }
    return "";
}

CallOutcome outcome_of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::answered:
        return CallOutcome::answered;
    case Outcome::abandoned:
        return CallOutcome::abandoned;
    case Outcome::contained:
    case Outcome::handed_off:
        return CallOutcome::bot;
    case Outcome::voicemail:
        return CallOutcome::voicemail;
    case Outcome::callback:
        return CallOutcome::callback;
    case Outcome::blocked:
    case Outcome::turned_away:
    case Outcome::open_at_end:
    case Outcome::worked_off:
    case Outcome::not_reached: // of items, which are no calls: see LogSink::row
        break;
    }
    return CallOutcome::blocked;
}

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
        if (!model_.contacts[traced.contact].is_ours)
            return;
        if (traced.outcome == Outcome::open_at_end) {
            ++open_at_end_;
            return;
        }
        CallRow row;
        row.call_id = fmt::format("{}/{}/{}/{}/{}", traced.need_contact, traced.date, traced.number,
                                  traced.copy, traced.attempt);
        link_to_earlier_leg(traced, row);
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
    /// A leg after another one has a name of its own and points back.
    void link_to_earlier_leg(const TraceRow& traced, CallRow& row)
    {
        const std::string attempt = row.call_id;
        if (const auto earlier = handed_off_.find(attempt); earlier != handed_off_.end()) {
            row.transfer_of = earlier->second.row;
            row.call_id += fmt::format("/leg {}", ++earlier->second.legs);
            earlier->second.row = static_cast<std::uint32_t>(log_.rows.size());
        } else if (traced.handed_off_to != none) {
            handed_off_.emplace(attempt, Legs{static_cast<std::uint32_t>(log_.rows.size()), 1});
        }
        row.reason = to_text(traced.reason);
        if (traced.handed_off_to != none)
            row.handed_off_to = model_.names.contacts[traced.handed_off_to];
        if (traced.group != none && !model_.groups[traced.group].in_totals)
            row.forwarded_to = model_.names.groups[traced.group];
    }

    Instant at(double model_s) const
    {
        const auto ms = static_cast<std::int64_t>(std::llround(model_s * 1000.0));
        return log_.zone.at_utc(midnight_.utc_ms + ms);
    }

    void fill_times(const TraceRow& traced, CallRow& row) const
    {
        const bool answered = traced.outcome == Outcome::answered;
        row.outcome = outcome_of(traced.outcome);
        row.left_at = at(traced.queue_left_s);
        row.ended_at = row.left_at;
        if (row.outcome == CallOutcome::blocked)
            return;
        if (row.outcome == CallOutcome::bot) {
            row.talk_s = traced.talk_s;
            row.ended_at = at(traced.queue_left_s + traced.talk_s);
            return;
        }
        row.queued_at = row.arrived_at;
        row.wait_s = traced.queue_left_s - traced.arrived_s;
        if (!answered)
            return;
        row.answered_at = row.left_at;
        row.talk_s = traced.talk_s + traced.on_call_s;
        row.hold_s = traced.hold_s;
        row.wrap_s = traced.wrap_up_s;
        row.ended_at = at(traced.queue_left_s + traced.talk_s + traced.hold_s + traced.on_call_s);
    }

    const CentreModel& model_;
    Instant midnight_;
    CallLog log_;
    std::int64_t open_at_end_ = 0;
    struct Legs {
        std::uint32_t row = 0; ///< of the last one
        std::uint32_t legs = 0;
    };
    std::unordered_map<std::string, Legs> handed_off_; ///< by attempt
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
