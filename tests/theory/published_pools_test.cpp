/// ContactCenters' three kinds of calls and two pools (SimpleMSK), with and without a second try after 12 s.
/// The published 6 hours end at midnight here.

#include "tests/theory/measures.h"
#include "tests/theory/published.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

constexpr int kinds = 3;
constexpr std::uint32_t first_period = 9; // 18:00, in cells of 2 h

std::string calls(int kind, const char* per_hour)
{
    return fmt::format(R"([[contacts]]
name = "kind {}"
arrivals.profile = {{ every_day = {} }}
talk = [["18:00", {{ family = "exponential", mean = "2min" }}], ["20:00", {{ family = "exponential", mean = "100s" }}], ["22:00", {{ family = "exponential", mean = "2.5min" }}]]
patience = [["18:00", {{ family = "exponential", mean = "200s" }}], ["20:00", {{ family = "exponential", mean = "150s" }}], ["22:00", {{ family = "exponential", mean = "300s" }}]]
target = {{ service_level = {{ share = 0.8, within = "20s" }} }}
)",
                       kind, per_hour);
}

/// 1 / √28.7 = 0.18666: one factor a day for all kinds.
const std::string traffic = one_day("2h") +
                            "[uncertainty]\nvolume = { cv = 0.186663257, per = \"day\", common = true }\n" +
                            calls(0, R"([["18:00", 252], ["20:00", 318], ["22:00", 192]])") +
                            calls(1, R"([["18:00", 306], ["20:00", 258], ["22:00", 288]])") +
                            calls(2, R"([["18:00", 378], ["20:00", 312], ["22:00", 288]])");

std::string pools(const std::string& next, int level_of_helped_in_0, int level_of_own_in_1)
{
    return fmt::format(R"([[groups]]
name = "pool 0"
agents = {{ every_day = [["18:00", 12], ["20:00", 18], ["22:00", 9]] }}
skills = [{{ contact = "kind 0" }}, {{ contact = "kind 1", level = {1} }}]
next = "{0}"
[[groups]]
name = "pool 1"
agents = {{ every_day = [["18:00", 15], ["20:00", 20], ["22:00", 11]] }}
skills = [{{ contact = "kind 1" }}, {{ contact = "kind 2", level = {2} }}]
next = "{0}"
)",
                       next, level_of_helped_in_0, level_of_own_in_1);
}

ContactCounts all_kinds(const ReplicationResult& r)
{
    ContactCounts total;
    for (int kind = 0; kind < kinds; ++kind)
        total += measured(r, static_cast<std::size_t>(kind));
    return total;
}

template <class Above, class Below>
PairOf ratio(Above above, Below below)
{
    return [=](const ReplicationResult& r) {
        const ContactCounts n = all_kinds(r);
        return std::pair(static_cast<double>(above(n)), static_cast<double>(below(n)));
    };
}

constexpr auto one = [](const ContactCounts&) { return 1; };
constexpr auto good = [](const ContactCounts& n) { return n.answered_within; };
constexpr auto less_quick = [](const ContactCounts& n) { return n.attempts - n.abandoned_within; };

/// Until the last caller has left.
PairOf occupancy_to_the_end(std::size_t g)
{
    return [=](const ReplicationResult& r) {
        GroupCounts n = measured_group(r, g);
        n += r.group(g, r.drain_row());
        return std::pair(n.busy_s, n.capacity_s);
    };
}

std::map<std::string, PairOf> published_pairs()
{
    std::map<std::string, PairOf> pairs{
        {"served_per_day", ratio([](const ContactCounts& n) { return n.answered; }, one)},
        {"abandoned_per_day", ratio([](const ContactCounts& n) { return n.abandoned; }, one)},
        {"sl_good_over_served_plus_late_abandoned", ratio(good, less_quick)},
        {"occupancy_group0", occupancy_to_the_end(0)}};
    for (std::size_t kind = 0; kind < kinds; ++kind)
        for (std::uint32_t period = 0; period < 3; ++period)
            pairs.emplace(fmt::format("answered_within_awt_type{}_period{}", kind, period),
                          [=](const ReplicationResult& r) {
                              return std::pair(
                                  static_cast<double>(r.contact(kind, first_period + period).answered_within),
                                  1.0);
                          });
    return pairs;
}

/// L'Ecuyer & Buist, ContactCenters 0.9.9: the same model by its general program, 10 000 days. Occupancy of
/// both pools, main periods only.
std::vector<Measure> longer_run()
{
    constexpr double days = 10000.0;
    const auto percent = [](auto above, auto below) {
        return ratio([=](const ContactCounts& n) { return 100.0 * static_cast<double>(above(n)); }, below);
    };
    const auto attempts = [](const ContactCounts& n) { return n.attempts; };
    std::vector<Measure> measures{
        {"service level, %", between(50.6129, 50.3553, 50.8706, 0.00005), 1.0, percent(good, less_quick)},
        {"calls", between(5180.01, 5161.10, 5198.91, 0.005), 1.0, ratio(attempts, one)},
        {"abandonment, %", between(17.2858, 17.1389, 17.4327, 0.00005), 1.0,
         percent([](const ContactCounts& n) { return n.abandoned; }, attempts)},
        {"mean wait of answered, min", between(0.696296, 0.690512, 0.702080, 0.0000005), 1.0,
         ratio([](const ContactCounts& n) { return n.wait_answered_s / 60.0; },
               [](const ContactCounts& n) { return n.answered; })},
        {"mean wait, min",
         {0.753479, 0.0, 0.0000005, days},
         1.0,
         ratio([](const ContactCounts& n) { return (n.wait_answered_s + n.wait_abandoned_s) / 60.0; },
               attempts)},
        {"waits, %",
         {60.8132, 0.0, 0.00005, days},
         1.0,
         percent([](const ContactCounts& n) { return n.had_to_wait; }, attempts)},
        {"queue",
         {10.7521, 0.0, 0.00005, days},
         1.0,
         ratio([](const ContactCounts& n) { return n.queue_s; }, [](const ContactCounts&) { return 21600; })},
        {"occupancy of both, %", between(82.1001, 81.9542, 82.2459, 0.00005), 1.0,
         [](const ReplicationResult& r) {
             GroupCounts n = measured_group(r, 0);
             n += measured_group(r, 1);
             return std::pair(100.0 * n.busy_s, n.capacity_s);
         }}};
    constexpr double by_kind[] = {54.2168, 49.8965, 48.4301};
    for (std::size_t kind = 0; kind < kinds; ++kind)
        measures.push_back({fmt::format("service level of kind {}, %", kind),
                            {by_kind[kind], 0.0, 0.00005, days},
                            1.0,
                            [=](const ReplicationResult& r) {
                                const ContactCounts n = measured(r, kind);
                                return std::pair(100.0 * static_cast<double>(good(n)),
                                                 static_cast<double>(less_quick(n)));
                            }});
    return measures;
}

} // namespace

TEST_CASE("three kinds of calls and two pools that take the longest waiting are those of ContactCenters")
{
    const std::string scenario = traffic + pools("longest-wait", 1, 1) + R"([[routes]]
contact = "kind 1"
open = [{ offer = ["pool 0", "pool 1"] }]
)";
    std::vector<Measure> measures = measures_of("SimpleMSK", published_pairs());
    for (Measure& measure : longer_run())
        measures.push_back(std::move(measure));
    judge({.family = peer + "SimpleMSK (case B)",
           .name = "SimpleMSK",
           .about = "3 kinds, 2 pools, 6 hours, common busyness",
           .scenario = scenario,
           .replications = 5000,
           .by_interval = true,
           .sharpness = {.of_value = 0.2}},
          measures);
}

TEST_CASE("calls that try a second pool after twelve seconds are those of ContactCenters' rerouting example")
{
    // A freed agent of pool 0 takes kind 1 only when no kind 0 waits; one of pool 1 takes kind 1 first, but
    // only callers who have come to the second step.
    const std::string scenario = traffic + pools("priority", 2, 2) + R"([[routes]]
contact = "kind 1"
open = [{ offer = ["pool 0"], for = "12s" }, { offer = ["pool 0", "pool 1"] }]
)";
    judge({.family = peer + "SimpleMSKReroute",
           .name = "SimpleMSKReroute",
           .about = "the same with a second step after 12 s",
           .scenario = scenario,
           .replications = 5000,
           .by_interval = true,
           .sharpness = {.of_value = 0.25}},
          measures_of("SimpleMSKReroute", published_pairs()));
}
