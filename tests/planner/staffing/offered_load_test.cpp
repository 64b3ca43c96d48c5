#include "planner/erlang/transient.h"
#include "planner/staffing/offered_load.h"

#include <cmath>
#include <doctest/doctest.h>
#include <numbers>

namespace switchroom::staffing {

namespace {

const std::vector<LoadInterval> peaked = {{1800, 0.02}, {1800, 0.1}, {600, 0.3},
                                          {3600, 0.05}, {1800, 0.0}, {1800, 0.01}};

std::vector<OfferedLoad> loads_of(const std::vector<LoadInterval>& day, const Distribution& handle,
                                  LoadMethod method)
{
    const auto loads = offered_loads(day, handle, method);
    REQUIRE(loads.ok());
    return *loads;
}

} // namespace

TEST_CASE("the modified offered load is the mean of busy agents where agents never lack")
{
    // Two roads: an integral over calls' ages, and Kolmogorov's equations of the day with 400 agents
    // (exponential handle times).
    std::vector<erlang::TransientInterval> day;
    for (const LoadInterval& i : peaked)
        day.push_back({i.length_s, i.arrival_rate_per_s, 400, 300, 100, 20});
    const auto exact = erlang::transient(day);
    REQUIRE(exact.ok());
    const auto loads = loads_of(peaked, law::exponential(300), LoadMethod::modified);
    std::vector<double> ends;
    double end = 0.0;
    for (const LoadInterval& i : peaked)
        ends.push_back(end += i.length_s);
    const auto at_ends = modified_offered_load(peaked, law::exponential(300), ends);
    REQUIRE(at_ends.ok());
    for (std::size_t i = 0; i < peaked.size(); ++i) {
        CAPTURE(i);
        CHECK(loads[i].average == doctest::Approx((*exact)[i].mean_busy).epsilon(1e-9));
        CHECK((*at_ends)[i] == doctest::Approx((*exact)[i].mean_in_system_at_end).epsilon(1e-10));
        CHECK(loads[i].largest >= loads[i].average);
    }
}

TEST_CASE("a sine of calls makes a later and flatter sine of work, as Eick, Massey and Whitt say")
{
    // λ(t) = 0.1 (1 + 0.8 sin γt) in steps of 15 s; the load once the start is forgotten, E S = 240 s,
    // exponential.
    const double gamma = 2.0 * std::numbers::pi / 7200.0;
    std::vector<LoadInterval> day;
    for (int i = 0; i < 1440; ++i)
        day.push_back({15, 0.1 * (1.0 + 0.8 * std::sin(gamma * (15.0 * i + 7.5)))});
    std::vector<double> at;
    for (double t = 14400.0; t <= 21600.0; t += 300.0)
        at.push_back(t);
    const auto load = modified_offered_load(day, law::exponential(240), at);
    REQUIRE(load.ok());
    const double turn = gamma * 240.0;
    for (std::size_t k = 0; k < at.size(); ++k) {
        const double wave = (std::sin(gamma * at[k]) - turn * std::cos(gamma * at[k])) / (1.0 + turn * turn);
        CHECK((*load)[k] == doctest::Approx(24.0 * (1.0 + 0.8 * wave)).epsilon(1e-4)); // the steps' own error
    }
}

TEST_CASE("constant handle times make the modified load a moving count of calls")
{
    const auto load =
        modified_offered_load(peaked, law::constant(600), {300, 600, 1800, 2100, 2400, 4500, 100000});
    REQUIRE(load.ok());
    const double expected[] = {6, 12, 12, 36, 60, 0.1 * 0 + 0.3 * 300 + 0.05 * 300, 0};
    for (std::size_t k = 0; k < 7; ++k)
        CHECK((*load)[k] == doctest::Approx(expected[k]).epsilon(1e-12));
    // Average over 1800 … 3600: 600 s from 12 to 60 in a line, then 60.
    const auto loads = loads_of(peaked, law::constant(600), LoadMethod::modified);
    CHECK(loads[1].average == doctest::Approx((600 * 36.0 + 1200 * 60.0) / 1800).epsilon(1e-10));
    CHECK(loads[1].largest == doctest::Approx(60));
}

TEST_CASE("all methods bring the same work in the end")
{
    std::vector<LoadInterval> day = peaked;
    day.push_back({200000, 0}); // time for the last calls
    for (const Distribution& handle :
         {law::exponential(300), law::lognormal(300, 400), law::gamma(0.5, 300), law::uniform(100, 500)}) {
        double work[3] = {0, 0, 0};
        for (const LoadMethod method : {LoadMethod::stationary, LoadMethod::lagged, LoadMethod::modified}) {
            const auto loads = loads_of(day, handle, method);
            for (std::size_t i = 0; i < day.size(); ++i)
                work[static_cast<std::size_t>(method)] += loads[i].average * day[i].length_s;
        }
        CHECK(work[1] == doctest::Approx(work[0]).epsilon(1e-12));
        CHECK(work[2] == doctest::Approx(work[0]).epsilon(1e-5));
    }
}

TEST_CASE("the lag shifts the stationary load by the mean residual handle time")
{
    // E S_e = 300 s for constant 600 s: the first 300 s of each interval carry the rate before.
    const auto loads = loads_of(peaked, law::constant(600), LoadMethod::lagged);
    CHECK(loads[0].average == doctest::Approx(12.0 * 1500 / 1800));
    CHECK(loads[1].average == doctest::Approx((12.0 * 300 + 60.0 * 1500) / 1800));
    CHECK(loads[2].average == doctest::Approx((60.0 * 300 + 180.0 * 300) / 600));
    CHECK(loads[2].largest == doctest::Approx(180));
    CHECK(loads_of(peaked, law::constant(600), LoadMethod::stationary)[2].average == doctest::Approx(180));
}

TEST_CASE("the pointwise stationary average weighs by calls")
{
    const std::vector<LoadInterval> day = {{100, 1}, {300, 3}, {50, 0}};
    CHECK(pointwise_stationary_average(day, 10, [](double load, std::size_t) { return load; }) ==
          doctest::Approx(28.0));
    CHECK(pointwise_stationary_average({{50, 0}}, 10, [](double, std::size_t) { return 1.0; }) == 0.0);
}

TEST_CASE("nonsense has no load")
{
    CHECK_FALSE(offered_loads({}, law::exponential(300), LoadMethod::modified).ok());
    CHECK_FALSE(offered_loads({{0, 1}}, law::exponential(300), LoadMethod::modified).ok());
    CHECK_FALSE(offered_loads({{1800, -1}}, law::exponential(300), LoadMethod::modified).ok());
    CHECK_FALSE(offered_loads({{1800, std::nan("")}}, law::exponential(300), LoadMethod::lagged).ok());
    CHECK_FALSE(offered_loads({{1800, 1}}, law::constant(0), LoadMethod::lagged).ok());
    CHECK_FALSE(modified_offered_load({{1800, 1}}, law::constant(60), {-1}).ok());
}

} // namespace switchroom::staffing
