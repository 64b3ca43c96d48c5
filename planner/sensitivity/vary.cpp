#include "planner/sensitivity/vary.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

constexpr double most_away = 0.95;

void scale(std::optional<Duration>& duration, double factor)
{
    if (duration)
        duration->seconds *= factor;
}

bool is_empirical(const DistributionSpec& law)
{
    return law.family == Family::empirical || std::any_of(law.parts.begin(), law.parts.end(), is_empirical);
}

/// The law of factor × X.
DistributionSpec scaled(DistributionSpec law, double factor)
{
    scale(law.mean, factor);
    scale(law.low, factor);
    scale(law.high, factor);
    scale(law.mode, factor);
    scale(law.at_most, factor);
    law.shift.seconds *= factor;
    for (DistributionSpec& part : law.parts)
        part = scaled(std::move(part), factor);
    for (HazardPiece& piece : law.hazard) {
        piece.from.seconds *= factor;
        piece.per_minute /= factor;
    }
    return law;
}

/// Changes one scenario.
class Change {
public:
    Change(Varied& into, double factor) : into_(into), factor_(factor) {}

    void laws(std::optional<TimeVarying<DistributionSpec>>& varying, const std::string& whose)
    {
        if (!varying)
            return;
        for (Step<DistributionSpec>& step : varying->steps)
            law(step.value, whose);
    }

    void volume(Contact& contact)
    {
        if (!contact.arrivals || contact.arrivals->split_of)
            return;
        into_.changes = true;
        Arrivals& arrivals = *contact.arrivals;
        if (arrivals.log) {
            arrivals.log->scale *= factor_;
            return;
        }
        for (auto& entry : arrivals.day_factor.entries)
            if (entry)
                *entry *= factor_;
        if (!arrivals.day_factor[DayKey::every_day]) // days that no other key speaks of count 1
            arrivals.day_factor[DayKey::every_day] = factor_;
    }

    void shrinkage(Group& group)
    {
        for (Probability* share : {&group.shrinkage.absence_day, &group.shrinkage.in_day}) {
            into_.changes = into_.changes || share->value > 0.0;
            share->value = std::min(most_away, share->value * factor_);
        }
    }

    void forecast_error(ForecastError& error)
    {
        into_.changes = error.cv > 0.0 || error.bias != 0.0;
        error.cv *= factor_;
        error.bias *= factor_;
    }

private:
    void law(DistributionSpec& spec, const std::string& whose)
    {
        if (is_empirical(spec)) {
            into_.notes.push_back(
                fmt::format("{} follows a file of recorded times, which is not scaled.", whose));
            return;
        }
        into_.changes = true;
        spec = scaled(std::move(spec), factor_);
    }

    Varied& into_;
    double factor_;
};

void vary_handle(Scenario& scenario, Change& change)
{
    for (Contact& contact : scenario.contacts)
        for (auto* laws : {&contact.talk, &contact.handle, &contact.wrap_up})
            change.laws(*laws, "The handle time of " + contact.name);
    for (Group& group : scenario.groups)
        if (group.skills)
            for (Skill& skill : *group.skills)
                for (auto* laws : {&skill.talk, &skill.handle, &skill.wrap_up})
                    change.laws(*laws, "The handle time of " + group.name);
}

} // namespace

std::string_view to_text(Lever lever)
{
    constexpr std::array<std::string_view, all_levers.size()> names{"volume", "handle time", "patience",
                                                                    "shrinkage", "forecast error"};
    return names[static_cast<std::size_t>(lever)];
}

Varied varied(const Scenario& scenario, Lever lever, double factor)
{
    Varied result{.scenario = scenario, .changes = false, .notes = {}};
    Change change(result, factor);
    switch (lever) {
    case Lever::volume:
        for (Contact& contact : result.scenario.contacts)
            change.volume(contact);
        break;
    case Lever::handle_time:
        vary_handle(result.scenario, change);
        break;
    case Lever::patience:
        for (Contact& contact : result.scenario.contacts)
            change.laws(contact.patience, "The patience of " + contact.name);
        break;
    case Lever::shrinkage:
        for (Group& group : result.scenario.groups)
            change.shrinkage(group);
        break;
    case Lever::forecast_error:
        if (result.scenario.uncertainty && result.scenario.uncertainty->forecast_error)
            change.forecast_error(*result.scenario.uncertainty->forecast_error);
        break;
    }
    return result;
}

} // namespace switchroom
