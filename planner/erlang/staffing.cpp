#include "planner/erlang/staffing.h"

#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/input.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/root.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool is_service_level(Measure measure)
{
    return measure >= Measure::sl_answered_over_offered;
}

/// More agents raise service levels and lower everything else; more load does the opposite.
bool more_agents_help(const Target& target)
{
    return is_service_level(target.measure) == target.at_least;
}

double pick(const ServiceLevels& levels, Measure measure)
{
    switch (measure) {
    case Measure::sl_answered_over_answered:
        return levels.answered_over_answered;
    case Measure::sl_excluding_abandons_within:
        return levels.excluding_abandons_within;
    case Measure::sl_answered_plus_abandoned:
        return levels.answered_plus_abandoned_over_offered;
    case Measure::sl_excluding_short_abandons:
        return levels.excluding_short_abandons;
    case Measure::sl_plus_short_abandons:
        return levels.answered_plus_short_abandoned;
    case Measure::sl_virtual_wait:
        return levels.virtual_wait;
    default:
        return levels.answered_over_offered;
    }
}

double evaluate_b(const QueueSpec& queue, double servers, const Target& target)
{
    const Result<ErlangB> b = erlang_b(servers, queue.offered_load);
    if (!b)
        return undefined;
    switch (target.measure) {
    case Measure::blocking:
        return b->blocking;
    case Measure::occupancy:
        return b->occupancy;
    default:
        return is_service_level(target.measure) ? 1.0 : 0.0; // the others never wait
    }
}

double evaluate_c(const QueueSpec& queue, double agents, const Target& target)
{
    const Result<ErlangC> c = erlang_c(agents, queue.offered_load, queue.handle_s);
    if (!c)
        return undefined;
    switch (target.measure) {
    case Measure::blocking:
    case Measure::abandonment:
        return 0.0;
    case Measure::wait:
        return c->probability_wait;
    case Measure::asa:
    case Measure::mean_wait:
        return c->mean_wait_s;
    case Measure::queue_length:
        return c->mean_queue_length;
    case Measure::occupancy:
        return c->occupancy;
    default:
        return service_level(*c, target.awt_s);
    }
}

double evaluate_a(const QueueSpec& queue, double agents, const Target& target)
{
    const Result<ErlangA> a = erlang_a({agents, queue.offered_load, queue.handle_s, queue.patience_s});
    if (!a)
        return undefined;
    switch (target.measure) {
    case Measure::blocking:
        return 0.0;
    case Measure::wait:
        return a->probability_wait;
    case Measure::abandonment:
        return a->probability_abandon;
    case Measure::asa:
        return mean_waits(*a).served_s;
    case Measure::mean_wait:
        return a->mean_wait_s;
    case Measure::queue_length:
        return a->mean_queue_length;
    case Measure::occupancy:
        return a->occupancy;
    case Measure::sl_answered_over_offered:
        return service_level(*a, target.awt_s);
    case Measure::sl_answered_over_answered:
        return service_level(*a, target.awt_s) / a->probability_served;
    case Measure::sl_answered_plus_abandoned:
        return 1.0 - wait_exceeds(*a, target.awt_s);
    default:
        return pick(service_levels(wait_window(*a, target.awt_s, target.short_s)), target.measure);
    }
}

double evaluate_mmnk(const QueueSpec& queue, double agents, const Target& target)
{
    const Result<Mmnk> k = mmnk({agents, queue.lines, queue.offered_load, queue.handle_s, queue.patience_s});
    if (!k)
        return undefined;
    switch (target.measure) {
    case Measure::blocking:
        return k->probability_block;
    case Measure::wait:
        return k->probability_wait / k->probability_accept;
    case Measure::abandonment:
        return k->probability_abandon / k->probability_accept;
    case Measure::asa:
        return mean_wait_served_s(*k);
    case Measure::mean_wait:
        return k->mean_wait_accepted_s;
    case Measure::queue_length:
        return k->mean_queue_length;
    case Measure::occupancy:
        return k->occupancy;
    default:
        return pick(service_levels(wait_window(*k, target.awt_s, target.short_s)), target.measure);
    }
}

bool holds(const Target& target, double value)
{
    return target.at_least ? value >= target.bound : value <= target.bound; // false for NaN
}

bool all_hold(const QueueSpec& queue, double agents, std::span<const Target> targets)
{
    return std::all_of(targets.begin(), targets.end(),
                       [&](const Target& t) { return holds(t, evaluate(queue, agents, t)); });
}

double fewest(const QueueSpec& queue)
{
    switch (queue.kind) {
    case QueueKind::erlang_b:
        return 0.0;
    case QueueKind::erlang_c:
        return std::max(1.0, std::floor(queue.offered_load) + 1.0);
    default:
        return 1.0;
    }
}

double most(const QueueSpec& queue)
{
    return queue.kind == QueueKind::mmnk ? queue.lines : largest_count;
}

Diagnostics checked(const QueueSpec& queue, std::span<const Target> targets)
{
    InputCheck check;
    check.load(queue.offered_load).require(!targets.empty(), "no target is given");
    if (queue.kind != QueueKind::erlang_b)
        check.positive("mean handle time", queue.handle_s);
    if (queue.kind == QueueKind::erlang_a || queue.kind == QueueKind::mmnk)
        check.time_or_infinity("mean patience", queue.patience_s);
    if (queue.kind == QueueKind::mmnk)
        check.whole("lines", queue.lines, 1.0);
    for (const Target& target : targets) {
        check.require(!std::isnan(target.bound), "a target must be a number");
        check.not_negative("T", target.awt_s).not_negative("the short-abandon threshold", target.short_s);
    }
    return check.errors();
}

} // namespace

double evaluate(const QueueSpec& queue, double agents, const Target& target)
{
    switch (queue.kind) {
    case QueueKind::erlang_b:
        return evaluate_b(queue, agents, target);
    case QueueKind::erlang_c:
        return evaluate_c(queue, agents, target);
    case QueueKind::erlang_a:
        return evaluate_a(queue, agents, target);
    case QueueKind::mmnk:
        return evaluate_mmnk(queue, agents, target);
    }
    return undefined;
}

bool meets(const QueueSpec& queue, double agents, std::span<const Target> targets)
{
    return all_hold(queue, agents, targets);
}

Result<double> least_agents(const QueueSpec& queue, std::span<const Target> targets)
{
    if (Diagnostics errors = checked(queue, targets); !errors.empty())
        return errors;
    std::vector<Target> helped;
    std::vector<Target> hurt;
    for (const Target& target : targets)
        (more_agents_help(target) ? helped : hurt).push_back(target);
    const double guess = queue.offered_load + 0.5 * std::sqrt(queue.offered_load);
    const auto enough = [&](double n) { return all_hold(queue, n, helped); };
    const double n = least_whole(enough, fewest(queue), most(queue), guess);
    if (n > most(queue))
        return error_in({}, queue.kind == QueueKind::mmnk
                                ? "no number of agents up to the number of lines meets the targets"
                                : "no number of agents meets the targets");
    if (!all_hold(queue, n, hurt))
        return error_in({}, "the targets exclude each other: the least number that meets some breaks one "
                            "that more agents only worsen");
    return n;
}

Result<double> real_agents(const QueueSpec& queue, const Target& target)
{
    if (Diagnostics errors = checked(queue, {&target, 1}); !errors.empty())
        return errors;
    if (queue.kind == QueueKind::mmnk)
        return error_in({}, "agents are whole numbers where lines are counted");
    const auto excess = [&](double n) { return evaluate(queue, n, target) - target.bound; };
    double low = queue.kind == QueueKind::erlang_b ? 0.0 : 1.0;
    if (queue.kind == QueueKind::erlang_c)
        low = std::max(low, std::nextafter(queue.offered_load, largest_count));
    double high = std::max(low, queue.offered_load) + 1.0;
    const double at_low = excess(low);
    while ((excess(high) > 0.0) == (at_low > 0.0)) {
        high *= 2.0;
        if (high > largest_count)
            return error_in({}, "no number of agents meets the target exactly");
    }
    return bracketed_root(excess, low, high);
}

Result<double> greatest_load(const QueueSpec& queue, double agents, std::span<const Target> targets)
{
    if (Diagnostics errors = checked(queue, targets); !errors.empty())
        return errors;
    InputCheck check;
    if (!check.agents(agents).ok())
        return check.errors();
    QueueSpec loaded = queue;
    std::vector<Target> worsened;
    for (const Target& target : targets)
        if (more_agents_help(target))
            worsened.push_back(target);
    const auto bearable = [&](double load) {
        loaded.offered_load = load;
        return all_hold(loaded, agents, worsened);
    };
    if (worsened.empty() || !bearable(0.0))
        return error_in({}, "no load meets the targets");
    double high = agents;
    while (bearable(high)) {
        high *= 2.0;
        if (high > largest_count)
            return error_in({}, "every load meets the targets");
    }
    double low = 0.0;
    for (double middle = high / 2.0; middle > low && middle < high; middle = low + (high - low) / 2.0)
        (bearable(middle) ? low : high) = middle;
    if (!bearable(low) || !all_hold(loaded, agents, targets))
        return error_in(
            {}, "the targets exclude each other: the greatest load that some allow is too small for another");
    return low;
}

Result<double> least_lines(const QueueSpec& queue, double agents, double blocking)
{
    QueueSpec with_lines = queue;
    with_lines.kind = QueueKind::mmnk;
    with_lines.lines = std::max(1.0, agents);
    const Target target{.measure = Measure::blocking, .at_least = false, .bound = blocking};
    if (Diagnostics errors = checked(with_lines, {&target, 1}); !errors.empty())
        return errors;
    InputCheck check;
    if (!check.agents(agents, true).ok())
        return check.errors();
    const auto enough = [&](double lines) {
        with_lines.lines = lines;
        return holds(target, evaluate(with_lines, agents, target));
    };
    // Beyond a million waiting places nothing changes that a practice could notice; an endless search would
    // only be slow.
    const double highest = std::min(largest_count, agents + 1e6);
    const double lines = least_whole(enough, agents, highest, agents);
    if (lines > highest)
        return error_in({}, "no number of lines blocks that few: the load is too large for the agents");
    return lines;
}

} // namespace switchroom::erlang
