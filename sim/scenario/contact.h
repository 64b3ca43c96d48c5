#pragma once
/// A contact type: who calls (or writes, or stands at the desk), how often, how long it takes, how patient
/// they are, what becomes of those who are not served.

#include "sim/scenario/arrivals.h"
#include "sim/scenario/conditions.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

enum class Channel { voice, chat, message, callback, outbound, in_person };

/// What happens to calls that wait when the hours end.
enum class AtClosing { serve, closed_route, disconnect };

/// How a promised time runs: in opening hours, or on the wall clock.
enum class PromiseClock { opening, elapsed };

/// The service-level formulas of the results (see docs/reference: kpis).
enum class Formula {
    answered_offered,                           ///< F1
    answered_answered,                          ///< F2
    answered_offered_excluding_abandons_within, ///< F3
    answered_abandoned_offered,                 ///< F4
    answered_offered_excluding_short_abandons,  ///< F5
    answered_short_abandoned_offered,           ///< F6
    answered_offered_flow_outs,                 ///< F7
    virtual_wait,                               ///< F8, solvers only
};

/// `within = "2h"` or `within = "same day"`.
struct Promise {
    Duration within;       ///< 0 where same_day
    bool same_day = false; ///< by the end of the opening hours of the day on which it came
    friend bool operator==(const Promise&, const Promise&) = default;
};

/// Who abandons calls again with `probability`, who finds no free line with `after_block`, in both cases
/// after `delay` and at most `at_most` times for one need.
struct Redial {
    TimeVarying<Probability> probability;
    TimeVarying<Probability> after_block; ///< default 0
    DistributionSpec delay;
    int at_most = 3;
    friend bool operator==(const Redial&, const Redial&) = default;
};

/// A call resolves its need with `first_call`; otherwise the caller calls again after `repeat_delay`.
struct Resolution {
    TimeVarying<Probability> first_call{Probability{1.0}};
    DistributionSpec repeat_delay;
    std::optional<std::string> repeat_as; ///< the contact as which the caller calls again; default: the same
    friend bool operator==(const Resolution&, const Resolution&) = default;
};

/// A call that reached the wrong people and is transferred; `retold` is added to the second agent's talk.
struct Misrouted {
    TimeVarying<Probability> probability;
    std::string to;
    Duration retold;
    friend bool operator==(const Misrouted&, const Misrouted&) = default;
};

struct ServiceLevelTarget {
    Probability share{0.80};
    Duration within = seconds(20);
    Formula formula = Formula::answered_offered;
    Duration short_abandon = seconds(5); ///< for the formulas that except short abandons
    friend bool operator==(const ServiceLevelTarget&, const ServiceLevelTarget&) = default;
};

/// What the manager aims at; results are shown beside it and planners staff for it.
struct Target {
    std::optional<ServiceLevelTarget> service_level;
    std::optional<Probability> abandonment; ///< at most
    std::optional<Duration> asa;            ///< at most
    friend bool operator==(const Target&, const Target&) = default;
};

/// Margin lost when a caller never gets through, and the share of lost callers who really go elsewhere.
struct LostValue {
    Money lost_caller;
    Probability of_lost_callers{1.0};
    friend bool operator==(const LostValue&, const LostValue&) = default;
};

/// The urgent part of a message contact.
struct Urgent {
    Probability share;
    int priority = 1;
    std::optional<Promise> within;
    friend bool operator==(const Urgent&, const Urgent&) = default;
};

struct OnAbandon {
    std::string becomes;
    Probability share{1.0};
    friend bool operator==(const OnAbandon&, const OnAbandon&) = default;
};

struct Hold {
    TimeVarying<Probability> probability;
    DistributionSpec duration;
    friend bool operator==(const Hold&, const Hold&) = default;
};

/// The expected wait is announced: some balk (per announced minute), those who stay are more patient.
struct Announce {
    bool expected_wait = true;
    Probability balk_per_minute;
    double patience_factor = 1.0;
    friend bool operator==(const Announce&, const Announce&) = default;
};

/// A share of calls is patched through by the answering agent to somebody on call.
struct OnCall {
    Probability share;
    std::vector<std::string> chain;
    Probability reached{1.0}; ///< per try
    int tries = 1;            ///< per person of the chain
    Duration patch;           ///< time that a try takes
    friend bool operator==(const OnCall&, const OnCall&) = default;
};

/// How somebody who is to be called is reached.
struct Reach {
    Probability probability{1.0}; ///< per attempt
    int attempts = 1;
    Duration try_ = seconds(30);        ///< what an attempt in vain takes the agent
    Duration again_after = minutes(30); ///< until the next one
    friend bool operator==(const Reach&, const Reach&) = default;
};

/// A share of messages goes to the next tier after a time, with a promise of its own.
struct Escalation {
    std::string to;
    Probability share;
    Duration after;
    std::optional<Promise> within;
    friend bool operator==(const Escalation&, const Escalation&) = default;
};

struct Contact {
    std::string name;
    std::optional<std::string> key; ///< keeps its random numbers through a rename; default: the name
    Channel channel = Channel::voice;
    int priority = 3;                 ///< 1 is served first
    std::optional<WeekWindows> hours; ///< its own; default: those of the practice
    AtClosing at_closing = AtClosing::serve;
    std::optional<Arrivals> arrivals; ///< none: something else creates it
    Duration head_start;              ///< joins the queue as if it had waited that long

    /// Talk with the caller. `handle` instead where only the total is known: it occupies agent and caller,
    /// and wrap_up is 0.
    std::optional<TimeVarying<DistributionSpec>> talk;
    std::optional<TimeVarying<DistributionSpec>> handle;
    std::optional<TimeVarying<DistributionSpec>> wrap_up;  ///< default 0
    std::optional<TimeVarying<DistributionSpec>> patience; ///< default infinite
    TimeVarying<Probability> balk; ///< hangs up at once if it cannot be answered at once
    std::optional<Redial> redial;
    std::optional<Resolution> resolution;
    std::optional<Misrouted> misrouted;
    std::optional<Hold> hold;
    std::optional<Announce> announce;
    Predictor predictor; ///< of announced waits and of conditions on the expected wait
    std::optional<OnAbandon> on_abandon;
    std::optional<OnCall> on_call;
    std::map<std::string, Probability> outcomes; ///< what answered calls end with; shares, at most 1 together

    // Messages and callbacks.
    std::optional<Promise> within;
    std::optional<ClockTime> by; ///< promised by this time of day; instead of `within`
    PromiseClock clock = PromiseClock::opening;
    std::optional<Urgent> urgent;
    std::vector<Escalation> escalate;
    std::optional<Reach> reach; ///< callbacks and outbound calls

    // Chat.
    int concurrency = 1;
    std::vector<double> slowdown; ///< talk time × this with 1, 2, 3 … chats at once

    std::optional<Target> target;
    std::optional<LostValue> value;
    friend bool operator==(const Contact&, const Contact&) = default;
};

} // namespace switchroom
