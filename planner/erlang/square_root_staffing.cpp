#include "planner/erlang/square_root_staffing.h"

#include "planner/erlang/input.h"
#include "planner/erlang/root.h"

#include <cmath>
#include <numbers>

namespace switchroom::erlang {

namespace {

/// (1 − Φ(x))/φ(x), the inverse hazard of the standard normal: a continued fraction in the tail, where both
/// vanish.
double mills_ratio(double x)
{
    if (x < 5.0)
        return 0.5 * std::erfc(x / std::numbers::sqrt2) * std::sqrt(2.0 * std::numbers::pi) *
               std::exp(x * x / 2.0);
    double value = x;
    for (int k = 60; k >= 1; --k)
        value = x + k / value;
    return 1.0 / value;
}

constexpr double widest_beta = 40.0;

/// The least whole number at or above a + β√a with β where `wait_at(β)` falls to the target.
template <class Wait>
double agents_for(double load, double wait, double lowest, const Wait& wait_at)
{
    const double beta = bracketed_root([&](double b) { return wait_at(b) - wait; }, lowest, widest_beta);
    return std::ceil(load + beta * std::sqrt(load));
}

Diagnostics checked(double load, double wait)
{
    InputCheck check;
    check.load(load).require(wait > 1e-300 && wait < 1.0,
                             "the probability of waiting must lie between 0 and 1");
    return check.errors();
}

} // namespace

double halfin_whitt_wait(double beta)
{
    // Φ(β)/φ(β) = Mills' ratio at −β.
    return 1.0 / (1.0 + beta * mills_ratio(-beta));
}

GarnettLimits garnett_limits(double beta, double patience_in_handles)
{
    const double root = std::sqrt(patience_in_handles);
    const double scaled = beta * root;
    const double hazard = 1.0 / mills_ratio(scaled);
    GarnettLimits limits;
    limits.probability_wait = 1.0 / (1.0 + hazard * mills_ratio(-beta) / root);
    limits.abandon_times_sqrt_n = (hazard - scaled) / root * limits.probability_wait;
    return limits;
}

Result<double> halfin_whitt_agents(double load, double wait)
{
    if (Diagnostics errors = checked(load, wait); !errors.empty())
        return errors;
    return agents_for(load, wait, 0.0, halfin_whitt_wait);
}

Result<double> garnett_agents(double load, double wait, double patience_in_handles)
{
    Diagnostics errors = checked(load, wait);
    if (!(patience_in_handles > 0.0 && std::isfinite(patience_in_handles)))
        errors.push_back(error_in({}, "patience must be a finite number above 0"));
    if (!errors.empty())
        return errors;
    const double lowest = -std::fmin(widest_beta, 37.0 / std::fmax(1.0, std::sqrt(patience_in_handles)));
    return agents_for(load, wait, lowest,
                      [&](double b) { return garnett_limits(b, patience_in_handles).probability_wait; });
}

StaffingRegime staffing_regime(double agents, double load)
{
    const double beta = (agents - load) / std::sqrt(std::fmax(load, 1e-300));
    if (beta > 3.0)
        return StaffingRegime::quality_driven;
    return beta < -3.0 ? StaffingRegime::efficiency_driven : StaffingRegime::balanced;
}

Result<EfficiencyLimits> efficiency_driven(double agents, double load, double patience_s)
{
    InputCheck check;
    check.agents(agents).load(load).not_negative("mean patience", patience_s);
    check.require(load > agents, "the efficiency-driven limit needs a load above the number of agents");
    if (!check.ok())
        return check.errors();
    return EfficiencyLimits{1.0 - agents / load, patience_s * std::log(load / agents)};
}

} // namespace switchroom::erlang
