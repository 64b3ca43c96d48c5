/// Breaks on the Live screen against the engine's own counters, interval by interval, and against a plan that
/// can be worked out by hand.

#include "gui/view_models/live_recording.h"
#include "gui/view_models/live_state.h"
#include "tests/gui_view_models/files_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

constexpr double interval_s = 900.0;

/// Two days of a desk with this group and calls as busy as is said.
std::string desk(const std::string& group, int calls_per_hour, const std::string& talk)
{
    return "format = 1\nname = \"desk\"\n[time]\nstart = 2026-03-02\ndays = 2\n"
           "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = " +
           std::to_string(calls_per_hour) + "\ntalk = " + talk + "\n[[groups]]\nname = \"people\"\n" + group +
           "\n";
}

struct AllRows final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

struct Recorded {
    std::shared_ptr<const LoadedModel> loaded;
    LiveRecording recording;
    AllRows sink;
    Workspace workspace;
    const ReplicationResult* result = nullptr;

    explicit Recorded(const std::string& text)
    {
        switchroom::gui::test::FilesInMemory files;
        files.add("desk.toml", text);
        auto model = load_model(files, "desk.toml", {.data_dir = {}, .by_interval = true});
        REQUIRE(model.ok());
        loaded = std::make_shared<const LoadedModel>(*std::move(model));
        recording = record_replication(loaded, 7, 0);
        result = &run_replication(loaded->model, {7, 0}, workspace, &sink);
    }

    const LivePresence& presence() const { return recording.groups[0].presence; }

    /// The integral of who is at the desk, as the window shows it, between two instants.
    double shown_s(double from_s, double to_s) const
    {
        std::vector<double> edges{from_s, to_s};
        const auto add = [&](double at_s) {
            if (at_s > from_s && at_s < to_s)
                edges.push_back(at_s);
        };
        for (const StaffedFrom& step : presence().steps)
            add(step.at_s);
        std::for_each(presence().break_from_s.begin(), presence().break_from_s.end(), add);
        std::for_each(presence().break_to_s.begin(), presence().break_to_s.end(), add);
        std::sort(edges.begin(), edges.end());
        double sum_s = 0.0;
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            const double middle_s = (edges[i] + edges[i + 1]) / 2;
            sum_s +=
                (edges[i + 1] - edges[i]) * (presence().at(middle_s).staffed - presence().on_break(middle_s));
        }
        return sum_s;
    }
};

const std::string three_with_a_break = "shifts = [ { agents = 3, every_day = \"08:00-16:00\", breaks = [ { "
                                       "length = \"30min\", between = \"11:00-13:00\" } ] } ]";

} // namespace

TEST_CASE("in every interval as many people are at the desk as the engine had, breaks off")
{
    const std::string few = three_with_a_break;
    const std::string absent = three_with_a_break + "\nshrinkage = { absence_day = 0.2 }";
    for (const std::string& group : {few, absent})
        for (const int calls_per_hour : {1, 20, 60}) {
            INFO(group, calls_per_hour);
            const Recorded r(
                desk(group, calls_per_hour, "{ family = \"lognormal\", mean = \"4min\", cv = 0.7 }"));
            const auto rows = static_cast<std::size_t>(2 * 86400 / interval_s);
            REQUIRE(r.result->rows >= rows);
            double breaks_s = 0.0;
            for (std::size_t row = 0; row < rows; ++row) {
                const double from_s = interval_s * static_cast<double>(row);
                const double shown_s = r.shown_s(from_s, from_s + interval_s);
                INFO("row ", row);
                CHECK(shown_s == doctest::Approx(r.result->group(0, row).available_s).epsilon(1e-9));
            }
            for (std::size_t i = 0; i < r.presence().break_from_s.size(); ++i)
                breaks_s += r.presence().break_to_s[i] - r.presence().break_from_s[i];
            CHECK(breaks_s > 0.0);
        }
}

TEST_CASE("three floating breaks of half an hour between eleven and one begin at 11:00, 11:45 and 12:30")
{
    const Recorded r(desk(three_with_a_break, 1, "{ family = \"constant\", mean = \"1s\" }"));
    LiveState state;
    const auto resting = [&](int hour, int minute) {
        look_at(r.recording, 3600.0 * hour + 60.0 * minute, state);
        return state.groups[0].count(SeatState::on_break);
    };
    CHECK(resting(10, 59) == 0);
    CHECK(resting(11, 10) == 1);
    CHECK(resting(11, 40) == 0);
    CHECK(resting(11, 50) == 1);
    CHECK(resting(12, 20) == 0);
    CHECK(resting(12, 40) == 1);
    CHECK(resting(13, 5) == 0);
    CHECK(state.groups[0].count(SeatState::free) == 3);
}

TEST_CASE("who is on a call takes the break when it ends, for its full length, and answers nobody meanwhile")
{
    const Recorded r(desk("shifts = [ { agents = 1, every_day = \"08:00-16:00\", breaks = [ { length = "
                          "\"30min\", between = \"11:30-12:00\" } ] } ]",
                          10, "{ family = \"constant\", mean = \"17min\" }"));
    const LivePresence& p = r.presence();
    REQUIRE(p.break_from_s.size() == 2);
    for (std::size_t day = 0; day < 2; ++day) {
        const double due_s = 86400.0 * static_cast<double>(day) + 11.5 * 3600.0;
        double free_s = due_s; // the end of the call that is in hand when the break falls due
        for (const TraceRow& row : r.sink.rows)
            if (row.group == 0 && row.queue_left_s <= due_s && row.queue_left_s + row.talk_s > due_s)
                free_s = row.queue_left_s + row.talk_s;
        CHECK(free_s > due_s);
        CHECK(p.break_from_s[day] == doctest::Approx(free_s));
        CHECK(p.break_to_s[day] == doctest::Approx(free_s + 1800.0));
        for (const TraceRow& row : r.sink.rows)
            CHECK_FALSE((row.group == 0 && row.queue_left_s > free_s && row.queue_left_s < free_s + 1799.0));
    }
}
