// Our own logarithm, exponential and normal quantile: how accurate against the C library's long double, and
// that every width of vector gives the bits of the scalar form.
#include "sim/random/keyed_stream.h"
#include "sim/random/philox_batch.h"
#include "sim/random/vector_math.h"

#include <boost/math/special_functions/erf.hpp>
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace switchroom {

namespace vm = vector_math;

namespace {

// |value − exact| in units of the last place of exact.
double ulps(double value, long double exact)
{
    const double nearest = std::fabs(static_cast<double>(exact));
    const double unit = std::nextafter(nearest, INFINITY) - nearest;
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact) /
                               static_cast<long double>(unit));
}

// n-th of many points spread evenly over [low, high].
double point(double low, double high, std::uint32_t n)
{
    return low + (high - low) * uniform({77}, {.number = n}, Purpose::handle);
}

constexpr std::uint32_t points = 200000;

} // namespace

TEST_CASE("the logarithm errs by less than 1 unit in the last place, near 1 and over the whole range")
{
    double worst = 0.0;
    for (std::uint32_t n = 0; n < points; ++n) {
        for (const double x :
             {point(0.5, 2.0, n), point(0.999, 1.001, n), std::exp2(point(-1074.0, 1023.9, n)),
              uniform({1}, {.number = n}, Purpose::balk)})
            worst = std::max(worst, ulps(vm::log(x), std::log(static_cast<long double>(x))));
    }
    CHECK(worst < 1.0);
    CHECK(vm::log(1.0) == 0.0);
    CHECK(std::isinf(vm::log(0.0)));
    CHECK(vm::log(INFINITY) == INFINITY);
    CHECK(std::isnan(vm::log(-1.0)));
}

TEST_CASE("the exponential errs by less than 1 unit in the last place, down to the smallest normal number")
{
    double worst = 0.0;
    for (std::uint32_t n = 0; n < points; ++n)
        for (const double x : {point(-1.0, 1.0, n), point(-708.0, 709.7, n), point(-1e-3, 1e-3, n)})
            worst = std::max(worst, ulps(vm::exp(x), std::exp(static_cast<long double>(x))));
    CHECK(worst < 1.0);
    CHECK(vm::exp(0.0) == 1.0);
    CHECK(vm::exp(-1e6) == 0.0);
    CHECK(vm::exp(-INFINITY) == 0.0);
    CHECK(vm::exp(800.0) == INFINITY);
    CHECK(vm::exp(-740.0) == doctest::Approx(std::exp(-740.0)).epsilon(0.1));
}

TEST_CASE("log1p and expm1 lose nothing near 0")
{
    double worst_log = 0.0;
    double worst_exp = 0.0;
    for (std::uint32_t n = 0; n < points; ++n) {
        const double sign = n % 2 == 0 ? 1.0 : -1.0;
        const double x = sign * std::exp2(point(-60.0, -0.1, n));
        worst_log = std::max(worst_log, ulps(vm::log1p(x), std::log1p(static_cast<long double>(x))));
        worst_exp = std::max(worst_exp, ulps(vm::expm1(x), std::expm1(static_cast<long double>(x))));
    }
    CHECK(worst_log < 2.0);
    CHECK(worst_exp < 4.0);
    CHECK(vm::log1p(INFINITY) == INFINITY);
    CHECK(vm::log1p(-1.0) == -INFINITY);
}

TEST_CASE("the normal quantile agrees with Boost's inverse error function to 4e-15")
{
    double worst = 0.0;
    const auto compare = [&](double u) {
        const double exact = -std::sqrt(2.0) * boost::math::erfc_inv(2.0 * u);
        worst = std::max(worst, std::fabs(vm::normal_quantile(u) - exact) / std::max(std::fabs(exact), 1e-3));
    };
    for (std::uint32_t n = 0; n < 20000; ++n) {
        compare(point(0.0, 1.0, n));
        compare(std::exp2(point(-43.0, -1.0, n)));
    }
    CHECK(worst < 4e-15);
    CHECK(vm::normal_quantile(0.5) == 0.0);
    CHECK(vm::normal_quantile(0.0) == -INFINITY);
    CHECK(vm::normal_quantile(1.0) == INFINITY);
}

#if defined(__x86_64__)

namespace {

using Kernel = void (*)(const double* in, double* out, std::size_t n);

// The same loops compiled for one instruction set each; the test's own copy, since the choice of clones is
// the loader's.
#define SWITCHROOM_TEST_LOOPS(suffix, attribute)                                                             \
    attribute void logs_##suffix(const double* in, double* out, std::size_t n)                               \
    {                                                                                                        \
        for (std::size_t i = 0; i < n; ++i)                                                                  \
            out[i] = vm::kernel::log(in[i]);                                                                 \
    }                                                                                                        \
    attribute void exps_##suffix(const double* in, double* out, std::size_t n)                               \
    {                                                                                                        \
        for (std::size_t i = 0; i < n; ++i)                                                                  \
            out[i] = vm::kernel::exp(-0.01 / in[i] + 30.0 * in[i]);                                          \
    }                                                                                                        \
    attribute void quantiles_##suffix(const double* in, double* out, std::size_t n)                          \
    {                                                                                                        \
        for (std::size_t i = 0; i < n; ++i)                                                                  \
            out[i] = vm::kernel::normal_quantile(in[i]);                                                     \
    }                                                                                                        \
    const std::vector<Kernel> suffix##_kernels = {logs_##suffix, exps_##suffix, quantiles_##suffix};

// One element at a time, then the widths; fused multiply-add at hand shows that contraction is off.
SWITCHROOM_TEST_LOOPS(scalar, __attribute__((noinline, optimize("no-tree-vectorize"))))
SWITCHROOM_TEST_LOOPS(sse2, __attribute__((noinline)))
SWITCHROOM_TEST_LOOPS(avx2, __attribute__((noinline, target("avx2"))))
SWITCHROOM_TEST_LOOPS(fma, __attribute__((noinline, target("avx2,fma"))))
SWITCHROOM_TEST_LOOPS(avx512, __attribute__((noinline, target("avx512f"))))

std::vector<std::vector<double>> results_of(const std::vector<Kernel>& kernels, const std::vector<double>& in)
{
    std::vector<std::vector<double>> results;
    for (const Kernel kernel : kernels) {
        results.emplace_back(in.size());
        kernel(in.data(), results.back().data(), in.size());
    }
    return results;
}

} // namespace

TEST_CASE("scalar, SSE2, AVX2, AVX2 with fused multiply-add at hand, and AVX-512 code give the same bits")
{
    std::vector<double> in(100003);
    for (std::uint32_t n = 0; n < in.size(); ++n)
        in[n] = uniform({5}, {.number = n}, Purpose::patience);
    const auto expected = results_of(scalar_kernels, in);
    CHECK(results_of(sse2_kernels, in) == expected);
    if (__builtin_cpu_supports("avx2"))
        CHECK(results_of(avx2_kernels, in) == expected);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        CHECK(results_of(fma_kernels, in) == expected);
    if (__builtin_cpu_supports("avx512f"))
        CHECK(results_of(avx512_kernels, in) == expected);
    MESSAGE("instruction sets compared: avx2 ", __builtin_cpu_supports("avx2") != 0, ", avx512f ",
            __builtin_cpu_supports("avx512f") != 0);
}

#endif

TEST_CASE("Philox batches of every instruction set give the scalar bits")
{
    UniformBatch batch;
    const DrawAddress first{.number = 0xFFFFFFF0U, .date = 20000, .attempt = 3};
    for (const PhiloxBatch fill : philox_batches()) {
        bool same = true;
        for (std::uint64_t key = 1; key < 200; ++key) {
            fill(mix_bits(key), first, 7, batch);
            for (std::uint32_t i = 0; i < calls_per_batch; ++i) {
                const DrawAddress at{first.number + i, first.date, first.attempt};
                const auto u = three_uniforms({mix_bits(key)}, at, Purpose::on_abandon);
                same =
                    same && u[0] == batch.lane[0][i] && u[1] == batch.lane[1][i] && u[2] == batch.lane[2][i];
            }
        }
        CHECK(same);
    }
}

} // namespace switchroom
