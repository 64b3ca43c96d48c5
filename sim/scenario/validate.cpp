#include "sim/scenario/validate.h"

#include "sim/scenario/validation.h"

#include <algorithm>

namespace switchroom {

namespace {

template <class T>
std::vector<std::string_view> names_of(const std::vector<T>& things)
{
    std::vector<std::string_view> names;
    for (const T& thing : things)
        names.push_back(thing.name);
    return names;
}

template <class T>
void no_duplicates(Validation& v, const std::string& list, const std::vector<T>& things,
                   std::string_view what)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const std::string path = join_path(list, i) + ".name";
        if (!things[i].name.empty() && !seen.insert(things[i].name).second)
            v.error(path, "there is another {} called \"{}\", expected a name of its own", what,
                    things[i].name);
    }
}

/// Two streams with one key would draw the same random numbers.
template <class T>
void no_duplicate_keys(Validation& v, const std::string& list, const std::vector<T>& things)
{
    std::set<std::string_view> names, keys;
    for (const T& thing : things)
        names.insert(thing.name);
    for (std::size_t i = 0; i < things.size(); ++i) {
        const auto& key = things[i].key;
        if (!key || *key == things[i].name)
            continue;
        if (names.contains(*key) || !keys.insert(*key).second)
            v.error(join_path(list, i) + ".key", "the key \"{}\" is already taken, expected one of its own",
                    *key);
    }
}

struct CreatedBy {
    std::set<std::string_view>& created;
    void operator()(const OfferStep&) const {}
    void operator()(const CallbackStep& step) const { created.insert(step.becomes); }
    void operator()(const VoicemailStep& step) const { created.insert(step.becomes); }
    void operator()(const BotStep& step) const
    {
        if (step.hand_off)
            created.insert(*step.hand_off);
    }
};

std::set<std::string_view> created_contacts(const Scenario& s)
{
    std::set<std::string_view> created;
    for (const Route& route : s.routes)
        for (const auto* steps : {&route.open, &route.closed})
            for (const RouteStep& step : *steps)
                std::visit(CreatedBy{created}, step);
    for (const Contact& contact : s.contacts) {
        if (contact.misrouted)
            created.insert(contact.misrouted->to);
        if (contact.resolution && contact.resolution->repeat_as)
            created.insert(*contact.resolution->repeat_as);
        if (contact.on_abandon)
            created.insert(contact.on_abandon->becomes);
        for (const Escalation& escalation : contact.escalate)
            created.insert(escalation.to);
        if (contact.arrivals && contact.arrivals->split_of && contact.arrivals->split_of->otherwise)
            created.insert(*contact.arrivals->split_of->otherwise);
    }
    return created;
}

} // namespace

Validation::Validation(const Scenario& s, Reporter& r)
    : scenario(s), report(r), contacts(names_of(s.contacts)), groups(names_of(s.groups)),
      profiles(names_of(s.profiles)), segments(names_of(s.segments)), created(created_contacts(s))
{
    for (const Contact& c : s.contacts)
        if (c.arrivals && c.arrivals->split_of)
            split_sources.insert(c.arrivals->split_of->contact);
}

void Validation::need(const std::string& path, std::string_view name,
                      const std::vector<std::string_view>& known, std::string_view what)
{
    if (report.broken(path) || name.empty() || std::find(known.begin(), known.end(), name) != known.end())
        return;
    std::string hint = did_you_mean(name, known);
    if (hint.empty() && !known.empty())
        hint = ", expected " + listed(known);
    else if (known.empty())
        hint = fmt::format(", the file has no {}s", what);
    error(path, "there is no {} called \"{}\"{}", what, name, hint);
}

void Validation::need_contacts(const std::string& path, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        need_contact(join_path(path, i), names[i]);
}

void Validation::need_groups(const std::string& path, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        need_group(join_path(path, i), names[i]);
}

void Validation::missing(const std::string& parent, std::initializer_list<std::string_view> keys,
                         std::string message)
{
    for (std::string_view key : keys)
        if (report.broken(join_path(parent, key)))
            return;
    report.error(parent, std::move(message));
}

const Contact* Validation::contact(std::string_view name) const
{
    const auto found = std::find(contacts.begin(), contacts.end(), name);
    return found == contacts.end() ? nullptr
                                   : &scenario.contacts[static_cast<std::size_t>(found - contacts.begin())];
}

const Group* Validation::group(std::string_view name) const
{
    const auto found = std::find(groups.begin(), groups.end(), name);
    return found == groups.end() ? nullptr
                                 : &scenario.groups[static_cast<std::size_t>(found - groups.begin())];
}

const Route* Validation::route_of(std::string_view name) const
{
    for (const Route& route : scenario.routes)
        if (std::find(route.contacts.begin(), route.contacts.end(), name) != route.contacts.end())
            return &route;
    return nullptr;
}

bool Validation::can_answer(const Group& g, std::string_view name) const
{
    const auto speaks_of = [&](const std::vector<Skill>& skills) {
        return std::any_of(skills.begin(), skills.end(),
                           [&](const Skill& skill) { return skill.contact == name; });
    };
    return !g.skills || speaks_of(*g.skills) ||
           std::any_of(g.individuals.begin(), g.individuals.end(),
                       [&](const Individual& person) { return person.skills && speaks_of(*person.skills); });
}

void need_one_of(Validation& v, const std::string& path, std::initializer_list<Given> keys, bool optional,
                 std::string_view why)
{
    std::vector<std::string_view> names, present;
    bool broken = false;
    for (const Given& given : keys) {
        names.push_back(given.key);
        if (given.present)
            present.push_back(given.key);
        broken = broken || v.report.broken(join_path(path, given.key));
    }
    if (broken || present.size() == 1 || (present.empty() && optional))
        return;
    if (present.empty())
        return v.error(path, "found none of {}, expected one of them: {}", listed(names), why);
    v.error(join_path(path, present[1]), "found \"{}\" beside \"{}\", expected one of them", present[1],
            present[0]);
}

void validate_windows(Validation& v, const std::string& path, const std::vector<ClockWindow>& windows)
{
    if (v.report.broken(path))
        return;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        const ClockWindow& before = windows[i - 1];
        const bool wraps = before.end <= before.start;
        if (windows[i].start < before.start)
            v.error(join_path(path, i), "the window {} begins before {}, expected windows in rising order",
                    window_literal(windows[i]), window_literal(before));
        else if (wraps || windows[i].start < before.end)
            v.error(join_path(path, i), "the window {} overlaps {}", window_literal(windows[i]),
                    window_literal(before));
    }
}

void validate_windows(Validation& v, const std::string& path, const WeekWindows& windows)
{
    for (std::size_t day = 0; day < day_key_count; ++day)
        if (windows.entries[day])
            validate_windows(v, join_path(path, to_name(static_cast<DayKey>(day))), *windows.entries[day]);
}

void validate(const Scenario& scenario, Reporter& report)
{
    Validation v(scenario, report);
    no_duplicates(v, "contacts", scenario.contacts, "contact");
    no_duplicates(v, "groups", scenario.groups, "group");
    no_duplicates(v, "profiles", scenario.profiles, "profile");
    no_duplicates(v, "segments", scenario.segments, "segment");
    no_duplicates(v, "lines", scenario.lines, "line");
    no_duplicate_keys(v, "contacts", scenario.contacts);
    no_duplicate_keys(v, "groups", scenario.groups);
    validate_time(v);
    validate_contacts(v);
    validate_shared_streams(v);
    validate_uncertainty(v);
    validate_experience(v);
    validate_groups(v);
    validate_routes(v);
    validate_contracts(v);
    validate_results(v);
}

} // namespace switchroom
