#include "sim/scenario/summary.h"

#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/typical_week.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace switchroom {

namespace {

constexpr std::size_t days_of_week = 7;

/// "mon-fri 168, sat 42": neighbours with the same figure are taken together, days with 0 left out.
std::string by_day(const WeekFigures& figures)
{
    std::string text;
    for (std::size_t day = 0; day < days_of_week;) {
        std::size_t end = day + 1;
        while (end < days_of_week && std::abs(figures[end] - figures[day]) < 1e-9)
            ++end;
        if (figures[day] > 0.0) {
            const auto& names = EnumNames<DayKey>::names;
            const std::string days =
                end - day == 1 ? std::string(names[day]) : fmt::format("{}-{}", names[day], names[end - 1]);
            text += fmt::format("{}{} {:.4g}", text.empty() ? "" : ", ", days, figures[day]);
        }
        day = end;
    }
    return text.empty() ? "none" : text;
}

std::string rounded(Duration duration)
{
    const double s = duration.seconds;
    return std::isinf(s) ? "for ever"
                         : to_text(seconds(s < 10.0 ? std::round(s * 10.0) / 10.0 : std::round(s)));
}

double sum(const WeekFigures& figures)
{
    return std::accumulate(figures.begin(), figures.end(), 0.0);
}

std::string arrivals_words(const Scenario& scenario, const Contact& contact)
{
    if (!contact.arrivals)
        return "created by others";
    if (contact.arrivals->log)
        return fmt::format(
            "replayed from {}{}", contact.arrivals->log->file,
            contact.arrivals->log->scale == 1.0 ? "" : fmt::format(" × {}", contact.arrivals->log->scale));
    const auto figures = contacts_per_day(scenario, contact);
    if (!figures)
        return "as its file says";
    const bool attempts = contact.arrivals->counts == ProfileCounts::attempts;
    return fmt::format("{} a day: {}", attempts ? "attempts" : "first calls", by_day(*figures));
}

std::string contact_words(const Scenario& scenario, const Contact& contact)
{
    std::string text = fmt::format("  {} ({}, priority {}): {}", contact.name, to_name(contact.channel),
                                   contact.priority, arrivals_words(scenario, contact));
    if (const auto handle = mean_handle_time(contact))
        text += "; handle time " + rounded(*handle);
    if (contact.patience && contact.patience->is_constant())
        if (const auto patience = mean_of(contact.patience->steps[0].value))
            text += "; patience " + rounded(*patience);
    return text + "\n";
}

std::string staffing_words(const Scenario& scenario, const Group& group)
{
    const auto hours = agent_hours_per_day(scenario, group);
    if (!hours)
        return group.agents->log ? "rebuilt from " + group.agents->log->file
                                 : "as " + *group.agents->file + " says";
    return fmt::format("agent hours a day: {}", by_day(*hours));
}

std::string skills_words(const Group& group)
{
    if (!group.skills)
        return "every contact";
    std::string text;
    for (const Skill& skill : *group.skills)
        text += (text.empty() ? "" : ", ") + skill.contact;
    return text;
}

std::string group_words(const Scenario& scenario, const Group& group)
{
    return fmt::format("  {} ({}): {}; answers {}{}\n", group.name, group.employer,
                       staffing_words(scenario, group), skills_words(group),
                       group.shared_with ? "; shared with other clients" : "");
}

struct StepWords {
    std::string operator()(const OfferStep& step) const
    {
        std::string text;
        for (const std::string& group : step.groups)
            text += (text.empty() ? "" : " or ") + group;
        return text + (step.for_ ? " for " + to_text(*step.for_) : "");
    }
    std::string operator()(const CallbackStep& step) const { return "callback as " + step.becomes; }
    std::string operator()(const VoicemailStep& step) const { return "voicemail as " + step.becomes; }
    std::string operator()(const BotStep& step) const
    {
        return step.hand_off ? "bot, the rest as " + *step.hand_off : std::string("bot");
    }
};

std::string steps_words(const std::vector<RouteStep>& steps, std::string_view otherwise)
{
    std::string text;
    for (const RouteStep& step : steps)
        text += (text.empty() ? "" : ", then ") + std::visit(StepWords{}, step) +
                (std::visit([](const auto& s) { return s.when.has_value(); }, step) ? " (sometimes)" : "");
    return text.empty() ? std::string(otherwise) : text;
}

std::string route_words(const Route& route)
{
    std::string names;
    for (const std::string& contact : route.contacts)
        names += (names.empty() ? "" : ", ") + contact;
    return fmt::format("  {}: {}\n    closed: {}\n", names,
                       steps_words(route.open, "every group that can answer, in the order of the file"),
                       steps_words(route.closed, "turned away"));
}

/// Work of people against hours of people, over the week; redials and absences are left out on both sides.
std::string load_words(const Scenario& scenario)
{
    double work_h = 0.0, staff_h = 0.0;
    for (const Contact& contact : scenario.contacts) {
        const auto figures = contacts_per_day(scenario, contact);
        const auto handle = mean_handle_time(contact);
        if (figures && handle)
            work_h += sum(*figures) * handle->seconds / 3600.0;
    }
    for (const Group& group : scenario.groups) {
        const auto hours = agent_hours_per_day(scenario, group);
        if (group.shared_with || !hours)
            return {};
        staff_h += sum(*hours);
    }
    if (work_h == 0.0 || staff_h == 0.0)
        return {};
    return fmt::format(
        "work: {:.0f} hours a week of first calls for {:.0f} agent hours ({:.0f} % busy, before redials "
        "and absences)\n",
        work_h, staff_h, 100.0 * work_h / staff_h);
}

std::string hours_words(const Scenario& scenario)
{
    if (!scenario.hours || scenario.hours->open.empty())
        return "always open";
    WeekFigures hours = open_seconds(scenario.hours);
    for (double& figure : hours)
        figure /= 3600.0;
    return "open hours a day: " + by_day(hours);
}

} // namespace

std::string summary_text(const ScenarioDocument& document)
{
    const Scenario& s = document.scenario;
    std::string text = fmt::format("{}: {}\n", document.file, s.name);
    text += fmt::format("{} days from {} ({}), {}\n", s.time.days, to_text(s.time.start), s.timezone,
                        hours_words(s));
    text += "contacts\n";
    for (const Contact& contact : s.contacts)
        text += contact_words(s, contact);
    text += "groups\n";
    for (const Group& group : s.groups)
        text += group_words(s, group);
    if (!s.routes.empty())
        text += "routes\n";
    for (const Route& route : s.routes)
        text += route_words(route);
    return text + load_words(s);
}

} // namespace switchroom
