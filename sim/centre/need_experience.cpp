#include "sim/centre/need_experience.h"

#include "sim/random/vector_math.h"

namespace switchroom {

double satisfaction_of(const NeedHistory& history, double tone, const ModelExperience& model)
{
    const double u = model.base + model.per_minute_waited * history.waited_s / 60.0 +
                     model.abandoned * history.abandoned + model.turned_away * history.turned_away +
                     model.transferred * history.transferred + model.retold * history.retold +
                     model.unresolved * history.unresolved + model.bot * history.bot +
                     (history.message ? model.message : 0.0) + model.tone * (tone - 0.5);
    return 1.0 / (1.0 + vector_math::exp(-u));
}

} // namespace switchroom
