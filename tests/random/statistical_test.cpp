// That the draws have the law they say, and that streams know nothing of each other. Fixed seeds; each case
// states the chance that a right program would fail it.
#include "sim/random/call_batch.h"
#include "sim/random/keyed_stream.h"
#include "tests/random/all_families.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

// P(√n·D > λ) ≈ 2·exp(−2λ²): 1e-6 / 50 per distribution, so 1e-6 for all of up to 50.
constexpr double kolmogorov_limit = 3.035;

std::vector<double> draws_of(const Distribution& d, std::uint64_t seed, std::size_t batches)
{
    const StreamKey key = make_stream_key(seed, 0, hash_name("statistical test"));
    std::vector<double> all;
    UniformBatch batch;
    for (std::size_t k = 0; k < batches; ++k) {
        draw_uniforms(key, {.number = static_cast<std::uint32_t>(k * calls_per_batch), .date = 19000},
                      Purpose::arrival_gap, batch);
        sample_n(d, batch.lane[1], batch.lane[1]);
        all.insert(all.end(), batch.lane[1].begin(), batch.lane[1].end());
    }
    return all;
}

// Largest distance between the sample's cdf and the law's; right for atoms too, as ties are passed over
// together.
double kolmogorov_distance(std::vector<double> x, const Distribution& d)
{
    std::sort(x.begin(), x.end());
    const auto n = static_cast<double>(x.size());
    double worst = 0.0;
    for (std::size_t i = 0; i < x.size();) {
        const auto next = static_cast<std::size_t>(std::upper_bound(x.begin(), x.end(), x[i]) - x.begin());
        worst = std::max(worst, std::fabs(static_cast<double>(next) / n - cdf(d, x[i])));
        const double before = cdf(d, std::nextafter(x[i], -1.0));
        worst = std::max(worst, std::fabs(static_cast<double>(i) / n - before));
        i = next;
    }
    return worst;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    double sum = 0.0; // uniforms: mean 1/2, variance 1/12
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += (x[i] - 0.5) * (y[i] - 0.5);
    return 12.0 * sum / static_cast<double>(x.size());
}

} // namespace

TEST_CASE("the draws of every family follow its cdf (Kolmogorov-Smirnov, false alarm 1e-6 for all together)")
{
    const auto all = test::all_distributions();
    REQUIRE(all.size() <= 50);
    for (const auto& [name, d] : all) {
        CAPTURE(name);
        const auto x = draws_of(d, 20260302, 128);
        CHECK(kolmogorov_distance(x, d) * std::sqrt(static_cast<double>(x.size())) < kolmogorov_limit);
    }
}

TEST_CASE("a mean that is wrong by 3 % fails that test of the draws (missed with chance below 1e-6)")
{
    const auto x = draws_of(law::exponential(100.0), 20260302, 1024);
    const double root_n = std::sqrt(static_cast<double>(x.size()));
    CHECK(kolmogorov_distance(x, law::exponential(100.0)) * root_n < kolmogorov_limit);
    // The distance between exponentials with means 1 and 1.03 is 0.03/e: 5.6 at this n.
    CHECK(kolmogorov_distance(x, law::exponential(103.0)) * root_n > kolmogorov_limit);
}

TEST_CASE("neighbouring replications, purposes, numbers, dates, attempts and names are uncorrelated (false "
          "alarm 1e-6)")
{
    // n·ρ² of independent uniforms is near χ²(1): |ρ|·√n > 5.3 has probability 1.2e-7, six pairs and three
    // more: 1e-6.
    constexpr std::uint32_t n = 100000;
    const auto name = hash_name("appointments");
    const auto column = [&](auto address_and_key) {
        std::vector<double> u(n);
        for (std::uint32_t i = 0; i < n; ++i)
            u[i] = address_and_key(i);
        return u;
    };
    const auto key = [&](std::uint64_t seed, std::uint64_t r) { return make_stream_key(seed, r, name); };
    const DrawAddress none{};
    const auto base =
        column([&](std::uint32_t i) { return uniform(key(1, 0), {.number = i}, Purpose::handle); });
    const std::vector<std::vector<double>> others = {
        column([&](std::uint32_t i) { return uniform(key(1, 1), {.number = i}, Purpose::handle); }),
        column([&](std::uint32_t i) { return uniform(key(2, 0), {.number = i}, Purpose::handle); }),
        column([&](std::uint32_t i) { return uniform(key(1, 0), {.number = i}, Purpose::patience); }),
        column([&](std::uint32_t i) { return uniform(key(1, 0), {.number = i}, Purpose::balk); }),
        column([&](std::uint32_t i) { return uniform(key(1, 0), {.number = i + 1}, Purpose::handle); }),
        column(
            [&](std::uint32_t i) { return uniform(key(1, 0), {.number = i, .date = 1}, Purpose::handle); }),
        column([&](std::uint32_t i) {
            return uniform(key(1, 0), {.number = i, .date = 0, .attempt = 1}, Purpose::handle);
        }),
        column([&](std::uint32_t i) {
            return uniform(make_stream_key(1, 0, hash_name("billing")), {.number = i}, Purpose::handle);
        }),
        // One draw of each of many replications, beside that of the next: where additive keys overlap.
        column([&](std::uint32_t i) { return uniform(key(1, i + 1), none, Purpose::handle); })};
    for (const auto& other : others)
        CHECK(std::fabs(correlation(base, other)) * std::sqrt(static_cast<double>(n)) < 5.4);
    const auto by_replication =
        column([&](std::uint32_t i) { return uniform(key(1, i), none, Purpose::handle); });
    CHECK(std::fabs(correlation(by_replication, others.back())) * std::sqrt(static_cast<double>(n)) < 5.4);
}

TEST_CASE(
    "pairs of neighbouring draws fill the unit square evenly (chi-square on 32 x 32 cells, false alarm 1e-6)")
{
    constexpr std::uint32_t n = 1U << 18U;
    constexpr int side = 32;
    std::vector<int> count(side * side);
    const StreamKey key = make_stream_key(7, 0, hash_name("pairs"));
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto u = three_uniforms(key, {.number = i}, Purpose::arrival_gap);
        ++count[static_cast<std::size_t>(u[0] * side) * side + static_cast<std::size_t>(u[1] * side)];
    }
    const double expected = static_cast<double>(n) / (side * side);
    double chi_square = 0.0;
    for (const int c : count)
        chi_square += (c - expected) * (c - expected) / expected;
    // 1023 degrees of freedom; quantiles at 5e-7 and 1 - 5e-7 by Wilson and Hilferty.
    CHECK(chi_square > 816.0);
    CHECK(chi_square < 1260.0);
}

} // namespace switchroom
