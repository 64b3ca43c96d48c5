#include "planner/erlang/cases/models.h"
#include "planner/erlang/priority.h"

#include <fmt/format.h>
#include <sstream>

namespace switchroom::erlang {

namespace {

constexpr std::string_view waits_column = "np_mean_waits_s";
constexpr std::string_view delays_column = "pr_mean_delays_s";

/// Numbers separated by spaces, high to low.
std::vector<double> loads_of(CaseRow& row)
{
    std::istringstream words(row.text("loads_erlang_high_to_low"));
    std::vector<double> loads;
    for (std::string word; words >> word;) {
        CaseRow one({{"load", word}});
        loads.push_back(one.number("load"));
        if (one.failed())
            row.fail(fmt::format("loads_erlang_high_to_low: {}", one.error_text()));
    }
    return loads;
}

template <class Member>
std::string joined(const PriorityMeasures& measures, Member member)
{
    std::string text;
    for (const PriorityClassMeasures& c : measures.classes)
        text += (text.empty() ? "" : " ") + number_text(c.*member);
    return text;
}

double threshold(CaseRow& row, std::string_view column)
{
    const double awt_s = row.number_or(column, 0.0);
    if (!(awt_s >= 0.0) && !row.failed())
        row.fail(fmt::format("{} must be 0 or more", column));
    return awt_s;
}

/// The columns of two classes, by name.
void set_two_classes(CaseRow& row, const PriorityMeasures& m, const PriorityInput* exact)
{
    row.set("np_mean_wait1_s", m.classes[0].mean_wait_s);
    row.set("np_mean_wait2_s", m.classes[1].mean_wait_s);
    row.set("np_mean_queue1", m.classes[0].mean_queue);
    row.set("np_mean_queue2", m.classes[1].mean_queue);
    row.set("pr_mean_delay1_s", m.classes[0].preemptive_mean_delay_s);
    row.set("pr_mean_delay2_s", m.classes[1].preemptive_mean_delay_s);
    row.set("pr_mean_queue1", m.classes[0].preemptive_mean_queue);
    row.set("pr_mean_queue2", m.classes[1].preemptive_mean_queue);
    const double awt1 = threshold(row, "awt1_s");
    const double awt2 = threshold(row, "awt2_s");
    if (exact && !row.failed()) {
        row.set("np_sl1_awt1", PriorityWait(*exact, 0).within(awt1));
        row.set("np_sl2_awt2", PriorityWait(*exact, 1).within(awt2));
    }
}

void solve_priority(CaseRow& row)
{
    const bool many = row.has("loads_erlang_high_to_low");
    PriorityInput input;
    input.agents = row.number("n_agents");
    input.loads_erlang =
        many ? loads_of(row) : std::vector<double>{row.number("load1_erlang"), row.number("load2_erlang")};
    const bool unequal = !many && row.has("aht1_s");
    input.handle_s = unequal ? row.number("aht1_s") : row.number("aht_s");
    const double handle2 = unequal ? row.number("aht2_s") : input.handle_s;
    if (row.failed())
        return;
    const Result<PriorityMeasures> m =
        unequal ? priority_unequal(input.agents, {{input.loads_erlang[0], input.handle_s, 1.0},
                                                  {input.loads_erlang[1], handle2, 1.0}})
                : priority(input);
    if (!m)
        return row.fail(m.errors());
    row.set("p_wait", m->p_wait);
    row.set("np_mean_wait_all_s", m->mean_wait_all_s);
    row.set("occupancy", m->occupancy);
    row.set(waits_column, joined(*m, &PriorityClassMeasures::mean_wait_s));
    row.set(delays_column, joined(*m, &PriorityClassMeasures::preemptive_mean_delay_s));
    if (input.loads_erlang.size() == 2)
        set_two_classes(row, *m, unequal ? nullptr : &input);
}

} // namespace

CaseModel priority_model()
{
    return {
        .name = "priority",
        .title = "M/M/n with classes of priority, non-preemptive (np_) and preemptive-resume (pr_)",
        .holds_for =
            "nobody gives up; exponential handle times, the same for all classes (with aht1_s and aht2_s of "
            "their "
            "own: approximation of Bondi & Buzen 1984, means only); first come first served inside a class",
        .inputs = {{"n_agents", "agents"},
                   {"load1_erlang", "offered load of the class served first", false},
                   {"load2_erlang", "offered load of the second class", false},
                   {"loads_erlang_high_to_low", "loads of any number of classes, spaces between", false},
                   {"aht_s", "mean handle time, seconds", false},
                   {"aht1_s", "mean handle time of class 1 if the classes differ, seconds", false},
                   {"aht2_s", "mean handle time of class 2 if the classes differ, seconds", false},
                   {"awt1_s", "T of the first class, seconds", false},
                   {"awt2_s", "T of the second class, seconds", false}},
        .outputs = {"p_wait", "np_mean_wait1_s", "np_mean_wait2_s", "np_mean_wait_all_s", "np_sl1_awt1",
                    "np_sl2_awt2", "np_mean_queue1", "np_mean_queue2", "pr_mean_delay1_s", "pr_mean_delay2_s",
                    "pr_mean_queue1", "pr_mean_queue2", waits_column, delays_column, "occupancy"},
        .solve = each_row<solve_priority>,
        .standard = {{"probability_wait", "p_wait"},
                     {"asa_s", "np_mean_wait_all_s"},
                     {"mean_wait_s", "np_mean_wait_all_s"},
                     {"occupancy", "occupancy"}},
        .agents_column = "n_agents"};
}

} // namespace switchroom::erlang
