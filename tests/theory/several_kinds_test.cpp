/// Several kinds of calls: priorities, and pools that help each other out (N- and X-designs).

#include "tests/support/reference_rows.h"
#include "tests/theory/measures.h"
#include "tests/theory/scenario_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <numeric>
#include <sstream>
#include <vector>

using namespace switchroom;
using namespace switchroom::theory;

namespace {

constexpr std::int64_t replications = 100;

struct Classes {
    double agents = 1.0;
    std::vector<double> loads; ///< erlang, the most urgent first
    double handle_s = 0.0;
    std::vector<double> within_s = {};
    double calls = 5e6;

    double load() const { return std::accumulate(loads.begin(), loads.end(), 0.0); }
    double per_hour() const { return load() / handle_s * 3600.0; }
    double calls_a_run() const { return calls / static_cast<double>(replications); }
    double span_s() const { return 86400.0 * steady_days(per_hour(), calls_a_run()); }
    double relaxation() const { return relaxation_s(agents, load(), handle_s); }
    /// The last class sees only what the others leave: close to saturation it forgets too slowly to measure.
    bool too_slow() const { return agents > 100 || load() / handle_s * relaxation() > 500.0; }
};

Trial trial_of(const Classes& classes, const std::string& family, const std::string& name)
{
    Trial trial{.family = family, .name = name, .replications = replications};
    trial.sharpness.of_value = 0.16;
    trial.about = fmt::format("{} agents, {} erlang by priority, handle exp:{}", classes.agents,
                              fmt::join(classes.loads, " + "), classes.handle_s);
    trial.scenario = steady_time(classes.per_hour(), classes.calls_a_run(), 20.0 * classes.relaxation());
    for (std::size_t i = 0; i < classes.loads.size(); ++i)
        trial.scenario += contact({.name = fmt::format("class {}", i + 1),
                                   .per_hour = classes.loads[i] / classes.handle_s * 3600.0,
                                   .talk = law_text(fmt::format("exp:{}", classes.handle_s)),
                                   .within_s = classes.within_s[i],
                                   .priority = static_cast<int>(i) + 1});
    trial.scenario += desk(classes.agents);
    return trial;
}

std::vector<double> numbers(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<double>(in), {}};
}

} // namespace

TEST_CASE("urgent calls go first, without interrupting anybody, as Kella and Yechiali computed")
{
    for (const ReferenceRow& row : reference_rows("priority2")) {
        const Classes classes{.agents = row.number("n_agents"),
                              .loads = {row.number("load1_erlang"), row.number("load2_erlang")},
                              .handle_s = row.number("aht_s"),
                              .within_s = {row.number("awt1_s"), row.number("awt2_s")}};
        if (classes.too_slow())
            continue;
        judge(
            trial_of(classes, "Two priorities", row.text("case_id")),
            {{"waits", {row.number("p_wait")}, 1.0, share(&ContactCounts::had_to_wait, 0)},
             {"mean wait 1", {row.number("np_mean_wait1_s")}, classes.handle_s, mean_wait_answered(0)},
             {"mean wait 2", {row.number("np_mean_wait2_s")}, classes.handle_s, mean_wait_answered(1)},
             {"service level 1", {row.number("np_sl1_awt1")}, 1.0, share(&ContactCounts::answered_within, 0)},
             {"service level 2", {row.number("np_sl2_awt2")}, 1.0, share(&ContactCounts::answered_within, 1)},
             {"queue 2", {row.number("np_mean_queue2")}, classes.agents, mean_queue(classes.span_s(), 1)}});
    }
}

TEST_CASE("three to five priorities share the waiting as Cobham's formula says")
{
    for (const ReferenceRow& row : reference_rows("priority_multi")) {
        Classes classes{.agents = row.number("n_agents"),
                        .loads = numbers(row.text("loads_erlang_high_to_low")),
                        .handle_s = row.number("aht_s")};
        classes.within_s.assign(classes.loads.size(), 20.0);
        if (classes.too_slow())
            continue;
        const std::vector<double> waits = numbers(row.text("np_mean_waits_s"));
        REQUIRE(waits.size() == classes.loads.size());
        std::vector<Measure> measures;
        for (std::size_t i = 0; i < waits.size(); ++i)
            measures.push_back(
                {fmt::format("mean wait {}", i + 1), {waits[i]}, classes.handle_s, mean_wait_answered(i)});
        judge(trial_of(classes, "Three and more priorities", row.text("case_id")), measures);
    }
}

namespace {

/// Two kinds of calls and two pools. `offers` and `skills` are TOML lists.
struct TwoPools {
    double agents_a = 0.0, agents_b = 0.0;
    CallsText first, second;
    std::string offers_first, offers_second;
    std::string skills_a, skills_b;
};

std::string pool(const char* name, double agents, const std::string& skills)
{
    if (agents == 0.0)
        return {};
    return fmt::format("[[groups]]\nname = \"{}\"\nagents = {}\nskills = {}\n", name,
                       static_cast<int>(agents), skills);
}

std::string route(const std::string& contact, const std::string& groups)
{
    return fmt::format("[[routes]]\ncontact = \"{}\"\nopen = [{{ offer = {} }}]\n", contact, groups);
}

Trial trial_of(const TwoPools& pools, const char* family, const std::string& name, double warm_up_s)
{
    Trial trial{.family = family, .name = name, .replications = replications};
    trial.about = fmt::format("{} + {} agents, {} and {} calls/h", pools.agents_a, pools.agents_b,
                              pools.first.per_hour, pools.second.per_hour);
    trial.scenario = steady_time(pools.first.per_hour + pools.second.per_hour, 30000.0, warm_up_s) +
                     contact(pools.first) + contact(pools.second) +
                     pool("A", pools.agents_a, pools.skills_a) + pool("B", pools.agents_b, pools.skills_b) +
                     route("first", pools.offers_first) + route("second", pools.offers_second);
    return trial;
}

CallsText calls_of(const ReferenceRow& row, const char* name, const std::string& i, const char* handle)
{
    return {.name = name,
            .per_hour = row.number("calls" + i + "_per_hour"),
            .talk = law_text("exp:" + row.text(handle)),
            .patience = law_text("exp:" + row.text("mean_patience" + i + "_s")),
            .within_s = row.number("awt" + i + "_s")};
}

} // namespace

TEST_CASE("in an N-design one pool helps the other as the chain of both queues says")
{
    for (const ReferenceRow& row : reference_rows("routing_n_design")) {
        const bool has_a = row.number("n_pool_A_class1_only") > 0;
        const bool first_first = row.integer("pool_B_serves_first_class") == 1;
        const TwoPools pools{
            .agents_a = row.number("n_pool_A_class1_only"),
            .agents_b = row.number("n_pool_B_both"),
            .first = calls_of(row, "first", "1", "aht1_s"),
            .second = calls_of(row, "second", "2", "aht2_s"),
            .offers_first = has_a ? R"(["A", "B"])" : R"(["B"])",
            .offers_second = R"(["B"])",
            .skills_a = R"([{ contact = "first" }])",
            .skills_b =
                fmt::format(R"([{{ contact = "first", level = {} }}, {{ contact = "second", level = {} }}])",
                            first_first ? 1 : 2, first_first ? 2 : 1)};
        std::vector<Measure> measures{
            {"first waits", {row.number("p_wait1")}, 1.0, share(&ContactCounts::had_to_wait, 0)},
            {"second waits", {row.number("p_wait2")}, 1.0, share(&ContactCounts::had_to_wait, 1)},
            {"first abandons", {row.number("p_abandon1")}, 1.0, share(&ContactCounts::abandoned, 0)},
            {"second abandons", {row.number("p_abandon2")}, 1.0, share(&ContactCounts::abandoned, 1)},
            {"mean wait 1", {row.number("mean_wait_all1_s")}, 240.0, mean_wait_all(0)},
            {"mean wait 2", {row.number("mean_wait_all2_s")}, 240.0, mean_wait_all(1)},
            {"service level 1",
             {row.number("sl1_answered_within_awt_over_offered")},
             1.0,
             share(&ContactCounts::answered_within, 0)},
            {"service level 2",
             {row.number("sl2_answered_within_awt_over_offered")},
             1.0,
             share(&ContactCounts::answered_within, 1)},
            {"occupancy B", {row.number("occupancy_B")}, 1.0, occupancy(has_a ? 1 : 0)}};
        if (has_a)
            measures.push_back({"occupancy A", {row.number("occupancy_A")}, 1.0, occupancy(0)});
        judge(trial_of(pools, "N-design (V where A has nobody)", row.text("case_id"), 10800.0), measures);
    }
}

TEST_CASE("in an X-design each pool prefers its own calls and helps the other as the chain says")
{
    for (const ReferenceRow& row : reference_rows("routing_x_design")) {
        const TwoPools pools{.agents_a = row.number("n_pool_A_prefers_class1"),
                             .agents_b = row.number("n_pool_B_prefers_class2"),
                             .first = calls_of(row, "first", "1", "aht_s"),
                             .second = calls_of(row, "second", "2", "aht_s"),
                             .offers_first = R"(["A", "B"])",
                             .offers_second = R"(["B", "A"])",
                             .skills_a = R"([{ contact = "first" }, { contact = "second", level = 2 }])",
                             .skills_b = R"([{ contact = "first", level = 2 }, { contact = "second" }])"};
        judge(trial_of(pools, "X-design", row.text("case_id"), 10800.0),
              {{"first waits", {row.number("p_all_busy")}, 1.0, share(&ContactCounts::had_to_wait, 0)},
               {"first abandons", {row.number("p_abandon1")}, 1.0, share(&ContactCounts::abandoned, 0)},
               {"second abandons", {row.number("p_abandon2")}, 1.0, share(&ContactCounts::abandoned, 1)},
               {"mean wait 1", {row.number("mean_wait_all1_s")}, row.number("aht_s"), mean_wait_all(0)},
               {"mean wait 2", {row.number("mean_wait_all2_s")}, row.number("aht_s"), mean_wait_all(1)},
               {"service level 1",
                {row.number("sl1_answered_within_awt_over_offered")},
                1.0,
                share(&ContactCounts::answered_within, 0)},
               {"service level 2",
                {row.number("sl2_answered_within_awt_over_offered")},
                1.0,
                share(&ContactCounts::answered_within, 1)},
               {"occupancy A", {row.number("occupancy_A")}, 1.0, occupancy(0)},
               {"occupancy B", {row.number("occupancy_B")}, 1.0, occupancy(1)}});
    }
}
