/// How callers are rated: scores worked out by hand for single calls at known instants.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <cmath>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

/// The logistic function, written the other way round than in the code under test.
double score(double u)
{
    return std::exp(u) / (1.0 + std::exp(u));
}

struct LoggedCall {
    std::string at; ///< clock time on 3 March 2026
    int talk_s;
};

MemoryFileSystem log_of(const std::vector<LoggedCall>& calls)
{
    MemoryFileSystem files;
    std::string& log = files.files["calls.csv"];
    log = "call_id,queue,arrived_at,outcome,talk_s\n";
    for (const LoggedCall& call : calls)
        log += "1,a,2026-03-03T" + call.at + "Z,answered," + std::to_string(call.talk_s) + "\n";
    return files;
}

const std::string always = "agents = { every_day = [[\"00:00\", 1]] }\n";

/// One desk of one agent with the calls of the log. The weights are round, so that scores can be checked by
/// hand.
std::string scenario(const std::string& of_contact, const std::string& more = "",
                     const std::string& of_desk = "")
{
    return "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-03\ndays = 1\n"
           "[experience]\norigin = \"a test\"\nbase = 3\nper_minute_waited = -0.5\nabandoned = -2\n"
           "turned_away = -1.75\ntransferred = -0.25\nretold = -0.375\nunresolved = -1\nbot = -0.125\n"
           "message = -0.625\ntone = 4\n"
           "[[contacts]]\nname = \"calls\"\narrivals.log = { file = \"calls.csv\", retries = \"regenerate\" "
           "}\ntalk = \"1min\"\n" +
           std::string(of_contact.find("patience") == std::string::npos ? "patience = \"10min\"\n" : "") +
           of_contact + "[[groups]]\nname = \"desk\"\n" + always + of_desk + more;
}

struct Rated {
    std::vector<SideCounts> contacts;
    std::vector<ContactCounts> counts;
};

Rated rated(const std::string& text, const std::vector<LoggedCall>& calls)
{
    const CentreModel model = model_of(text, {}, log_of(calls));
    Workspace workspace;
    const ReplicationResult& result = run_replication(model, {}, workspace);
    CHECK(result.checks.all_hold());
    Rated found;
    for (std::size_t c = 0; c < model.contacts.size(); ++c) {
        found.contacts.push_back(result.side(c, 0));
        found.counts.push_back(result.contact(c, 0));
    }
    return found;
}

void check_scores(const Rated& found, const std::vector<double>& u)
{
    double sum = 0.0;
    std::int64_t promoters = 0;
    std::int64_t detractors = 0;
    for (const double one : u) {
        sum += score(one);
        promoters += score(one) >= 0.9;
        detractors += score(one) < 0.65;
    }
    CHECK(found.contacts[0].rated == static_cast<std::int64_t>(u.size()));
    CHECK(found.contacts[0].satisfaction == doctest::Approx(sum).epsilon(1e-12));
    CHECK(found.contacts[0].promoters == promoters);
    CHECK(found.contacts[0].detractors == detractors);
}

} // namespace

TEST_CASE("a caller is rated by the wait and by the tone of who answers")
{
    // The second waits one minute for the end of the first's two.
    const std::vector<LoggedCall> calls{{"09:00:00", 120}, {"09:01:00", 60}};
    check_scores(rated(scenario(""), calls), {3.0, 2.5});
    check_scores(rated(scenario("", "", "tone = 0.75\n"), calls), {4.0, 3.5});
    check_scores(rated(scenario("", "", "tone = 0\n"), calls), {1.0, 0.5});
}

TEST_CASE("who gives up is rated by the wait and for giving up, and once where another call follows")
{
    const std::vector<LoggedCall> calls{{"09:00:00", 200}, {"09:00:10", 60}};
    check_scores(rated(scenario("patience = \"30s\"\n"), calls), {3.0, 3.0 - 0.25 - 2.0});
    const Rated redials = rated(
        scenario("patience = \"30s\"\nredial = { probability = 1, delay = \"5min\", at_most = 3 }\n"), calls);
    REQUIRE(redials.counts[0].redials == 1);
    REQUIRE(redials.counts[0].answered == 2);
    check_scores(redials, {3.0, 3.0 - 0.25 - 2.0});
}

TEST_CASE("a matter left open counts against the need, whoever settles it in the end")
{
    const Rated found =
        rated(scenario("resolution = { first_call = 0, repeat_delay = \"1h\", repeat_as = \"again\" }\n",
                       "[[contacts]]\nname = \"again\"\ntalk = \"1min\"\n"),
              {{"09:00:00", 60}});
    REQUIRE(found.counts[1].answered == 1);
    check_scores(found, {3.0 - 1.0});
    CHECK(found.contacts[1].rated == 0);
    // A repeat that would ring after the last day is not made: the need ends open.
    check_scores(
        rated(scenario("resolution = { first_call = 0, repeat_delay = \"2d\" }\n"), {{"09:00:00", 60}}),
        {3.0 - 1.0});
}

TEST_CASE("who is passed on is rated for that, for telling it again, for both waits, by the last one's tone")
{
    const std::string billing = "[[contacts]]\nname = \"billing\"\ntalk = \"2min\"\n"
                                "[[groups]]\nname = \"accounts\"\nskills = [ { contact = \"billing\" } ]\n"
                                "tone = 0.75\n" +
                                always;
    const std::string desk = "skills = [ { contact = \"calls\" } ]\ntone = 0.1\n";
    const std::string told = "misrouted = { probability = 1, to = \"billing\", retold = \"30s\" }\n";
    const std::string prepared = "misrouted = { probability = 1, to = \"billing\" }\n";
    check_scores(rated(scenario(told, billing, desk), {{"09:00:00", 60}}), {3.0 - 0.25 - 0.375 + 1.0});
    check_scores(rated(scenario(prepared, billing, desk), {{"09:00:00", 60}}), {3.0 - 0.25 + 1.0});
    // The second waits 30 s at the desk, comes to accounts at 09:02 and waits there until 09:03.
    check_scores(rated(scenario(prepared, billing, desk), {{"09:00:00", 60}, {"09:00:30", 60}}),
                 {3.0 - 0.25 + 1.0, 3.0 - 0.25 - 0.25 - 0.5 + 1.0});
}

TEST_CASE("bots, full lines and closed doors have weights of their own")
{
    const auto with_bot = [](const std::string& contained) {
        return scenario("", "[[routes]]\ncontact = \"calls\"\nopen = [ { bot = { contained = " + contained +
                                ", talk = \"30s\" } }, { offer = [\"desk\"] } ]\n");
    };
    check_scores(rated(with_bot("1"), {{"09:00:00", 60}}), {3.0 - 0.125});
    check_scores(rated(with_bot("0"), {{"09:00:00", 120}, {"09:01:00", 60}}),
                 {3.0 - 0.125, 3.0 - 0.125 - 0.5});
    check_scores(rated(scenario("", "[[lines]]\nname = \"trunk\"\ncount = 1\n"),
                       {{"09:00:00", 120}, {"09:01:00", 60}}),
                 {3.0, 3.0 - 1.75});
    check_scores(rated(scenario("hours = { every_day = [\"10:00-12:00\"] }\n"), {{"09:00:00", 60}}),
                 {3.0 - 1.75});
}

namespace {

/// Everything that can end or prolong a need, busy enough that all of it happens.
std::string busy(const std::string& talk, const std::string& experience)
{
    return "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 3\nwarm_up = \"6h\"\n" + experience +
           "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 40\ntalk = \"" + talk +
           "\"\npatience = { family = \"exponential\", mean = \"6min\" }\n"
           "redial = { probability = 0.5, delay = \"10min\", at_most = 2 }\n"
           "resolution = { first_call = 0.8, repeat_delay = \"3h\" }\n"
           "misrouted = { probability = 0.1, to = \"billing\", retold = \"20s\" }\n"
           "[[contacts]]\nname = \"billing\"\narrivals.rate_per_hour = 5\ntalk = \"3min\"\n"
           "[[groups]]\nname = \"desk\"\nagents = 2\ntone = 0.6\nskills = [ { contact = \"calls\" } ]\n"
           "[[groups]]\nname = \"accounts\"\nagents = 1\nskills = [ { contact = \"billing\" } ]\n"
           "[[lines]]\nname = \"trunk\"\ncount = 8\n"
           "[[routes]]\ncontact = \"calls\"\nopen = [ { bot = { contained = 0.1, talk = \"30s\", "
           "concurrency = 2 } }, { offer = [\"desk\"] } ]\n";
}

} // namespace

TEST_CASE("every need that has ended is rated once, under its primary call, and rating changes nothing else")
{
    const CentreModel rates = model_of(busy("2min", "[experience]\n"), {.by_interval = true});
    const CentreModel plain = model_of(busy("2min", ""), {.by_interval = true});
    CHECK_FALSE(plain.experience.rates);
    Workspace first, second;
    for (std::uint64_t r = 0; r < 5; ++r) {
        const ReplicationResult& with = run_replication(rates, {.seed = 3, .replication = r}, first);
        const ReplicationResult& without = run_replication(plain, {.seed = 3, .replication = r}, second);
        REQUIRE(with.checks.all_hold());
        CHECK(with.fingerprint == without.fingerprint);
        std::int64_t attempts = 0, rated = 0;
        for (std::size_t c = 0; c < rates.contacts.size(); ++c)
            for (std::uint32_t row = 0; row < with.cells; ++row) {
                CHECK(with.side(c, row).rated == with.contact(c, row).needs);
                CHECK(without.side(c, row).rated == 0);
                CHECK(with.contact(c, row).talk_s == without.contact(c, row).talk_s);
                attempts += with.contact(c, row).attempts;
                rated += with.side(c, row).rated;
            }
        CHECK(rated > 3000);
        CHECK(attempts > rated + 200); // redials and repeats there are
    }
}

TEST_CASE("longer talks, and so longer waits, never please more")
{
    // Patience is endless, so the same callers stay and each waits at least as long (one queue in order).
    const auto satisfaction = [](const std::string& talk) {
        std::string text = scenario("");
        const std::string log = "arrivals.log = { file = \"calls.csv\", retries = \"regenerate\" }";
        text.replace(text.find(log), log.size(), "arrivals.rate_per_hour = 20");
        text.replace(text.find("10min"), 5, "inf");
        text.replace(text.find("1min"), 4, talk);
        Workspace workspace;
        const CentreModel model = model_of(text);
        const SideCounts side = run_replication(model, {}, workspace).side(0, 0);
        return side.satisfaction / static_cast<double>(side.rated);
    };
    double last = 1.0;
    for (const char* talk : {"1min", "90s", "2min", "150s"}) {
        const double now = satisfaction(talk);
        CHECK(now < last);
        last = now;
    }
    NeedHistory history;
    const ModelExperience model{.rates = true, .base = 3.0, .per_minute_waited = -0.2};
    CHECK(satisfaction_of(history, 0.5, model) == doctest::Approx(0.9525741268224334).epsilon(1e-12));
    for (double before = 1.0; history.waited_s < 4000.0; history.waited_s += 7.0) {
        CHECK(satisfaction_of(history, 0.5, model) < before);
        before = satisfaction_of(history, 0.5, model);
    }
}
