#pragma once
/// The document that a manager writes and the window edits: a practice, its callers, its people, its routes
/// and contracts, in human units and with the defaults of scenario format 1 (docs/scenario-format.md). Plain
/// values; equality compares all of them.

#include "sim/scenario/contact.h"
#include "sim/scenario/contract.h"
#include "sim/scenario/experience.h"
#include "sim/scenario/group.h"
#include "sim/scenario/route.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// What happens to calls still in the system at the end.
enum class EndRule { drain, cut };

struct TimeFrame {
    Date start{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(2)}; ///< local date of day 0
    int days = 28;
    Duration interval = minutes(15); ///< reporting and staffing interval; divides the day
    Duration warm_up;                ///< simulated before day 0 and discarded
    EndRule end = EndRule::drain;
    friend bool operator==(const TimeFrame&, const TimeFrame&) = default;
};

/// Meetings and breaks: the named groups do not answer.
struct Away {
    std::string name;
    std::vector<std::string> groups;
    WeekWindows windows; ///< its weekday keys stand beside `name`
    friend bool operator==(const Away&, const Away&) = default;
};

/// When the practice itself is open.
struct Hours {
    WeekWindows open; ///< its weekday keys stand beside `closures`
    std::vector<Date> closures;
    std::vector<Away> away;
    friend bool operator==(const Hours&, const Hours&) = default;
};

/// Trunks shared by contacts; calls beyond are blocked.
struct Line {
    std::string name;
    int count = 0;
    std::vector<std::string> contacts; ///< empty: every contact that comes by telephone
    friend bool operator==(const Line&, const Line&) = default;
};

/// A named set of contacts or groups: a site, a language.
struct Segment {
    std::string name;
    std::vector<std::string> contacts;
    std::vector<std::string> groups;
    friend bool operator==(const Segment&, const Segment&) = default;
};

enum class UncertaintyPer { day, interval, month, run };

struct VolumeUncertainty {
    double cv = 0.0;
    UncertaintyPer per = UncertaintyPer::day;
    bool common = true; ///< one factor for all contacts
    friend bool operator==(const VolumeUncertainty&, const VolumeUncertainty&) = default;
};

struct ForecastError {
    double bias = 0.0; ///< mean of (actual / forecast) − 1
    double cv = 0.0;
    UncertaintyPer per = UncertaintyPer::month;
    friend bool operator==(const ForecastError&, const ForecastError&) = default;
};

struct HandleUncertainty {
    double cv = 0.0;
    UncertaintyPer per = UncertaintyPer::day;
    friend bool operator==(const HandleUncertainty&, const HandleUncertainty&) = default;
};

/// What nobody knows when promising.
struct Uncertainty {
    std::optional<VolumeUncertainty> volume;
    std::optional<ForecastError> forecast_error;
    std::optional<HandleUncertainty> handle;
    friend bool operator==(const Uncertainty&, const Uncertainty&) = default;
};

/// Technology, bonus pool, recruiting …
struct CostItem {
    std::string name;
    Money monthly;
    Money once;
    Money per_agent_year;
    std::string origin; ///< where the figure is from
    friend bool operator==(const CostItem&, const CostItem&) = default;
};

/// What this scenario is said to show; checked and printed after a run.
struct Expectation {
    std::string kpi;
    std::optional<std::string> contact;
    std::vector<std::string> contacts;
    std::optional<std::string> group;
    std::optional<std::string> segment;
    std::optional<std::string> part; ///< "urgent"
    std::optional<WeekWindows> hours;
    std::optional<std::string> by; ///< "hour", with `quantile`
    std::optional<Probability> quantile;
    std::optional<double> at_least;
    std::optional<double> at_most;
    std::optional<std::string> versus; ///< another scenario's file
    std::optional<double> change_at_least;
    std::optional<double> change_at_most;
    std::string origin;
    friend bool operator==(const Expectation&, const Expectation&) = default;
};

struct RunSettings {
    int replications = 200;
    std::map<std::string, double> precision; ///< KPI → half-width, for sequential stopping
    std::uint64_t seed = 1;
    friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

struct Scenario {
    int format = 1;
    std::string name;
    std::string currency = "EUR";
    std::string timezone = "UTC";
    std::optional<Duration> ring; ///< length of one ring; lets durations be said as "3 rings"
    TimeFrame time;
    std::optional<Hours> hours; ///< none: always open
    std::vector<NamedProfile> profiles;
    std::vector<Contact> contacts;
    std::vector<Group> groups;
    std::vector<Route> routes;
    std::vector<Line> lines;
    std::vector<Contract> contracts;
    std::vector<Segment> segments;
    std::optional<Uncertainty> uncertainty;
    std::optional<Experience> experience; ///< none: nobody is rated
    std::vector<CostItem> costs;
    std::vector<Expectation> expect;
    RunSettings run;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

} // namespace switchroom
