/// Other people's simulators, rebuilt as scenarios: ContactCenters and SSJ (L'Ecuyer, Buist). Each model's
/// day is moved so that its arrivals end at midnight: what still waits is then worked off by the last
/// staffing, as there. Not rebuilt, because the format has no word for it yet:
///   Bilingual  a caller who comes back keeps patience and talk time; here every attempt has its own
///   Blend      outbound calls dialled by a rule that looks at idle agents
///   BankBalk   balking that depends on the length of the queue

#include "tests/theory/measures.h"
#include "tests/theory/published.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

PairOf a_day(std::int64_t ContactCounts::*count)
{
    return [=](const ReplicationResult& r) {
        return std::pair(static_cast<double>(measured(r, 0).*count), 1.0);
    };
}

PairOf in_minutes(const PairOf& seconds)
{
    return [=](const ReplicationResult& r) {
        const auto [above, below] = seconds(r);
        return std::pair(above / 60.0, below);
    };
}

/// 480 minutes, 4.2 calls a minute, 12 agents, 2 minutes.
std::string twelve_agents(const std::string& patience_and_lines)
{
    return one_day("1h") + R"([[contacts]]
name = "calls"
arrivals.profile = { every_day = [["16:00", 252]] }
talk = { family = "exponential", mean = "2min" }
target = { service_level = { share = 0.8, within = "20s" } }
)" + patience_and_lines +
           R"([[groups]]
name = "desk"
agents = { every_day = [["16:00", 12]] }
)";
}

} // namespace

TEST_CASE("a day of twelve agents is that of ContactCenters' first example, with and without patience")
{
    const std::vector<Measure> patient{
        {"answered within 20 s (100 000 days)", between(1815.229, 1814.856, 1815.601, 0.0005), 1.0,
         a_day(&ContactCounts::answered_within)},
        {"of answered (100 000 days)", between(0.900, 0.900, 0.901, 0.0005), 1.0, within_of_answered()},
        {"mean wait, min (100 000 days)", {0.101, 0.0, 0.0005}, 1.0, in_minutes(mean_wait_answered())}};
    judge({.family = peer + "MMC",
           .name = "MMC",
           .about = "M/M/12, 480 minutes from empty",
           .scenario = twelve_agents(""),
           .replications = 4000},
          patient);

    std::vector<Measure> measures =
        measures_of("MMCAb", {{"abandoned_per_day", a_day(&ContactCounts::abandoned)},
                              {"answered_within_awt_per_day", a_day(&ContactCounts::answered_within)},
                              {"sl_good_over_served", within_of_answered()},
                              {"asa_served_min", in_minutes(mean_wait_answered())},
                              {"occupancy", occupancy()},
                              {"sl_good_over_served_plus_late_abandoned", within_less_quick()}});
    measures.push_back({"answered within 20 s (100 000 days)", between(1906.765, 1906.527, 1907.003, 0.0005),
                        1.0, a_day(&ContactCounts::answered_within)});
    measures.push_back({"abandoned (100 000 days)", between(59.268, 59.174, 59.362, 0.0005), 1.0,
                        a_day(&ContactCounts::abandoned)});
    judge({.family = peer + "MMCAb",
           .name = "MMCAb",
           .about = "M/M/12+M, 480 minutes from empty",
           .scenario = twelve_agents("patience = { family = \"exponential\", mean = \"1min\" }\n"),
           .replications = 4000},
          measures);
}

TEST_CASE("a day of twelve agents and seventeen lines is that of ContactCenters' blocking example")
{
    judge({.family = peer + "MMCBlocked",
           .name = "MMCBlocked",
           .about = "M/M/12/17, 480 minutes from empty",
           .scenario = twelve_agents("[[lines]]\nname = \"trunks\"\ncount = 17\n"),
           .replications = 4000},
          measures_of("MMCBlocked",
                      {{"blocked_per_day", a_day(&ContactCounts::blocked)},
                       {"answered_within_awt_per_day", a_day(&ContactCounts::answered_within)},
                       {"sl_good_over_served", within_of_answered()},
                       {"asa_served_min", in_minutes(mean_wait_answered())},
                       {"occupancy", occupancy()},
                       {"sl_good_over_served_plus_blocked", share(&ContactCounts::answered_within)}}));
}

namespace {

/// Thirteen hours of one pool; the published day begins at 08:00, this one at 11:00.
std::string single_queue(const std::string& busyness, int within_s)
{
    return one_day("1h") + fmt::format(R"([[contacts]]
name = "calls"
arrivals = {{ profile = {{ every_day = [["11:00", 100], ["12:00", 150], ["14:00", 180], ["15:00", 200], ["16:00", 150], ["19:00", 120], ["20:00", 100], ["21:00", 80], ["22:00", 70], ["23:00", 60]] }}{} }}
talk = {{ family = "exponential", mean = "100s" }}
balk = 0.1
patience = {{ family = "exponential", mean = "1000s" }}
target = {{ service_level = {{ share = 0.8, within = "{}s" }} }}
[[groups]]
name = "desk"
agents = {{ every_day = [["11:00", 4], ["12:00", 6], ["13:00", 8], ["16:00", 7], ["17:00", 8], ["19:00", 6], ["21:00", 4]] }}
)",
                                       busyness, within_s);
}

PairOf over_1660(const std::function<double(const ContactCounts&)>& figure)
{
    return [=](const ReplicationResult& r) { return std::pair(figure(measured(r, 0)), 1660.0); };
}

/// Answered within 20 s over calls less those who hung up within it, of one hour's calls.
PairOf hourly_service_level(std::uint32_t hour)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts& n = r.contact(0, hour);
        return std::pair(100.0 * static_cast<double>(n.answered_within),
                         static_cast<double>(n.attempts - n.abandoned_within));
    };
}

PairOf in_percent(const PairOf& of)
{
    return [=](const ReplicationResult& r) {
        const auto [above, below] = of(r);
        return std::pair(100.0 * above, below);
    };
}

} // namespace

TEST_CASE("thirteen hours with busy and quiet days are those of SSJ's call centre")
{
    judge({.family = peer + "CallCC400",
           .name = "CallCC400",
           .about = "13 hours, busyness gamma(400)",
           .scenario = single_queue(R"(, busyness = { family = "gamma", cv = 0.05 })", 20),
           .replications = 4000},
          measures_of("CallCC400", {{"arrivals_per_day", a_day(&ContactCounts::attempts)},
                                    {"total_wait_over_1660_s", over_1660([](const ContactCounts& n) {
                                         return n.wait_answered_s + n.wait_abandoned_s;
                                     })},
                                    {"left_queue_within_20s_over_1660", over_1660([](const ContactCounts& n) {
                                         return static_cast<double>(n.answered_within + n.abandoned_within);
                                     })},
                                    {"abandoned_over_1660", over_1660([](const ContactCounts& n) {
                                         return static_cast<double>(n.abandoned);
                                     })}}));
}

TEST_CASE("thirteen hours are those of ContactCenters' single queue, hour by hour")
{
    // L'Ecuyer & Buist, ContactCenters 0.9.9, singleQueue.xml, 10 000 days. Where no interval was printed,
    // the published error is taken to be what ours would be with as many days.
    constexpr double peer_days = 10000.0;
    std::vector<Measure> measures{
        {"service level 20 s, %", between(92.5261, 92.4890, 92.5632, 0.00005), 1.0,
         in_percent(within_less_quick())},
        {"calls", {1659.77, 0.0, 0.005, peer_days}, 1.0, a_day(&ContactCounts::attempts)},
        {"abandonment, %", between(1.94002, 1.93107, 1.94897, 0.000005), 1.0,
         in_percent(share(&ContactCounts::abandoned))},
        {"occupancy, %", between(55.7417, 55.7061, 55.7773, 0.00005), 1.0, in_percent(occupancy())},
        {"mean wait of answered, s", between(4.51193, 4.48361, 4.54026, 0.000005), 1.0, mean_wait_answered()},
        {"mean wait, s", {4.58628, 0.0, 0.000005, peer_days}, 1.0, mean_wait_all()},
        {"waits, %", {14.8634, 0.0, 0.00005, peer_days}, 1.0, in_percent(share(&ContactCounts::had_to_wait))},
        {"queue", {0.162619, 0.0, 0.0000005, peer_days}, 1.0, mean_queue(13.0 * 3600.0)}};
    constexpr double hourly[] = {78.31, 85.35, 97.54, 93.94, 90.01, 93.34, 97.68,
                                 97.64, 93.50, 97.01, 87.57, 91.70, 94.91};
    for (std::uint32_t hour = 0; hour < 13; ++hour)
        measures.push_back({fmt::format("service level of hour {}, %", hour + 1),
                            {hourly[hour], 0.0, 0.005, peer_days},
                            1.0,
                            hourly_service_level(11 + hour)});
    judge({.family = peer + "singleQueue (case C)",
           .name = "singleQueue",
           .about = "13 hours",
           .scenario = single_queue("", 20),
           .replications = 4000,
           .by_interval = true},
          measures);
    judge({.family = peer + "singleQueue, 30 s",
           .name = "singleQueue 30 s",
           .about = "13 hours",
           .scenario = single_queue("", 30),
           .replications = 2000},
          {{"service level 30 s, %", between(94.4319, 94.3993, 94.4644, 0.00005), 1.0,
            in_percent(within_less_quick())}});
}
