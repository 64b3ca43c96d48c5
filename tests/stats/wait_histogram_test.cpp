#include "sim/stats/wait_histogram.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace switchroom;

namespace {

/// The least sample that at least the share p does not exceed, by sorting: the definition itself.
double sorted_quantile(std::vector<double> sample, double p)
{
    std::sort(sample.begin(), sample.end());
    const auto n = static_cast<double>(sample.size());
    std::size_t rank = 1;
    while (static_cast<double>(rank) / n < p)
        ++rank;
    return sample[rank - 1];
}

} // namespace

TEST_CASE("quantiles of waits are within 1 % of those of the sorted waits")
{
    std::mt19937_64 bits(11);
    std::vector<double> waits;
    WaitHistogram histogram;
    for (int i = 0; i < 20000; ++i) {
        const double u = std::generate_canonical<double, 53>(bits);
        const double wait_s = u < 0.3 ? 0.0 : std::exp(12.0 * u - 5.0); // zeros, then 0.25 s to 18 min
        waits.push_back(wait_s);
        histogram.add(wait_s);
    }
    CHECK(histogram.count() == 20000);
    for (const double p : {0.0, 0.1, 0.31, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const double exact = sorted_quantile(waits, p);
        CAPTURE(p);
        CHECK(std::abs(histogram.quantile(p) - exact) <= 0.01 * exact);
    }
}

TEST_CASE("every size of wait keeps its relative error from a millisecond to 48 days")
{
    for (double wait_s = std::ldexp(1.0, -10); wait_s < std::ldexp(1.0, 22); wait_s *= 1.0037) {
        WaitHistogram histogram;
        histogram.add(wait_s);
        REQUIRE(std::abs(histogram.quantile(0.5) - wait_s) <= wait_s / 128.0);
    }
}

TEST_CASE("a wait of nothing is exactly nothing and a wait below a millisecond is not")
{
    WaitHistogram histogram;
    histogram.add(0.0);
    histogram.add(0.0);
    histogram.add(1e-300);
    CHECK(histogram.zeros() == 2);
    CHECK(histogram.quantile(0.66) == 0.0);
    CHECK(histogram.quantile(0.67) > 0.0);
    CHECK(histogram.quantile(0.67) < 0.001);
}

TEST_CASE("a wait beyond 48 days counts in the last bin")
{
    WaitHistogram histogram;
    histogram.add(1e30);
    CHECK(histogram.count() == 1);
    CHECK(histogram.quantile(1.0) > std::ldexp(0.98, 22));
}

TEST_CASE("a quantile at a share that the waits hit exactly is the lower one")
{
    WaitHistogram histogram;
    for (int i = 1; i <= 20; ++i)
        histogram.add(i);
    CHECK(std::abs(histogram.quantile(0.95) - 19.0) < 0.2);
    CHECK(std::abs(histogram.quantile(0.5) - 10.0) < 0.1);
}

TEST_CASE("an empty histogram has no quantile")
{
    CHECK(std::isnan(WaitHistogram{}.quantile(0.5)));
}

TEST_CASE("merging gives the histogram of all waits together")
{
    WaitHistogram all;
    WaitHistogram odd;
    WaitHistogram even;
    for (int i = 0; i < 999; ++i) {
        const double wait_s = 0.1 * i;
        all.add(wait_s);
        (i % 2 == 0 ? even : odd).add(wait_s);
    }
    even += odd;
    CHECK(even.count() == all.count());
    for (const double p : {0.0, 0.2, 0.5, 0.9, 1.0})
        CHECK(even.quantile(p) == all.quantile(p));
    even.clear();
    CHECK(even.count() == 0);
}
