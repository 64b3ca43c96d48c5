#include "sim/centre/compile_contacts.h"

#include "sim/centre/compile_arrivals.h"
#include "sim/centre/compile_changes.h"
#include "sim/centre/compile_conditions.h"
#include "sim/centre/compile_laws.h"
#include "sim/centre/compile_routes.h"
#include "sim/centre/compile_service.h"
#include "sim/centre/compile_work.h"
#include "sim/centre/group_presence.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/core.h>

namespace switchroom {

namespace {

Closing to_model(AtClosing at_closing)
{
    switch (at_closing) {
    case AtClosing::serve:
        return Closing::serve;
    case AtClosing::closed_route:
        return Closing::closed_route;
    case AtClosing::disconnect:
        return Closing::disconnect;
    }
    return Closing::serve;
}

using OptionalLaw = std::optional<TimeVarying<DistributionSpec>>;

Range timed_law(const OptionalLaw& law, const std::string& path, CompileContext& context)
{
    return law ? switchroom::timed_law(*law, path, context) : Range{};
}

/// Talk and wrap-up, or the total where only that is known.
void compile_times(const OptionalLaw& talk, const OptionalLaw& handle, const OptionalLaw& wrap_up,
                   const std::string& path, ModelContact& contact, CompileContext& context)
{
    contact.talk =
        handle ? timed_law(handle, path + ".handle", context) : timed_law(talk, path + ".talk", context);
    contact.wrap_up = timed_law(wrap_up, path + ".wrap_up", context);
}

void compile_redial(const Redial& redial, const std::string& path, ModelContact& contact,
                    CompileContext& context)
{
    contact.redial_after_abandon = timed_probability(redial.probability, context);
    contact.redial_after_block = timed_probability(redial.after_block, context);
    contact.redial_delay = switchroom::timed_law(redial.delay, path + ".delay", context);
    contact.redial_at_most = static_cast<std::uint32_t>(redial.at_most);
}

void compile_resolution(const Resolution& resolution, const std::string& path, ModelContact& contact,
                        CompileContext& context)
{
    contact.unresolved = timed_contrary(resolution.first_call, context);
    contact.repeat_delay = switchroom::timed_law(resolution.repeat_delay, path + ".repeat_delay", context);
    if (!resolution.repeat_as)
        return;
    const auto id = context.contact_ids.find(*resolution.repeat_as);
    if (id == context.contact_ids.end())
        context.error(path + ".repeat_as", fmt::format("nobody can call as \"{}\", expected a contact "
                                                       "that is served",
                                                       *resolution.repeat_as));
    else
        contact.repeat_as = id->second;
}

void compile_hold(const Hold& hold, bool talk_is_total, const std::string& path, ModelContact& contact,
                  CompileContext& context)
{
    contact.hold = timed_probability(hold.probability, context);
    contact.hold_duration = switchroom::timed_law(hold.duration, path + ".duration", context);
    contact.hold_in_total = talk_is_total;
}

/// When the open route applies: during the hours, while somebody of its groups is there to answer.
Spans open_spans(const Spans& hours, const std::vector<std::uint32_t>& groups, const CompileContext& context)
{
    Spans staffed;
    for (const std::uint32_t group : groups) {
        const Spans there = answering(context.presence[group], context.calendar);
        staffed.insert(staffed.end(), there.begin(), there.end());
    }
    return intersection(hours, normalised(std::move(staffed)));
}

void set_route(const CompiledRoute& route, const Spans& hours, std::uint32_t id, CompileContext& context)
{
    context.model.contacts[id].open_route = route.open;
    context.model.contacts[id].closed_route = route.closed;
    add_open_spans(id, route.needs_people ? open_spans(hours, route.open_groups, context) : hours, context);
}

void compile_contact(std::size_t index, std::uint32_t id, CompileContext& context)
{
    const Contact& source = context.scenario().contacts[index];
    const std::string path = path_of("contacts", index);
    const std::string key = source.key.value_or(source.name);

    ModelContact contact;
    contact.stream = hash_name(key);
    contact.priority = source.priority;
    contact.head_start_s = source.head_start.seconds;
    contact.at_closing = to_model(source.at_closing);
    contact.in_totals = source.channel == Channel::voice;
    compile_times(source.talk, source.handle, source.wrap_up, path, contact, context);
    contact.patience = timed_law(source.patience, path + ".patience", context);
    contact.balk = timed_probability(source.balk, context);
    if (source.redial)
        compile_redial(*source.redial, path + ".redial", contact, context);
    if (source.hold)
        compile_hold(*source.hold, source.handle.has_value(), path + ".hold", contact, context);
    if (source.resolution)
        compile_resolution(*source.resolution, path + ".resolution", contact, context);
    compile_service(source, path, contact, context);
    compile_predictor(source, contact, context);
    if (source.on_abandon)
        compile_missed(*source.on_abandon, path + ".on_abandon", contact, context);
    contact.line = line_of(source, context);
    const ServiceLevelTarget target =
        source.target && source.target->service_level ? *source.target->service_level : ServiceLevelTarget{};
    contact.threshold_s = target.within.seconds;
    contact.short_abandon_s = target.short_abandon.seconds;
    context.model.contacts[id] = contact;

    const Spans hours = context.hours_of(source);
    if (is_work_channel(source.channel)) {
        context.model.contacts[id].open_route = route_of(source, id, context).open;
        compile_work(index, id, context);
    } else {
        set_route(route_of(source, id, context), hours, id, context);
    }
    if (source.arrivals && source.arrivals->split_of)
        compile_split(index, id, context);
    else if (source.arrivals) // without, callers of other contacts call again as this one
        compile_arrivals(*source.arrivals, path + ".arrivals", key, hours, id, context);
    compile_uncertainty(key, id, context);
}

/// The best priority among the contacts that the group serves for this file.
int best_priority(std::uint32_t group, const CompileContext& context)
{
    const CentreModel& model = context.model;
    int best = 1000;
    for (const ModelSkill& skill : model.skills)
        if (skill.group == group && skill.contact < context.contact_ids.size())
            best = std::min(best, model.contacts[skill.contact].priority);
    return best == 1000 ? ModelContact{}.priority : best;
}

/// A vendor's other clients: calls that compete for the same people and belong to no total. Their constant
/// rate holds while the group is there.
void compile_other_clients(std::uint32_t group, std::uint32_t id, CompileContext& context)
{
    const Group& vendor = context.scenario().groups[group];
    const SharedWith& shared = *vendor.shared_with;
    const std::string path = path_of("groups", group, "shared_with");
    const std::string key = shared.key.value_or("other clients of " + vendor.key.value_or(vendor.name));

    ModelContact contact;
    contact.stream = hash_name(key);
    contact.in_totals = false;
    contact.is_ours = false;
    contact.priority = shared.priority.value_or(best_priority(group, context));
    compile_times(shared.talk, shared.handle, shared.wrap_up, path, contact, context);
    contact.patience = timed_law(shared.patience, path + ".patience", context);
    set_means(contact, context);
    context.model.contacts[id] = contact;

    const Spans there = answering(context.presence[group], context.calendar);
    set_route(route_to_group(group, context), context.always(), id, context);
    compile_arrivals(shared.arrivals, path + ".arrivals", key, there, id, context);
}

/// True if contacts of another kind become this one: callers who call again or are passed on, missed calls,
/// escalations.
bool follows_another(const Scenario& scenario, const std::string& name)
{
    return std::any_of(scenario.contacts.begin(), scenario.contacts.end(), [&](const Contact& other) {
        return (other.resolution && other.resolution->repeat_as == name) ||
               (other.misrouted && other.misrouted->to == name) ||
               (other.on_abandon && other.on_abandon->becomes == name) ||
               std::any_of(other.escalate.begin(), other.escalate.end(),
                           [&](const Escalation& tier) { return tier.to == name; });
    });
}

struct ContactAfterStep {
    const std::string* operator()(const OfferStep&) const { return nullptr; }
    const std::string* operator()(const CallbackStep& step) const { return &step.becomes; }
    const std::string* operator()(const VoicemailStep& step) const { return &step.becomes; }
    const std::string* operator()(const BotStep& step) const
    {
        return step.hand_off ? &*step.hand_off : nullptr;
    }
};

/// True if a step of some route turns calls into this contact.
bool follows_step(const Scenario& scenario, const std::string& name)
{
    const auto hands_over = [&](const RouteStep& step) {
        const std::string* next = std::visit(ContactAfterStep{}, step);
        return next && *next == name;
    };
    return std::any_of(scenario.routes.begin(), scenario.routes.end(), [&](const Route& route) {
        return std::any_of(route.open.begin(), route.open.end(), hands_over) ||
               std::any_of(route.closed.begin(), route.closed.end(), hands_over);
    });
}

} // namespace

bool is_served(const Scenario& scenario, std::size_t index)
{
    const Contact& contact = scenario.contacts[index];
    const bool comes =
        contact.arrivals || follows_another(scenario, contact.name) || follows_step(scenario, contact.name);
    if (!comes)
        return false;
    return std::none_of(scenario.contacts.begin(), scenario.contacts.end(), [&](const Contact& other) {
        return other.arrivals && other.arrivals->split_of &&
               other.arrivals->split_of->contact == contact.name;
    });
}

std::vector<std::uint32_t> name_contacts(CompileContext& context)
{
    const Scenario& scenario = context.scenario();
    CentreModel& model = context.model;
    const auto add = [&](std::string name) {
        model.names.contacts.push_back(std::move(name));
        model.contacts.emplace_back();
        return static_cast<std::uint32_t>(model.contacts.size() - 1);
    };
    for (std::size_t i = 0; i < scenario.contacts.size(); ++i)
        if (is_served(scenario, i))
            context.contact_ids.emplace(scenario.contacts[i].name, add(scenario.contacts[i].name));
    std::vector<std::uint32_t> other_clients(scenario.groups.size(), none);
    for (std::size_t g = 0; g < scenario.groups.size(); ++g)
        if (scenario.groups[g].shared_with)
            other_clients[g] = add("other clients of " + scenario.groups[g].name);
    return other_clients;
}

void compile_contacts(const std::vector<std::uint32_t>& other_clients, CompileContext& context)
{
    const auto& contacts = context.scenario().contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i)
        if (const auto id = context.contact_ids.find(contacts[i].name); id != context.contact_ids.end())
            compile_contact(i, id->second, context);
    for (std::uint32_t group = 0; group < other_clients.size(); ++group)
        if (other_clients[group] != none)
            compile_other_clients(group, other_clients[group], context);
}

} // namespace switchroom
