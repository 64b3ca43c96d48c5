#pragma once
/// What a call meets, step after step, while the caller waits.

#include "sim/scenario/conditions.h"
#include "sim/scenario/contact.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace switchroom {

/// Which idle agent is chosen among several groups.
enum class Choose { listed, longest_idle, random };

/// `{ offer = ["front desk"], for = "20s" }`
struct OfferStep {
    std::vector<std::string> groups;      ///< in order of preference
    std::optional<Duration> for_;         ///< then the next step; none: to the end of patience
    std::map<std::string, int> keep_idle; ///< a group is taken only while more than this many of it are idle
    Choose choose = Choose::listed;
    std::optional<StepConditions> when; ///< none: always
    friend bool operator==(const OfferStep&, const OfferStep&) = default;
};

/// `{ callback = { becomes = "callbacks", accepted = 0.6 } }`; who declines goes on to the next step.
struct CallbackStep {
    std::string becomes;
    TimeVarying<Probability> accepted{Probability{1.0}};
    std::vector<ClockWindow> windows; ///< what the caller is promised
    std::optional<Promise> within;    ///< overrides the contact's
    std::optional<ClockTime> by;
    std::optional<int> attempts;        ///< overrides the contact's
    std::optional<Probability> reached; ///< per attempt; overrides the contact's
    bool keeps_place = false;           ///< virtual hold: rung back when the caller's turn comes
    std::optional<StepConditions> when; ///< none: always
    friend bool operator==(const CallbackStep&, const CallbackStep&) = default;
};

/// `{ voicemail = { hang_up = 0.8, becomes = "messages" } }`
struct VoicemailStep {
    TimeVarying<Probability> hang_up;
    std::string becomes;
    std::optional<StepConditions> when; ///< none: always
    friend bool operator==(const VoicemailStep&, const VoicemailStep&) = default;
};

/// `{ bot = { contained = 0.4, talk = {…}, hand_off = "messages", context_saves = 0.25 } }`
struct BotStep {
    TimeVarying<Probability> contained;
    DistributionSpec talk;
    std::optional<std::string> hand_off; ///< becomes this contact; none: goes on to the next step
    Probability context_saves;           ///< shortens the talk of what follows by this share
    std::optional<int> concurrency;      ///< default unlimited
    std::optional<StepConditions> when;  ///< none: always
    friend bool operator==(const BotStep&, const BotStep&) = default;
};

using RouteStep = std::variant<OfferStep, CallbackStep, VoicemailStep, BotStep>;

struct Route {
    std::vector<std::string> contacts; ///< `contact = "a"` or `contacts = ["a", "b"]`
    std::vector<RouteStep> open;       ///< empty: offer every skilled group in file order
    std::vector<RouteStep> closed;     ///< empty: turned away
    friend bool operator==(const Route&, const Route&) = default;
};

} // namespace switchroom
