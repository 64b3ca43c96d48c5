#include "gui/widgets/plot/axis.h"
#include "gui/widgets/plot/reduce.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace switchroom;
using namespace switchroom::gui;
using namespace switchroom::gui::plot;

namespace {

const Locale english{Language::english, "EUR"};

/// Whether a number is 1, 2 or 5 times a power of ten.
bool is_round(double step)
{
    const double mantissa = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
    return std::abs(mantissa - 1.0) < 1e-6 || std::abs(mantissa - 2.0) < 1e-6 ||
           std::abs(mantissa - 5.0) < 1e-6;
}

std::vector<std::string> texts_of(const std::vector<Tick>& ticks)
{
    std::vector<std::string> texts;
    for (const Tick& tick : ticks)
        texts.push_back(tick.text);
    return texts;
}

Axis axis_of(KpiUnit unit)
{
    Axis axis;
    axis.scale = {"", unit, "EUR"};
    return axis;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("ticks of numbers lie in range, are multiples of 1, 2 or 5 × 10^n, and are neither few nor many")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> at(-1000.0, 1000.0);
    std::uniform_real_distribution<double> magnitude(-2.0, 6.0);
    for (int i = 0; i < 2000; ++i) {
        const double low = at(random);
        const AxisRange range{low, low + std::pow(10.0, magnitude(random))};
        const std::vector<Tick> ticks = ticks_of(axis_of(KpiUnit::count), range, 8, english);
        INFO(range.low << " … " << range.high);
        REQUIRE(ticks.size() >= 3);
        CHECK(ticks.size() <= 10);
        const double step = ticks[1].value - ticks[0].value;
        CHECK(is_round(step));
        for (const Tick& tick : ticks) {
            CHECK(tick.value >= range.low - 1e-6 * range.span());
            CHECK(tick.value <= range.high + 1e-6 * range.span());
            CHECK(std::abs(std::remainder(tick.value, step)) < 1e-3 * step);
        }
    }
}

TEST_CASE("ticks of one axis are written differently from each other")
{
    for (const KpiUnit unit :
         {KpiUnit::count, KpiUnit::share, KpiUnit::money, KpiUnit::hours, KpiUnit::seconds})
        for (const double span : {0.003, 0.07, 0.5, 1.0, 30.0, 900.0, 40000.0}) {
            const Texts texts = texts_of(ticks_of(axis_of(unit), {0.0, span}, 6, english));
            INFO("span " << span);
            CHECK(std::set<std::string>(texts.begin(), texts.end()).size() == texts.size());
        }
}

TEST_CASE("ticks carry their unit as people write it")
{
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::share), {0.0, 1.0}, 5, english)) ==
          Texts{"0 %", "20 %", "40 %", "60 %", "80 %", "100 %"});
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::money), {0.0, 2000.0}, 4, english)) ==
          Texts{"0 €", "500 €", "1 000 €", "1 500 €", "2 000 €"});
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::seconds), {0.0, 60.0}, 4, english)) ==
          Texts{"0 s", "15 s", "30 s", "45 s", "60 s"});
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::seconds), {0.0, 600.0}, 5, english)) ==
          Texts{"0 min", "2 min", "4 min", "6 min", "8 min", "10 min"});
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::share), {0.8, 0.802}, 4, {Language::french, "EUR"})) ==
          Texts{"80,00 %", "80,05 %", "80,10 %", "80,15 %", "80,20 %"});
    CHECK(texts_of(ticks_of(axis_of(KpiUnit::money), {-400.0, 0.0}, 2, english)) ==
          Texts{"−400 €", "−200 €", "0 €"});
}

TEST_CASE("ticks of the time of day stand at quarters, halves and whole hours")
{
    Axis axis;
    axis.kind = AxisKind::time_of_day;
    constexpr double hour = 3600.0;
    CHECK(texts_of(ticks_of(axis, {8 * hour, 18 * hour}, 10, english)).size() == 11);
    CHECK(texts_of(ticks_of(axis, {8 * hour, 18 * hour}, 5, english)) ==
          Texts{"08:00", "10:00", "12:00", "14:00", "16:00", "18:00"});
    CHECK(texts_of(ticks_of(axis, {8.1 * hour, 9.1 * hour}, 4, english)) ==
          Texts{"08:15", "08:30", "08:45", "09:00"});
    CHECK(texts_of(ticks_of(axis, {0.0, 24 * hour}, 4, english)) ==
          Texts{"00:00", "06:00", "12:00", "18:00", "24:00"});
}

TEST_CASE("labels that are times are thinned to full steps, others to every so many")
{
    std::vector<std::string> times;
    for (int minutes = 7 * 60 + 30; minutes < 18 * 60; minutes += 15)
        times.push_back(time_text(60.0 * minutes));
    Axis axis;
    axis.kind = AxisKind::labels;
    axis.labels = &times;
    const std::vector<Tick> ticks = ticks_of(axis, {0.0, static_cast<double>(times.size() - 1)}, 6, english);
    CHECK(texts_of(ticks) == Texts{"08:00", "10:00", "12:00", "14:00", "16:00"});
    CHECK(ticks.front().value == 2.0);

    std::vector<std::string> names;
    for (int i = 0; i < 100; ++i)
        names.push_back("practice " + std::to_string(i));
    axis.labels = &names;
    for (const int most : {1, 2, 3, 7, 20, 99, 100, 1000}) {
        const auto count = ticks_of(axis, {0.0, 99.0}, most, english).size();
        CHECK(count >= 1);
        CHECK(count <= static_cast<std::size_t>(most) + 1);
    }
}

TEST_CASE("a transform and its inverse undo each other, in both directions")
{
    for (const auto& [low_px, high_px] : {std::pair{20.0F, 900.0F}, std::pair{400.0F, 30.0F}}) {
        const Transform transform{{-3.0, 11.0}, low_px, high_px};
        CHECK(transform.pixel(-3.0) == low_px);
        CHECK(transform.pixel(11.0) == high_px);
        for (float pixel = 40.0F; pixel < 400.0F; pixel += 17.0F)
            CHECK(transform.pixel(transform.value(pixel)) == doctest::Approx(pixel).epsilon(1e-5));
        CHECK(std::isfinite(transform.pixel(1e300)));
    }
}

TEST_CASE("zooming keeps the place under the pointer, ends at the whole and never leaves it")
{
    const AxisRange all{0.0, 100.0};
    const AxisRange closer = *zoomed(all, 25.0, 0.5, all);
    CHECK(closer.span() == doctest::Approx(50.0));
    CHECK((25.0 - closer.low) / closer.span() == doctest::Approx(0.25));
    CHECK_FALSE(zoomed(closer, 25.0, 4.0, all).has_value());
    CHECK(panned({10.0, 30.0}, 1000.0, all) == AxisRange{80.0, 100.0});
    CHECK(panned({10.0, 30.0}, -1000.0, all) == AxisRange{0.0, 20.0});
    AxisRange deep = all;
    for (int i = 0; i < 1000; ++i)
        deep = zoomed(deep, 33.0, 0.5, all).value_or(all);
    CHECK(deep.span() > 0.0);
    CHECK(deep.low <= 33.0);
    CHECK(deep.high >= 33.0);
}

TEST_CASE("ranges that cannot be drawn become ones that can")
{
    const double nan = std::nan("");
    const double infinity = std::numeric_limits<double>::infinity();
    for (const AxisRange range : {AxisRange{nan, nan},
                                  {5.0, 5.0},
                                  {0.0, 0.0},
                                  {3.0, -3.0},
                                  {-infinity, infinity},
                                  {-1e308, 1e308},
                                  {1e12, 1e12},
                                  {0.0, 1e-300}}) {
        const AxisRange fine = drawable(range);
        CHECK(std::isfinite(fine.low));
        CHECK(std::isfinite(fine.high));
        CHECK(fine.span() > 0.0);
        CHECK(ticks_of(axis_of(KpiUnit::count), fine, 6, english).size() < 20);
    }
}

TEST_CASE("reducing a line keeps the highest and lowest point of every pixel column, and its ends")
{
    std::mt19937 random(11);
    std::normal_distribution<float> noise(200.0F, 40.0F);
    std::vector<Point> points;
    for (int i = 0; i < 100'000; ++i)
        points.push_back({static_cast<float>(i) * 0.008F, noise(random)});
    points[44'444].y = 9999.0F;
    points[55'555].y = -9999.0F;
    const std::vector<Point> few = reduced(points);
    CHECK(few.size() <= 4 * 801);
    CHECK(few.front() == points.front());
    CHECK(few.back() == points.back());
    CHECK(std::is_sorted(few.begin(), few.end(), [](Point a, Point b) { return a.x < b.x; }));
    const auto extremes = [](const std::vector<Point>& all, int column) {
        std::pair found{1e9F, -1e9F};
        for (const Point& p : all)
            if (static_cast<int>(p.x) == column)
                found = {std::min(found.first, p.y), std::max(found.second, p.y)};
        return found;
    };
    for (int column = 0; column < 800; column += 37)
        CHECK(extremes(few, column) == extremes(points, column));
    CHECK(std::count_if(few.begin(), few.end(), [](Point p) { return std::abs(p.y) == 9999.0F; }) == 2);
}
