/// The sequential verdict keeps its error rates, and its interval may be looked at as often as one likes.

#include "planner/contract/verdict.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace switchroom;

namespace {

/// Terms of 12 windows, looked at after every 10 of them, at most `most` of them.
PromiseTest decided(double p, bool alike, std::mt19937_64& random, int most = 20000)
{
    PromiseTest test({}, !alike);
    std::uniform_real_distribution<double> uniform;
    for (int term = 1; term <= most && test.verdict() == Verdict::undecided; ++term) {
        int kept = 0;
        if (alike)
            kept = uniform(random) < p ? 12 : 0;
        else
            for (int w = 0; w < 12; ++w)
                kept += uniform(random) < p;
        test.add(12, kept);
        if (term % 10 == 0)
            test.look();
    }
    return test;
}

double share_of(Verdict verdict, double p, bool alike, int runs)
{
    std::mt19937_64 random(7);
    int found = 0;
    for (int i = 0; i < runs; ++i)
        found += decided(p, alike, random).verdict() == verdict;
    return static_cast<double>(found) / runs;
}

} // namespace

// 1 000 runs at an error rate of at most 0.05: above 0.075 with probability below 0.0004.
TEST_CASE("at the edges of the indifference zone a verdict is false in at most one of twenty cases")
{
    for (const bool alike : {false, true}) {
        CAPTURE(alike);
        CHECK(share_of(Verdict::kept, 0.93, alike, 1000) < 0.075);
        CHECK(share_of(Verdict::broken, 0.97, alike, 1000) < 0.075);
        CHECK(share_of(Verdict::kept, 0.97, alike, 1000) > 0.9);
        CHECK(share_of(Verdict::broken, 0.93, alike, 1000) > 0.9);
    }
}

TEST_CASE("terms of windows that are all alike would deceive a test that took them for independent")
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform;
    int false_kept = 0;
    for (int run = 0; run < 500; ++run) {
        PromiseTest naive({}, true);
        for (int term = 1; term <= 2000 && naive.verdict() == Verdict::undecided; ++term) {
            naive.add(12, uniform(random) < 0.93 ? 12 : 0);
            if (term % 10 == 0)
                naive.look();
        }
        false_kept += naive.verdict() == Verdict::kept;
    }
    CHECK(false_kept > 150); // of 500; the test that knows better has at most 5 %
}

// Over 400 paths the share that ever leaves the sequence is at most 0.05 (it is conservative); 0.08 would be
// exceeded by chance with probability below 0.005. Wilson's interval, looked at as often, is left far more
// often.
TEST_CASE("the confidence sequence covers at all looks at once, Wilson's interval does not")
{
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> uniform;
    int left = 0, left_wilson = 0;
    for (int path = 0; path < 400; ++path) {
        int k = 0;
        bool out = false, out_wilson = false;
        for (int n = 1; n <= 1000; ++n) {
            k += uniform(random) < 0.95;
            if (n % 10 != 0)
                continue;
            const Interval sequence = confidence_sequence(k, n);
            const Interval wilson = wilson_interval(k, n);
            out |= sequence.low > 0.95 || sequence.high < 0.95;
            out_wilson |= wilson.low > 0.95 || wilson.high < 0.95;
        }
        left += out;
        left_wilson += out_wilson;
    }
    CHECK(left < 32);
    CHECK(left_wilson > 80);
}

TEST_CASE("Wilson's interval is the published one")
{
    // Newcombe 1998, table I: 81 of 263 → 0.2553 to 0.3662; 0 of 20 → 0 to 0.1611; 29 of 29 → 0.8830 to 1.
    const auto rounded = [](double x) { return std::round(x * 1e4) / 1e4; };
    CHECK(rounded(wilson_interval(81, 263).low) == 0.2553);
    CHECK(rounded(wilson_interval(81, 263).high) == 0.3662);
    CHECK(rounded(wilson_interval(0, 20).low) == 0.0);
    CHECK(rounded(wilson_interval(0, 20).high) == 0.1611);
    CHECK(rounded(wilson_interval(29, 29).low) == 0.8830);
    CHECK(wilson_interval(29, 29).high == doctest::Approx(1.0));
}

TEST_CASE("the zone ends at 0.995, and blocks widen a fixed interval by their design effect")
{
    CHECK(Assurance{.wanted = 0.99}.p1() == 0.995);
    CHECK(Assurance{}.p0() == doctest::Approx(0.93));
    PromiseTest blocks({}, false), spread({}, true);
    for (int term = 0; term < 100; ++term) {
        blocks.add(12, term % 4 == 0 ? 0 : 12);
        spread.add(12, 9);
    }
    CHECK(blocks.probability() == 0.75);
    CHECK(blocks.design_effect() == doctest::Approx(12.0 * 100.0 / 99.0));
    CHECK(spread.design_effect() == 1.0);
    const Interval wide = blocks.interval(false), narrow = spread.interval(false);
    CHECK(wide.high - wide.low > 3.0 * (narrow.high - narrow.low));
}

TEST_CASE("a probability in a word")
{
    CHECK(band_of(0.95) == "very likely");
    CHECK(band_of(0.9) == "likely");
    CHECK(band_of(0.5) == "toss-up");
    CHECK(band_of(0.1) == "unlikely");
    CHECK(band_of(0.04) == "very unlikely");
}
