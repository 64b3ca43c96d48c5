#include "planner/sensitivity/break_even.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace switchroom;

TEST_CASE("the break-even volume lies where the straight line is 0, its interval where the lines through the "
          "ends are")
{
    const auto found = break_even({{0.5, {-10.0, 2.0, 9}}, {1.0, {10.0, 2.0, 9}}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].volume == doctest::Approx(0.75));
    CHECK(found[0].low == doctest::Approx(0.70));  // −8 … 12
    CHECK(found[0].high == doctest::Approx(0.80)); // −12 … 8
    CHECK(found[0].rises);
}

TEST_CASE("a difference that falls has its interval the right way round")
{
    const auto found = break_even({{1.0, {30.0, 10.0, 9}}, {2.0, {-10.0, 10.0, 9}}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].volume == doctest::Approx(1.75));
    CHECK(found[0].low == doctest::Approx(1.5));  // 20 … −20
    CHECK(found[0].high == doctest::Approx(2.0)); // 40 … 0
    CHECK_FALSE(found[0].rises);
}

TEST_CASE("an end that crosses nowhere leaves the interval open up to the last point")
{
    const auto found = break_even({{0.5, {-1.0, 0.5, 9}}, {1.0, {0.2, 5.0, 9}}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].low < found[0].volume);
    CHECK(found[0].high == doctest::Approx(1.0));
}

TEST_CASE("without a change of sign there is no break-even, with several there are several")
{
    CHECK(break_even({{0.5, {1.0, 0.1, 9}}, {1.0, {2.0, 0.1, 9}}}).empty());
    CHECK(break_even({{0.5, {0.0, 0.0, 9}}, {1.0, {0.0, 0.0, 9}}}).empty());
    CHECK(break_even({{0.5, {-1.0, 0.0, 9}}, {1.0, {1.0, 0.0, 9}}, {1.5, {-1.0, 0.0, 9}}}).size() == 2);
    const auto on_a_point = break_even({{0.5, {-1.0, 0.1, 9}}, {1.0, {0.0, 0.1, 9}}, {1.5, {1.0, 0.1, 9}}});
    REQUIRE(on_a_point.size() == 1);
    CHECK(on_a_point[0].volume == doctest::Approx(1.0));
}
