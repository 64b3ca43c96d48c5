#include "gui/view_models/live_recording.h"
#include "gui/view_models/live_state.h"

#include "sim/base/file_system.h"
#include "sim/experiment/load_model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

std::shared_ptr<const LoadedModel> load(const std::string& scenario)
{
    const DiskFileSystem files;
    auto loaded = load_model(files, std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/" + scenario,
                             {.data_dir = SWITCHROOM_DATA_DIR, .by_interval = true});
    REQUIRE(loaded.ok());
    return std::make_shared<const LoadedModel>(*std::move(loaded));
}

/// The engine's rows as they come, without anything of the window.
struct AllRows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

struct Fixture {
    std::shared_ptr<const LoadedModel> loaded;
    LiveRecording recording;
    AllRows sink;
    Workspace workspace;
    const ReplicationResult* result = nullptr;

    explicit Fixture(const std::string& scenario, std::int64_t replication = 0)
        : loaded(load(scenario)), recording(record_replication(loaded, 7, replication))
    {
        result =
            &run_replication(loaded->model, {7, static_cast<std::uint64_t>(replication)}, workspace, &sink);
    }

    std::vector<double> instants(int count) const
    {
        std::mt19937_64 random(42);
        std::uniform_real_distribution<double> pick(0.0, recording.days.back().end_s);
        std::vector<double> times;
        for (int i = 0; i < count; ++i)
            times.push_back(pick(random));
        return times;
    }
};

double service_end_s(const TraceRow& row)
{
    return row.queue_left_s + row.talk_s + row.hold_s + row.on_call_s + row.wrap_up_s;
}

const std::vector<std::string> centres{"daytime-overflow.toml", "voicemail-only.toml", "after-hours-ai.toml",
                                       "callback-windows.toml", "patient-contact-centre.toml"};

} // namespace

TEST_CASE("at any instant the recording shows as many waiting and busy as the engine's rows have")
{
    for (const std::string& name : centres) {
        INFO(name);
        const Fixture f(name);
        LiveState state;
        std::size_t seen_waiting = 0;
        for (const double t : f.instants(400)) {
            look_at(f.recording, t, state);
            std::size_t waiting = 0;
            std::size_t busy = 0;
            for (const TraceRow& row : f.sink.rows) {
                const bool on_line = row.reason != LegReason::list && row.reason != LegReason::bot;
                waiting += on_line && row.arrived_s <= t && t < row.queue_left_s;
                busy += row.group != none && row.queue_left_s <= t && t < service_end_s(row);
            }
            std::size_t in_hand = 0;
            for (const LiveGroupState& group : state.groups)
                for (const LiveSeat& seat : group.seats)
                    in_hand += seat.contacts;
            CHECK(state.waiting.size() == waiting);
            CHECK(in_hand == busy);
            seen_waiting += waiting;
        }
        CHECK(seen_waiting > 0);
    }
}

TEST_CASE("every attempt is decided once or still in the system, and a day ends as the engine counted it")
{
    for (const std::string& name : centres) {
        INFO(name);
        const Fixture f(name);
        LiveState state;
        for (const double t : f.instants(200)) {
            look_at(f.recording, t, state);
            CHECK(state.rang + state.in_system_at_day_start == state.today.decided + state.in_system);
            CHECK(state.today.decided >= state.today.answered + state.today.hung_up + state.today.left_queue +
                                             state.today.turned_away + state.today.by_machine);
        }
        const LiveCounts& all = f.recording.so_far.back();
        std::int64_t answered = 0;
        std::int64_t abandoned = 0;
        std::int64_t machine = 0;
        std::int64_t flowed = 0;
        for (std::size_t c = 0; c < f.loaded->model.contacts.size(); ++c)
            for (std::size_t row = 0; row < f.result->rows; ++row) {
                const ModelContact& contact = f.loaded->model.contacts[c];
                if (!contact.is_ours || !contact.in_totals)
                    continue;
                const ContactCounts& counts = f.result->contact(c, row);
                answered += counts.answered;
                abandoned += counts.abandoned;
                machine += counts.contained;
                flowed += counts.to_voicemail + counts.to_callback + counts.to_message;
            }
        CHECK(all.answered == answered);
        CHECK(all.hung_up == abandoned);
        CHECK(all.by_machine == machine);
        CHECK(all.left_queue == flowed);
    }
}

TEST_CASE("the queue's integral over time is the replication's own")
{
    for (const std::string& name : centres) {
        INFO(name);
        const Fixture f(name);
        double of_recording = 0.0; // the queue's length times how long it stayed so, change by change
        std::vector<double> changes;
        for (const OpenIntervals::Entry& entry : f.recording.waiting.entries()) {
            changes.push_back(entry.from_s);
            changes.push_back(entry.to_s);
        }
        std::sort(changes.begin(), changes.end());
        std::vector<std::uint32_t> waiting;
        for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
            waiting.clear();
            f.recording.waiting.collect(changes[i], waiting);
            of_recording += static_cast<double>(waiting.size()) * (changes[i + 1] - changes[i]);
        }
        double of_engine = 0.0;
        for (std::size_t c = 0; c < f.loaded->model.contacts.size(); ++c)
            for (std::size_t row = 0; row < f.result->rows; ++row)
                of_engine += f.result->contact(c, row).queue_s;
        REQUIRE(of_engine > 0.0);
        CHECK(std::abs(of_recording - of_engine) <= 1e-9 * of_engine);
    }
}

TEST_CASE("the agents that are shown are those whom the engine had: the integral of who is there agrees")
{
    for (const char* name :
         {"daytime-overflow.toml", "round-the-clock.toml", "patient-contact-centre.toml", "practice.toml"}) {
        INFO(name);
        const Fixture f(name);
        const CentreModel& model = f.loaded->model;
        for (std::size_t g = 0; g < model.groups.size(); ++g) {
            if (f.recording.group_of[g] == none)
                continue;
            const LivePresence& presence = f.recording.groups[f.recording.group_of[g]].presence;
            double shown_s = 0.0;
            for (std::size_t i = 0; i < presence.steps.size(); ++i) {
                const double to = i + 1 < presence.steps.size() ? presence.steps[i + 1].at_s : model.end_s;
                shown_s += presence.steps[i].staffed * (to - presence.steps[i].at_s);
            }
            for (std::size_t i = 0; i < presence.break_from_s.size(); ++i)
                shown_s -= presence.break_to_s[i] - presence.break_from_s[i];
            double engine_s = 0.0;
            for (std::size_t other = 0; other < model.groups.size(); ++other)
                if (other == g || model.groups[other].member_of == g)
                    for (std::size_t row = 0; row < f.result->rows; ++row)
                        if (row != f.result->drain_row())
                            engine_s += f.result->group(other, row).available_s;
            INFO(f.recording.groups[f.recording.group_of[g]].name);
            CHECK(shown_s == doctest::Approx(engine_s).epsilon(1e-6));
        }
    }
}

TEST_CASE("never more agents are free than are there")
{
    const Fixture f("voicemail-only.toml");
    LiveState state;
    for (const double t : f.instants(300)) {
        look_at(f.recording, t, state);
        for (const LiveGroupState& group : state.groups)
            CHECK(group.count(SeatState::free) <= group.staffed);
    }
}

TEST_CASE("looking forwards and backwards shows the same")
{
    const Fixture f("daytime-overflow.toml");
    std::vector<double> times = f.instants(100);
    std::sort(times.begin(), times.end());
    std::vector<LiveState> forwards(times.size());
    LiveState reused;
    for (std::size_t i = 0; i < times.size(); ++i) {
        look_at(f.recording, times[i], reused);
        forwards[i] = reused;
    }
    for (std::size_t i = times.size(); i-- > 0;) {
        look_at(f.recording, times[i], reused);
        CHECK(reused.waiting == forwards[i].waiting);
        CHECK(reused.today.decided == forwards[i].today.decided);
        for (std::size_t g = 0; g < reused.groups.size(); ++g)
            for (std::size_t s = 0; s < reused.groups[g].seats.size(); ++s) {
                CHECK(reused.groups[g].seats[s].state == forwards[i].groups[g].seats[s].state);
                CHECK(reused.groups[g].seats[s].since_s == forwards[i].groups[g].seats[s].since_s);
            }
    }
}

TEST_CASE("the same replication is recorded alike, another one otherwise")
{
    const Fixture first("practice.toml");
    const Fixture again("practice.toml");
    const Fixture other("practice.toml", 1);
    REQUIRE(first.recording.events.size() == again.recording.events.size());
    for (std::size_t i = 0; i < first.recording.events.size(); ++i)
        CHECK(first.recording.events[i].at_s == again.recording.events[i].at_s);
    CHECK(first.recording.events.front().at_s != other.recording.events.front().at_s);
}
