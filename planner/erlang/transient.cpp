#include "planner/erlang/transient.h"

#include "planner/erlang/input.h"
#include "planner/erlang/quadrature.h"
#include "planner/erlang/uniformisation.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr double most_events = 2e8; // of a day: about a minute
constexpr double most_agents = 1e5;

Diagnostics check(const std::vector<TransientInterval>& day, double in_system_at_start)
{
    InputCheck check;
    check.require(!day.empty(), "a day needs at least one interval");
    check.whole("calls at the start", in_system_at_start, 0.0);
    check.require(!(in_system_at_start > most_agents), "more than 100000 calls at the start");
    double events = 0.0;
    for (const TransientInterval& i : day) {
        check.positive("length of an interval", i.length_s);
        check.not_negative("arrival rate", i.arrival_rate_per_s).positive("handle time", i.handle_s);
        check.whole("agents", i.agents, 0.0).not_negative("awt", i.awt_s);
        check.require(i.patience_s > 0.0, "mean patience must be above 0 (infinity is allowed)");
        check.require(!(i.agents > most_agents), "the exact transient takes at most 100000 agents");
        events += i.length_s * (2.0 * i.arrival_rate_per_s + i.agents / i.handle_s);
    }
    check.require(!(events > most_events), fmt::format("{:.3g} events in the day are too many for the exact "
                                                       "transient (at most {:.0g})",
                                                       events, most_events));
    return check.errors();
}

StaffedRates rates_of(const TransientInterval& interval)
{
    return {interval.arrival_rate_per_s, 1.0 / interval.handle_s, 1.0 / interval.patience_s};
}

/// The states in which an arriving call has to wait.
StaffedState waiting_part(StaffedState state)
{
    Band& line = state.rows[0];
    for (long k = line.first; k <= line.last() && k < state.agents; ++k)
        line[k] = 0.0;
    line.trim(0.0);
    return state;
}

/// For tagged calls: the mass whose call is answered by added agents at once leaves; the rest goes on with
/// the new staffing.
double restaff_tagged(StaffedState& state, long agents)
{
    StaffedState next{agents, std::vector<Band>(1)};
    double answered = 0.0;
    const auto put = [&](long busy, long ahead, double mass) {
        const long free = agents - busy;
        if (free > ahead)
            answered += mass;
        else if (free >= 0)
            next.rows[0].add(agents + ahead - free, mass);
        else {
            const auto row = static_cast<std::size_t>(-free);
            next.rows.resize(std::max(next.rows.size(), row + 1));
            next.rows[row].add(ahead, mass);
        }
    };
    const Band& line = state.rows[0];
    for (long k = line.first; k <= line.last(); ++k)
        put(state.agents, k - state.agents, line[k]);
    for (std::size_t r = 1; r < state.rows.size(); ++r)
        for (long q = state.rows[r].first; q <= state.rows[r].last(); ++q)
            put(state.agents + static_cast<long>(r), q, state.rows[r][q]);
    state = std::move(next);
    return answered;
}

class Day {
public:
    explicit Day(const std::vector<TransientInterval>& intervals, double in_system_at_start)
        : intervals_(intervals)
    {
        state_.agents = static_cast<long>(intervals.front().agents);
        state_.rows.resize(1);
        state_.rows[0].add(static_cast<long>(in_system_at_start), 1.0);
    }

    std::vector<TransientMeasures> run()
    {
        std::vector<TransientMeasures> result;
        for (std::size_t i = 0; i < intervals_.size(); ++i) {
            state_ = with_agents(state_, static_cast<long>(intervals_[i].agents));
            result.push_back(interval(i));
        }
        return result;
    }

private:
    TransientMeasures interval(std::size_t i)
    {
        const TransientInterval& now = intervals_[i];
        const double length = now.length_s;
        const double late_from =
            std::max(0.0, length - now.awt_s); // a later call's wait may see the next interval
        StaffedState integral{state_.agents, std::vector<Band>(1)};
        advance(now, late_from, integral);
        double answered_late = 0.0;
        if (now.arrival_rate_per_s > 0.0) {
            StaffedState early = waiting_part(integral);
            answered_late = evolve_tagged(early, rates_of(now), now.awt_s);
        }
        answered_late += late_part(i, late_from, integral);

        TransientMeasures m;
        m.mean_queue_length = integral.mean_waiting() / length;
        m.mean_busy = integral.mean_busy() / length;
        m.occupancy = now.agents > 0.0 ? m.mean_busy / std::max(now.agents, m.mean_busy) : 0.0;
        m.expected_abandonments = integral.mean_waiting() / now.patience_s;
        m.expected_completions = integral.mean_busy() / now.handle_s;
        m.expected_arrivals = now.arrival_rate_per_s * length;
        m.mean_queue_at_end = state_.mean_waiting();
        m.mean_in_system_at_end = state_.mean_waiting() + state_.mean_busy();
        const double waits = integral.p_all_busy() / length;
        const bool any = now.arrival_rate_per_s > 0.0;
        m.p_arrival_waits = any ? waits : std::numeric_limits<double>::quiet_NaN();
        m.service_level = any ? std::fmax(0.0, 1.0 - waits) + answered_late / length : m.p_arrival_waits;
        return m;
    }

    void advance(const TransientInterval& now, double t_s, StaffedState& integral)
    {
        if (!(t_s > 0.0))
            return;
        evolve(state_, rates_of(now), t_s, &integral);
        state_.scale(1.0 / state_.total()); // what was cut off and rounded
    }

    /// From late_from to the end of the interval: the time integral of (waits, then answered within T).
    double late_part(std::size_t i, double late_from, StaffedState& integral)
    {
        const TransientInterval& now = intervals_[i];
        if (!(now.arrival_rate_per_s > 0.0) || now.awt_s == 0.0) {
            advance(now, now.length_s - late_from, integral);
            return 0.0;
        }
        const GaussLegendre& rule = gauss_legendre();
        double answered = 0.0;
        double at = late_from;
        for (const double edge : late_panels(i, late_from)) {
            const double start = at;
            for (std::size_t k = 0; k < GaussLegendre::size; ++k) {
                const double node = start + (edge - start) * static_cast<double>(rule.node[k]);
                advance(now, node - at, integral);
                at = node;
                answered += (edge - start) * static_cast<double>(rule.weight[k]) * answered_within(i, node);
            }
            advance(now, edge - at, integral);
            at = edge;
        }
        return answered;
    }

    /// Ends of panels between late_from and the interval's end: short after the change at its start and
    /// before that at its end, and wherever T reaches another interval's edge.
    std::vector<double> late_panels(std::size_t i, double late_from) const
    {
        const TransientInterval& now = intervals_[i];
        const double length = now.length_s;
        const double rate = now.arrival_rate_per_s + (now.agents + 1.0) / now.handle_s;
        std::vector<double> edges{length};
        double reach = length; // end of a later interval, seen from this one's start
        for (std::size_t j = i + 1; j < intervals_.size() && reach - now.awt_s < length; ++j) {
            reach += intervals_[j].length_s;
            edges.push_back(reach - now.awt_s);
        }
        for (double distance = 24.0 / rate; distance < length; distance *= 2.0) {
            edges.push_back(distance);
            edges.push_back(length - distance);
        }
        std::sort(edges.begin(), edges.end());
        std::erase_if(edges, [&](double e) { return !(e > late_from) || e > length; });
        return edges;
    }

    /// P(waits and is answered within T) of a call that arrives `at` seconds into interval i, in the present
    /// state.
    double answered_within(std::size_t i, double at) const
    {
        StaffedState tagged = waiting_part(state_);
        double left = intervals_[i].awt_s;
        double room = intervals_[i].length_s - at;
        double answered = 0.0;
        while (true) {
            const bool last = i + 1 == intervals_.size();
            const double t = last ? left : std::min(left, room);
            answered += evolve_tagged(tagged, rates_of(intervals_[i]), t);
            left -= t;
            if (last || !(left > 0.0))
                return answered;
            ++i;
            room = intervals_[i].length_s;
            answered += restaff_tagged(tagged, static_cast<long>(intervals_[i].agents));
        }
    }

    const std::vector<TransientInterval>& intervals_;
    StaffedState state_;
};

} // namespace

Result<std::vector<TransientMeasures>> transient(const std::vector<TransientInterval>& day,
                                                 double in_system_at_start)
{
    if (Diagnostics errors = check(day, in_system_at_start); !errors.empty())
        return errors;
    return Day(day, in_system_at_start).run();
}

} // namespace switchroom::erlang
