#include "planner/staffing/shrinkage.h"

#include <doctest/doctest.h>

namespace switchroom {

TEST_CASE("reasons of shrinkage multiply and the gross-up divides")
{
    CHECK(combined_shrinkage({0.12, 0.08}) == doctest::Approx(1 - 0.88 * 0.92)); // 0.1904, not 0.20
    CHECK(combined_shrinkage({}) == 0.0);
    CHECK(scheduled_for(7, 0.3) == doctest::Approx(10)); // 7 · 1.3 = 9.1 would leave 6.4 there
    CHECK(whole_scheduled_for(7, 0.3) == 10);
    CHECK(whole_scheduled_for(8, 0.3) == 12); // 11.43
    CHECK(whole_scheduled_for(0, 0.3) == 0);
    CHECK(whole_scheduled_for(5, 0.0) == 5);
}

TEST_CASE("the float keeps the need when more are away than on average")
{
    // Binomial by hand: 2 of 2 come with 0.81, at least 2 of 3 with 0.972, of 4 with 0.9963.
    CHECK(scheduled_with_assurance(2, 0.1, 0.8) == 2);
    CHECK(scheduled_with_assurance(2, 0.1, 0.95) == 3);
    CHECK(scheduled_with_assurance(2, 0.1, 0.99) == 4);
    CHECK(scheduled_with_assurance(2, 0.0, 0.99) == 2);
    CHECK(scheduled_with_assurance(0, 0.3, 0.99) == 0);
}

TEST_CASE("a new person counts after training and grows in a line")
{
    constexpr double month_weeks = 365.25 / 7 / 12;
    CHECK(productivity(0, 0, 0) == 1.0);
    CHECK(productivity(0, month_weeks, 0) == 0.0);
    CHECK(productivity(1, month_weeks, 0) == doctest::Approx(1));
    CHECK(productivity(0, month_weeks / 2, 0) == doctest::Approx(0.5));
    CHECK(productivity(0, 0, month_weeks) == doctest::Approx(0.5));
    CHECK(productivity(0, 0, 2 * month_weeks) == doctest::Approx(0.25));
    CHECK(productivity(1, 0, 2 * month_weeks) == doctest::Approx(0.75));
}

TEST_CASE("turnover is replaced in time: the hires of a steady work force by hand")
{
    // Monthly leaving of a yearly 1 − 0.9^12 is 10 %.
    HeadcountPlan plan{.start = 10, .needed = {10, 10, 10, 10}, .yearly_turnover = 1 - 0.282429536481};
    SUBCASE("who is productive at once replaces who left")
    {
        const auto months = headcount(plan);
        CHECK(months[0].hires == doctest::Approx(0));
        CHECK(months[1].leavers == doctest::Approx(1.0));
        for (std::size_t m = 1; m < 4; ++m) {
            CHECK(months[m].hires == doctest::Approx(1.0));
            CHECK(months[m].productive == doctest::Approx(10.0));
            CHECK(months[m].headcount == doctest::Approx(10.0));
        }
    }
    SUBCASE("a month of training means hiring a month ahead, and more than will be needed")
    {
        plan.training_weeks = 365.25 / 7 / 12;
        const auto months = headcount(plan);
        CHECK(months[0].hires == doctest::Approx(1.0 / 0.9)); // a tenth of them leaves in training
        CHECK(months[0].headcount == doctest::Approx(10 + 1.0 / 0.9));
        CHECK(months[0].productive == doctest::Approx(10));
        CHECK(months[1].productive == doctest::Approx(10));
        CHECK(months[2].productive == doctest::Approx(10));
    }
}

TEST_CASE("growth without turnover hires the difference")
{
    const auto months = headcount({.start = 4, .needed = {4, 5, 5, 7}});
    CHECK(months[1].hires == doctest::Approx(1));
    CHECK(months[2].hires == doctest::Approx(0));
    CHECK(months[3].hires == doctest::Approx(2));
    CHECK(months[3].headcount == doctest::Approx(7));
    CHECK(months[3].leavers == 0.0);
}

} // namespace switchroom
