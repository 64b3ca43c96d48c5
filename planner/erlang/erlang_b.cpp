#include "planner/erlang/erlang_b.h"

#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"
#include "planner/erlang/root.h"

#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

/// 1/B − 1 = n·upper_sum(n, a): the odds of being served.
struct Odds {
    long double value;
    long double log;
};

Odds served_odds(double servers, double load)
{
    if (servers == 0.0)
        return {0.0L, -std::numeric_limits<long double>::infinity()};
    const Scaled odds = static_cast<long double>(servers) * upper_sum(servers, load);
    return {odds.mantissa * std::exp(odds.exponent), log_of(odds)};
}

long double ln_blocking(double servers, double load)
{
    const Odds odds = served_odds(servers, load);
    return std::isinf(odds.value) ? -odds.log : -std::log1p(odds.value);
}

} // namespace

Result<ErlangB> erlang_b(double servers, double offered_load)
{
    InputCheck check;
    check.require(servers >= 0.0 && servers <= largest_count, "servers must be 0 to 100 million")
        .load(offered_load);
    if (!check.ok())
        return check.errors();
    const Odds odds = served_odds(servers, offered_load);
    ErlangB b;
    b.servers = servers;
    b.offered_load = offered_load;
    b.ln_blocking = std::isinf(odds.value) ? -odds.log : -std::log1p(odds.value);
    const long double blocking = std::exp(b.ln_blocking);
    const long double served = std::isinf(odds.value) ? 1.0L : odds.value / (1.0L + odds.value);
    const long double load = offered_load;
    b.blocking = static_cast<double>(blocking);
    b.served = static_cast<double>(served);
    b.carried_load = static_cast<double>(load * served);
    b.lost_load = static_cast<double>(load * blocking);
    b.occupancy = servers > 0.0 ? static_cast<double>(load * served / servers) : 0.0;
    b.sensitivity = static_cast<double>(servers - load * served);
    return b;
}

Result<double> erlang_b_load(double servers, double blocking)
{
    InputCheck check;
    check.require(servers > 0.0 && servers <= largest_count, "servers must be above 0, up to 100 million");
    check.require(blocking > 0.0 && blocking < 1.0, "blocking must lie between 0 and 1");
    if (!check.ok())
        return check.errors();
    // a^n/Γ(n+1) > B gives the lower end, a(1 − B) < n the upper.
    const double target = std::log(blocking);
    const double lowest = (target + std::lgamma(servers + 1.0)) / servers;
    const double highest = std::log(servers) - std::log1p(-blocking);
    const auto excess = [&](double x) {
        return static_cast<double>(ln_blocking(servers, std::exp(x)) - static_cast<long double>(target));
    };
    return std::exp(bracketed_root(excess, lowest - 1e-9, highest + 1e-9));
}

Result<double> erlang_b_servers(double offered_load, double blocking)
{
    InputCheck check;
    check.load(offered_load).require(offered_load > 0.0, "offered load must be above 0");
    check.require(blocking > 0.0 && blocking < 1.0, "blocking must lie between 0 and 1");
    if (!check.ok())
        return check.errors();
    const long double target = std::log(static_cast<long double>(blocking));
    const auto excess = [&](double n) { return static_cast<double>(ln_blocking(n, offered_load) - target); };
    double highest = offered_load + 1.0;
    while (excess(highest) > 0.0)
        highest *= 2.0;
    return bracketed_root(excess, 0.0, highest);
}

} // namespace switchroom::erlang
