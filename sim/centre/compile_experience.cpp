#include "sim/centre/compile_experience.h"

namespace switchroom {

void compile_experience(CompileContext& context)
{
    if (!context.scenario().experience)
        return;
    const Experience& given = *context.scenario().experience;
    context.model.experience = {.rates = true,
                                .base = given.base,
                                .per_minute_waited = given.per_minute_waited,
                                .abandoned = given.abandoned,
                                .turned_away = given.turned_away,
                                .transferred = given.transferred,
                                .retold = given.retold,
                                .unresolved = given.unresolved,
                                .bot = given.bot,
                                .message = given.message,
                                .tone = given.tone,
                                .promoter_from = given.promoter_from.value,
                                .detractor_below = given.detractor_below.value};
    context.model.counts_sides = true;
}

} // namespace switchroom
