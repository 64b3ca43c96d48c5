#include "planner/erlang/engset.h"

#include "planner/erlang/gamma_sums.h"
#include "planner/erlang/input.h"
#include "planner/erlang/root.h"

#include <algorithm>
#include <cmath>

namespace switchroom::erlang {

namespace {

constexpr long double negligible = 1e-22L;

/// ln of the Poisson probability of k at mean z; k ≥ 0, z > 0.
long double ln_poisson(long double k, long double z)
{
    return -std::log(z) - log_complete_sum(k + 1.0L, z);
}

/// ln of the binomial probability of n among N: three Poisson ones in which nothing large cancels.
long double ln_binomial(long double n, long double sources, long double alpha)
{
    const long double p = alpha / (1.0L + alpha);
    return ln_poisson(n, sources * p) + ln_poisson(sources - n, sources * (1.0L - p)) -
           ln_poisson(sources, sources);
}

/// Share of time with all n lines busy, N ≥ 1 sources: c_n / Σ_{k ≤ n} c_k, summed from n towards the nearer
/// end of the weights.
long double time_congestion(long double n, long double sources, long double alpha)
{
    if (alpha == 0.0L || n > sources)
        return n == 0.0L ? 1.0L : 0.0L;
    long double total = 1.0L; // in units of c_n
    long double term = 1.0L;
    if (n <= sources * alpha / (1.0L + alpha)) {
        for (long double k = n; k >= 1.0L && term > negligible * total; k -= 1.0L) {
            term *= k / ((sources - k + 1.0L) * alpha);
            total += term;
        }
        return 1.0L / total;
    }
    long double above = 0.0L;
    for (long double k = n; k < sources; k += 1.0L) {
        term *= (sources - k) * alpha / (k + 1.0L);
        above += term;
        if (term <= negligible * above)
            break;
    }
    // Everything = c_n / P(binomial = n); what lies above n is the smaller part of it.
    const long double ln_weight = ln_binomial(n, sources, alpha);
    return std::exp(ln_weight) / (1.0L - above * std::exp(ln_weight));
}

} // namespace

Result<Engset> engset(double servers, double sources, double load_per_idle_source)
{
    InputCheck check;
    check.whole("servers", servers, 1.0).whole("sources", sources, 1.0);
    check.not_negative("load per idle source", load_per_idle_source);
    check.require(!(load_per_idle_source > largest_count), "load per idle source is too large");
    if (!check.ok())
        return check.errors();
    const long double alpha = load_per_idle_source;
    const long double blocked = sources > servers ? time_congestion(servers, sources - 1.0L, alpha) : 0.0L;
    Engset e;
    e.servers = servers;
    e.sources = sources;
    e.load_per_idle_source = load_per_idle_source;
    e.time_congestion = static_cast<double>(time_congestion(servers, sources, alpha));
    e.call_congestion = static_cast<double>(blocked);
    // carried = α (N − carried) (1 − blocked)
    const long double taken = alpha * (1.0L - blocked);
    const long double carried = sources * taken / (1.0L + taken);
    e.carried_load = static_cast<double>(carried);
    e.offered_load = static_cast<double>(alpha * sources / (1.0L + taken));
    e.occupancy = static_cast<double>(carried / servers);
    return e;
}

Result<double> least_engset_servers(double sources, double load_per_idle_source, double call_congestion)
{
    InputCheck check;
    check.require(call_congestion >= 0.0, "blocking must be 0 or more");
    const Result<Engset> possible = engset(1.0, sources, load_per_idle_source);
    if (!possible)
        return possible.errors();
    if (!check.ok())
        return check.errors();
    const auto enough = [&](double n) {
        return engset(n, sources, load_per_idle_source)->call_congestion <= call_congestion;
    };
    return least_whole(enough, 1.0, sources, possible->offered_load);
}

} // namespace switchroom::erlang
