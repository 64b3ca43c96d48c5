#pragma once
/// Erlang B: Poisson calls on n lines, blocked calls lost (M/G/n/n).
///
///   1/B(n, a) = 1 + n ∫₀^∞ e^{−a x} (1 + x)^{n−1} dx        (Fortet 1948; Jagerman 1974), for real n ≥ 0
///
/// No recursion: the cost is that of one incomplete gamma function (gamma_sums.h). Holds for any law of the
/// handle time.

#include "sim/base/result.h"

namespace switchroom::erlang {

/// Loss system in steady state. Logarithms keep what binary64 cannot hold (P = 10^{−12736}) or cannot resolve
/// (P next to 1).
struct ErlangB {
    double servers = 0.0;
    double offered_load = 0.0; // erlang
    double blocking = 0.0;
    long double ln_blocking = 0.0L;
    double served = 0.0;       // 1 − blocking, without cancellation
    double carried_load = 0.0; // erlang
    double lost_load = 0.0;    // erlang
    double occupancy = 0.0;    // carried / servers; 0 without servers
    double sensitivity = 0.0;  // d ln blocking / d ln load = n − a(1 − B)
};

/// servers: any real number ≥ 0; offered_load ≥ 0 erlang; both up to largest_count.
Result<ErlangB> erlang_b(double servers, double offered_load);

/// The load at which `blocking` of the calls are lost on `servers` > 0 lines, to the last bits; 0 < blocking
/// < 1.
Result<double> erlang_b_load(double servers, double blocking);

/// The real number of lines at which `blocking` of the calls are lost (least trunks: round up).
Result<double> erlang_b_servers(double offered_load, double blocking);

} // namespace switchroom::erlang
