#include "planner/erlang/quadrature.h"

#include <numbers>

namespace switchroom::erlang {

namespace {

struct Legendre {
    long double value;
    long double slope;
};

Legendre legendre(int n, long double x)
{
    long double before = 1.0L;
    long double now = x;
    for (int k = 2; k <= n; ++k) {
        const long double k_real = k;
        const long double next = ((2.0L * k_real - 1.0L) * x * now - (k_real - 1.0L) * before) / k_real;
        before = now;
        now = next;
    }
    return {now, n * (x * now - before) / (x * x - 1.0L)};
}

GaussLegendre make_rule()
{
    GaussLegendre rule{};
    constexpr int n = GaussLegendre::size;
    for (int i = 0; i < n; ++i) {
        long double x = std::cos(std::numbers::pi_v<long double> * (i + 0.75L) / (n + 0.5L));
        for (int step = 0; step < 8; ++step) {
            const Legendre p = legendre(n, x);
            x -= p.value / p.slope;
        }
        const long double slope = legendre(n, x).slope;
        const auto slot = static_cast<std::size_t>(n - 1 - i);
        rule.node[slot] = (1.0L + x) / 2.0L;
        rule.weight[slot] = 1.0L / ((1.0L - x * x) * slope * slope);
    }
    return rule;
}

} // namespace

const GaussLegendre& gauss_legendre()
{
    static const GaussLegendre rule = make_rule();
    return rule;
}

} // namespace switchroom::erlang
