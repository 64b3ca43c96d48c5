#include "planner/staffing/broken_assumptions.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

bool any_above_0(const CentreModel& model, Range probabilities)
{
    for (std::uint32_t t = probabilities.first; t < probabilities.end(); ++t)
        if (model.timed_probabilities[t].value > 0.0)
            return true;
    return false;
}

template <class Holds>
bool any_contact(const CentreModel& model, const Holds& holds)
{
    return std::any_of(model.contacts.begin(), model.contacts.end(), holds);
}

bool not_exponential(const CentreModel& model, Range laws)
{
    for (std::uint32_t t = laws.first; t < laws.end(); ++t)
        if (std::fabs(cv(model.distributions[model.timed_distributions[t].distribution]) - 1.0) > 0.05)
            return true;
    return false;
}

bool any_overflow(const CentreModel& model)
{
    return std::any_of(model.index.queues.begin(), model.index.queues.end(), [](const ModelQueue& queue) {
        return queue.in_open_route && (queue.offers.count > 1 || !queue.last);
    });
}

bool shared_pool(const Demand& demand)
{
    return std::any_of(demand.pools.begin(), demand.pools.end(),
                       [](const Pool& pool) { return pool.streams.size() > 1; });
}

bool any_patience(const Demand& demand)
{
    for (const Pool& pool : demand.pools)
        for (const Stream& stream : pool.streams)
            if (std::isfinite(stream.patience_s))
                return true;
    return false;
}

} // namespace

std::vector<std::string> broken_assumptions(const CentreModel& model, const Demand& demand, bool erlang_c)
{
    std::vector<std::string> broken;
    const auto say_if = [&](bool holds, const char* sentence) {
        if (holds)
            broken.emplace_back(sentence);
    };
    say_if(
        any_contact(model,
                    [&](const ModelContact& c) {
                        return any_above_0(model, c.redial_after_abandon) ||
                               any_above_0(model, c.redial_after_block);
                    }),
        "callers who give up call again: the formulas count first calls only and ask for too few where many "
        "give up");
    say_if(
        any_overflow(model),
        "calls may be taken by more than one group: each contact's load counts in full at the group offered "
        "first, and what others take is left to simulation");
    say_if(shared_pool(demand), "several kinds of calls share a group: the formulas pool them into one line "
                                "without priorities and ask every target of that line");
    say_if(erlang_c && any_patience(demand),
           "callers give up: Erlang C assumes that nobody does and asks for more people");
    say_if(any_contact(model, [&](const ModelContact& c) { return not_exponential(model, c.patience); }),
           "patience is not exponential: the formulas take an exponential law of the same mean");
    say_if(any_contact(model, [&](const ModelContact& c) { return not_exponential(model, c.talk); }),
           "talk times are not exponential: the formulas take an exponential law of the same mean (modified "
           "offered load uses the real law for the load)");
    say_if(any_contact(model, [](const ModelContact& c) { return c.factors.count > 0; }),
           "days are busier or quieter than expected at random: the formulas plan for the average day");
    say_if(any_contact(model, [](const ModelContact& c) { return c.replay.count > 0; }),
           "recorded calls are replayed: a plan by interval fits the luck of those days, too");
    say_if(!model.lines.empty(), "lines are limited: the formulas assume enough of them");
    say_if(std::any_of(model.changes.begin(), model.changes.end(),
                       [](const PeriodChange& change) {
                           return change.kind == ChangeKind::group_away && change.value != 0;
                       }),
           "meetings and breaks are left out: the plan says how many must be answering at each time");
    return broken;
}

} // namespace switchroom
