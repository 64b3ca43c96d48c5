#include "sim/centre/arrival_rates.h"

#include "sim/centre/schedule_files.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/core.h>

namespace switchroom {

namespace {

using DayFactors = ByDay<double>;

double factor_on(const DayFactors& by_day, const MonthFactors& by_month, const LocalDay& day)
{
    const double* of_day = by_day.on(day.weekday());
    const auto& of_month = by_month[static_cast<unsigned>(day.date.month()) - 1];
    return (of_day ? *of_day : 1.0) * of_month.value_or(1.0);
}

/// Multiplies every day's curve by the factors of its date.
void apply_factors(DailyRates& rates, const DayFactors& by_day, const MonthFactors& by_month,
                   const Calendar& calendar)
{
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const LocalDay& day = calendar.day(calendar.first_day() + static_cast<int>(i));
        const double factor = factor_on(by_day, by_month, day);
        if (factor != 1.0)
            rates[i] = scaled(std::move(rates[i]), factor);
    }
}

template <class CurveOfDay>
DailyRates each_day(const Calendar& calendar, const CurveOfDay& curve_of)
{
    DailyRates rates;
    for (int day = calendar.first_day(); day <= calendar.last_day(); ++day)
        rates.push_back(curve_of(day));
    return rates;
}

DailyRates no_arrivals(const Calendar& calendar)
{
    return each_day(calendar, [](int) { return RateCurve{}; });
}

DailyRates profile_rates(const Profile& profile, ProfileShape shape, const std::string& path,
                         CompileContext& context)
{
    const Calendar& calendar = context.calendar;
    WeekSteps<double> per_hour = profile.per_hour;
    if (profile.file) {
        const auto file = context.read_file(path + ".file", *profile.file);
        if (!file)
            return no_arrivals(calendar);
        auto table = read_profile_table(file->content, file->name);
        if (!table) {
            context.error(path + ".file", table.errors());
            return no_arrivals(calendar);
        }
        per_hour = *std::move(table);
    }
    return each_day(calendar, [&](int day) {
        const DaySteps<double>* steps = per_hour.on(calendar.day(day).weekday());
        return steps ? profile_curve(*steps, shape, calendar, day) : RateCurve{};
    });
}

DailyRates shared_rates(const ShareOf& share_of, const std::string& path, CompileContext& context)
{
    const auto& profiles = context.scenario().profiles;
    const auto named = std::find_if(profiles.begin(), profiles.end(),
                                    [&](const NamedProfile& p) { return p.name == share_of.profile; });
    if (named == profiles.end()) {
        context.error(path + ".profile", fmt::format("there is no profile \"{}\"", share_of.profile));
        return no_arrivals(context.calendar);
    }
    const auto index = static_cast<std::size_t>(named - profiles.begin());
    DailyRates rates = profile_rates(named->profile, named->shape, path_of("profiles", index), context);
    apply_factors(rates, named->day_factor, named->month_factor, context.calendar);
    for (RateCurve& curve : rates)
        curve = scaled(std::move(curve), share_of.share.value);
    return rates;
}

} // namespace

DailyRates daily_rates(const Arrivals& arrivals, const std::string& path, const Spans& hours,
                       CompileContext& context)
{
    const Calendar& calendar = context.calendar;
    DailyRates rates;
    if (arrivals.rate_per_hour)
        rates = each_day(
            calendar, [&](int day) { return constant_curve(*arrivals.rate_per_hour, hours, calendar, day); });
    else if (arrivals.profile)
        rates = profile_rates(*arrivals.profile, arrivals.shape, path + ".profile", context);
    else if (arrivals.share_of)
        rates = shared_rates(*arrivals.share_of, path + ".share_of", context);
    else
        rates = no_arrivals(calendar);
    apply_factors(rates, arrivals.day_factor, arrivals.month_factor, calendar);
    return rates;
}

double split_share(const Scenario& scenario, std::size_t contact)
{
    const Contact& self = scenario.contacts[contact];
    const SplitOf& own = *self.arrivals->split_of;
    double named = 0.0;    // what the parts with a share take together
    double mistaken = 0.0; // callers of other parts who are taken for this one
    for (const Contact& other : scenario.contacts) {
        if (!other.arrivals || !other.arrivals->split_of || other.arrivals->split_of->contact != own.contact)
            continue;
        const SplitOf& part = *other.arrivals->split_of;
        named += part.share ? part.share->value : 0.0;
        if (part.otherwise == self.name && part.share)
            mistaken += part.share->value * (1.0 - part.recognised.value);
    }
    const double true_share =
        own.rest ? std::max(0.0, 1.0 - named) : own.share.value_or(Probability{0.0}).value;
    const double recognised = own.otherwise ? own.recognised.value : 1.0;
    return true_share * recognised + mistaken;
}

} // namespace switchroom
