#include "sim/calllog/kaplan_meier.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace switchroom;

TEST_CASE("the product-limit estimate is the textbook's on Freireich's remission times")
{
    // 6-mercaptopurine arm, 21 patients, weeks (Freireich et al. 1963; survival as tabulated in Kalbfleisch &
    // Prentice 2002 and Cox & Oakes 1984): 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+
    // 35+
    const SurvivalCurve curve = kaplan_meier(
        {{6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
         {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
         {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}});
    CHECK(survival_at(curve, 5.9) == 1.0);
    CHECK(survival_at(curve, 6) == doctest::Approx(0.8571).epsilon(1e-4));
    CHECK(survival_at(curve, 7) == doctest::Approx(0.8067).epsilon(1e-4));
    CHECK(survival_at(curve, 10) == doctest::Approx(0.7529).epsilon(1e-4));
    CHECK(survival_at(curve, 13) == doctest::Approx(0.6902).epsilon(1e-4));
    CHECK(survival_at(curve, 16) == doctest::Approx(0.6275).epsilon(1e-4));
    CHECK(survival_at(curve, 22) == doctest::Approx(0.5378).epsilon(1e-4));
    CHECK(survival_at(curve, 23) == doctest::Approx(0.4482).epsilon(1e-4));
    CHECK(patience_quantile_s(curve, 0.5) == 23.0);
    CHECK(restricted_mean_s(curve, 1e9) == doctest::Approx(23.287).epsilon(1e-4));
    CHECK(exponential_mean_s(curve) == doctest::Approx(359.0 / 9.0));
    CHECK(curve.callers == 21);
    CHECK(curve.abandoned == 9);
}

TEST_CASE("nothing is claimed where nobody left")
{
    const SurvivalCurve curve = kaplan_meier({{10, false}, {20, false}});
    CHECK(survival_at(curve, 100) == 1.0);
    CHECK_FALSE(patience_quantile_s(curve, 0.5));
    CHECK_FALSE(exponential_mean_s(curve));
    CHECK(restricted_mean_s(curve, 15) == 15.0);
    CHECK(fit_hazard({{10, false}, {20, false}}).per_second == std::vector<double>{0.0});
    CHECK(kaplan_meier({}).steps.empty());
}

TEST_CASE("the fitted hazard integrates to the Kaplan–Meier curve at the edges of its pieces")
{
    std::mt19937_64 engine(1);
    std::exponential_distribution<double> patience(1.0 / 200.0), offered_wait(1.0 / 100.0);
    std::vector<PatienceObservation> observations;
    for (int i = 0; i < 20000; ++i) {
        const double p = patience(engine), w = offered_wait(engine);
        observations.push_back({std::min(p, w), p < w});
    }
    const SurvivalCurve curve = kaplan_meier(observations);
    const FittedHazard hazard = fit_hazard(observations, 100);
    double cumulative = 0.0;
    for (std::size_t i = 0; i + 2 < hazard.from_s.size(); ++i) {
        cumulative += hazard.per_second[i] * (hazard.from_s[i + 1] - hazard.from_s[i]);
        if (survival_at(curve, hazard.from_s[i + 1]) > 0.2)
            CHECK(std::exp(-cumulative) ==
                  doctest::Approx(survival_at(curve, hazard.from_s[i + 1])).epsilon(0.01));
    }
    // Exponential patience has a flat hazard of 1/200. The tail rests on 1/5 of about 6 667 who left:
    // standard error 1/sqrt(1 333) = 2.7 %; ± 4 standard errors leave 6e-5 for a false alarm.
    CHECK(hazard.per_second.back() == doctest::Approx(1.0 / 200.0).epsilon(0.11));
}

TEST_CASE("beyond the longest wait the hazard is its mean over the last fifth of those who left")
{
    // Ten leave at 10, 20 … 100; the last fifth leaves after 80: two in 10 + 10 + 0 … seconds at risk from 80
    // on, and the one at 80 itself.
    std::vector<PatienceObservation> observations;
    for (int i = 1; i <= 10; ++i)
        observations.push_back({10.0 * i, true});
    const FittedHazard hazard = fit_hazard(observations, 1);
    CHECK(hazard.from_s.back() == 101.0);
    CHECK(hazard.per_second.back() == doctest::Approx(3.0 / 30.0));
}
