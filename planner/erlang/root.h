#pragma once
/// Roots of monotone functions, and least whole numbers, by bracketing: never a scan, never an open-ended
/// Newton step.

#include <cmath>
#include <limits>

namespace switchroom::erlang {

/// The x in [lo, hi] where f changes sign, to the last bits; f(lo) and f(hi) have opposite signs (or one is
/// 0). f need only be monotone. Chandrupatla 1997: inverse quadratic steps where they are safe, bisection
/// where not.
template <class F>
double bracketed_root(const F& f, double lo, double hi)
{
    double a = hi;
    double b = lo;
    double fa = f(a);
    double fb = f(b);
    double c = a;
    double fc = fa;
    double t = 0.5;
    for (int step = 0; step < 300; ++step) {
        const double x = a + t * (b - a);
        const double fx = f(x);
        if ((fx > 0.0) == (fa > 0.0)) {
            c = a;
            fc = fa;
        } else {
            c = b;
            fc = fb;
            b = a;
            fb = fa;
        }
        a = x;
        fa = fx;
        const double best = std::fabs(fa) < std::fabs(fb) ? a : b;
        const double resolution =
            2.0 * std::numeric_limits<double>::epsilon() * std::fmax(std::fabs(a), std::fabs(b));
        const double width = std::fabs(b - a);
        if (fa == 0.0 || fb == 0.0 || width <= resolution)
            return best;
        const double xi = (a - b) / (c - b);
        const double phi = (fa - fb) / (fc - fb);
        const bool safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
        t = safe ? fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
                 : 0.5;
        const double nearest = 0.5 * resolution / width;
        t = std::fmin(1.0 - nearest, std::fmax(nearest, t));
    }
    return std::fabs(fa) < std::fabs(fb) ? a : b;
}

/// The least whole n in [lowest, highest] for which `meets(n)` holds, meets being false below some n and true
/// from it on. Gallops from `guess` in doubling steps, then bisects: O(log |answer − guess|) calls. highest +
/// 1 if none does.
template <class Meets>
double least_whole(const Meets& meets, double lowest, double highest, double guess)
{
    double n = std::fmin(highest, std::fmax(lowest, std::ceil(guess)));
    double fails = lowest - 1.0;
    double holds = highest + 1.0;
    double step = 1.0;
    if (meets(n)) {
        holds = n;
        while (holds > lowest) {
            n = std::fmax(lowest, holds - step);
            if (!meets(n)) {
                fails = n;
                break;
            }
            holds = n;
            step *= 2.0;
        }
    } else {
        fails = n;
        while (fails < highest) {
            n = std::fmin(highest, fails + step);
            if (meets(n)) {
                holds = n;
                break;
            }
            fails = n;
            step *= 2.0;
        }
    }
    while (holds - fails > 1.0) {
        n = std::floor(fails + (holds - fails) / 2.0);
        (meets(n) ? holds : fails) = n;
    }
    return holds;
}

} // namespace switchroom::erlang
