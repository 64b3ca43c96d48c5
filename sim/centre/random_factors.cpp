#include "sim/centre/random_factors.h"

#include "sim/centre/timed_values.h"

#include <algorithm>

namespace switchroom {

namespace {

double value_of(const ModelFactor& factor, const CentreModel& model, std::size_t day, std::uint32_t number,
                std::uint64_t seed, std::uint64_t replication)
{
    const StreamKey key = make_stream_key(seed, replication, factor.stream);
    const std::int32_t date = model.factor_dates[factor.key_dates.first + day];
    return sample(model.distributions[factor.distribution],
                  uniform(key, {.number = number, .date = date}, factor.purpose));
}

} // namespace

double factor_on_day(const CentreModel& model, Range factor_ids, std::size_t day, std::uint64_t seed,
                     std::uint64_t replication)
{
    double product = 1.0;
    for (std::uint32_t i = factor_ids.first; i < factor_ids.end(); ++i)
        if (const ModelFactor& factor = model.factors[model.factor_ids[i]]; !factor.per_interval)
            product *= value_of(factor, model, day, 0, seed, replication);
    return product;
}

bool varies_within_day(const CentreModel& model, Range factor_ids)
{
    const auto ids = in_range(model.factor_ids, factor_ids);
    return std::any_of(ids.begin(), ids.end(),
                       [&](std::uint32_t id) { return model.factors[id].per_interval; });
}

std::uint32_t interval_of_day(const CentreModel& model, std::size_t day, double at_s)
{
    return static_cast<std::uint32_t>((at_s - model.days[day].start_s) / model.interval_s);
}

double factor_in_interval(const CentreModel& model, Range factor_ids, std::size_t day, std::uint32_t interval,
                          std::uint64_t seed, std::uint64_t replication)
{
    double product = 1.0;
    for (std::uint32_t i = factor_ids.first; i < factor_ids.end(); ++i)
        if (const ModelFactor& factor = model.factors[model.factor_ids[i]]; factor.per_interval)
            product *= value_of(factor, model, day, interval, seed, replication);
    return product;
}

double factor_at(const CentreModel& model, Range factor_ids, std::size_t day, double rang_s,
                 std::uint64_t seed, std::uint64_t replication)
{
    double product = factor_on_day(model, factor_ids, day, seed, replication);
    if (!varies_within_day(model, factor_ids))
        return product;
    while (day > 0 && rang_s < model.days[day].start_s)
        --day;
    return product *
           factor_in_interval(model, factor_ids, day, interval_of_day(model, day, rang_s), seed, replication);
}

} // namespace switchroom
