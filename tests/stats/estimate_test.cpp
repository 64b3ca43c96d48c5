#include "sim/stats/estimate.h"
#include "sim/stats/quantile.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

using namespace switchroom;
using doctest::Approx;

namespace {

PairSeries series(std::vector<double> numerators, std::vector<double> denominators)
{
    return {std::move(numerators), std::move(denominators)};
}

/// Share of `rounds` experiments of `n` replications in which `covers(replications' random bits)` holds.
template <class Covers>
double coverage(int rounds, Covers covers)
{
    std::mt19937_64 bits(20260302);
    int hits = 0;
    for (int round = 0; round < rounds; ++round)
        hits += covers(bits) ? 1 : 0;
    return static_cast<double>(hits) / rounds;
}

} // namespace

TEST_CASE("quantiles of Student's t are those of the printed tables")
{
    CHECK(student_t_quantile(0.975, 1) == Approx(12.7062).epsilon(1e-5));
    CHECK(student_t_quantile(0.975, 9) == Approx(2.262157).epsilon(1e-6));
    CHECK(student_t_quantile(0.975, 30) == Approx(2.042272).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 10) == Approx(1.812461).epsilon(1e-6));
    CHECK(student_t_factor(0.95, 1e9) == Approx(1.959964).epsilon(1e-6));
}

TEST_CASE("the mean of ten values and its half-width are those worked by hand")
{
    // Law, Simulation Modeling and Analysis, example 4.26: ten observations, 90 % interval 1.34 ± 0.24.
    const std::array values{1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};
    const Estimate estimate = estimate_mean(values, 0.90);
    CHECK(estimate.mean == Approx(1.343));
    CHECK(estimate.half_width == Approx(0.24).epsilon(0.02));
    CHECK(estimate.n == 10);
}

TEST_CASE("a ratio of expectations differs from the mean of ratios and has the delta method's half-width")
{
    // y = 1, 2, 6 of x = 2, 4, 6: r = 9/12; s²y = 7, s²x = 4, sxy = 5; variance 7 − 1.5·5 + 0.5625·4 = 1.75.
    const Estimate estimate = estimate_ratio(series({1, 2, 6}, {2, 4, 6}).moments());
    CHECK(estimate.mean == Approx(0.75));
    CHECK(estimate.half_width == Approx(4.302653 * std::sqrt(1.75 / 3.0) / 4.0).epsilon(1e-6));
}

TEST_CASE("moments do not cancel when the mean is a billion times the spread")
{
    PairMoments moments;
    for (const double offset : {4.0, 7.0, 13.0, 16.0})
        moments.add(1e9 + offset, 1.0);
    CHECK(moments.variance_numerator() == Approx(30.0));
}

TEST_CASE("what is undefined is not a number instead of zero")
{
    CHECK(std::isnan(estimate_ratio(PairMoments{}).mean));
    CHECK(std::isnan(estimate_ratio(series({0, 0}, {0, 0}).moments()).mean));
    const Estimate single = estimate_ratio(series({3}, {4}).moments());
    CHECK(single.mean == 0.75);
    CHECK(std::isnan(single.half_width));
    CHECK(std::isnan(estimate_mean(std::vector<double>{}).mean));
    const std::array with_a_gap{1.0, std::nan(""), 3.0};
    CHECK(estimate_mean(with_a_gap).mean == 2.0);
    CHECK(estimate_mean(with_a_gap).n == 2);
}

TEST_CASE("a paired difference of ratios forgets what both scenarios share")
{
    // Equal denominators 1: the ordinary paired t interval of the differences 1, 2, 3.
    const Estimate plain =
        paired_difference(series({10, 20, 60}, {1, 1, 1}), series({11, 22, 63}, {1, 1, 1}));
    CHECK(plain.mean == Approx(2.0));
    CHECK(plain.half_width == Approx(4.302653 / std::sqrt(3.0)).epsilon(1e-6));
    // The second scenario is the first: no difference, no doubt.
    const PairSeries same = series({5, 9, 2}, {7, 9, 4});
    CHECK(paired_difference(same, same).mean == 0.0);
    CHECK(paired_difference(same, same).half_width == 0.0);
    // r = 1/2 and 3/4: influences −0.1, 0.1 and 0.15, −0.15, differences 0.25 and −0.25, variance 0.125.
    const Estimate worked = paired_difference(series({4, 6}, {10, 10}), series({9, 6}, {10, 10}));
    CHECK(worked.mean == Approx(0.25));
    CHECK(worked.half_width == Approx(12.7062 * std::sqrt(0.125 / 2.0)).epsilon(1e-5));
}

TEST_CASE("simultaneous intervals share the error among the comparisons")
{
    CHECK(simultaneous_level(0.95, 1) == 0.95);
    CHECK(simultaneous_level(0.95, 10) == Approx(0.995));
}

// Coverage: with 4 000 experiments the share that covers lies within ±1.5 points of 95 % unless its true
// value is off by a point or more; chance alone breaks the bound with probability < 2e-5 (normal
// approximation, standard error 0.34 points).
TEST_CASE("nominal 95 % intervals for means cover 95 % of the time")
{
    const double share = coverage(4000, [](std::mt19937_64& bits) {
        std::normal_distribution<double> value(5.0, 2.0);
        std::vector<double> values(10);
        for (double& v : values)
            v = value(bits);
        const Estimate estimate = estimate_mean(values);
        return std::abs(estimate.mean - 5.0) <= estimate.half_width;
    });
    CHECK(share == Approx(0.95).epsilon(0.015));
}

TEST_CASE("delta-method intervals for a share of calls cover near 95 % of the time with 50 replications")
{
    // Poisson(20) calls a replication, each served in time with probability 0.8. The bound is two points: the
    // method is asymptotic.
    const double share = coverage(4000, [](std::mt19937_64& bits) {
        std::poisson_distribution<int> calls(20.0);
        PairMoments moments;
        for (int r = 0; r < 50; ++r) {
            const int n = calls(bits);
            moments.add(std::binomial_distribution<int>(n, 0.8)(bits), n);
        }
        const Estimate estimate = estimate_ratio(moments);
        return std::abs(estimate.mean - 0.8) <= estimate.half_width;
    });
    CHECK(share == Approx(0.95).epsilon(0.02));
}

TEST_CASE("paired intervals for a difference of shares cover near 95 % of the time")
{
    // The same calls in both; in the second a tenth of the late ones is rescued: 0.8 against 0.82.
    const double share = coverage(4000, [](std::mt19937_64& bits) {
        std::poisson_distribution<int> calls(40.0);
        PairSeries base;
        PairSeries changed;
        for (int r = 0; r < 50; ++r) {
            const int n = calls(bits);
            const int in_time = std::binomial_distribution<int>(n, 0.8)(bits);
            const int rescued = std::binomial_distribution<int>(n - in_time, 0.1)(bits);
            base.add(in_time, n);
            changed.add(in_time + rescued, n);
        }
        const Estimate difference = paired_difference(base, changed);
        return std::abs(difference.mean - 0.02) <= difference.half_width;
    });
    CHECK(share == Approx(0.95).epsilon(0.02));
}

TEST_CASE("order statistics bracket a quantile at least 95 % of the time whatever the distribution")
{
    // Median of an exponential from 40 values, 0.9-quantile from 100. One-sided bound: coverage is
    // conservative, never below 95 % − 1 point (false alarm < 2e-3 for a coverage of exactly 95 %).
    for (const auto& [n, p] : {std::pair{40, 0.5}, std::pair{100, 0.9}}) {
        std::mt19937_64 bits(7);
        int hits = 0;
        for (int round = 0; round < 4000; ++round) {
            std::exponential_distribution<double> value(1.0);
            std::vector<double> values(static_cast<std::size_t>(n));
            for (double& v : values)
                v = value(bits);
            const RankInterval ranks = quantile_ranks(n, p, 0.95);
            std::sort(values.begin(), values.end());
            const double truth = -std::log(1.0 - p);
            hits += values[static_cast<std::size_t>(ranks.lower - 1)] <= truth &&
                            truth < values[static_cast<std::size_t>(ranks.upper - 1)]
                        ? 1
                        : 0;
        }
        CHECK(hits >= 4000 * 0.94);
    }
}

TEST_CASE("the ranks around a median are those of the printed tables")
{
    // Nonparametric 95 % intervals for a median (Conover 1999, table): n = 10: 2 and 9; n = 20: 6 and 15; n =
    // 100: 40 and 61.
    CHECK(quantile_ranks(10, 0.5, 0.95).lower == 2);
    CHECK(quantile_ranks(10, 0.5, 0.95).upper == 9);
    CHECK(quantile_ranks(20, 0.5, 0.95).lower == 6);
    CHECK(quantile_ranks(20, 0.5, 0.95).upper == 15);
    CHECK(quantile_ranks(100, 0.5, 0.95).lower == 40);
    CHECK(quantile_ranks(100, 0.5, 0.95).upper == 61);
}

TEST_CASE("too few replications give a quantile without a half-width")
{
    std::vector<double> values;
    for (int i = 1; i <= 71; ++i)
        values.push_back(i);
    CHECK(quantile_over(values, 0.05).mean == 4.0);
    CHECK(std::isnan(quantile_over(values, 0.05).half_width)); // 0.95^71 = 0.0262 > 0.025
    values.insert(values.end(), {72.0, 73.0});
    CHECK(std::isfinite(quantile_over(values, 0.05).half_width)); // 0.95^72 = 0.0249
    CHECK(quantile_over(values, 0.5).mean == 37.0);
}

TEST_CASE("pooled quantiles of waits cover the true one near 95 % of the time by sectioning")
{
    // 64 replications of 200 exponential waits of mean 10 s: the 0.9-quantile is 23.03 s. Bins and sections
    // of 400 waits cost a little coverage: the bound is 92 % of 1 000 rounds (standard error 0.7 points).
    const double share = coverage(1000, [](std::mt19937_64& bits) {
        std::exponential_distribution<double> wait(0.1);
        SectionedWaits waits;
        for (int r = 0; r < 64; ++r) {
            WaitHistogram replication;
            for (int call = 0; call < 200; ++call)
                replication.add(wait(bits));
            waits.add(replication);
        }
        const Estimate estimate = waits.quantile(0.9);
        return std::abs(estimate.mean - 23.02585) <= estimate.half_width;
    });
    CHECK(share >= 0.92);
    CHECK(share <= 0.98);
}

TEST_CASE("sections depend on the replications' order alone and need at least eight")
{
    SectionedWaits waits;
    for (int r = 0; r < 100; ++r) {
        WaitHistogram replication;
        replication.add(1.0 + r);
        waits.add(replication);
        if (r < 7)
            CHECK(std::isnan(waits.quantile(0.5).half_width));
    }
    CHECK(waits.replications() == 100);
    CHECK(waits.pooled().count() == 100);
    CHECK(std::isfinite(waits.quantile(0.5).half_width));
}
