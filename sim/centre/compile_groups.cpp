#include "sim/centre/compile_groups.h"

#include "sim/centre/compile_laws.h"
#include "sim/centre/group_presence.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

namespace switchroom {

namespace {

PickAgent to_model(Pick pick)
{
    switch (pick) {
    case Pick::longest_idle:
        return PickAgent::longest_idle;
    case Pick::least_occupied:
        return PickAgent::least_occupied;
    case Pick::random:
        return PickAgent::random;
    }
    return PickAgent::longest_idle;
}

NextCall to_model(Next next)
{
    switch (next) {
    case Next::priority:
        return NextCall::priority;
    case Next::longest_wait:
        return NextCall::longest_wait;
    case Next::weighted_wait:
        return NextCall::weighted_wait;
    }
    return NextCall::priority;
}

std::uint32_t most_scheduled(const Presence& presence)
{
    int most = 0;
    for (const TimedValue<int>& step : presence.scheduled)
        most = std::max(most, step.value);
    return static_cast<std::uint32_t>(most);
}

ModelGroup to_model(const Group& group, const Presence& presence)
{
    ModelGroup result;
    result.stream = hash_name(group.key.value_or(group.name));
    result.pick = to_model(group.pick);
    result.next = to_model(group.next);
    result.leaves_at_once = group.leaves == Leaves::at_once;
    result.in_totals = group.employer == "practice";
    result.absence = group.shrinkage.absence_day.value;
    result.in_day_away = group.shrinkage.in_day.value;
    result.block_s = group.shrinkage.block.seconds;
    result.most_agents = most_scheduled(presence);
    return result;
}

/// A group's own laws where it has some: `handle` is talk without wrap-up.
void add_own_laws(const Skill& skill, const std::string& path, ModelSkill& result, CompileContext& context)
{
    if (skill.talk)
        result.talk = timed_law(*skill.talk, path + ".talk", context);
    if (skill.handle) {
        result.talk = timed_law(*skill.handle, path + ".handle", context);
        result.wrap_up = timed_law(law::constant(0.0), context);
    }
    if (skill.wrap_up)
        result.wrap_up = timed_law(*skill.wrap_up, path + ".wrap_up", context);
}

double weight_of(const Group& group, const std::string& contact)
{
    const auto weight = group.weights.find(contact);
    return weight == group.weights.end() ? 1.0 : weight->second;
}

/// One skill for each contact of the model that this group can serve.
std::vector<ModelSkill> skills_of(std::size_t index, CompileContext& context)
{
    const Group& group = context.scenario().groups[index];
    std::vector<ModelSkill> skills;
    const auto group_id = static_cast<std::uint32_t>(index);
    if (!group.skills) {
        for (const auto& [name, contact] : context.contact_ids)
            skills.push_back({.group = group_id,
                              .contact = contact,
                              .weight = weight_of(group, name),
                              .talk = {},
                              .wrap_up = {}});
        return skills;
    }
    for (std::size_t s = 0; s < group.skills->size(); ++s) {
        const Skill& skill = (*group.skills)[s];
        const auto contact = context.contact_ids.find(skill.contact);
        if (contact == context.contact_ids.end())
            continue;
        ModelSkill result{.group = group_id,
                          .contact = contact->second,
                          .level = skill.level,
                          .speed = skill.speed,
                          .weight = weight_of(group, skill.contact),
                          .talk = {},
                          .wrap_up = {}};
        add_own_laws(skill, path_of("groups", index, fmt::format("skills[{}]", s)), result, context);
        skills.push_back(result);
    }
    return skills;
}

} // namespace

void compile_groups(CompileContext& context)
{
    const auto& groups = context.scenario().groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        context.group_ids.emplace(groups[i].name, static_cast<std::uint32_t>(i));
        context.presence.push_back(presence_of(i, context));
        context.model.groups.push_back(to_model(groups[i], context.presence.back()));
        context.model.names.groups.push_back(groups[i].name);
    }
}

void compile_skills(const std::vector<std::uint32_t>& other_clients, CompileContext& context)
{
    for (std::size_t i = 0; i < context.scenario().groups.size(); ++i) {
        std::vector<ModelSkill> skills = skills_of(i, context);
        if (other_clients[i] != none)
            skills.push_back({.group = static_cast<std::uint32_t>(i),
                              .contact = other_clients[i],
                              .talk = {},
                              .wrap_up = {}});
        std::sort(skills.begin(), skills.end(),
                  [](const ModelSkill& a, const ModelSkill& b) { return a.contact < b.contact; });
        context.model.skills.insert(context.model.skills.end(), skills.begin(), skills.end());
    }
}

} // namespace switchroom
