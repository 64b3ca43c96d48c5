#include "sim/scenario/validate_conditions.h"
#include "sim/scenario/validation.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Checks one list of steps of one route.
class StepsCheck {
public:
    StepsCheck(Validation& v, const Route& route, std::string path, const std::vector<RouteStep>& steps)
        : v_(v), route_(route), path_(std::move(path)), steps_(steps)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const std::string at = join_path(path_, i);
            if (v_.report.broken_itself(at))
                continue;
            const bool last = i + 1 == steps_.size();
            std::visit(
                [&](const auto& step) {
                    check(at, step, last || step.when); // what has conditions may be passed over
                    if (step.when)
                        check_conditions(v_, at + ".when", *step.when, looks_at_people(i));
                },
                steps_[i]);
        }
    }

private:
    /// Conditions of the step find groups to look at without naming them.
    bool looks_at_people(std::size_t step) const
    {
        const auto is_offer = [](const RouteStep& s) { return std::holds_alternative<OfferStep>(s); };
        return is_offer(steps_[step]) || std::any_of(steps_.begin(), steps_.end(), is_offer);
    }

    void check(const std::string& at, const OfferStep& step, bool last)
    {
        if (step.groups.empty() && !v_.report.broken(at + ".offer"))
            v_.error(at + ".offer", "found an empty list, expected at least one group");
        v_.need_groups(at + ".offer", step.groups);
        for (std::size_t i = 0; i < step.groups.size(); ++i) {
            const std::string path = join_path(at + ".offer", i);
            if (std::find(step.groups.begin(), step.groups.begin() + static_cast<std::ptrdiff_t>(i),
                          step.groups[i]) != step.groups.begin() + static_cast<std::ptrdiff_t>(i))
                v_.error(path, "\"{}\" stands twice in this step", step.groups[i]);
            group_has_skills(path, step.groups[i]);
        }
        for (const auto& [group, idle] : step.keep_idle)
            if (std::find(step.groups.begin(), step.groups.end(), group) == step.groups.end())
                v_.error(join_path(at + ".keep_idle", group),
                         "\"{}\" is not offered in this step, expected one of {}", group,
                         listed({step.groups.begin(), step.groups.end()}));
        if (!step.for_ && !last && !v_.report.broken(at + ".for"))
            v_.error(at, "this step has no \"for\", so the steps after it are never reached");
    }

    void group_has_skills(const std::string& path, const std::string& name)
    {
        const Group* group = v_.group(name);
        if (!group)
            return;
        for (const std::string& contact : route_.contacts)
            if (v_.contact(contact) && !v_.can_answer(*group, contact))
                v_.error(path, "\"{}\" is not among the skills of \"{}\"", contact, name);
    }

    void check(const std::string& at, const CallbackStep& step, bool)
    {
        becomes(at + ".callback.becomes", step.becomes, "callback", {Channel::callback, Channel::message});
        validate_windows(v_, at + ".callback.windows", step.windows);
        if (step.within && step.by)
            v_.error(at + ".callback.by", "found \"by\" beside \"within\", expected one of them");
        compare_with_works(at + ".callback.windows", step);
    }

    /// The caller is promised the step's windows; somebody must be there to keep the promise.
    void compare_with_works(const std::string& at, const CallbackStep& step)
    {
        if (step.windows.empty())
            return;
        for (const Group& group : v_.scenario.groups)
            for (const Works& works : group.works) {
                const auto& names = works.contacts;
                if (std::find(names.begin(), names.end(), step.becomes) != names.end() &&
                    works.during != step.windows)
                    v_.warning(
                        at, "callers are promised other windows than those in which \"{}\" works on \"{}\"",
                        group.name, step.becomes);
            }
    }

    void check(const std::string& at, const VoicemailStep& step, bool last)
    {
        becomes(at + ".voicemail.becomes", step.becomes, "voicemail", {Channel::message, Channel::callback});
        if (!last)
            v_.error(at, "a voicemail ends the call, so the steps after it are never reached");
    }

    void check(const std::string& at, const BotStep& step, bool last)
    {
        if (step.hand_off)
            v_.need_contact(at + ".bot.hand_off", *step.hand_off);
        if (step.hand_off && !last)
            v_.error(at, "this bot hands over to \"{}\", so the steps after it are never reached",
                     *step.hand_off);
        if (v_.report.has_place(at + ".bot.talk"))
            validate_law(v_, at + ".bot.talk", step.talk);
    }

    void becomes(const std::string& path, const std::string& name, std::string_view step,
                 std::initializer_list<Channel> channels)
    {
        v_.need_contact(path, name);
        const Contact* contact = v_.contact(name);
        if (contact && std::find(channels.begin(), channels.end(), contact->channel) == channels.end())
            v_.error(path,
                     "\"{}\" has the channel \"{}\", a {} becomes a contact with channel \"{}\" or \"{}\"",
                     name, to_name(contact->channel), step, to_name(*channels.begin()),
                     to_name(*(channels.begin() + 1)));
    }

    Validation& v_;
    const Route& route_;
    std::string path_;
    const std::vector<RouteStep>& steps_;
};

/// Nobody is on the line while a message waits: there is nobody to play steps to.
void route_of_work(Validation& v, const Route& route, const std::string& path, const std::string& contact)
{
    const Contact* found = v.contact(contact);
    if (!found || (found->channel != Channel::message && found->channel != Channel::callback &&
                   found->channel != Channel::outbound))
        return;
    const bool one_offer = route.open.size() == 1 && std::holds_alternative<OfferStep>(route.open.front());
    if ((!route.open.empty() && !one_offer) || !route.closed.empty())
        v.error(path,
                "\"{}\" waits without a caller on the line, expected no route or open = [ {{ offer = [...] "
                "}} ] alone",
                contact);
}

std::string contact_path(const Validation& v, const std::string& route, std::size_t k)
{
    return v.report.has_place(route + ".contacts") ? join_path(route + ".contacts", k) : route + ".contact";
}

} // namespace

void validate_routes(Validation& v)
{
    std::set<std::string_view> routed;
    for (std::size_t i = 0; i < v.scenario.routes.size(); ++i) {
        const Route& route = v.scenario.routes[i];
        const std::string path = join_path("routes", i);
        for (std::size_t k = 0; k < route.contacts.size(); ++k) {
            const std::string at = contact_path(v, path, k);
            v.need_contact(at, route.contacts[k]);
            if (!route.contacts[k].empty() && !routed.insert(route.contacts[k]).second)
                v.error(at, "\"{}\" has a route already, expected one for each contact", route.contacts[k]);
            route_of_work(v, route, at, route.contacts[k]);
            if (v.split_sources.contains(route.contacts[k]))
                v.error(
                    at,
                    "\"{}\" is split into other contacts and not answered itself, expected a route for these",
                    route.contacts[k]);
        }
        StepsCheck(v, route, path + ".open", route.open).run();
        StepsCheck(v, route, path + ".closed", route.closed).run();
    }
}

} // namespace switchroom
