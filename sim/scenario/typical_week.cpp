#include "sim/scenario/typical_week.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

std::chrono::weekday weekday(std::size_t day)
{
    return std::chrono::weekday(static_cast<unsigned>((day + 1) % 7));
}

/// ∫ steps over a day in value-hours; `linear` joins the steps by lines, the last one holds to midnight.
double day_integral(const DaySteps<double>& steps, bool linear)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size();
        const int until = last ? 86400 : steps[i + 1].from.second_of_day;
        const double end_value = linear && !last ? steps[i + 1].value : steps[i].value;
        sum += 0.5 * (steps[i].value + end_value) * (until - steps[i].from.second_of_day) / 3600.0;
    }
    return sum;
}

template <class T>
WeekFigures week_integral(const WeekSteps<T>& week, bool linear)
{
    WeekFigures figures{};
    for (std::size_t day = 0; day < 7; ++day)
        if (const auto* steps = week.on(weekday(day))) {
            DaySteps<double> values;
            for (const auto& step : *steps)
                values.push_back({step.from, static_cast<double>(step.value)});
            figures[day] = day_integral(values, linear);
        }
    return figures;
}

void scale(WeekFigures& figures, const ByDay<double>& factors)
{
    for (std::size_t day = 0; day < 7; ++day)
        if (const double* factor = factors.on(weekday(day)))
            figures[day] *= *factor;
}

WeekFigures times(WeekFigures figures, double factor)
{
    for (double& figure : figures)
        figure *= factor;
    return figures;
}

/// A rate that varies over the day counts only while open; its average over the day stands for it here.
WeekFigures at_constant_rate(const TimeVarying<double>& rate, const WeekFigures& open_s)
{
    double mean = 0.0;
    for (std::size_t i = 0; i < rate.steps.size(); ++i) {
        const bool last = i + 1 == rate.steps.size();
        const int until =
            last ? 86400 + rate.steps[0].from.second_of_day : rate.steps[i + 1].from.second_of_day;
        mean += rate.steps[i].value * (until - rate.steps[i].from.second_of_day) / 86400.0;
    }
    return times(open_s, mean / 3600.0);
}

std::optional<WeekFigures> of_profile(const Profile& profile, ProfileShape shape)
{
    if (profile.file)
        return std::nullopt;
    return week_integral(profile.per_hour, shape == ProfileShape::linear);
}

std::optional<WeekFigures> of_share(const Scenario& scenario, const ShareOf& share)
{
    for (const NamedProfile& named : scenario.profiles)
        if (named.name == share.profile) {
            auto figures = of_profile(named.profile, named.shape);
            if (figures) {
                scale(*figures, named.day_factor);
                *figures = times(*figures, share.share.value);
            }
            return figures;
        }
    return std::nullopt;
}

/// The part of a split stream that belongs to the contact, before recognition.
double split_part(const Scenario& scenario, const SplitOf& split)
{
    if (split.share)
        return split.share->value;
    double others = 0.0;
    for (const Contact& other : scenario.contacts)
        if (other.arrivals && other.arrivals->split_of &&
            other.arrivals->split_of->contact == split.contact && other.arrivals->split_of->share)
            others += other.arrivals->split_of->share->value;
    return std::max(0.0, 1.0 - others);
}

std::optional<WeekFigures> of_split(const Scenario& scenario, const SplitOf& split)
{
    for (const Contact& source : scenario.contacts)
        if (source.name == split.contact)
            if (const auto figures = contacts_per_day(scenario, source))
                return times(*figures, split_part(scenario, split));
    return std::nullopt;
}

/// ∫ P(X > t) dt of a piecewise-constant hazard.
double hazard_mean_s(const std::vector<HazardPiece>& pieces)
{
    double surviving = 1.0, mean = 0.0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const double per_s = pieces[i].per_minute / 60.0;
        const bool last = i + 1 == pieces.size();
        const double length = last ? INFINITY : pieces[i + 1].from.seconds - pieces[i].from.seconds;
        const double kept = per_s > 0.0 ? std::exp(-per_s * length) : 1.0;
        mean += per_s > 0.0 ? surviving * (1.0 - kept) / per_s : surviving * length;
        surviving *= kept;
    }
    return mean;
}

std::optional<double> family_mean_s(const DistributionSpec& law)
{
    if (law.family == Family::hazard)
        return hazard_mean_s(law.hazard);
    if (law.family == Family::mixture) {
        double sum = 0.0, weights = 0.0;
        for (std::size_t i = 0; i < law.parts.size(); ++i) {
            const auto part = mean_of(law.parts[i]);
            if (!part)
                return std::nullopt;
            sum += law.weights[i] * part->seconds;
            weights += law.weights[i];
        }
        return sum / weights;
    }
    if (law.mean)
        return law.mean->seconds;
    if (!law.low || !law.high)
        return std::nullopt;
    const double middle = 0.5 * (law.low->seconds + law.high->seconds);
    if (law.family == Family::uniform)
        return middle;
    return (law.low->seconds + law.high->seconds + (law.mode ? law.mode->seconds : middle)) / 3.0;
}

std::optional<Duration> constant_mean(const std::optional<TimeVarying<DistributionSpec>>& law)
{
    if (!law || !law->is_constant())
        return std::nullopt;
    return mean_of(law->steps[0].value);
}

} // namespace

WeekFigures open_seconds(const WeekWindows& windows)
{
    WeekFigures open{};
    for (std::size_t day = 0; day < 7; ++day)
        if (const auto* today = windows.on(weekday(day)))
            for (const ClockWindow& window : *today) {
                const int length = window.end.second_of_day - window.start.second_of_day;
                open[day] += length > 0 ? length : length + 86400;
            }
    return open;
}

WeekFigures open_seconds(const std::optional<Hours>& hours)
{
    if (hours && !hours->open.empty())
        return open_seconds(hours->open);
    WeekFigures always;
    always.fill(86400.0);
    return always;
}

std::optional<WeekFigures> contacts_per_day(const Scenario& scenario, const Contact& contact)
{
    if (!contact.arrivals)
        return std::nullopt;
    const Arrivals& arrivals = *contact.arrivals;
    std::optional<WeekFigures> figures;
    if (arrivals.rate_per_hour)
        figures = at_constant_rate(*arrivals.rate_per_hour, contact.hours ? open_seconds(*contact.hours)
                                                                          : open_seconds(scenario.hours));
    else if (arrivals.profile)
        figures = of_profile(*arrivals.profile, arrivals.shape);
    else if (arrivals.share_of)
        figures = of_share(scenario, *arrivals.share_of);
    else if (arrivals.split_of)
        figures = of_split(scenario, *arrivals.split_of);
    if (figures)
        scale(*figures, arrivals.day_factor);
    return figures;
}

std::optional<WeekFigures> agent_hours_per_day(const Scenario& scenario, const Group& group)
{
    if (group.agents && group.agents->constant)
        return times(open_seconds(scenario.hours), *group.agents->constant / 3600.0);
    if (group.agents && (group.agents->file || group.agents->log))
        return std::nullopt;
    if (group.agents)
        return week_integral(group.agents->steps, false);
    WeekFigures hours{};
    const auto add = [&](const WeekWindows& windows, double agents) {
        const WeekFigures open = open_seconds(windows);
        for (std::size_t day = 0; day < 7; ++day)
            hours[day] += agents * open[day] / 3600.0;
    };
    for (const Shift& shift : group.shifts)
        add(shift.windows, shift.agents);
    for (const Individual& person : group.individuals)
        add(person.windows, 1.0);
    return hours;
}

std::optional<Duration> mean_of(const DistributionSpec& law)
{
    if (law.at_most)
        return std::nullopt;
    const auto mean = family_mean_s(law);
    return mean ? std::optional(Duration{*mean + law.shift.seconds}) : std::nullopt;
}

std::optional<Duration> mean_handle_time(const Contact& contact)
{
    if (contact.handle)
        return constant_mean(contact.handle);
    const auto talk = constant_mean(contact.talk);
    const auto wrap_up = contact.wrap_up ? constant_mean(contact.wrap_up) : std::optional(Duration{});
    return talk && wrap_up ? std::optional(Duration{talk->seconds + wrap_up->seconds}) : std::nullopt;
}

} // namespace switchroom
