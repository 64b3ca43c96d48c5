#include "planner/staffing/demand.h"

#include "planner/staffing/offered_load.h"
#include "tests/planner/staffing/days.h"

#include <cmath>
#include <doctest/doctest.h>
#include <numbers>

namespace switchroom {

TEST_CASE("points of a handle time have the law's mean, variance and tail")
{
    for (const Distribution& law : {law::exponential(240), law::lognormal(180, 160), law::gamma(0.5, 300),
                                    law::uniform(60, 500), law::hyperexponential(0.2, 600, 60)}) {
        CAPTURE(to_text(law.family));
        const std::vector<HandlePoint> points = handle_points(&law, nullptr, 1.0);
        CHECK(mean(points) == doctest::Approx(mean(law)).epsilon(3e-5));
        CHECK(mean_residual(points) ==
              doctest::Approx((variance(law) + mean(law) * mean(law)) / (2 * mean(law))).epsilon(2e-4));
        double longer = 0.0;
        for (const HandlePoint& point : points)
            longer += point.s > 2.0 * mean(law) ? point.weight : 0.0;
        CHECK(longer == doctest::Approx(survival(law, 2.0 * mean(law))).epsilon(0.05));
    }
}

TEST_CASE("talk and wrap-up add up, and a faster group shortens both")
{
    const Distribution talk = law::lognormal(180, 120);
    const Distribution wrap_up = law::exponential(60);
    const std::vector<HandlePoint> points = handle_points(&talk, &wrap_up, 0.5);
    CHECK(mean(points) == doctest::Approx(120).epsilon(1e-5));
    const double second = (120.0 * 120.0 + 60.0 * 60.0 + 240.0 * 240.0) / 4.0; // E (talk + wrap-up)² / 4
    CHECK(mean_residual(points) == doctest::Approx(second / 240.0).epsilon(2e-4));
    CHECK(handle_points(nullptr, nullptr, 1.0).front().s == 0.0);
}

TEST_CASE("the infinite-server load is that of the integral over calls' ages, for every law")
{
    // Another road to the same number: offered_load.h integrates the survival function piece by piece.
    const std::vector<double> per_hour{72, 360, 1080, 180, 0, 36};
    std::vector<staffing::LoadInterval> day;
    for (const double rate : per_hour)
        day.push_back({1800, rate / 3600});
    for (const Distribution& law : {law::exponential(300), law::lognormal(300, 270), law::gamma(0.5, 300),
                                    law::constant(420), law::uniform(100, 500)}) {
        const Demand demand = test::one_pool(per_hour, 1800, law, 120);
        std::vector<double> at;
        for (double t = 0.0; t <= 12000.0; t += 617.0)
            at.push_back(t);
        const auto expected = staffing::modified_offered_load(day, law, at);
        REQUIRE(expected.ok());
        for (std::size_t k = 0; k < at.size(); ++k) {
            CAPTURE(to_text(law.family));
            CAPTURE(at[k]);
            CHECK(std::fabs(infinite_server_load(demand.pools[0].streams[0], at[k]) - (*expected)[k]) <
                  2e-4 * 90.0); // of the 90 erlang at the peak: jumps of the rate fall between points
        }
    }
}

TEST_CASE("calls that grow along a line bring work that lags by the mean residual handle time")
{
    // m(t) = E S · (λ(t) − λ' E S_e) once the start is forgotten (Eick, Massey & Whitt 1993, linear rates).
    const Distribution handle = law::gamma(2.0, 300);
    const Stream stream{CumulativeRate({{0, 36000, 0.01, 0.37}}), handle_points(&handle, nullptr, 1.0), 300,
                        120};
    const double slope = 0.36 / 36000;
    for (const double t : {10000.0, 20000.0, 35000.0})
        CHECK(infinite_server_load(stream, t) ==
              doctest::Approx(300 * (0.01 + slope * t - slope * mean_residual(stream.handle))).epsilon(1e-5));
    CHECK(stream.arrivals.rate(18000) == doctest::Approx(0.19));
    CHECK(stream.arrivals.until(1e9) == doctest::Approx(0.19 * 36000));
    CHECK(stream.arrivals.rate(36000) == 0.0);
}

} // namespace switchroom
