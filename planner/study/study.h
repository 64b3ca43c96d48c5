#pragma once
/// A study: one scenario and what is varied about it, as its file says it (docs/studies.md). Plain values.

#include "sim/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// A value as TOML writes it: what an edit puts into the scenario.
struct AxisValue {
    std::string literal;          ///< `3`, `"20s"`, `[["08:00", 2]]`
    std::optional<double> number; ///< where it is a number: what filters and pictures reckon with
    friend bool operator==(const AxisValue&, const AxisValue&) = default;
};

/// from, from + step, … up to `to` (a step that misses it by rounding counts), or `count` values at equal
/// distances, both ends among them.
struct AxisRange {
    double from = 0.0;
    double to = 0.0;
    std::optional<double> step;
    std::optional<int> count;
    bool whole = false; ///< numbers without a fraction, rounded to the nearest
    friend bool operator==(const AxisRange&, const AxisRange&) = default;
};

/// One thing that is varied: a value of the scenario (`path`) or an assumption (`lever`: "volume",
/// "handle time", "patience", "shrinkage", "forecast error", as factors). With `list` or `range` in a grid,
/// with `range` in a design.
struct StudyAxis {
    std::string name;
    std::optional<std::string> path; ///< "groups[front desk].agents", names or positions in the brackets
    std::optional<std::string> lever;
    std::vector<AxisValue> list;
    std::optional<AxisRange> range;
    std::string unit; ///< written behind a number of a range: "s" makes "20s"
    friend bool operator==(const StudyAxis&, const StudyAxis&) = default;
};

/// Several edits under one name; the changes of a study are an axis of their own.
struct NamedChange {
    std::string name;
    std::map<std::string, AxisValue> set; ///< path → value
    friend bool operator==(const NamedChange&, const NamedChange&) = default;
};

/// How points are chosen: every combination, or so many points spread over the ranges.
struct StudyDesign {
    enum class Kind { grid, latin_hypercube, sobol };
    Kind kind = Kind::grid;
    int points = 0;
    std::uint64_t seed = 1; ///< of the Latin hypercube
    friend bool operator==(const StudyDesign&, const StudyDesign&) = default;
};

struct StudyReplications {
    int block = 20;    ///< committed together
    int at_most = 200; ///< of a point
    friend bool operator==(const StudyReplications&, const StudyReplications&) = default;
};

struct Study {
    int format = 1;
    std::string name;
    std::string base;                  ///< scenario file, relative to the study's folder
    std::optional<std::uint64_t> seed; ///< default: the scenario's
    std::vector<std::string> kpis{"service_level", "answer_rate", "abandonment_rate", "mean_wait_s",
                                  "occupancy"};
    std::vector<std::string> scopes{"total"}; ///< of total, contacts, groups, segments
    StudyReplications replications;
    std::map<std::string, double> precision; ///< KPI of the total → 95 % half-width at which a point is done
    StudyDesign design;
    std::vector<StudyAxis> axes;
    std::vector<NamedChange> changes;
    bool as_is = true;                ///< beside the changes: the scenario without any
    std::vector<std::string> filters; ///< "desk + vendor <= 10": points that break one are left out
    friend bool operator==(const Study&, const Study&) = default;
};

} // namespace switchroom
