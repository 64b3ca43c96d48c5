#include "gui/view_models/lever_factors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace switchroom::gui {

namespace {

/// Ratios this near to each other are the same lever at work; the rest is rounding.
constexpr double same_ratio = 0.01;

using Laws = std::map<std::string, DistributionSpec*>;

void add(Laws& laws, const std::string& name, std::optional<TimeVarying<DistributionSpec>>& varying)
{
    if (varying)
        for (std::size_t i = 0; i < varying->steps.size(); ++i)
            laws[name + "/" + std::to_string(i)] = &varying->steps[i].value;
}

/// The laws that a lever moves, by whose they are.
Laws laws_of(Scenario& scenario, Lever lever)
{
    Laws laws;
    for (Contact& contact : scenario.contacts) {
        if (lever == Lever::patience)
            add(laws, contact.name, contact.patience);
        if (lever != Lever::handle_time)
            continue;
        add(laws, contact.name + "/talk", contact.talk);
        add(laws, contact.name + "/handle", contact.handle);
        add(laws, contact.name + "/wrap", contact.wrap_up);
    }
    for (Group& group : scenario.groups)
        for (std::size_t i = 0; lever == Lever::handle_time && group.skills && i < group.skills->size();
             ++i) {
            Skill& skill = (*group.skills)[i];
            const std::string name = group.name + "//" + skill.contact;
            add(laws, name + "/talk", skill.talk);
            add(laws, name + "/handle", skill.handle);
            add(laws, name + "/wrap", skill.wrap_up);
        }
    return laws;
}

/// A length of time by which two laws of one kind compare; none: it cannot be told.
std::optional<double> size_of(const DistributionSpec& law)
{
    if (law.mean && std::isfinite(law.mean->seconds) && law.mean->seconds > 0.0)
        return law.mean->seconds;
    if (law.high && law.high->seconds > 0.0)
        return law.high->seconds;
    return std::nullopt;
}

std::optional<double> ratio_of(const DistributionSpec& law, const DistributionSpec& original)
{
    const auto now = size_of(law);
    const auto then = size_of(original);
    return now && then && law.family == original.family ? std::optional(*now / *then) : std::nullopt;
}

Duration rounded(Duration duration)
{
    const double unit = duration.seconds < 100.0 ? 10.0 : 1.0;
    return std::isfinite(duration.seconds) ? Duration{std::round(duration.seconds * unit) / unit} : duration;
}

void round_times(DistributionSpec& law)
{
    for (auto* time : {&law.mean, &law.low, &law.high, &law.mode, &law.at_most})
        if (*time)
            *time = rounded(**time);
    law.shift = rounded(law.shift);
    for (DistributionSpec& part : law.parts)
        round_times(part);
}

/// What multiplies a contact's rates; 0: it has none of its own.
double volume_of(const Contact& contact)
{
    if (!contact.arrivals || contact.arrivals->split_of)
        return 0.0;
    if (contact.arrivals->log)
        return contact.arrivals->log->scale;
    return contact.arrivals->day_factor[DayKey::every_day].value_or(1.0);
}

const Contact* same_contact(const Scenario& scenario, const std::string& name)
{
    const auto found = std::find_if(scenario.contacts.begin(), scenario.contacts.end(),
                                    [&](const Contact& contact) { return contact.name == name; });
    return found == scenario.contacts.end() ? nullptr : &*found;
}

std::vector<double> ratios_of(Scenario scenario, Scenario original, Lever lever)
{
    std::vector<double> ratios;
    if (lever == Lever::volume) {
        for (const Contact& contact : scenario.contacts) {
            const Contact* before = same_contact(original, contact.name);
            if (const double then = before ? volume_of(*before) : 0.0; then > 0.0 && volume_of(contact) > 0.0)
                ratios.push_back(volume_of(contact) / then);
        }
        return ratios;
    }
    const Laws before = laws_of(original, lever);
    for (const auto& [name, law] : laws_of(scenario, lever))
        if (const auto then = before.find(name); then != before.end())
            if (const auto ratio = ratio_of(*law, *then->second))
                ratios.push_back(*ratio);
    return ratios;
}

double rounded_factor(double factor)
{
    return std::round(factor * 1000.0) / 1000.0;
}

/// Factors without the noise of many multiplications; one that says nothing goes.
void tidy_volume(Contact& contact, const Contact* original)
{
    if (!contact.arrivals || contact.arrivals->split_of)
        return;
    if (contact.arrivals->log) {
        contact.arrivals->log->scale = std::max(0.001, rounded_factor(contact.arrivals->log->scale));
        return;
    }
    auto& factors = contact.arrivals->day_factor;
    for (auto& factor : factors.entries)
        if (factor)
            factor = rounded_factor(*factor);
    auto& every_day = factors[DayKey::every_day];
    const bool was_there =
        original && original->arrivals && original->arrivals->day_factor[DayKey::every_day];
    if (every_day == 1.0 && !was_there)
        every_day.reset();
}

} // namespace

std::optional<double> factor_of(const Scenario& scenario, const Scenario& original, Lever lever)
{
    const std::vector<double> ratios = ratios_of(scenario, original, lever);
    if (ratios.empty())
        return std::nullopt;
    double sum = 0.0;
    for (const double ratio : ratios)
        sum += ratio;
    return sum / static_cast<double>(ratios.size());
}

Scenario at_factor(const Scenario& scenario, const Scenario& original, Lever lever, double factor)
{
    const double now = factor_of(scenario, original, lever).value_or(1.0);
    Scenario moved = varied(scenario, lever, factor / now).scenario;
    if (lever == Lever::volume) {
        for (Contact& contact : moved.contacts)
            tidy_volume(contact, same_contact(original, contact.name));
        return moved;
    }
    Scenario before = original;
    Scenario unmoved = scenario;
    Scenario exact = varied(original, lever, factor).scenario;
    const Laws laws_before = laws_of(before, lever);
    const Laws laws_now = laws_of(unmoved, lever);
    const Laws laws_exact = laws_of(exact, lever);
    for (const auto& [name, law] : laws_of(moved, lever)) {
        const auto then = laws_before.find(name);
        const auto ratio =
            then == laws_before.end() ? std::nullopt : ratio_of(*laws_now.at(name), *then->second);
        if (ratio && std::abs(*ratio / now - 1.0) < same_ratio)
            *law = *laws_exact.at(name);
        if (*law != *laws_now.at(name) && !(ratio && factor == 1.0))
            round_times(*law);
    }
    return moved;
}

} // namespace switchroom::gui
