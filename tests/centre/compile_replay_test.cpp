/// Recorded calls in the compiled model and in a run.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <cmath>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

/// Five calls of one morning: two answered at once, one answered after 30 s, one who hung up after 45 s, one
/// of another queue.
MemoryFileSystem recorded_morning()
{
    MemoryFileSystem files;
    files.files["calls.csv"] =
        "call_id,queue,arrived_at,queued_at,answered_at,left_at,ended_at,outcome,talk_s,wrap_s,agent\n"
        "1,a,2026-03-03T09:00:00+01:00,2026-03-03T09:00:00+01:00,2026-03-03T09:00:00+01:00,2026-03-03T09:00:"
        "00+01:00,2026-03-03T09:02:00+01:00,answered,120,10,x\n"
        "2,a,2026-03-03T09:10:00+01:00,2026-03-03T09:10:00+01:00,2026-03-03T09:10:30+01:00,2026-03-03T09:10:"
        "30+01:00,2026-03-03T09:12:30+01:00,answered,120,,x\n"
        "3,b,2026-03-03T09:15:00+01:00,2026-03-03T09:15:00+01:00,2026-03-03T09:15:00+01:00,2026-03-03T09:15:"
        "00+01:00,2026-03-03T09:16:00+01:00,answered,60,,x\n"
        "4,a,2026-03-03T09:20:00+01:00,2026-03-03T09:20:00+01:00,,2026-03-03T09:20:45+01:00,2026-03-03T09:20:"
        "45+01:00,abandoned,,,\n"
        "5,a,2026-03-04T08:00:00+01:00,2026-03-04T08:00:00+01:00,2026-03-04T08:00:00+01:00,2026-03-04T08:00:"
        "00+01:00,2026-03-04T08:01:00+01:00,answered,60,5,y\n";
    return files;
}

std::string scenario(const std::string& log_keys, const std::string& group,
                     const std::string& contact_keys = "")
{
    return "format = 1\nname = \"t\"\ntimezone = \"Europe/Paris\"\n[time]\nstart = 2026-03-03\ndays = 1\n"
           "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\"" +
           log_keys + " }\ntalk = \"90s\"\n" + contact_keys + "[[groups]]\nname = \"desk\"\n" + group;
}

const std::string always_there = "agents = { every_day = [[\"00:00\", 1]] }\n";
const std::string only_a = ", where = \"queue == 'a'\"";

} // namespace

TEST_CASE("a replayed log brings the calls of the simulated days, when and for how long they were recorded")
{
    const CentreModel model = model_of(scenario(only_a, always_there), {}, recorded_morning());
    REQUIRE(model.replay.size() == 3); // the fifth rings a day later
    const ReplayedCall& first = model.replay[0];
    CHECK(first.at_s == 9 * 3600.0);
    CHECK(first.number == 0);
    CHECK(first.date == 20515); // 2026-03-03
    CHECK(first.handle_s == 120.0);
    CHECK(first.wrap_up_s == 10.0);
    CHECK_FALSE(first.patience_known);
    CHECK(model.replay[1].outlasted_s == 30.0);
    CHECK(model.replay[1].wrap_up_s == never_s); // not recorded: drawn
    const ReplayedCall& abandoned = model.replay[2];
    CHECK(abandoned.number == 3); // its rank in the whole log, before any filter
    CHECK(abandoned.patience_known);
    CHECK(abandoned.patience_s == 45.0);
    CHECK(abandoned.handle_s == never_s);
}

TEST_CASE("handle = \"drawn\" takes the instants of the log and the times of the contact")
{
    const CentreModel model =
        model_of(scenario(only_a + ", handle = \"drawn\"", always_there), {}, recorded_morning());
    for (const ReplayedCall& call : model.replay)
        CHECK(call.handle_s == never_s);
}

TEST_CASE("patience of the answered: the contact's law, or else the hazard fitted to the replayed calls")
{
    const CentreModel given =
        model_of(scenario(only_a, always_there, "patience = \"10min\"\n"), {}, recorded_morning());
    const auto law_of_patience = [](const CentreModel& model) {
        REQUIRE(model.contacts[0].patience.count == 1);
        return model.distributions[model.timed_distributions[model.contacts[0].patience.first].distribution];
    };
    CHECK(mean(law_of_patience(given)) == 600.0);
    const CentreModel fitted = model_of(scenario(only_a, always_there), {}, recorded_morning());
    // one hung up in 30 s + 45 s of waiting (of those replayed): hazard 1/75 a second as far as anybody
    // waited
    CHECK(law_of_patience(fitted).family == Family::hazard);
    CHECK(cdf(law_of_patience(fitted), 30.0) == doctest::Approx(1.0 - std::exp(-30.0 / 75.0)));
}

TEST_CASE("under an idle desk nobody of a replayed log hangs up; before it opens callers are turned away or, "
          "by a closed route, wait")
{
    Workspace workspace;
    const auto counts = [&](const std::string& group) {
        const CentreModel model = model_of(scenario(only_a, group), {}, recorded_morning());
        const ReplicationResult& result = run_replication(model, {}, workspace);
        return result.contact(0, 0);
    };
    const ContactCounts staffed = counts(always_there);
    CHECK(staffed.answered == 3);
    CHECK(staffed.talk_s == 120 + 120 + 90);
    const std::string late = "agents = { every_day = [[\"09:20\", 1]] }\n";
    CHECK(counts(late).turned_away == 2); // before 09:20 nobody is there, and there is no closed route
    const ContactCounts waiting =
        counts(late + "[[routes]]\ncontact = \"calls\"\nclosed = [{ offer = [\"desk\"] }]\n");
    CHECK(waiting.turned_away == 0); // they wait for the desk to open, as long as they are patient
    CHECK(waiting.answered + waiting.abandoned == 3);
}

TEST_CASE("staffing rebuilt from a log holds for its dates, by the scenario's interval")
{
    const std::string rebuilt = "agents = { log = { file = \"calls.csv\", gap = \"20min\" } }\n";
    const CentreModel model = model_of(scenario(only_a, rebuilt), {}, recorded_morning());
    std::vector<std::pair<double, std::uint32_t>> steps;
    for (const PeriodChange& change : model.changes)
        if (change.kind == ChangeKind::group_scheduled)
            steps.emplace_back(change.at_s / 3600.0, change.value);
    // agent x serves from 09:00 to 09:16, gaps of at most 20 min: present in two quarters of an hour
    CHECK(steps == std::vector<std::pair<double, std::uint32_t>>{{0.0, 0}, {9.0, 1}, {9.5, 0}});
}
