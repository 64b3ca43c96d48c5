#include "planner/erlang/retrial.h"

#include "planner/erlang/banded_chain.h"
#include "planner/erlang/erlang_a.h"
#include "planner/erlang/input.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/uniformisation.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace switchroom::erlang {

namespace {

constexpr double negligible = 1e-14; // probability at the edge of the cut chain
constexpr double most_work = 1e10;   // states × band²: a few seconds
constexpr double most_memory = 6e7;  // rates held

Diagnostics check(const RetrialInput& in)
{
    InputCheck check;
    check.agents(in.agents, true).load(in.fresh_load).positive("handle time", in.handle_s);
    check.require(in.fresh_load > 0.0, "fresh load must be above 0");
    if (!std::isinf(in.waiting_places))
        check.whole("waiting places", in.waiting_places, 0.0);
    check.require(in.patience_s > 0.0, "mean patience must be above 0 (infinity is allowed)");
    check.positive("mean redial delay", in.redial_delay_s).not_negative("awt", in.awt_s);
    check.probability("chance of a redial after a block", in.p_redial_after_block);
    check.probability("chance of a redial after abandoning", in.p_redial_after_abandon);
    if (!check.ok())
        return check.errors();
    // What leaves for ever when the orbit is so full that all places are always taken.
    const double giving_up =
        std::isinf(in.patience_s) ? 0.0 : in.handle_s / in.patience_s * (1.0 - in.p_redial_after_abandon);
    const bool all_return = in.p_redial_after_block == 1.0 || std::isinf(in.waiting_places);
    const double room = in.waiting_places == 0.0 || giving_up == 0.0 ? 0.0 : in.waiting_places * giving_up;
    check.require(
        !(all_return && in.fresh_load >= in.agents + room),
        fmt::format(
            "{} erlang of fresh calls on {} agents: callers who always come back are never all served",
            in.fresh_load, in.agents));
    return check.errors();
}

/// The chain cut at `most_in_system` calls in the system and `most_orbit` callers who will call again.
class CutChain {
public:
    CutChain(const RetrialInput& in, std::size_t most_in_system, std::size_t most_orbit)
        : in_(in), top_(most_in_system), orbit_(most_orbit), by_orbit_(most_in_system <= most_orbit)
    {
    }

    double states() const { return static_cast<double>(top_ + 1) * static_cast<double>(orbit_ + 1); }
    double band() const { return static_cast<double>(std::min(top_, orbit_) + 2); }
    bool affordable() const
    {
        return states() * band() * band() <= most_work && states() * band() <= most_memory;
    }

    void solve()
    {
        BandedChain chain(static_cast<std::size_t>(states()), static_cast<std::size_t>(band()));
        for (std::size_t c = 0; c <= top_; ++c)
            for (std::size_t o = 0; o <= orbit_; ++o)
                add_moves(chain, c, o);
        mass_ = std::move(chain).steady_state();
    }

    double p(std::size_t c, std::size_t o) const { return mass_[index(c, o)]; }
    double at_top() const
    {
        double total = 0.0;
        for (std::size_t o = 0; o <= orbit_; ++o)
            total += p(top_, o);
        return total;
    }
    double at_full_orbit() const
    {
        double total = 0.0;
        for (std::size_t c = 0; c <= top_; ++c)
            total += p(c, orbit_);
        return total;
    }
    std::size_t top() const { return top_; }
    std::size_t orbit() const { return orbit_; }

private:
    std::size_t index(std::size_t c, std::size_t o) const
    {
        return by_orbit_ ? o * (top_ + 1) + c : c * (orbit_ + 1) + o;
    }

    void add_moves(BandedChain& chain, std::size_t c, std::size_t o) const
    {
        const auto move = [&](std::size_t c2, std::size_t o2, double rate) {
            if (rate > 0.0 && (c2 != c || o2 != o))
                chain.add(index(c, o), index(c2, o2), rate);
        };
        const double calls = static_cast<double>(c);
        const double fresh = in_.fresh_load / in_.handle_s;
        const double redials = static_cast<double>(o) / in_.redial_delay_s;
        const double giving_up = std::max(0.0, calls - in_.agents) / in_.patience_s;
        const std::size_t more = std::min(o + 1, orbit_);
        if (c < top_) {
            move(c + 1, o, fresh);
            if (o > 0)
                move(c + 1, o - 1, redials);
        } else {
            move(c, more, fresh * in_.p_redial_after_block);
            if (o > 0)
                move(c, o - 1, redials * (1.0 - in_.p_redial_after_block));
        }
        if (c > 0) {
            move(c - 1, o,
                 std::min(calls, in_.agents) / in_.handle_s + giving_up * (1.0 - in_.p_redial_after_abandon));
            move(c - 1, more, giving_up * in_.p_redial_after_abandon);
        }
    }

    RetrialInput in_;
    std::size_t top_;
    std::size_t orbit_;
    bool by_orbit_;
    std::vector<double> mass_;
};

/// Per state of the system, over all states of the orbit: how likely it is, and how many redial from there
/// per second.
struct Marginal {
    std::vector<double> probability;
    std::vector<double> redials_per_s;
};

Marginal marginal(const RetrialInput& in, const CutChain& chain)
{
    Marginal m{std::vector<double>(chain.top() + 1, 0.0), std::vector<double>(chain.top() + 1, 0.0)};
    for (std::size_t c = 0; c <= chain.top(); ++c)
        for (std::size_t o = 0; o <= chain.orbit(); ++o) {
            m.probability[c] += chain.p(c, o);
            m.redials_per_s[c] += chain.p(c, o) * static_cast<double>(o) / in.redial_delay_s;
        }
    return m;
}

/// Of tries that find c calls with the given weight: the weight of those answered within T. Blocked ones (c =
/// top) are not.
double answered_within(const RetrialInput& in, const std::vector<double>& weight)
{
    const auto agents = static_cast<std::size_t>(in.agents);
    double at_once = 0.0;
    StaffedState waiting{static_cast<long>(in.agents), std::vector<Band>(1)};
    for (std::size_t c = 0; c + 1 < weight.size(); ++c) {
        if (c < agents)
            at_once += weight[c];
        else
            waiting.rows[0].add(static_cast<long>(c), weight[c]);
    }
    return at_once + evolve_tagged(waiting, {0.0, 1.0 / in.handle_s, 1.0 / in.patience_s}, in.awt_s);
}

RetrialMeasures measures(const RetrialInput& in, const CutChain& chain)
{
    const Marginal m = marginal(in, chain);
    const auto agents = static_cast<std::size_t>(in.agents);
    const double fresh = in.fresh_load / in.handle_s;
    RetrialMeasures r;
    double redials = 0.0;
    for (std::size_t c = 0; c < m.probability.size(); ++c) {
        const double p = m.probability[c];
        redials += m.redials_per_s[c];
        r.mean_busy += p * static_cast<double>(std::min(c, agents));
        if (c > agents)
            r.mean_queue_length += p * static_cast<double>(c - agents);
        if (c >= agents && c < chain.top())
            r.p_fresh_waits += p;
    }
    const double attempts = fresh + redials;
    r.attempts_per_fresh_call = attempts / fresh;
    r.p_fresh_blocked = m.probability.back();
    r.p_attempt_blocked = (fresh * m.probability.back() + m.redials_per_s.back()) / attempts;
    r.p_attempt_abandons = r.mean_queue_length / in.patience_s / attempts;
    r.p_eventually_served = r.mean_busy / in.fresh_load;
    r.mean_orbit = redials * in.redial_delay_s;
    r.occupancy = r.mean_busy / in.agents;
    r.mean_wait_per_attempt_s = r.mean_queue_length / attempts;
    std::vector<double> tries = m.redials_per_s;
    for (std::size_t c = 0; c < tries.size(); ++c)
        tries[c] = (tries[c] + fresh * m.probability[c]) / attempts;
    r.sl_fresh = answered_within(in, m.probability);
    r.sl_attempt = answered_within(in, tries);
    r.left_out = chain.at_full_orbit() + (std::isinf(in.waiting_places) ? chain.at_top() : 0.0);
    return r;
}

} // namespace

Result<RetrialMeasures> retrial(const RetrialInput& input)
{
    if (Diagnostics errors = check(input); !errors.empty())
        return errors;
    const bool endless = std::isinf(input.waiting_places);
    const bool redials = (input.p_redial_after_block > 0.0 && !endless) ||
                         (input.p_redial_after_abandon > 0.0 && !std::isinf(input.patience_s));
    double places = endless ? 20.0 + 4.0 * std::sqrt(input.fresh_load) : input.waiting_places;
    double orbit = redials ? 20.0 + 2.0 * std::sqrt(input.fresh_load) : 0.0;
    while (true) {
        CutChain chain(input, static_cast<std::size_t>(input.agents + places),
                       static_cast<std::size_t>(orbit));
        if (!chain.affordable())
            return error_in(
                {},
                fmt::format(
                    "the exact chain of redials would need {:.3g} states and more; the redial fixed point "
                    "approximates this queue",
                    chain.states()));
        chain.solve();
        const bool short_orbit = redials && chain.at_full_orbit() > negligible;
        const bool short_queue = endless && chain.at_top() > negligible;
        if (!short_orbit && !short_queue)
            return measures(input, chain);
        orbit = short_orbit ? std::ceil(1.5 * orbit) : orbit;
        places = short_queue ? std::ceil(1.5 * places) : places;
    }
}

Result<RetrialMeasures> redial_fixed_point(const RetrialInput& in)
{
    if (Diagnostics errors = check(in); !errors.empty())
        return errors;
    const bool endless = std::isinf(in.waiting_places);
    QueueMeasures m;
    WaitWindow window;
    const auto evaluate = [&](double load) { // the queue that all tries make; true if the redials that it
                                             // makes are more than in `load`
        if (endless) {
            const auto queue = erlang_a({in.agents, load, in.handle_s, in.patience_s});
            if (!queue)
                return false; // endless patience and no steady state: too many
            m = measures(*queue);
            window = wait_window(*queue, in.awt_s);
        } else {
            const auto queue =
                mmnk({in.agents, in.agents + in.waiting_places, load, in.handle_s, in.patience_s});
            if (!queue)
                return false;
            m = measures(*queue);
            window = wait_window(*queue, in.awt_s);
        }
        const double redials =
            m.probability_block * in.p_redial_after_block + m.probability_abandon * in.p_redial_after_abandon;
        return in.fresh_load + load * redials > load;
    };
    double low = in.fresh_load;
    double high = 2.0 * in.fresh_load;
    while (evaluate(high)) {
        low = high;
        high *= 2.0;
        if (high > largest_count)
            return error_in({}, "the redials grow without end");
    }
    for (int i = 0; i < 200 && high - low > 1e-15 * high; ++i) {
        const double middle = low + (high - low) / 2.0;
        (evaluate(middle) ? low : high) = middle;
    }
    evaluate(low);
    RetrialMeasures r;
    r.attempts_per_fresh_call = low / in.fresh_load;
    r.p_fresh_blocked = r.p_attempt_blocked = m.probability_block;
    r.p_fresh_waits = m.probability_wait;
    r.p_attempt_abandons = m.probability_abandon;
    r.mean_busy = m.mean_busy;
    r.p_eventually_served = m.mean_busy / in.fresh_load;
    r.mean_orbit = (low - in.fresh_load) / in.handle_s * in.redial_delay_s;
    r.mean_queue_length = m.mean_queue_length;
    r.occupancy = m.occupancy;
    r.mean_wait_per_attempt_s = m.mean_queue_length / low * in.handle_s;
    r.sl_fresh = r.sl_attempt = window.answered_within;
    return r;
}

} // namespace switchroom::erlang
