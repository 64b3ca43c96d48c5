#include "gui/view_models/live_view.h"
#include "gui/view_models/text.h"
#include "tests/gui_view_models/desk_fixture.h"

#include "sim/base/file_system.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

struct Bench {
    DiskFileSystem files;
    Desk desk;
    LiveView view{{}};

    explicit Bench(const std::string& scenario)
        : desk(files, {.replications = 8, .threads = 1, .data_dir = {}}, {})
    {
        auto editor =
            open_scenario(files, std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/" + scenario + ".toml");
        REQUIRE(editor.ok());
        desk.scenarios.push_back(*std::move(editor));
        REQUIRE(settle());
        REQUIRE(view.show() != nullptr);
    }

    bool settle() { return test::settle(view, desk); }

    const LiveRecording& recording() const { return view.show()->recording; }

    std::size_t our_queue() const
    {
        std::size_t waiting = 0;
        for (const std::uint32_t id : view.state().waiting)
            waiting += recording().calls[id].is_ours;
        return waiting;
    }
};

} // namespace

TEST_CASE("the screen opens at the worst moment of all days: nowhere do more callers wait")
{
    Bench bench("voicemail-only");
    CHECK_FALSE(bench.view.playing());
    const std::size_t worst = bench.our_queue();
    CHECK(worst > 0);
    std::size_t most = 0; // at every arrival in a queue, counted from the calls themselves
    for (const LiveCall& at : bench.recording().calls) {
        std::size_t waiting = 0;
        for (const LiveCall& call : bench.recording().calls)
            waiting += call.is_ours && !call.is_item() && !call.with_machine() &&
                       call.arrived_s <= at.arrived_s && at.arrived_s < call.left_s;
        most = std::max(most, waiting);
    }
    CHECK(worst == most);
}

TEST_CASE("a second of play at 60 times is a minute on the clock, and the day's end stops it")
{
    Bench bench("practice");
    bench.view.seek(bench.view.outline().from_s);
    bench.view.play(true);
    bench.view.choose_speed(2);
    const double before_s = bench.view.now_s();
    bench.view.advance(1.0);
    CHECK(bench.view.now_s() == doctest::Approx(before_s + 60.0));
    const std::size_t day = bench.view.day();
    bench.view.advance(100000.0);
    CHECK_FALSE(bench.view.playing());
    CHECK(bench.view.day() == day);
    CHECK(bench.view.now_s() == doctest::Approx(bench.view.outline().to_s));
    bench.view.advance(1.0);
    CHECK(bench.view.day() == day);
}

TEST_CASE("a step goes to the next event, and back again")
{
    Bench bench("daytime-overflow");
    bench.view.step_forward();
    const double first_s = bench.view.now_s();
    bench.view.step_forward();
    CHECK(bench.view.now_s() > first_s);
    bench.view.step_back();
    CHECK(bench.view.now_s() == first_s);
}

TEST_CASE("the next hang-up is one: at that instant one more has hung up than just before")
{
    Bench bench("daytime-overflow");
    bench.view.seek(bench.recording().days.front().start_s);
    REQUIRE(bench.view.has_next_hang_up());
    bench.view.to_next_hang_up();
    const double at_s = bench.view.now_s();
    std::size_t gone = 0;
    for (const LiveCall& call : bench.recording().calls)
        gone += call.is_ours && call.outcome == Outcome::abandoned && call.left_s == at_s;
    CHECK(gone >= 1);
    const auto ticks = ticker(bench.recording(), at_s, 1, Language::english);
    REQUIRE(ticks.size() == 1);
    CHECK(ticks[0].tone == LiveTone::bad);
}

TEST_CASE("a moment's length is told in the units that people say")
{
    CHECK(span_words(0.4) == "0 s");
    CHECK(span_words(45) == "45 s");
    CHECK(span_words(110) == "1 min 50 s");
    CHECK(span_words(120) == "2 min");
    CHECK(span_words(7500) == "2 h 05 min");
    CHECK(span_figures(110) == "1:50");
    CHECK(span_figures(3725) == "1:02:05");
}

TEST_CASE("the clock is the scenario's own, and days have their names")
{
    Bench bench("practice");
    const LocalDay& day = bench.recording().calendar.day(0);
    CHECK(clock_words(bench.recording(), day.start_s + 8 * 3600 + 42 * 60 + 10) == "08:42:10");
    const std::string words = day_words(bench.recording(), 0, Language::french);
    CHECK(words.find(std::to_string(static_cast<unsigned>(day.date.day()))) != std::string::npos);
}

TEST_CASE("an edit records the centre anew and keeps the clock where it was")
{
    Bench bench("practice");
    bench.view.seek(bench.recording().days[1].start_s + 10 * 3600);
    const double at_s = bench.view.now_s();
    const std::uint64_t revision = bench.view.show()->revision;
    const Diagnostics problems = bench.desk.shown().set("name", "\"Changed\"");
    REQUIRE(problems.empty());
    REQUIRE(bench.settle());
    CHECK(bench.view.show()->revision > revision);
    CHECK(bench.view.now_s() == at_s);
}
