#include "planner/erlang/measures.h"

namespace switchroom::erlang {

namespace {

double share(double part, double whole)
{
    return whole > 0.0 ? part / whole : 1.0;
}

} // namespace

ServiceLevels service_levels(const WaitWindow& w)
{
    ServiceLevels levels;
    levels.answered_over_offered = share(w.answered_within, w.accepted);
    levels.answered_over_answered = share(w.answered_within, w.answered);
    levels.excluding_abandons_within = share(w.answered_within, w.answered_within + w.still_waiting);
    levels.answered_plus_abandoned_over_offered = share(w.answered_within + w.abandoned_within, w.accepted);
    levels.excluding_short_abandons =
        share(w.answered_within, w.answered + (w.abandoned - w.abandoned_short));
    levels.answered_plus_short_abandoned = share(w.answered_within + w.abandoned_short, w.accepted);
    levels.with_flow_outs = levels.answered_over_offered;
    levels.virtual_wait = share(w.virtual_within, w.accepted);
    return levels;
}

} // namespace switchroom::erlang
