#pragma once
/// Small random centres that use many features at once, for comparing the engine with the naive simulator.

#include "tests/support/model_builder.h"

#include <algorithm>

#include <random>

namespace switchroom::test {

class RandomModel {
public:
    explicit RandomModel(unsigned seed) : random_(seed) {}

    /// Recorded calls whose instants, talk times and patiences are whole seconds of a small range: ties
    /// everywhere.
    CentreModel with_ties()
    {
        ModelBuilder b(600.0);
        add_contacts(b, true);
        finish(b);
        return b.build();
    }

    /// Drawn arrivals of changing rate, laws that change during the day.
    CentreModel drawn()
    {
        ModelBuilder b(1200.0);
        add_contacts(b, false);
        finish(b);
        return b.build();
    }

private:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }

    void add_contacts(ModelBuilder& b, bool replayed)
    {
        contacts_ = 1 + below(3);
        for (std::uint32_t c = 0; c < contacts_; ++c) {
            const std::uint32_t id = b.contact();
            if (replayed)
                add_log(b, id);
            else
                add_law(b, id);
            ModelContact& contact = b.model.contacts[id];
            contact.priority = static_cast<std::int32_t>(1 + below(2));
            contact.predictor.service_s = chance(50) ? 8.0 : 16.0;
            contact.head_start_s = chance(30) ? below(20) : 0;
            contact.at_closing = static_cast<Closing>(below(3));
            if (chance(40))
                contact.balk = b.probability(0.2);
            if (chance(50)) {
                contact.redial_after_abandon = b.probability(0.6);
                contact.redial_after_block = b.probability(0.5);
                contact.redial_delay = b.always(replayed ? law::constant(30.0) : law::exponential(40.0));
                contact.redial_at_most = 1 + below(3);
                if (replayed) {
                    contact.talk = b.always(law::constant(10.0));
                    contact.patience = b.always(law::constant(15.0));
                }
            }
        }
    }

    void add_log(ModelBuilder& b, std::uint32_t id)
    {
        ModelContact& contact = b.model.contacts[id];
        contact.replay.first = static_cast<std::uint32_t>(b.model.replay.size());
        double at_s = 0.0;
        for (std::uint32_t number = 0; at_s < 600.0; ++number) {
            ReplayedCall call;
            call.at_s = at_s;
            call.number = number;
            call.date = 20000;
            call.handle_s = below(25);
            call.wrap_up_s = chance(50) ? below(6) : 0;
            call.patience_s = chance(90) ? below(30) : never_s;
            call.patience_known = true;
            b.model.replay.push_back(call);
            ++contact.replay.count;
            at_s += below(9);
        }
    }

    void add_law(ModelBuilder& b, std::uint32_t id)
    {
        b.rates(id, {{0.0, 0.1}, {300.0, 0.02 * below(10)}, {700.0, 0.2}});
        ModelContact& contact = b.model.contacts[id];
        contact.talk = b.steps({{0.0, law::exponential(12.0)}, {500.0, law::lognormal(15.0, 12.0)}});
        contact.wrap_up = chance(50) ? b.always(law::uniform(1.0, 5.0)) : Range{};
        contact.patience = chance(80) ? b.always(law::exponential(20.0)) : Range{};
    }

    void finish(ModelBuilder& b)
    {
        groups_ = 1 + below(3);
        full_routing_ = chance(40); // the others may be plain enough for the plain machine
        for (std::uint32_t g = 0; g < groups_; ++g)
            add_group(b);
        for (std::uint32_t c = 0; c < contacts_; ++c) {
            b.route(c, random_steps());
            if (chance(50))
                b.model.contacts[c].closed_route = b.add_route(random_steps());
            if (chance(40))
                add_hours(b, c);
        }
        if (chance(40)) {
            b.model.lines.push_back({1 + below(6)});
            for (ModelContact& contact : b.model.contacts)
                contact.line = chance(70) ? 0 : none;
        }
        b.model.at_end = chance(70) ? AtEnd::drain : AtEnd::cut;
        b.model.cells = chance(50) ? 5 : 1;
        b.model.interval_s = b.model.end_s / 5;
    }

    void add_group(ModelBuilder& b)
    {
        const std::uint32_t id = b.group(below(full_routing_ ? 4 : 3));
        b.model.groups[id].next = static_cast<NextCall>(below(4));
        for (double at_s = 60.0; at_s < b.model.end_s && chance(80); at_s += 60.0 * (1 + below(3)))
            b.staffing(id, at_s, below(5));
        if (chance(30)) {
            b.change({120.0, ChangeKind::group_away, id, 1});
            b.change({180.0, ChangeKind::group_away, id, 0});
        }
        for (std::uint32_t c = 0; c < contacts_; ++c) {
            if (!chance(80))
                continue;
            ModelSkill& skill = b.skill(id, c);
            skill.level = static_cast<std::int32_t>(1 + below(2));
            skill.speed = chance(30) ? 2.0 : 1.0;
            skill.weight = 1 + below(3);
        }
    }

    void add_hours(ModelBuilder& b, std::uint32_t contact)
    {
        b.change({200.0, ChangeKind::contact_open, contact, 0});
        b.change({260.0, ChangeKind::contact_open, contact, 1});
        b.change({540.0, ChangeKind::contact_open, contact, 0});
    }

    ModelConditions random_conditions()
    {
        ModelConditions when;
        switch (below(6)) {
        case 0:
            (chance(50) ? when.queue_at_least : when.queue_at_most) = below(4);
            break;
        case 1:
            (chance(50) ? when.per_agent_at_least : when.per_agent_at_most) = 0.5 * below(5);
            break;
        case 2:
            (chance(50) ? when.wait_at_least_s : when.wait_at_most_s) = 4.0 * below(10);
            break;
        case 3:
            (chance(50) ? when.idle_at_least : when.idle_at_most) = below(3);
            break;
        case 4:
            when.queue_at_most = 2.0;
            when.share = 0.5;
            break;
        default:
            when.share = 0.25 * below(5);
        }
        return when;
    }

    std::vector<ModelBuilder::Step> random_steps()
    {
        std::vector<ModelBuilder::Step> steps;
        const std::uint32_t count = 1 + below(3);
        for (std::uint32_t s = 0; s < count; ++s) {
            ModelBuilder::Step step;
            for (std::uint32_t g = 0; g < groups_; ++g)
                if (chance(70))
                    step.groups.push_back((g + s) % groups_);
            std::sort(step.groups.begin(), step.groups.end());
            step.groups.erase(std::unique(step.groups.begin(), step.groups.end()), step.groups.end());
            step.for_s = 1 + below(15);
            step.keep_idle = chance(25) ? 1 : 0;
            if (full_routing_ && chance(50))
                step.when = random_conditions();
            if (chance(30))
                step.of = {below(groups_)};
            steps.push_back(step);
        }
        return steps;
    }

    std::mt19937 random_;
    std::uint32_t contacts_ = 0;
    std::uint32_t groups_ = 0;
    bool full_routing_ = false; ///< conditions of steps, longest queues
};

} // namespace switchroom::test
