#include "sim/centre/compile_routes.h"

#include "sim/centre/compile_conditions.h"
#include "sim/centre/compile_steps.h"

#include <algorithm>
#include <string>
#include <variant>

#include <fmt/core.h>

namespace switchroom {

namespace {

ChooseGroup to_model(Choose choose)
{
    switch (choose) {
    case Choose::listed:
        return ChooseGroup::listed;
    case Choose::longest_idle:
        return ChooseGroup::longest_idle;
    case Choose::random:
        return ChooseGroup::random;
    }
    return ChooseGroup::listed;
}

/// Offers to the group and, alike, to those of its people who are groups of one.
void offer_group(std::uint32_t group, std::uint32_t keep_idle, CompileContext& context)
{
    std::vector<ModelOffer>& offers = context.model.offers;
    offers.push_back({group, keep_idle});
    for (std::size_t m = 0; m < context.members.size(); ++m)
        if (context.members[m].group == group)
            offers.push_back({static_cast<std::uint32_t>(context.presence.size() + m), keep_idle, true});
}

/// Appends an offer step; only groups that exist in the model are offered to.
void add_offer(const OfferStep& offer, CompileContext& context)
{
    CentreModel& model = context.model;
    ModelStep step;
    step.choose = to_model(offer.choose);
    step.for_s = offer.for_ ? offer.for_->seconds : never_s;
    const std::size_t first = model.offers.size();
    for (const std::string& name : offer.groups) {
        const auto group = context.group_ids.find(name);
        const auto keep = offer.keep_idle.find(name);
        if (group != context.group_ids.end())
            offer_group(group->second,
                        keep == offer.keep_idle.end() ? 0U : static_cast<std::uint32_t>(keep->second),
                        context);
    }
    step.offers = range_from(first, model.offers);
    model.steps.push_back(step);
}

std::uint32_t finish_route(std::size_t first_step, std::string name, CompileContext& context)
{
    CentreModel& model = context.model;
    if (model.steps.size() == first_step)
        model.steps.push_back({.kind = StepKind::turn_away, .offers = {}});
    model.routes.push_back({range_from(first_step, model.steps)});
    model.names.routes.push_back(std::move(name));
    return static_cast<std::uint32_t>(model.routes.size() - 1);
}

/// The groups that the conditions of a step look at where they name none.
std::vector<std::string> groups_looked_at(const std::vector<RouteStep>& steps, std::size_t step)
{
    if (const auto* own = std::get_if<OfferStep>(&steps[step]))
        return own->groups;
    for (const RouteStep& other : steps)
        if (const auto* offer = std::get_if<OfferStep>(&other))
            return offer->groups;
    return {};
}

std::uint32_t add_steps(const std::vector<RouteStep>& steps, std::string name, CompileContext& context)
{
    const std::size_t first = context.model.steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::size_t before = context.model.steps.size();
        if (const auto* offer = std::get_if<OfferStep>(&steps[i]))
            add_offer(*offer, context);
        else if (const auto* bot = std::get_if<BotStep>(&steps[i]))
            add_bot(*bot, fmt::format("{}[{}].bot", name, i), context);
        else if (const auto* voicemail = std::get_if<VoicemailStep>(&steps[i]))
            add_voicemail(*voicemail, fmt::format("{}[{}].voicemail", name, i), context);
        else if (const auto* callback = std::get_if<CallbackStep>(&steps[i]))
            add_callback(*callback, fmt::format("{}[{}].callback", name, i), context);
        if (context.model.steps.size() > before)
            context.model.steps.back().conditions =
                add_conditions(std::visit([](const auto& step) { return step.when; }, steps[i]),
                               groups_looked_at(steps, i), context);
    }
    return finish_route(first, std::move(name), context);
}

std::uint32_t add_default_route(const std::vector<std::uint32_t>& groups, std::string name,
                                CompileContext& context)
{
    CentreModel& model = context.model;
    const std::size_t first_step = model.steps.size();
    if (!groups.empty()) {
        const std::size_t first = model.offers.size();
        for (const std::uint32_t group : groups)
            offer_group(group, 0, context);
        model.steps.push_back({.offers = range_from(first, model.offers)});
    }
    return finish_route(first_step, std::move(name), context);
}

/// The model's number of a route of this name, if one is compiled already: contacts of one route share it.
std::uint32_t compiled_route(const CentreModel& model, const std::string& name)
{
    const auto found = std::find(model.names.routes.begin(), model.names.routes.end(), name);
    return found == model.names.routes.end() ? none
                                             : static_cast<std::uint32_t>(found - model.names.routes.begin());
}

std::uint32_t shared_steps(const std::vector<RouteStep>& steps, const std::string& name,
                           CompileContext& context)
{
    const std::uint32_t known = compiled_route(context.model, name);
    return known != none ? known : add_steps(steps, name, context);
}

std::uint32_t group_in_scenario(const CentreModel& model, std::uint32_t group)
{
    return model.groups[group].member_of == none ? group : model.groups[group].member_of;
}

std::vector<std::uint32_t> groups_offered(const CentreModel& model, std::uint32_t route)
{
    std::vector<std::uint32_t> groups;
    const Range steps = model.routes[route].steps;
    for (std::uint32_t s = steps.first; s < steps.end(); ++s)
        for (std::uint32_t o = model.steps[s].offers.first; o < model.steps[s].offers.end(); ++o)
            groups.push_back(group_in_scenario(model, model.offers[o].group));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

bool names(const std::vector<std::string>& list, const std::string& name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

std::vector<std::uint32_t> skilled_groups(const CentreModel& model, std::uint32_t contact_id)
{
    std::vector<std::uint32_t> groups;
    for (const ModelSkill& skill : model.skills)
        if (skill.contact == contact_id)
            groups.push_back(group_in_scenario(model, skill.group));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

CompiledRoute route_of(const Contact& contact, std::uint32_t contact_id, CompileContext& context)
{
    const auto& routes = context.scenario().routes;
    const std::vector<std::uint32_t> skilled = skilled_groups(context.model, contact_id);
    CompiledRoute result;
    const auto route = std::find_if(routes.begin(), routes.end(),
                                    [&](const Route& r) { return names(r.contacts, contact.name); });
    if (route != routes.end()) {
        const auto number = route - routes.begin();
        if (!route->open.empty())
            result.open = shared_steps(route->open, fmt::format("routes[{}].open", number), context);
        if (!route->closed.empty())
            result.closed = shared_steps(route->closed, fmt::format("routes[{}].closed", number), context);
    }
    const auto is_offer = [](const RouteStep& step) { return std::holds_alternative<OfferStep>(step); };
    if (result.open != none)
        result.needs_people = std::any_of(route->open.begin(), route->open.end(), is_offer);
    else
        result.open = add_default_route(skilled, contact.name, context);
    for (const std::uint32_t group : groups_offered(context.model, result.open))
        if (std::find(skilled.begin(), skilled.end(), group) != skilled.end())
            result.open_groups.push_back(group);
    return result;
}

CompiledRoute route_to_group(std::uint32_t group, CompileContext& context)
{
    CompiledRoute result;
    result.open = add_default_route({group}, context.model.names.groups[group], context);
    result.open_groups = {group};
    return result;
}

std::uint32_t line_of(const Contact& contact, CompileContext& context)
{
    const auto& lines = context.scenario().lines;
    std::uint32_t found = none;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool by_this = lines[i].contacts.empty() ? contact.channel == Channel::voice
                                                       : names(lines[i].contacts, contact.name);
        if (!by_this)
            continue;
        if (found != none)
            context.error(path_of("lines", i),
                          fmt::format("contact \"{}\" already comes by line \"{}\"; a contact has "
                                      "one line",
                                      contact.name, lines[found].name));
        else
            found = static_cast<std::uint32_t>(i);
    }
    return found;
}

} // namespace switchroom
