#include "tests/theory/one_desk.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom::theory {

namespace {

double per_hour(const Desk& desk)
{
    return calls_per_second(desk) * 3600.0;
}

/// A replication is a day at least, so busy desks have fewer of them.
std::int64_t replications(const Desk& desk)
{
    return calls_per_second(desk) * 86400.0 > 40000.0 ? 40 : 100;
}

double calls_a_run(const Desk& desk)
{
    return desk.calls / static_cast<double>(replications(desk));
}

} // namespace

double calls_per_second(const Desk& desk)
{
    return desk.load / desk.handle_s;
}

double span_s(const Desk& desk)
{
    return 86400.0 * steady_days(per_hour(desk), calls_a_run(desk));
}

Trial trial_of(const Desk& desk, const std::string& name)
{
    Trial trial{.family = desk.family, .name = name, .replications = replications(desk)};
    trial.about = fmt::format("{} agents, {} erlang, handle {}, patience {}", desk.agents, desk.load,
                              desk.service, desk.patience);
    if (std::isfinite(desk.trunks))
        trial.about += fmt::format(", {} lines", desk.trunks);
    trial.scenario = steady_time(per_hour(desk), calls_a_run(desk), desk.warm_up_s) +
                     contact({.per_hour = per_hour(desk),
                              .talk = law_text(desk.service),
                              .patience = law_text(desk.patience),
                              .within_s = desk.within_s}) +
                     theory::desk(desk.agents) + lines(desk.trunks);
    return trial;
}

std::string exponential(double mean_s)
{
    return std::isinf(mean_s) ? "inf" : fmt::format("exp:{}", mean_s);
}

double warm_up_with_patience_s(double handle_s, double patience_s)
{
    return 10.0 * (handle_s + patience_s);
}

} // namespace switchroom::theory
