#include "sim/random/gamma_table.h"

#include "sim/random/special_functions.h"
#include "sim/random/vector_math.h"

namespace switchroom {

namespace {

struct Node {
    double value, slope, curvature; // of g(z) = log Q(Φ(z)), per cell width
};

// P(k, e^g) = Φ(z): with w(x) = x^k·e^(−x) / Γ(k), g′ = φ(z) / w and g″ = g′·(−z − (k − x)·g′).
Node node_at(double k, double z)
{
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const double p = special::normal_cdf(z);
    const double q = special::normal_cdf(-z);
    const double g = special::log_gamma_quantile(k, p, q);
    const double x = vector_math::exp(g);
    const double log_density = -0.5 * z * z - half_log_two_pi;
    const double front = special::gamma_front(k, x);
    // Deep in the lower tail x underflows; there w = k·P to every digit.
    const double w = front > 0.0 && x > 1e-17 ? k * front : k * p;
    const double slope = vector_math::exp(log_density) / w;
    const double curvature = slope * (-z - (k - x) * slope);
    constexpr double h = 1.0 / GammaTable::cells_per_unit;
    return {g, slope * h, curvature * h * h};
}

std::array<double, 6> quintic_through(const Node& a, const Node& b)
{
    const double rise = b.value - a.value - a.slope - 0.5 * a.curvature;
    const double turn = b.slope - a.slope - a.curvature;
    const double bend = b.curvature - a.curvature;
    return {a.value,
            a.slope,
            0.5 * a.curvature,
            10.0 * rise - 4.0 * turn + 0.5 * bend,
            -15.0 * rise + 7.0 * turn - bend,
            6.0 * rise - 3.0 * turn + 0.5 * bend};
}

} // namespace

GammaTable make_gamma_table(double k)
{
    GammaTable table{};
    Node left = node_at(k, -GammaTable::z_limit);
    for (int cell = 0; cell < GammaTable::cells; ++cell) {
        const Node right = node_at(k, -GammaTable::z_limit + (cell + 1) / GammaTable::cells_per_unit);
        table.coefficient[static_cast<std::size_t>(cell)] = quintic_through(left, right);
        left = right;
    }
    return table;
}

} // namespace switchroom
