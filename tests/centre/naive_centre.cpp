#include "tests/centre/naive_centre.h"

#include "tests/centre/naive_state.h"

#include <tuple>

namespace switchroom::test {

namespace {

class NaiveCentre : NaiveState {
public:
    NaiveCentre(const CentreModel& model, ReplicationKey key) : NaiveState(model, key) {}

    std::vector<TraceRow> run()
    {
        prepare();
        while (!events_.empty() && std::get<0>(events_.begin()->first) < m_.end_s)
            work_off_first();
        finish();
        return rows_;
    }

private:
    void prepare()
    {
        for (std::uint32_t g = 0; g < m_.groups.size(); ++g)
            for (std::uint32_t i = 0; i < m_.groups[g].most_agents; ++i)
                agents_.push_back({g, i, false, false, 0});
        open_.resize(m_.contacts.size());
        numbers_.resize(m_.contacts.size());
        unit_times_.resize(m_.contacts.size());
        days_.resize(m_.contacts.size());
        scheduled_.resize(m_.groups.size());
        away_.resize(m_.groups.size());
        last_staffed_.resize(m_.groups.size());
        lines_.resize(m_.lines.size());
        for (std::uint32_t c = 0; c < m_.contacts.size(); ++c)
            set_next_primary(c);
        for (const PeriodChange& change : m_.changes)
            if (change.at_s < m_.end_s)
                set(change.at_s, {What::period, 0, {}});
    }

    void work_off_first()
    {
        const auto [key, event] = *events_.begin();
        now_ = std::get<0>(key);
        events_.erase(events_.begin());
        switch (event.what) {
        case What::period:
            while (!events_.empty() && std::get<0>(events_.begin()->first) == now_ &&
                   events_.begin()->second.what == What::period)
                events_.erase(events_.begin());
            period();
            break;
        case What::agent_done:
            agents_[event.subject].busy = false;
            agent_free(event.subject, true);
            break;
        case What::line_free:
            --lines_[event.subject];
            break;
        case What::step_over:
            next_step(event.call);
            break;
        case What::primary:
            primary(event.subject);
            break;
        case What::redial:
            redial(event.call);
            break;
        case What::impatient:
            forget_events_of(event.call);
            abandon(*event.call);
            waiting_.erase(event.call);
            break;
        }
    }

    void primary(std::uint32_t c)
    {
        const ModelContact& contact = m_.contacts[c];
        NaiveCall call;
        call.row.contact = c;
        call.row.arrived_s = now_;
        if (contact.replay.count > 0) {
            const ReplayedCall& logged = m_.replay[contact.replay.first + numbers_[c]];
            call.row.number = logged.number;
            call.row.date = logged.date;
            call.row.talk_s = logged.handle_s;
            call.row.wrap_up_s = logged.wrap_up_s;
            call.patience_s = logged.patience_s;
        } else {
            call.row.number = numbers_[c];
            call.row.date = m_.days[days_[c]].date;
            draw_times(call);
        }
        ++numbers_[c];
        set_next_primary(c);
        arrive(call);
    }

    void draw_times(NaiveCall& call)
    {
        const ModelContact& contact = m_.contacts[call.row.contact];
        call.row.talk_s = draw(contact.talk, call.row, Purpose::handle, 0.0);
        call.row.wrap_up_s = draw(contact.wrap_up, call.row, Purpose::wrap_up, 0.0);
        call.patience_s = draw(contact.patience, call.row, Purpose::patience, never_s);
    }

    void redial(CallPlace place)
    {
        NaiveCall call;
        call.row = place->row;
        call.row.arrived_s = now_;
        redialling_.erase(place);
        draw_times(call);
        arrive(call);
    }

    void arrive(NaiveCall call)
    {
        const ModelContact& contact = m_.contacts[call.row.contact];
        if (contact.line != none) {
            if (lines_[contact.line] == m_.lines[contact.line].count) {
                end(call, Outcome::blocked);
                maybe_redial(call, contact.redial_after_block);
                return;
            }
            ++lines_[contact.line];
            call.has_line = true;
        }
        if (!enter_route(call) || !find_step(call, nullptr)) {
            end(call, Outcome::turned_away);
            return;
        }
        const std::uint32_t agent = idle_agent_for(call);
        if (agent != none) {
            serve(call, agent);
            return;
        }
        const double u = uniform(stream(call.row.contact), {call.row.number, call.row.date, call.row.attempt},
                                 Purpose::balk);
        if (u < probability_at(m_, contact.balk, now_))
            call.patience_s = 0.0;
        if (call.patience_s <= 0.0) {
            abandon(call);
            return;
        }
        call.order = ++order_;
        call.queue_key_s = now_ - contact.head_start_s;
        call.leaves_at_s = now_ + call.patience_s;
        call.patience_sequence = ++sequence_;
        waiting_.push_back(call);
        set_waiting_events(std::prev(waiting_.end()));
    }

    void set_waiting_events(CallPlace call)
    {
        const ModelStep& step = step_of(*call);
        if (!at_last_step(*call))
            set(now_ + step.for_s, {What::step_over, 0, call});
        set(call->leaves_at_s, {What::impatient, 0, call}, call->patience_sequence);
    }

    void forget_events_of(CallPlace call)
    {
        std::erase_if(events_, [&](const auto& entry) {
            const Event& event = entry.second;
            return (event.what == What::step_over || event.what == What::impatient) && event.call == call;
        });
    }

    void next_step(CallPlace call)
    {
        forget_events_of(call);
        NaiveCall further = *call;
        ++further.step;
        if (!find_step(further, &*call)) {
            set(call->leaves_at_s, {What::impatient, 0, call}, call->patience_sequence);
            return;
        }
        call->step = further.step;
        const std::uint32_t agent = idle_agent_for(*call);
        if (agent == none) {
            set_waiting_events(call);
            return;
        }
        serve(*call, agent);
        waiting_.erase(call);
    }

    void serve(NaiveCall call, std::uint32_t agent)
    {
        NaiveAgent& who = agents_[agent];
        const double pace = 1.0 / skill(who.group, call.row.contact)->speed;
        who.busy = true;
        call.row.talk_s *= pace;
        call.row.wrap_up_s *= pace;
        call.row.group = who.group;
        call.row.agent = who.number;
        call.row.outcome = Outcome::answered;
        call.row.queue_left_s = now_;
        rows_.push_back(call.row);
        set(now_ + (call.row.talk_s + call.row.wrap_up_s), {What::agent_done, agent, {}});
        if (call.has_line)
            set(now_ + call.row.talk_s, {What::line_free, m_.contacts[call.row.contact].line, {}});
    }

    void serve_waiting(CallPlace call, std::uint32_t agent)
    {
        forget_events_of(call);
        serve(*call, agent);
        waiting_.erase(call);
    }

    void agent_free(std::uint32_t agent, bool counts_as_idle)
    {
        NaiveAgent& who = agents_[agent];
        const bool stays = present_in(who.group) <= staffed(who.group);
        who.idle_order = ++order_;
        const CallPlace call = best_call_for(who.group, idle_in(who.group), !stays);
        if (call != waiting_.end() && counts_as_idle)
            serve_waiting(call, agent);
        else
            who.present = stays;
    }

    void end(NaiveCall& call, Outcome outcome)
    {
        if (call.has_line)
            --lines_[m_.contacts[call.row.contact].line];
        call.has_line = false;
        TraceRow row = call.row;
        row.outcome = outcome;
        row.queue_left_s = now_;
        row.talk_s = row.wrap_up_s = 0.0;
        rows_.push_back(row);
    }

    void abandon(NaiveCall call)
    {
        end(call, Outcome::abandoned);
        maybe_redial(call, m_.contacts[call.row.contact].redial_after_abandon);
    }

    void maybe_redial(const NaiveCall& call, Range probability)
    {
        const ModelContact& contact = m_.contacts[call.row.contact];
        const DrawAddress at{call.row.number, call.row.date, call.row.attempt};
        const StreamKey key = stream(call.row.contact);
        if (call.row.attempt >= contact.redial_at_most ||
            !(uniform(key, at, Purpose::redial) < probability_at(m_, probability, now_)))
            return;
        const Distribution* delay = law_at(m_, contact.redial_delay, now_);
        const double at_s = now_ + sample(*delay, uniform(key, at, Purpose::redial_delay));
        if (at_s >= m_.end_s)
            return;
        NaiveCall again;
        again.row.contact = call.row.contact;
        again.row.number = call.row.number;
        again.row.date = call.row.date;
        again.row.attempt = call.row.attempt + 1;
        redialling_.push_back(again);
        set(at_s, {What::redial, 0, std::prev(redialling_.end())});
    }

    void period()
    {
        for (const PeriodChange& change : m_.changes) {
            if (change.at_s != now_)
                continue;
            if (change.kind == ChangeKind::contact_open)
                open_[change.subject] = change.value != 0;
            else if (change.kind == ChangeKind::group_scheduled)
                scheduled_[change.subject] = change.value;
            else
                away_[change.subject] = change.value != 0;
        }
        for (std::uint32_t g = 0; g < m_.groups.size(); ++g)
            if (staffed(g) > 0)
                last_staffed_[g] = staffed(g);
        react();
    }

    void react()
    {
        for (std::uint32_t g = 0; g < m_.groups.size(); ++g)
            bring_to_staffing(g);
        for (const CallPlace call : by_queue()) {
            const ModelContact& contact = m_.contacts[call->row.contact];
            if (call->route == &m_.routes[contact.open_route] && !open_[call->row.contact] &&
                contact.at_closing != Closing::serve)
                leave_closed(call);
        }
        for (const CallPlace call : by_queue())
            if (!able(step_of(*call), call->row.contact) && !at_last_step(*call)) {
                NaiveCall further = *call;
                ++further.step;
                if (!find_step(further, &*call))
                    continue;
                forget_events_of(call);
                call->step = further.step;
                set_waiting_events(call);
            }
        for (std::uint32_t g = 0; g < m_.groups.size(); ++g)
            while (idle_in(g) > 0) {
                const CallPlace call = best_call_for(g, idle_in(g), false);
                if (call == waiting_.end())
                    break;
                serve_waiting(call, longest_idle_in(g));
            }
    }

    void leave_closed(CallPlace place)
    {
        forget_events_of(place);
        NaiveCall elsewhere = *place;
        if (m_.contacts[place->row.contact].at_closing == Closing::closed_route && enter_route(elsewhere) &&
            find_step(elsewhere, &*place)) {
            place->route = elsewhere.route;
            place->step = elsewhere.step;
            set_waiting_events(place);
            return;
        }
        end(*place, Outcome::turned_away);
        waiting_.erase(place);
    }

    void bring_to_staffing(std::uint32_t g)
    {
        for (auto agent = agents_.rbegin(); agent != agents_.rend(); ++agent)
            if (agent->group == g && agent->present && !agent->busy && present_in(g) > staffed(g))
                agent->present = false;
        for (NaiveAgent& agent : agents_)
            if (agent.group == g && !agent.present && present_in(g) < staffed(g)) {
                agent.present = true;
                agent.idle_order = ++order_;
            }
    }

    void finish()
    {
        now_ = m_.end_s;
        std::erase_if(events_, [](const auto& entry) {
            const What what = entry.second.what;
            return what == What::primary || what == What::period;
        });
        if (m_.at_end == AtEnd::drain) {
            for (std::uint32_t g = 0; g < m_.groups.size(); ++g) {
                scheduled_[g] = staffed(g) > 0 ? staffed(g) : last_staffed_[g];
                away_[g] = false;
            }
            react();
            while (!events_.empty())
                work_off_first();
        }
        for (const CallPlace call : by_queue())
            end(*call, Outcome::open_at_end);
    }
};

} // namespace

bool same_row(const TraceRow& a, const TraceRow& b)
{
    const auto all = [](const TraceRow& r) {
        return std::tuple(r.date, r.number, r.copy, r.attempt, r.contact, r.outcome, r.arrived_s,
                          r.queue_left_s, r.talk_s, r.wrap_up_s, r.group, r.agent);
    };
    return all(a) == all(b);
}

std::vector<TraceRow> naive_trace(const CentreModel& model, ReplicationKey key)
{
    return NaiveCentre(model, key).run();
}

} // namespace switchroom::test
