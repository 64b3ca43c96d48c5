#include "planner/study/design.h"
#include "planner/study/filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace switchroom;

namespace {

StudyAxis range_axis(const std::string& name, double from, double to)
{
    StudyAxis axis;
    axis.name = name;
    axis.lever = "volume";
    axis.range = AxisRange{.from = from, .to = to, .step = {}, .count = {}};
    return axis;
}

StudyAxis list_axis(const std::string& name, const std::vector<int>& numbers)
{
    StudyAxis axis;
    axis.name = name;
    axis.path = "run.seed";
    for (const int number : numbers)
        axis.list.push_back({std::to_string(number), static_cast<double>(number)});
    return axis;
}

Study design_of(StudyDesign::Kind kind, int points, std::size_t axes)
{
    Study study;
    study.design = {kind, points, 7};
    for (std::size_t i = 0; i < axes; ++i)
        study.axes.push_back(range_axis("a" + std::to_string(i), 0.0, 1.0));
    return study;
}

} // namespace

TEST_CASE("a grid holds every combination once, the last axis fastest")
{
    Study study;
    study.axes = {list_axis("a", {1, 2}), list_axis("b", {10, 20, 30})};
    const auto points = plan_points(study);
    REQUIRE(points.size() == 6);
    CHECK(points[0].values[0].literal == "1");
    CHECK(points[1].values[1].literal == "20");
    CHECK(points[5].values[0].literal == "2");
    CHECK(points[5].values[1].literal == "30");
    for (std::size_t i = 0; i < points.size(); ++i)
        CHECK(points[i].number == i);
}

TEST_CASE("a range is cut by step or by count, both ends among the values, without dust of fractions")
{
    StudyAxis axis = range_axis("volume", 0.8, 1.2);
    axis.range->step = 0.1;
    std::vector<std::string> written;
    for (const AxisValue& value : grid_values(axis))
        written.push_back(value.literal);
    CHECK(written == std::vector<std::string>{"0.8", "0.9", "1", "1.1", "1.2"});
    axis.range->step.reset();
    axis.range->count = 3;
    axis.unit = "s";
    axis.range->from = 10;
    axis.range->to = 20;
    written.clear();
    for (const AxisValue& value : grid_values(axis))
        written.push_back(value.literal);
    CHECK(written == std::vector<std::string>{"\"10s\"", "\"15s\"", "\"20s\""});
}

TEST_CASE("a filter leaves points out, and those that stay keep their numbers")
{
    Study study;
    study.axes = {list_axis("desk", {1, 2, 3}), list_axis("vendor", {1, 2, 3})};
    study.filters = {"desk + vendor <= 4", "desk != 2"};
    std::vector<std::size_t> numbers;
    for (const StudyPoint& point : plan_points(study))
        numbers.push_back(point.number);
    CHECK(numbers == std::vector<std::size_t>{0, 1, 2, 6}); // (1,1) (1,2) (1,3) (3,1)
}

TEST_CASE("each slice of each axis of a Latin hypercube holds exactly one point")
{
    const Study study = design_of(StudyDesign::Kind::latin_hypercube, 97, 4);
    const auto points = plan_points(study);
    REQUIRE(points.size() == 97);
    for (std::size_t axis = 0; axis < 4; ++axis) {
        std::set<int> slices;
        for (const StudyPoint& point : points)
            slices.insert(static_cast<int>(std::floor(*point.values[axis].number * 97.0)));
        CHECK(slices.size() == 97);
    }
    std::set<std::vector<double>> different;
    for (const StudyPoint& point : points)
        different.insert({*point.values[0].number, *point.values[1].number});
    CHECK(different.size() == 97);
}

TEST_CASE("the first 2^k − 1 Sobol points of an axis are the multiples of 2^-k, each once")
{
    const Study study = design_of(StudyDesign::Kind::sobol, 63, 5);
    const auto points = plan_points(study);
    for (std::size_t axis = 0; axis < 5; ++axis) {
        std::set<double> places;
        for (const StudyPoint& point : points)
            places.insert(*point.values[axis].number * 64.0);
        std::set<double> expected;
        for (int i = 1; i < 64; ++i)
            expected.insert(i);
        CHECK(places == expected);
    }
}

TEST_CASE("changes are an axis of their own, the unchanged scenario first")
{
    Study study;
    study.axes = {list_axis("a", {1, 2})};
    study.changes = {{"no overflow", {}}};
    auto points = plan_points(study);
    REQUIRE(points.size() == 4);
    CHECK(points[0].change.empty());
    CHECK(points[2].change == "no overflow");
    study.as_is = false;
    points = plan_points(study);
    CHECK(points.size() == 2);
}

TEST_CASE("filters reckon with sums, factors and names in quotes, and say where they cannot be read")
{
    const auto value = [](std::string_view axis) -> std::optional<double> {
        return axis == "agents at noon" ? std::optional(3.0)
               : axis == "volume"       ? std::optional(0.3)
                                        : std::nullopt;
    };
    CHECK(parse_filter("2 * 'agents at noon' - 1 == 5")->passes(value));
    CHECK(parse_filter("volume <= 0.3")->passes(value));
    CHECK(parse_filter("volume + 0.1 >= 0.4")->passes(value)); // 0.3 + 0.1 is not 0.4 in binary
    CHECK_FALSE(parse_filter("volume < 0.3")->passes(value));
    CHECK_FALSE(parse_filter("unknown > 0")->passes(value));
    for (const char* wrong : {"", "volume", "volume <=", "<= 3", "volume <= 3 4", "volume * 2 < 1"})
        CHECK_FALSE(parse_filter(wrong).ok());
}
