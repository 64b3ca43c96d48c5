#pragma once
/// How much work each interval of a day brings: the load that a stationary formula is then asked to staff.
///
///   stationary    m = λ(t) E S, period by period (SIPP; Green, Kolesar & Soares 2001)
///   lagged        m = λ(t − E S_e) E S, E S_e = E S²/(2 E S): work comes later than calls (Eick, Massey &
///   Whitt 1993) modified      m(t) = ∫ λ(t − u) P(S > u) du, the busy agents if there were enough of them:
///   the infinite-server load, exact
///                 (Jagerman 1975; Eick, Massey & Whitt 1993)
///
/// An interval's figure is its time average or its largest value. Before the day begins nobody calls. Rates
/// are constant within an interval; intervals follow each other without gaps. Modified loads are good to
/// 1e-12, their averages to 1e-9, their largest values are taken over 32 points and both ends.
///
///   const auto load = offered_loads(day, law::lognormal(240, 180), LoadMethod::modified);  //
///   load[i].average erlang
///
/// Errors: no intervals, lengths ≤ 0, negative rates, handle times without a finite mean > 0 (lagged: and
/// variance).

#include "sim/base/result.h"
#include "sim/random/distribution.h"

#include <vector>

namespace switchroom::staffing {

struct LoadInterval {
    double length_s = 0;
    double arrival_rate_per_s = 0;
};

enum class LoadMethod { stationary, lagged, modified };

/// Erlang.
struct OfferedLoad {
    double average = 0;
    double largest = 0;
};

/// One per interval.
Result<std::vector<OfferedLoad>> offered_loads(const std::vector<LoadInterval>& day,
                                               const Distribution& handle, LoadMethod method);

/// Modified offered load at the given instants (seconds from the start of the day, ≥ 0, any order).
Result<std::vector<double>> modified_offered_load(const std::vector<LoadInterval>& day,
                                                  const Distribution& handle,
                                                  const std::vector<double>& at_s);

/// Mean over the day's calls of a stationary measure at the load of their instant: the pointwise stationary
/// approximation (Green & Kolesar 1991). `measure(load, interval index)`; 0 for a day without calls.
template <class Measure>
double pointwise_stationary_average(const std::vector<LoadInterval>& day, double handle_mean_s,
                                    const Measure& measure)
{
    double calls = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < day.size(); ++i) {
        const double arrivals = day[i].length_s * day[i].arrival_rate_per_s;
        if (!(arrivals > 0.0))
            continue;
        calls += arrivals;
        total += arrivals * measure(day[i].arrival_rate_per_s * handle_mean_s, i);
    }
    return calls > 0.0 ? total / calls : 0.0;
}

} // namespace switchroom::staffing
