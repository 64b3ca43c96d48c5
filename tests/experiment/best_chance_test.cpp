#include "sim/experiment/best_chance.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace switchroom;

namespace {

PairSeries series(const std::vector<double>& values)
{
    PairSeries one;
    for (const double value : values)
        one.add(value, 1.0);
    return one;
}

} // namespace

TEST_CASE("the chance of being best in a run counts runs, ties shared, runs without a figure left out")
{
    PairSeries third = series({1, 5, 3, 0, 9});
    third.denominators[4] = 0.0;
    third.numerators[4] = 0.0;
    const auto chances = best_chances({series({2, 5, 1, 4, 1}), series({1, 4, 1, 4, 2}), third}, true, 1);
    // Runs 0 … 3: the first; first and third; the third; first and second.
    CHECK(chances[0].in_a_run == doctest::Approx((1.0 + 0.5 + 0.0 + 0.5) / 4.0));
    CHECK(chances[1].in_a_run == doctest::Approx(0.5 / 4.0));
    CHECK(chances[2].in_a_run == doctest::Approx((0.5 + 1.0) / 4.0));
    const auto reversed = best_chances({series({2, 5}), series({1, 6})}, false, 1);
    CHECK(reversed[0].in_a_run == doctest::Approx(0.5));
}

TEST_CASE("the chance of being best on average is the normal law's of the paired difference")
{
    // 400 runs, a common part and a difference with mean 0.08 and standard deviation 1: its mean lies 1.6
    // standard errors from 0, sampled anew. What the resamples should say is Φ(mean / standard error) of this
    // very sample, up to their own noise (4 000 resamples: a standard error of at most 0.008, here 0.004) and
    // skewness.
    std::mt19937 bits(5);
    std::normal_distribution<double> normal;
    std::vector<double> base;
    std::vector<double> changed;
    double sum = 0.0;
    double squares = 0.0;
    for (int r = 0; r < 400; ++r) {
        const double common = 10.0 + 3.0 * normal(bits);
        const double difference = 0.08 + normal(bits);
        base.push_back(common);
        changed.push_back(common + difference);
        sum += difference;
        squares += difference * difference;
    }
    const double mean = sum / 400.0;
    const double error = std::sqrt((squares / 400.0 - mean * mean) / 400.0);
    const auto chances = best_chances({series(base), series(changed)}, true, 3);
    const double expected = 0.5 * std::erfc(-mean / error / std::sqrt(2.0));
    CHECK(std::abs(chances[1].on_average - expected) < 0.02);
    CHECK(chances[0].on_average + chances[1].on_average == doctest::Approx(1.0));
    // Without the pairing the common part would drown the difference.
    CHECK(chances[1].on_average != doctest::Approx(0.5).epsilon(0.05));
}

TEST_CASE(
    "the chance of being best is the same whenever it is asked for, and another seed draws other resamples")
{
    const std::vector<PairSeries> figures{series({1, 2, 3, 4, 5, 6}), series({2, 1, 4, 3, 6, 5.5})};
    const auto once = best_chances(figures, true, 1);
    CHECK(once[0].on_average == best_chances(figures, true, 1)[0].on_average);
    CHECK(once[0].on_average != best_chances(figures, true, 2)[0].on_average);
}

TEST_CASE("only figures of which more or less is better may decide who is best")
{
    CHECK(may_be_best_in("cost"));
    CHECK(may_be_best_in("answer_rate"));
    CHECK(may_be_best_in("cost.wages_per_answered"));
    CHECK_FALSE(may_be_best_in("offered"));
    CHECK_FALSE(may_be_best_in("wait_p95_s"));
    CHECK_FALSE(may_be_best_in("nonsense"));
}
