#include "sim/random/distribution.h"

#include "sim/base/check.h"
#include "sim/random/distribution_draw.h"
#include "sim/random/simd_clones.h"

namespace switchroom {

namespace {

// Shift and truncation: u runs over the share `mass` of Y's law, and rounding never passes the limit.
struct Frame {
    double mass, shift, at_most;
    [[gnu::always_inline]] double place(double y) const
    {
        const double x = shift + y;
        return x > at_most ? at_most : x;
    }
};

template <class Draw>
[[gnu::always_inline]] inline void fill(const Draw& y, Frame frame, const double* u, double* out,
                                        std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        out[i] = frame.place(y(u[i] * frame.mass));
}

// One function per family, since the compiler clones functions, not templates' callers.
SWITCHROOM_SIMD_CLONES void fill_n(draw::Exponential y, Frame f, const double* u, double* out, std::size_t n)
{
    fill(y, f, u, out, n);
}
SWITCHROOM_SIMD_CLONES void fill_n(draw::Lognormal y, Frame f, const double* u, double* out, std::size_t n)
{
    fill(y, f, u, out, n);
}
SWITCHROOM_SIMD_CLONES void fill_n(draw::Weibull y, Frame f, const double* u, double* out, std::size_t n)
{
    fill(y, f, u, out, n);
}
SWITCHROOM_SIMD_CLONES void fill_n(draw::Uniform y, Frame f, const double* u, double* out, std::size_t n)
{
    fill(y, f, u, out, n);
}
SWITCHROOM_SIMD_CLONES void fill_n(draw::Triangular y, Frame f, const double* u, double* out, std::size_t n)
{
    fill(y, f, u, out, n);
}
SWITCHROOM_SIMD_CLONES void fill_n(draw::Hyperexponential y, Frame f, const double* u, double* out,
                                   std::size_t n)
{
    fill(y, f, u, out, n);
}

SWITCHROOM_SIMD_CLONES void normal_scores(double mass, const double* u, double* out, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        out[i] = vector_math::kernel::normal_quantile(u[i] * mass);
}

SWITCHROOM_SIMD_CLONES void scale_exponentials(double scale, Frame frame, double* out, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        out[i] = frame.place(scale * vector_math::kernel::exp(out[i]));
}

// Normal scores and exponentials in vectors, the table look-up between them one by one.
void gamma_n(const Distribution& d, Frame frame, const double* u, double* out, std::size_t n)
{
    const auto& table = table_of<GammaTable>(d);
    normal_scores(frame.mass, u, out, n);
    for (std::size_t i = 0; i < n; ++i)
        out[i] = log_quantile(table, out[i]);
    scale_exponentials(d.length[0], frame, out, n);
}

SWITCHROOM_SIMD_CLONES void accumulate_hazard(double mass, const double* u, double* out, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        out[i] = vector_math::kernel::unit_exponential(u[i] * mass);
}

void hazard_n(const Distribution& d, Frame frame, const double* u, double* out, std::size_t n)
{
    const draw::Hazard hazard{d.length[0], table_of<HazardTable>(d)};
    accumulate_hazard(frame.mass, u, out, n);
    for (std::size_t i = 0; i < n; ++i)
        out[i] = frame.place(hazard.at_accumulated(out[i]));
}

draw::Exponential exponential_of(const Distribution& d)
{
    return {d.length[0]};
}
draw::Lognormal lognormal_of(const Distribution& d)
{
    return {d.length[0], d.shape[0]};
}
draw::Weibull weibull_of(const Distribution& d)
{
    return {d.length[0], d.shape[1]};
}
draw::Uniform uniform_of(const Distribution& d)
{
    return {d.length[0], d.length[1]};
}
draw::Triangular triangular_of(const Distribution& d)
{
    return {d.length[0], d.length[1], d.length[2]};
}
draw::Hyperexponential hyperexponential_of(const Distribution& d)
{
    return {d.shape[0], d.length[0], d.length[1]};
}

// u selects the part and, rescaled to the part's share, is used again inside it.
double sample_mixture(const Distribution& d, double u)
{
    const auto& table = table_of<MixtureTable>(d);
    const auto found = std::upper_bound(table.cumulative.begin(), table.cumulative.end() - 1, u);
    const auto part = static_cast<std::size_t>(found - table.cumulative.begin());
    const double below = part == 0 ? 0.0 : table.cumulative[part - 1];
    const double inside = std::clamp((u - below) / table.weights[part], 0x1p-60, 1.0 - 0x1p-53);
    return d.length[0] * sample(table.parts[part], inside);
}

bool is_truncated_composition(const Distribution& d)
{
    return d.mass < 1.0 && (d.family == Family::hyperexponential || d.family == Family::mixture);
}

} // namespace

double sample(const Distribution& d, double u)
{
    if (is_truncated_composition(d)) [[unlikely]]
        return quantile(d, u);
    const Frame frame{d.mass, d.shift, d.at_most};
    const double v = u * d.mass;
    switch (d.family) {
    case Family::constant:
        return frame.place(d.length[0]);
    case Family::exponential:
        return frame.place(exponential_of(d)(v));
    case Family::lognormal:
        return frame.place(lognormal_of(d)(v));
    case Family::gamma:
    case Family::erlang:
        return frame.place(draw::Gamma{d.length[0], table_of<GammaTable>(d)}(v));
    case Family::weibull:
        return frame.place(weibull_of(d)(v));
    case Family::hyperexponential:
        return frame.place(hyperexponential_of(d)(v));
    case Family::uniform:
        return frame.place(uniform_of(d)(v));
    case Family::triangular:
        return frame.place(triangular_of(d)(v));
    case Family::empirical:
        return frame.place(draw::Empirical{d.length[0], table_of<EmpiricalTable>(d)}(v));
    case Family::mixture:
        return frame.place(sample_mixture(d, v));
    case Family::hazard:
        return frame.place(draw::Hazard{d.length[0], table_of<HazardTable>(d)}(v));
    }
    return 0.0;
}

void sample_n(const Distribution& d, std::span<const double> u, std::span<double> out)
{
    SWITCHROOM_ASSERT(u.size() == out.size(), "as many draws as uniforms");
    const Frame frame{d.mass, d.shift, d.at_most};
    const std::size_t n = u.size();
    const Family family = is_truncated_composition(d) ? Family::mixture : d.family;
    switch (family) {
    case Family::exponential:
        return fill_n(exponential_of(d), frame, u.data(), out.data(), n);
    case Family::lognormal:
        return fill_n(lognormal_of(d), frame, u.data(), out.data(), n);
    case Family::gamma:
    case Family::erlang:
        return gamma_n(d, frame, u.data(), out.data(), n);
    case Family::weibull:
        return fill_n(weibull_of(d), frame, u.data(), out.data(), n);
    case Family::hyperexponential:
        return fill_n(hyperexponential_of(d), frame, u.data(), out.data(), n);
    case Family::uniform:
        return fill_n(uniform_of(d), frame, u.data(), out.data(), n);
    case Family::triangular:
        return fill_n(triangular_of(d), frame, u.data(), out.data(), n);
    case Family::hazard:
        return hazard_n(d, frame, u.data(), out.data(), n);
    case Family::constant:
    case Family::empirical:
    case Family::mixture:
        for (std::size_t i = 0; i < n; ++i)
            out[i] = sample(d, u[i]);
    }
}

} // namespace switchroom
