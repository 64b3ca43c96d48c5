#include "sim/centre/compile_groups.h"

#include "sim/centre/compile_laws.h"
#include "sim/centre/group_presence.h"

#include <algorithm>
#include <optional>
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
    case Next::longest_queue:
        return NextCall::longest_queue;
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
    result.tone = group.tone.value;
    if (group.learning)
        result.learning = {group.learning->start, group.learning->half_life_calls,
                           group.learning->experienced.value};
    if (group.adherence)
        result.start_sd_s = group.adherence->start_sd.seconds;
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

/// One skill for each contact of the model that is in the list; every contact without a list.
std::vector<ModelSkill> skills_of(const Group& group, const std::optional<std::vector<Skill>>& list,
                                  const std::string& path, double speed, CompileContext& context)
{
    std::vector<ModelSkill> skills;
    if (!list) {
        for (const auto& [name, contact] : context.contact_ids)
            skills.push_back({.contact = contact,
                              .speed = speed,
                              .weight = weight_of(group, name),
                              .talk = {},
                              .wrap_up = {}});
        return skills;
    }
    for (std::size_t s = 0; s < list->size(); ++s) {
        const Skill& skill = (*list)[s];
        const auto contact = context.contact_ids.find(skill.contact);
        if (contact == context.contact_ids.end())
            continue;
        ModelSkill result{.contact = contact->second,
                          .level = skill.level,
                          .speed = speed * skill.speed,
                          .weight = weight_of(group, skill.contact),
                          .talk = {},
                          .wrap_up = {}};
        add_own_laws(skill, fmt::format("{}.skills[{}]", path, s), result, context);
        skills.push_back(result);
    }
    return skills;
}

void append_skills(std::vector<ModelSkill> skills, std::uint32_t group, std::uint32_t other_clients,
                   CompileContext& context)
{
    if (other_clients != none)
        skills.push_back({.contact = other_clients, .talk = {}, .wrap_up = {}});
    std::sort(skills.begin(), skills.end(),
              [](const ModelSkill& a, const ModelSkill& b) { return a.contact < b.contact; });
    for (ModelSkill& skill : skills) {
        skill.group = group;
        context.model.skills.push_back(skill);
    }
}

/// People whose speed or skills are their own become groups of one.
void add_members(std::size_t index, CompileContext& context)
{
    const Group& group = context.scenario().groups[index];
    for (std::size_t i = 0; i < group.individuals.size(); ++i) {
        const Individual& person = group.individuals[i];
        if (!person.skills && person.speed == 1.0)
            continue;
        ModelGroup member = context.model.groups[index];
        member.stream = hash_name(group.key.value_or(group.name) + " / " + person.name);
        member.most_agents = 1;
        member.member_of = static_cast<std::uint32_t>(index);
        context.model.groups.push_back(member);
        context.members.push_back(
            {static_cast<std::uint32_t>(index), i, person_scheduled(group, i, context)});
    }
}

} // namespace

void compile_groups(CompileContext& context)
{
    const auto& groups = context.scenario().groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        context.group_ids.emplace(groups[i].name, static_cast<std::uint32_t>(i));
        context.presence.push_back(groups[i].floats ? Presence{} : presence_of(i, context));
        context.model.names.groups.push_back(groups[i].name);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].floats)
            context.presence[i] = floating(*groups[i].floats, i, context);
        context.model.groups.push_back(to_model(groups[i], context.presence[i]));
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        add_members(i, context);
}

void compile_skills(const std::vector<std::uint32_t>& other_clients, CompileContext& context)
{
    const auto& groups = context.scenario().groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        append_skills(skills_of(groups[i], groups[i].skills, path_of("groups", i), 1.0, context),
                      static_cast<std::uint32_t>(i), other_clients[i], context);
    for (std::size_t m = 0; m < context.members.size(); ++m) {
        const Member& member = context.members[m];
        const Group& group = groups[member.group];
        const Individual& person = group.individuals[member.person];
        const std::string at = person.skills ? fmt::format("individuals[{}]", member.person) : "";
        append_skills(
            skills_of(group, person.skills ? person.skills : group.skills,
                      person.skills ? path_of("groups", member.group, at) : path_of("groups", member.group),
                      person.speed, context),
            static_cast<std::uint32_t>(groups.size() + m), other_clients[member.group], context);
    }
}

} // namespace switchroom
