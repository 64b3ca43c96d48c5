#pragma once
/// What the naive simulator knows at one instant, and the questions that it asks by searching all of it. See
/// naive_centre.h.

#include "sim/centre/replication.h"
#include "sim/centre/timed_values.h"
#include "sim/random/call_batch.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace switchroom::test {

struct NaiveCall {
    TraceRow row;
    double patience_s = never_s;
    double queue_key_s = 0.0;
    double leaves_at_s = never_s;
    std::uint64_t order = 0;
    std::uint64_t patience_sequence = 0;
    const ModelRoute* route = nullptr;
    std::uint32_t step = 0; ///< of its route
    bool has_line = false;
};

struct NaiveAgent {
    std::uint32_t group = 0;
    std::uint32_t number = 0;
    bool present = false;
    bool busy = false;
    std::uint64_t idle_order = 0;
};

enum class What { period, agent_done, line_free, step_over, primary, redial, impatient };

struct Event {
    What what = What::period;
    std::uint32_t subject = 0; ///< contact, agent or line
    std::list<NaiveCall>::iterator call;
};

class NaiveState {
protected:
    NaiveState(const CentreModel& model, ReplicationKey key) : m_(model), key_(key) {}

    using EventKey = std::tuple<double, int, std::uint64_t>;
    using CallPlace = std::list<NaiveCall>::iterator;

    static int class_of(What what)
    {
        switch (what) {
        case What::period:
            return 1;
        case What::agent_done:
        case What::line_free:
            return 2;
        case What::step_over:
            return 3;
        case What::primary:
        case What::redial:
            return 4;
        case What::impatient:
            break;
        }
        return 5;
    }

    void set(double at_s, const Event& event, std::uint64_t sequence = 0)
    {
        if (at_s < never_s)
            events_.emplace(EventKey{at_s, class_of(event.what), sequence ? sequence : ++sequence_}, event);
    }

    StreamKey stream(std::uint32_t contact) const
    {
        return make_stream_key(key_.seed, key_.replication, m_.contacts[contact].stream);
    }

    double draw(Range law, const TraceRow& row, Purpose purpose, double missing) const
    {
        const Distribution* d = law_at(m_, law, row.arrived_s);
        return d ? sample(*d, uniform(stream(row.contact), {row.number, row.date, row.attempt}, purpose))
                 : missing;
    }

    /// Instant at which the day's rate has brought `expected` calls; never_s if it brings fewer.
    double instant_of(const ModelContact& contact, std::size_t day, double expected) const
    {
        for (const ArrivalPiece& piece :
             in_range(m_.pieces, m_.piece_ranges[contact.day_pieces.first + day])) {
            const double length_s = piece.to_s - piece.from_s;
            const double brings = (piece.begin_per_s + 0.5 * piece.slope_per_s2 * length_s) * length_s;
            const double y = expected - piece.expected_before;
            if (y >= brings)
                continue;
            if (piece.slope_per_s2 == 0.0)
                return piece.from_s + y / piece.begin_per_s;
            const double root =
                std::sqrt(piece.begin_per_s * piece.begin_per_s + 2.0 * piece.slope_per_s2 * y);
            return piece.from_s + 2.0 * y / (piece.begin_per_s + root);
        }
        return never_s;
    }

    void set_next_primary(std::uint32_t c)
    {
        const ModelContact& contact = m_.contacts[c];
        if (contact.replay.count > 0) {
            if (numbers_[c] < contact.replay.count)
                set(m_.replay[contact.replay.first + numbers_[c]].at_s, {What::primary, c, {}});
            return;
        }
        for (; days_[c] < m_.days.size() && contact.day_pieces.count > 0; ++days_[c]) {
            double gap = uniform(stream(c), {numbers_[c], m_.days[days_[c]].date, 0}, Purpose::arrival_gap);
            unit_exponentials({&gap, 1}, {&gap, 1});
            unit_times_[c] += gap;
            const double at_s = instant_of(contact, days_[c], unit_times_[c]);
            if (at_s < never_s) {
                set(at_s, {What::primary, c, {}});
                return;
            }
            unit_times_[c] = 0.0;
            numbers_[c] = 0;
        }
    }

    const ModelStep& step_of(const NaiveCall& call) const
    {
        return m_.steps[call.route->steps.first + call.step];
    }

    bool at_last_step(const NaiveCall& call) const { return call.step + 1 == call.route->steps.count; }

    const ModelSkill* skill(std::uint32_t group, std::uint32_t contact) const
    {
        for (const ModelSkill& s : m_.skills)
            if (s.group == group && s.contact == contact)
                return &s;
        return nullptr;
    }

    bool able(const ModelStep& step, std::uint32_t contact) const
    {
        for (const ModelOffer& offer : in_range(m_.offers, step.offers))
            if (skill(offer.group, contact) && scheduled_[offer.group] > 0 && !away_[offer.group])
                return true;
        return false;
    }

    void skip_unable(NaiveCall& call) const
    {
        while (!able(step_of(call), call.row.contact) && !at_last_step(call))
            ++call.step;
    }

    bool serves(std::uint32_t group, const NaiveCall& call) const
    {
        bool offered = false;
        for (const ModelOffer& offer : in_range(m_.offers, step_of(call).offers))
            offered |= offer.group == group;
        return offered && skill(group, call.row.contact) != nullptr;
    }

    bool served_by_any(std::span<const std::uint32_t> groups, const NaiveCall& call) const
    {
        return std::any_of(groups.begin(), groups.end(), [&](std::uint32_t g) { return serves(g, call); });
    }

    /// Who waits and is served before a call of this contact that has waited this long, by the first group's
    /// rule.
    bool goes_before(const NaiveCall& other, const NaiveCall& call, double key_s, std::uint64_t order,
                     std::uint32_t group) const
    {
        const int theirs = m_.contacts[other.row.contact].priority;
        const int own = m_.contacts[call.row.contact].priority;
        if (m_.groups[group].next == NextCall::priority && theirs != own)
            return theirs < own;
        return std::tuple(other.queue_key_s, other.order) < std::tuple(key_s, order);
    }

    /// (Calls ahead and this one) × mean service / agents; 0 while somebody is idle.
    double expected_wait(const NaiveCall& call, const NaiveCall* self,
                         std::span<const std::uint32_t> groups) const
    {
        double agents = 0.0;
        for (const std::uint32_t g : groups) {
            agents += staffed(g);
            if (idle_in(g) > 0)
                return 0.0;
        }
        const ModelContact& own = m_.contacts[call.row.contact];
        const double key_s = self ? self->queue_key_s : now_ - own.head_start_s;
        const std::uint64_t order = self ? self->order : order_ + 1;
        double work_s = own.predictor.service_s;
        for (const NaiveCall& other : waiting_)
            if (&other != self && served_by_any(groups, other) &&
                goes_before(other, call, key_s, order, groups[0]))
                work_s += m_.contacts[other.row.contact].predictor.service_s;
        return agents > 0.0 ? work_s / agents : never_s;
    }

    /// What the step's conditions say of this call. `self`: where it stands among those who wait, if it does.
    bool holds(const NaiveCall& call, const NaiveCall* self) const
    {
        const ModelStep& step = step_of(call);
        if (step.conditions == none)
            return true;
        const ModelConditions& c = m_.conditions[step.conditions];
        const auto groups = in_range(m_.condition_groups, c.groups);
        StreamKey key = stream(call.row.contact);
        const bool open = call.route == &m_.routes[m_.contacts[call.row.contact].open_route];
        key.value =
            mix_bits(key.value + hash_name("share") * (2 * std::uint64_t{call.step} + (open ? 1 : 2)));
        const double u =
            uniform(key, {call.row.number, call.row.date, call.row.attempt}, Purpose::routing_choice);
        double of_contact = 0.0, of_groups = 0.0, idle = 0.0, agents = 0.0;
        for (const NaiveCall& other : waiting_) {
            of_contact += &other != self && other.row.contact == call.row.contact;
            of_groups += &other != self && served_by_any(groups, other);
        }
        for (const std::uint32_t g : groups) {
            idle += idle_in(g);
            agents += staffed(g);
        }
        const auto within = [](double value, double least, double most) {
            return value >= least && value <= most;
        };
        const double ratio = agents > 0.0 ? of_groups / agents : never_s;
        return u < c.share && within(of_contact, c.queue_at_least, c.queue_at_most) &&
               within(idle, c.idle_at_least, c.idle_at_most == none ? never_s : c.idle_at_most) &&
               within(ratio, c.per_agent_at_least, c.per_agent_at_most) &&
               within(expected_wait(call, self, groups), c.wait_at_least_s, c.wait_at_most_s);
    }

    /// Goes on from its step to the first that is staffed (or the last) and whose conditions hold. False:
    /// none.
    bool find_step(NaiveCall& call, const NaiveCall* self) const
    {
        skip_unable(call);
        while (!holds(call, self)) {
            if (at_last_step(call))
                return false;
            ++call.step;
            skip_unable(call);
        }
        return true;
    }

    bool enter_route(NaiveCall& call)
    {
        const ModelContact& contact = m_.contacts[call.row.contact];
        for (const bool closed : {false, true}) {
            const std::uint32_t route = closed ? contact.closed_route : contact.open_route;
            if (route == none || (!closed && !open_[call.row.contact]))
                continue;
            call.route = &m_.routes[route];
            bool any = false;
            for (call.step = 0; call.step < call.route->steps.count; ++call.step)
                any |= able(step_of(call), call.row.contact);
            call.step = 0;
            if (any || closed) {
                skip_unable(call);
                return true;
            }
        }
        return false;
    }

    std::uint32_t idle_in(std::uint32_t group) const
    {
        std::uint32_t idle = 0;
        for (const NaiveAgent& agent : agents_)
            idle += agent.group == group && agent.present && !agent.busy;
        return idle;
    }

    std::uint32_t longest_idle_in(std::uint32_t group) const
    {
        std::uint32_t best = none;
        for (std::uint32_t a = 0; a < agents_.size(); ++a)
            if (agents_[a].group == group && agents_[a].present && !agents_[a].busy &&
                (best == none || agents_[a].idle_order < agents_[best].idle_order))
                best = a;
        return best;
    }

    std::uint32_t idle_agent_for(const NaiveCall& call) const
    {
        for (const ModelOffer& offer : in_range(m_.offers, step_of(call).offers))
            if (skill(offer.group, call.row.contact) && idle_in(offer.group) > offer.keep_idle)
                return longest_idle_in(offer.group);
        return none;
    }

    /// Calls of the same contact that wait at the same step.
    double length_of_queue(const NaiveCall& call) const
    {
        double length = 0.0;
        for (const NaiveCall& other : waiting_)
            length +=
                other.row.contact == call.row.contact && other.route == call.route && other.step == call.step;
        return length;
    }

    /// Smaller is served first.
    auto urgency(const NaiveCall& call, std::uint32_t group) const
    {
        const ModelSkill* s = skill(group, call.row.contact);
        const NextCall next = m_.groups[group].next;
        const bool ranked = next == NextCall::priority;
        const double weight = next == NextCall::weighted_wait   ? (now_ - call.queue_key_s) * s->weight
                              : next == NextCall::longest_queue ? length_of_queue(call)
                                                                : 0.0;
        return std::tuple(ranked ? m_.contacts[call.row.contact].priority : 0, ranked ? s->level : 0, -weight,
                          call.queue_key_s, call.order);
    }

    CallPlace best_call_for(std::uint32_t group, std::uint32_t idle_agents, bool closing_only)
    {
        CallPlace best = waiting_.end();
        for (CallPlace call = waiting_.begin(); call != waiting_.end(); ++call) {
            const std::uint32_t c = call->row.contact;
            const bool left_over = call->route == &m_.routes[m_.contacts[c].open_route] && !open_[c];
            bool offered = false;
            for (const ModelOffer& offer : in_range(m_.offers, step_of(*call).offers))
                offered |= offer.group == group && idle_agents > offer.keep_idle;
            if (!skill(group, c) || !offered || (closing_only && !left_over))
                continue;
            if (best == waiting_.end() || urgency(*call, group) < urgency(*best, group))
                best = call;
        }
        return best;
    }

    std::uint32_t present_in(std::uint32_t group) const
    {
        std::uint32_t present = 0;
        for (const NaiveAgent& agent : agents_)
            present += agent.group == group && agent.present;
        return present;
    }

    std::uint32_t staffed(std::uint32_t group) const { return away_[group] ? 0 : scheduled_[group]; }

    /// Who waits, contact by contact, step by step, longest wait first: the order in which a period moves
    /// them.
    std::vector<CallPlace> by_queue()
    {
        std::vector<CallPlace> calls;
        for (CallPlace call = waiting_.begin(); call != waiting_.end(); ++call)
            calls.push_back(call);
        const auto place_in_queues = [&](CallPlace call) {
            const bool closed = call->route != &m_.routes[m_.contacts[call->row.contact].open_route];
            return std::tuple(call->row.contact, closed, call->step, call->queue_key_s, call->order);
        };
        std::sort(calls.begin(), calls.end(),
                  [&](CallPlace a, CallPlace b) { return place_in_queues(a) < place_in_queues(b); });
        return calls;
    }

    const CentreModel& m_;
    ReplicationKey key_;
    double now_ = 0.0;
    std::uint64_t sequence_ = 0;
    std::uint64_t order_ = 0;
    std::map<EventKey, Event> events_;
    std::list<NaiveCall> waiting_;
    std::list<NaiveCall> redialling_;
    std::vector<NaiveAgent> agents_;
    std::vector<char> open_;
    std::vector<std::uint32_t> numbers_; ///< of each contact's next primary call
    std::vector<double> unit_times_;
    std::vector<std::size_t> days_;
    std::vector<std::uint32_t> scheduled_;
    std::vector<char> away_;
    std::vector<std::uint32_t> last_staffed_;
    std::vector<std::uint32_t> lines_;
    std::vector<TraceRow> rows_;
};

} // namespace switchroom::test
