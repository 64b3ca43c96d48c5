#include "sim/centre/random_factors.h"

namespace switchroom {

double factor_on_day(const CentreModel& model, Range factor_ids, std::size_t day, std::uint64_t seed,
                     std::uint64_t replication)
{
    double product = 1.0;
    for (std::uint32_t i = factor_ids.first; i < factor_ids.end(); ++i) {
        const ModelFactor& factor = model.factors[model.factor_ids[i]];
        const StreamKey key = make_stream_key(seed, replication, factor.stream);
        const std::int32_t date = model.factor_dates[factor.key_dates.first + day];
        product *=
            sample(model.distributions[factor.distribution], uniform(key, {.date = date}, factor.purpose));
    }
    return product;
}

} // namespace switchroom
