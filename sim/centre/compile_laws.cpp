#include "sim/centre/compile_laws.h"

#include "sim/centre/schedule_files.h"

#include <cmath>
#include <utility>
#include <vector>

#include <fmt/core.h>

namespace switchroom {

namespace {

using Law = Result<Distribution>;

Law uniform_law(const DistributionSpec& spec)
{
    if (!spec.low || !spec.high)
        return from_mean_cv(Family::uniform, spec.mean.value_or(Duration{}).seconds, spec.cv);
    if (spec.low->seconds >= spec.high->seconds)
        return error_in("", "a uniform law needs low below high");
    return law::uniform(spec.low->seconds, spec.high->seconds);
}

Law triangular_law(const DistributionSpec& spec)
{
    if (!spec.low || !spec.high)
        return from_mean_cv(Family::triangular, spec.mean.value_or(Duration{}).seconds, spec.cv);
    const double middle = 0.5 * (spec.low->seconds + spec.high->seconds);
    return make_triangular(spec.low->seconds, spec.mode ? spec.mode->seconds : middle, spec.high->seconds);
}

Law hazard_law(const DistributionSpec& spec)
{
    std::vector<double> edges;
    std::vector<double> rates;
    for (const HazardPiece& piece : spec.hazard) {
        edges.push_back(piece.from.seconds);
        rates.push_back(piece.per_minute / 60.0);
    }
    return make_hazard(std::move(edges), std::move(rates));
}

Law empirical_law(const DistributionSpec& spec, const std::string& path, CompileContext& context)
{
    const auto file = context.read_file(path + ".file", spec.file.value_or(""));
    if (!file)
        return Diagnostics{};
    auto values = read_value_column(file->content, spec.column.value_or(""), file->name);
    if (!values)
        return values.errors();
    return make_empirical(*std::move(values));
}

Law mixture_law(const DistributionSpec& spec, const std::string& path, CompileContext& context)
{
    std::vector<Distribution> parts;
    for (std::size_t i = 0; i < spec.parts.size(); ++i) {
        auto part = law_of(spec.parts[i], fmt::format("{}.parts[{}]", path, i), context);
        if (!part)
            return Diagnostics{};
        parts.push_back(*std::move(part));
    }
    return make_mixture(std::move(parts), spec.weights);
}

/// The family's own law, before shift and truncation. An empty list of errors: they are in the context
/// already.
Law family_law(const DistributionSpec& spec, const std::string& path, CompileContext& context)
{
    switch (spec.family) {
    case Family::empirical:
        return empirical_law(spec, path, context);
    case Family::mixture:
        return mixture_law(spec, path, context);
    case Family::hazard:
        return hazard_law(spec);
    case Family::uniform:
        return uniform_law(spec);
    case Family::triangular:
        return triangular_law(spec);
    case Family::erlang:
        if (spec.phases && spec.mean)
            return from_mean_cv(Family::erlang, spec.mean->seconds,
                                1.0 / std::sqrt(static_cast<double>(*spec.phases)));
        [[fallthrough]];
    case Family::constant:
        if (spec.mean && std::isinf(spec.mean->seconds)) // patience without end: a hazard that never strikes
            return make_hazard({0.0}, {0.0});
        [[fallthrough]];
    default:
        return from_mean_cv(spec.family, spec.mean.value_or(Duration{}).seconds, spec.cv);
    }
}

/// The instants at which a value that varies by clock time changes, over the days of the model: (instant,
/// step), the first one at the beginning of the first day, where the last step of the evening before still
/// holds.
template <class T, class Add>
void each_step(const TimeVarying<T>& value, const CompileContext& context, const Add& add)
{
    const Calendar& calendar = context.calendar;
    const int first = calendar.day_at(context.begin_s);
    add(calendar.day(first).start_s, value.steps.size() - 1);
    if (value.is_constant())
        return;
    for (int day = first; calendar.day(day).start_s < context.end_s; ++day)
        for (std::size_t step = 0; step < value.steps.size(); ++step)
            add(calendar.at(day, value.steps[step].from), step);
}

/// Adds an entry; at the same instant the later one replaces the earlier.
template <class Entry>
void put(std::vector<Entry>& entries, std::size_t first, const Entry& entry)
{
    if (entries.size() > first && entries.back().from_s == entry.from_s)
        entries.back() = entry;
    else
        entries.push_back(entry);
}

} // namespace

std::optional<Distribution> law_of(const DistributionSpec& spec, const std::string& path,
                                   CompileContext& context)
{
    Law law = family_law(spec, path, context);
    if (law && spec.shift.seconds != 0.0)
        law = shifted(*std::move(law), spec.shift.seconds);
    if (law && spec.at_most)
        law = truncated(*std::move(law), spec.at_most->seconds);
    if (law)
        return *std::move(law);
    context.error(path, law.errors());
    return std::nullopt;
}

std::uint32_t add_law(const Distribution& law, CentreModel& model)
{
    model.distributions.push_back(law);
    return static_cast<std::uint32_t>(model.distributions.size() - 1);
}

Range timed_law(const TimeVarying<DistributionSpec>& laws, const std::string& path, CompileContext& context)
{
    CentreModel& model = context.model;
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < laws.steps.size(); ++i) {
        const auto law = law_of(laws.steps[i].value,
                                laws.is_constant() ? path : fmt::format("{}[{}][1]", path, i), context);
        if (!law)
            return {};
        ids.push_back(add_law(*law, model));
    }
    const std::size_t first = model.timed_distributions.size();
    each_step(laws, context, [&](double at_s, std::size_t step) {
        put(model.timed_distributions, first, TimedDistribution{at_s, ids[step]});
    });
    return range_from(first, model.timed_distributions);
}

Range timed_law(const DistributionSpec& law, const std::string& path, CompileContext& context)
{
    return timed_law(TimeVarying<DistributionSpec>(law), path, context);
}

Range timed_law(const Distribution& law, CompileContext& context)
{
    const std::size_t first = context.model.timed_distributions.size();
    context.model.timed_distributions.push_back({context.begin_s, add_law(law, context.model)});
    return range_from(first, context.model.timed_distributions);
}

Range timed_contrary(const TimeVarying<Probability>& probability, CompileContext& context)
{
    TimeVarying<Probability> contrary = probability;
    for (auto& step : contrary.steps)
        step.value = Probability{1.0 - step.value.value};
    return timed_probability(contrary, context);
}

Range timed_probability(const TimeVarying<Probability>& probability, CompileContext& context)
{
    CentreModel& model = context.model;
    if (probability.is_constant() && probability.steps.front().value.value == 0.0)
        return {};
    const std::size_t first = model.timed_probabilities.size();
    each_step(probability, context, [&](double at_s, std::size_t step) {
        put(model.timed_probabilities, first, TimedProbability{at_s, probability.steps[step].value.value});
    });
    return range_from(first, model.timed_probabilities);
}

namespace {

/// The date that stands for a day's period: days of one period share it.
std::int32_t key_date(std::int32_t date, UncertaintyPer per)
{
    switch (per) {
    case UncertaintyPer::month: {
        const Date day{std::chrono::sys_days(std::chrono::days(date))};
        return static_cast<std::int32_t>(
            std::chrono::sys_days(day.year() / day.month() / std::chrono::day(1)).time_since_epoch().count());
    }
    case UncertaintyPer::run:
        return 0;
    case UncertaintyPer::interval:
    case UncertaintyPer::day:
        return date;
    }
    return date;
}

} // namespace

std::uint32_t add_factor(Family family, double mean, double cv, UncertaintyPer per, std::uint64_t stream,
                         Purpose purpose, CompileContext& context)
{
    CentreModel& model = context.model;
    const auto law =
        from_mean_cv(cv == 0.0 ? Family::constant : family, mean, cv == 0.0 ? std::optional<double>{} : cv);
    SWITCHROOM_CHECK(law.ok(), "a factor's family and cv were validated");
    ModelFactor factor;
    factor.distribution = add_law(*law, model);
    factor.stream = stream;
    factor.purpose = purpose;
    factor.per_interval = per == UncertaintyPer::interval;
    const std::size_t first = model.factor_dates.size();
    for (const ModelDay& day : model.days)
        model.factor_dates.push_back(key_date(day.date, per));
    factor.key_dates = range_from(first, model.factor_dates);
    model.factors.push_back(factor);
    return static_cast<std::uint32_t>(model.factors.size() - 1);
}

} // namespace switchroom
