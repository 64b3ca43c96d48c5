#include "planner/study/design.h"

#include "planner/study/filter.h"
#include "sim/base/check.h"
#include "sim/random/philox.h"

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace switchroom {

namespace {

/// A number of a range with its unit, as TOML.
AxisValue value_of(double number, const StudyAxis& axis)
{
    const bool whole = axis.range && axis.range->whole;
    const double shown = whole ? std::round(number) : number;
    std::string words = whole ? fmt::format("{}", static_cast<long long>(shown)) : fmt::format("{}", shown);
    if (!axis.unit.empty())
        words = '"' + words + axis.unit + '"';
    return {std::move(words), shown};
}

/// from + (to − from) · share, without the dust of binary fractions: 0.8 + 2 · 0.1 is 1.
double tidied(double number)
{
    const double scale = std::max(std::abs(number), 1e-300);
    const double digits = std::pow(10.0, 12.0 - std::ceil(std::log10(scale)));
    return number == 0.0 ? 0.0 : std::round(number * digits) / digits;
}

std::vector<double> steps_of(const AxisRange& range)
{
    std::vector<double> numbers;
    if (range.count) {
        for (int i = 0; i < *range.count; ++i)
            numbers.push_back(tidied(range.from + (range.to - range.from) * i / (*range.count - 1)));
        return numbers;
    }
    const double step = range.step.value_or(1.0);
    const auto count = static_cast<std::int64_t>(std::floor((range.to - range.from) / step + 1e-9));
    for (std::int64_t i = 0; i <= count; ++i)
        numbers.push_back(tidied(range.from + static_cast<double>(i) * step));
    return numbers;
}

/// The value at a place in [0, 1) of the axis.
AxisValue value_at(double place, const StudyAxis& axis)
{
    if (axis.range) {
        const AxisRange& range = *axis.range;
        if (range.whole) { // equal slices for each whole number
            const double count = std::floor(range.to) - std::ceil(range.from) + 1.0;
            return value_of(std::ceil(range.from) + std::floor(place * count), axis);
        }
        return value_of(range.from + place * (range.to - range.from), axis);
    }
    const auto slice = static_cast<std::size_t>(place * static_cast<double>(axis.list.size()));
    return axis.list[std::min(slice, axis.list.size() - 1)];
}

/// Uniform on [0, 1), 53 bits, from (seed, axis, point, which).
double keyed_uniform(std::uint64_t seed, std::size_t axis, std::uint64_t point, std::uint32_t which)
{
    const PhiloxWords words =
        philox4x32({static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(point >> 32U),
                    static_cast<std::uint32_t>(axis), which},
                   seed);
    const std::uint64_t bits = (static_cast<std::uint64_t>(words[0]) << 32U | words[1]) >> 11U;
    return static_cast<double>(bits) * 0x1.0p-53;
}

/// places[point][axis].
using Places = std::vector<std::vector<double>>;

Places latin_hypercube(std::size_t points, std::size_t axes, std::uint64_t seed)
{
    Places places(points, std::vector<double>(axes));
    for (std::size_t axis = 0; axis < axes; ++axis) {
        std::vector<std::size_t> slice(points);
        std::iota(slice.begin(), slice.end(), std::size_t{0});
        for (std::size_t i = points; i > 1; --i) { // Fisher & Yates
            const auto other =
                static_cast<std::size_t>(keyed_uniform(seed, axis, i, 0) * static_cast<double>(i));
            std::swap(slice[i - 1], slice[std::min(other, i - 1)]);
        }
        for (std::size_t point = 0; point < points; ++point)
            places[point][axis] = (static_cast<double>(slice[point]) + keyed_uniform(seed, axis, point, 1)) /
                                  static_cast<double>(points);
    }
    return places;
}

Places sobol(std::size_t points, std::size_t axes)
{
    boost::random::sobol engine(axes);
    Places places(points, std::vector<double>(axes));
    for (auto& place : places)
        for (double& x : place)
            x = static_cast<double>(engine() >> 11U) * 0x1.0p-53;
    return places;
}

/// Every combination, the last axis fastest.
std::vector<std::vector<AxisValue>> combinations(const std::vector<StudyAxis>& axes)
{
    std::vector<std::vector<AxisValue>> all{{}};
    for (const StudyAxis& axis : axes) {
        std::vector<std::vector<AxisValue>> longer;
        for (const auto& begun : all)
            for (const AxisValue& value : grid_values(axis)) {
                longer.push_back(begun);
                longer.back().push_back(value);
            }
        all = std::move(longer);
    }
    return all;
}

std::vector<std::vector<AxisValue>> spread(const Study& study)
{
    const auto points = static_cast<std::size_t>(study.design.points);
    const Places places = study.design.kind == StudyDesign::Kind::sobol
                              ? sobol(points, study.axes.size())
                              : latin_hypercube(points, study.axes.size(), study.design.seed);
    std::vector<std::vector<AxisValue>> all(points);
    for (std::size_t point = 0; point < points; ++point)
        for (std::size_t axis = 0; axis < study.axes.size(); ++axis)
            all[point].push_back(value_at(places[point][axis], study.axes[axis]));
    return all;
}

std::vector<Filter> filters_of(const Study& study)
{
    std::vector<Filter> filters;
    for (const std::string& text : study.filters) {
        auto filter = parse_filter(text);
        SWITCHROOM_CHECK(filter.ok(), "filters were checked when the study was read");
        filters.push_back(*std::move(filter));
    }
    return filters;
}

bool passes_all(const std::vector<Filter>& filters, const Study& study, const StudyPoint& point)
{
    const auto number = [&](std::string_view name) -> std::optional<double> {
        for (std::size_t axis = 0; axis < study.axes.size(); ++axis)
            if (study.axes[axis].name == name)
                return point.values[axis].number;
        return std::nullopt;
    };
    return std::all_of(filters.begin(), filters.end(),
                       [&](const Filter& filter) { return filter.passes(number); });
}

} // namespace

std::vector<AxisValue> grid_values(const StudyAxis& axis)
{
    if (!axis.range)
        return axis.list;
    std::vector<AxisValue> values;
    for (const double number : steps_of(*axis.range))
        values.push_back(value_of(number, axis));
    return values;
}

std::vector<StudyPoint> plan_points(const Study& study)
{
    const auto combined =
        study.design.kind == StudyDesign::Kind::grid ? combinations(study.axes) : spread(study);
    std::vector<std::string> changes;
    if (study.as_is || study.changes.empty())
        changes.emplace_back();
    for (const NamedChange& change : study.changes)
        changes.push_back(change.name);
    const std::vector<Filter> filters = filters_of(study);
    std::vector<StudyPoint> points;
    std::size_t number = 0;
    for (const std::string& change : changes)
        for (const auto& values : combined) {
            StudyPoint point{number++, values, change};
            if (passes_all(filters, study, point))
                points.push_back(std::move(point));
        }
    return points;
}

} // namespace switchroom
