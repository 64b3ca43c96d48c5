#pragma once
/// Compiled centres made by hand, for tests and benchmarks of the engine: one measured day that begins at
/// second 0 unless a test changes it. Not for production, where compile() makes them of scenarios.
///
///   ModelBuilder b(3600.0);
///   const auto calls = b.contact(100.0 / 60, law::exponential(60.0), law::exponential(60.0));
///   const auto desk = b.group(100);
///   b.skill(desk, calls);
///   b.route(calls, {{.groups = {desk}}});
///   const CentreModel model = b.build();

#include "sim/centre/model_index.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace switchroom::test {

class ModelBuilder {
public:
    struct Step {
        std::vector<std::uint32_t> groups;
        double for_s = never_s;
        std::uint32_t keep_idle = 0; ///< of every group of the step
        ChooseGroup choose = ChooseGroup::listed;
        std::optional<ModelConditions> when = std::nullopt;
        std::vector<std::uint32_t> of = {}; ///< groups that `when` looks at; empty: the step's
    };

    CentreModel model;

    explicit ModelBuilder(double end_s)
    {
        model.end_s = end_s;
        model.days.push_back({0.0, end_s, 20000});
    }

    std::uint32_t law(const Distribution& distribution)
    {
        model.distributions.push_back(distribution);
        return static_cast<std::uint32_t>(model.distributions.size() - 1);
    }

    /// A law that holds all day.
    Range always(const Distribution& distribution) { return steps({{0.0, distribution}}); }

    /// Laws that hold from their second on.
    Range steps(const std::vector<std::pair<double, Distribution>>& laws)
    {
        const auto first = static_cast<std::uint32_t>(model.timed_distributions.size());
        for (const auto& [from_s, distribution] : laws)
            model.timed_distributions.push_back({from_s, law(distribution)});
        return {first, static_cast<std::uint32_t>(laws.size())};
    }

    Range probability(double value)
    {
        model.timed_probabilities.push_back({0.0, value});
        return {static_cast<std::uint32_t>(model.timed_probabilities.size() - 1), 1};
    }

    /// A contact without arrivals, open all day.
    std::uint32_t contact()
    {
        const auto id = static_cast<std::uint32_t>(model.contacts.size());
        ModelContact contact;
        contact.stream = hash_name("contact " + std::to_string(id));
        model.contacts.push_back(contact);
        changes_.push_back({model.begin_s, ChangeKind::contact_open, id, 1});
        return id;
    }

    /// Rate from each second on (per second), the last to the end of the day.
    void rates(std::uint32_t contact, const std::vector<std::pair<double, double>>& from_and_rate)
    {
        const auto first = static_cast<std::uint32_t>(model.pieces.size());
        double before = 0.0;
        for (std::size_t i = 0; i < from_and_rate.size(); ++i) {
            const auto [from_s, rate] = from_and_rate[i];
            const double to_s = i + 1 < from_and_rate.size() ? from_and_rate[i + 1].first : model.end_s;
            if (rate <= 0.0)
                continue;
            model.pieces.push_back({from_s, to_s, rate, 0.0, before});
            before += rate * (to_s - from_s);
        }
        model.contacts[contact].day_pieces = {static_cast<std::uint32_t>(model.piece_ranges.size()), 1};
        model.piece_ranges.push_back({first, static_cast<std::uint32_t>(model.pieces.size()) - first});
    }

    std::uint32_t contact(double rate_per_s, const Distribution& talk,
                          const std::optional<Distribution>& patience)
    {
        const std::uint32_t id = contact();
        rates(id, {{model.begin_s, rate_per_s}});
        model.contacts[id].talk = always(talk);
        if (patience)
            model.contacts[id].patience = always(*patience);
        return id;
    }

    /// `agents` of them all day.
    std::uint32_t group(std::uint32_t agents)
    {
        const auto id = static_cast<std::uint32_t>(model.groups.size());
        ModelGroup group;
        group.stream = hash_name("group " + std::to_string(id));
        model.groups.push_back(group);
        staffing(id, model.begin_s, agents);
        return id;
    }

    void staffing(std::uint32_t group, double at_s, std::uint32_t agents)
    {
        changes_.push_back({at_s, ChangeKind::group_scheduled, group, agents});
        model.groups[group].most_agents = std::max(model.groups[group].most_agents, agents);
    }

    void change(const PeriodChange& change) { changes_.push_back(change); }

    ModelSkill& skill(std::uint32_t group, std::uint32_t contact)
    {
        ModelSkill skill;
        skill.group = group;
        skill.contact = contact;
        model.skills.push_back(skill);
        return model.skills.back();
    }

    std::uint32_t add_route(const std::vector<Step>& steps)
    {
        ModelRoute route;
        route.steps.first = static_cast<std::uint32_t>(model.steps.size());
        for (const Step& step : steps) {
            ModelStep compiled;
            compiled.choose = step.choose;
            compiled.for_s = step.for_s;
            compiled.offers.first = static_cast<std::uint32_t>(model.offers.size());
            for (const std::uint32_t group : step.groups)
                model.offers.push_back({group, step.keep_idle});
            compiled.offers.count = static_cast<std::uint32_t>(step.groups.size());
            if (step.when)
                compiled.conditions = add_conditions(*step.when, step.of.empty() ? step.groups : step.of);
            model.steps.push_back(compiled);
        }
        route.steps.count = static_cast<std::uint32_t>(steps.size());
        model.routes.push_back(route);
        return static_cast<std::uint32_t>(model.routes.size() - 1);
    }

    std::uint32_t add_conditions(ModelConditions conditions, const std::vector<std::uint32_t>& groups)
    {
        conditions.groups = {static_cast<std::uint32_t>(model.condition_groups.size()),
                             static_cast<std::uint32_t>(groups.size())};
        model.condition_groups.insert(model.condition_groups.end(), groups.begin(), groups.end());
        model.counts_sides |= conditions.looks_at_wait();
        model.conditions.push_back(conditions);
        return static_cast<std::uint32_t>(model.conditions.size() - 1);
    }

    void route(std::uint32_t contact, const std::vector<Step>& steps)
    {
        model.contacts[contact].open_route = add_route(steps);
    }

    CentreModel build() const
    {
        CentreModel built = model;
        built.changes = changes_;
        std::stable_sort(built.changes.begin(), built.changes.end(),
                         [](const PeriodChange& a, const PeriodChange& b) { return a.at_s < b.at_s; });
        std::sort(built.skills.begin(), built.skills.end(), [](const ModelSkill& a, const ModelSkill& b) {
            return std::pair(a.group, a.contact) < std::pair(b.group, b.contact);
        });
        index_model(built);
        return built;
    }

private:
    std::vector<PeriodChange> changes_;
};

/// M/M/n+M: rate n a minute, mean handle and patience one minute, as the benchmarks use it.
inline CentreModel make_erlang_a(std::uint32_t agents, double end_s)
{
    ModelBuilder b(end_s);
    const std::uint32_t calls = b.contact(agents / 60.0, law::exponential(60.0), law::exponential(60.0));
    const std::uint32_t desk = b.group(agents);
    b.skill(desk, calls);
    b.route(calls, {{.groups = {desk}}});
    b.model.collect_longest_queue = false;
    return b.build();
}

} // namespace switchroom::test
