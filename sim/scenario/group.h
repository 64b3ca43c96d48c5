#pragma once
/// An agent group: people with the same skills, how many of them when, how they choose, what they cost.

#include "sim/scenario/contact.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

/// Agents rebuilt from who served in a log: an agent counts as present between calls that are at most `gap`
/// apart.
struct StaffingFromLog {
    std::string file;
    std::optional<std::string> format;
    std::optional<std::string> columns;
    std::optional<std::string> where;
    Duration gap = minutes(30);
    friend bool operator==(const StaffingFromLog&, const StaffingFromLog&) = default;
};

/// How many agents are there. At most one of the four; none with shifts or individuals.
struct Staffing {
    std::optional<int>
        constant; ///< `agents = 3`: during the practice's hours, round the clock where there are none
    WeekSteps<int> steps;
    std::optional<std::string> file; ///< CSV with columns date (or day), time, agents
    std::optional<StaffingFromLog> log;
    friend bool operator==(const Staffing&, const Staffing&) = default;
};

/// What members of the group can do. `speed` divides talk and wrap-up.
struct Skill {
    std::string contact;
    int level = 1; ///< 1 is best
    double speed = 1.0;
    std::optional<TimeVarying<DistributionSpec>> talk; ///< this group's own law, instead of the contact's
    std::optional<TimeVarying<DistributionSpec>> handle;
    std::optional<TimeVarying<DistributionSpec>> wrap_up;
    friend bool operator==(const Skill&, const Skill&) = default;
};

/// Off for a whole day with `absence_day`; away for blocks that take the share `in_day` of the rest.
/// A plain number is read as absence_day: both together, by day.
struct Shrinkage {
    Probability absence_day;
    Probability in_day;
    Duration block = minutes(30);
    friend bool operator==(const Shrinkage&, const Shrinkage&) = default;
};

/// At shift end: finish the call, or hand it back to the head of the queue.
enum class Leaves { after_call, at_once };
/// Which idle agent of the group takes the next call.
enum class Pick { longest_idle, least_occupied, random };
/// Which waiting call a freed agent takes.
enum class Next { priority, longest_wait, weighted_wait, longest_queue };

struct GroupCost {
    Money hourly;
    double on_costs = 0.0; ///< on top of wages, as a share of them
    Money training_per_agent_year;
    Duration refresher;    ///< paid training of each agent in a month
    double turnover = 0.0; ///< agents who leave in a year, as a share of them
    Money recruiting;      ///< each agent who comes anew
    Duration onboarding;   ///< paid time of each of them before the first call
    friend bool operator==(const GroupCost&, const GroupCost&) = default;
};

/// A vendor's other clients, whose calls compete for the same agents.
struct SharedWith {
    Arrivals arrivals;
    std::optional<TimeVarying<DistributionSpec>> talk;
    std::optional<TimeVarying<DistributionSpec>> handle;
    std::optional<TimeVarying<DistributionSpec>> wrap_up;
    std::optional<TimeVarying<DistributionSpec>> patience;
    std::optional<int> priority; ///< default: the best among this file's contacts in the group
    std::optional<std::string> key;
    friend bool operator==(const SharedWith&, const SharedWith&) = default;
};

/// Time set apart for some contacts; `only`: nothing else is taken then.
struct Works {
    std::vector<std::string> contacts;
    std::vector<ClockWindow> during;
    bool only = false;
    friend bool operator==(const Works&, const Works&) = default;
};

struct Break {
    Duration length;
    ClockWindow between;
    bool paid = false;
    friend bool operator==(const Break&, const Break&) = default;
};

struct Shift {
    std::optional<std::string> name;
    int agents = 1;
    WeekWindows windows; ///< its weekday keys stand beside `agents`
    std::vector<Break> breaks;
    friend bool operator==(const Shift&, const Shift&) = default;
};

/// One person with hours (and perhaps skills) of their own. `name` is a role, never a person's name.
struct Individual {
    std::string name;
    WeekWindows windows; ///< its weekday keys stand beside `name`
    double speed = 1.0;
    std::optional<std::vector<Skill>> skills; ///< default: those of the group
    friend bool operator==(const Individual&, const Individual&) = default;
};

/// New agents take `start` times as long and halve the excess every `half_life_calls`.
struct Learning {
    double start = 1.0;
    double half_life_calls = 300.0;
    Probability experienced; ///< share of agents already at 1
    friend bool operator==(const Learning&, const Learning&) = default;
};

/// This group stands in for others: its size is this share of theirs.
struct Floats {
    std::vector<std::string> of;
    Probability share;
    friend bool operator==(const Floats&, const Floats&) = default;
};

struct Adherence {
    Duration start_sd; ///< standard deviation of when a shift really starts
    friend bool operator==(const Adherence&, const Adherence&) = default;
};

struct Group {
    std::string name;
    std::optional<std::string> key;
    std::string employer = "practice"; ///< or a vendor's name
    std::optional<Staffing> agents;
    std::vector<Shift> shifts;
    std::vector<Individual> individuals;
    std::optional<std::vector<Skill>> skills; ///< default: every contact that is served by people
    Shrinkage shrinkage;
    Leaves leaves = Leaves::after_call;
    Pick pick = Pick::longest_idle;
    Next next = Next::priority;
    std::map<std::string, double> weights; ///< for weighted-wait, by contact; default 1
    std::optional<GroupCost> cost;
    std::optional<SharedWith> shared_with;
    std::vector<Works> works;
    std::optional<Learning> learning;
    std::optional<Floats> floats;
    std::optional<Adherence> adherence;
    Probability tone{0.5}; ///< how kindly they speak, for [experience]
    friend bool operator==(const Group&, const Group&) = default;
};

} // namespace switchroom
