#pragma once
/// How the choices of a scenario file are spelled, in the order of their enumerators. The same spelling
/// serves reading, writing, the reference page and results.

#include "sim/scenario/scenario.h"

#include <array>
#include <string_view>

namespace switchroom {

template <class E>
struct EnumNames;

template <class E>
concept NamedEnum = requires
{
    EnumNames<E>::names;
};

/// The spelling of an enumerator: to_name(Channel::in_person) == "in-person".
template <NamedEnum E>
constexpr std::string_view to_name(E value)
{
    return EnumNames<E>::names[static_cast<std::size_t>(value)];
}

#define SWITCHROOM_ENUM_NAMES(E, what_it_is, ...)                                                            \
    template <>                                                                                              \
    struct EnumNames<E> {                                                                                    \
        static constexpr std::string_view what = what_it_is;                                                 \
        static constexpr auto names = std::to_array<std::string_view>({__VA_ARGS__});                        \
    };

SWITCHROOM_ENUM_NAMES(DayKey, "day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekdays", "weekend",
                      "every_day")
SWITCHROOM_ENUM_NAMES(Family, "family", "constant", "exponential", "lognormal", "gamma", "weibull", "erlang",
                      "hyperexponential", "uniform", "triangular", "empirical", "mixture", "hazard")
SWITCHROOM_ENUM_NAMES(ProfileShape, "shape", "steps", "linear")
SWITCHROOM_ENUM_NAMES(ProfileCounts, "way of counting", "needs", "attempts")
SWITCHROOM_ENUM_NAMES(LogRetries, "choice", "as logged", "regenerate")
SWITCHROOM_ENUM_NAMES(LogHandle, "choice", "recorded", "drawn")
SWITCHROOM_ENUM_NAMES(Channel, "channel", "voice", "chat", "message", "callback", "outbound", "in-person")
SWITCHROOM_ENUM_NAMES(AtClosing, "choice", "serve", "closed-route", "disconnect")
SWITCHROOM_ENUM_NAMES(PromiseClock, "clock", "opening", "elapsed")
SWITCHROOM_ENUM_NAMES(Formula, "formula", "answered/offered", "answered/answered",
                      "answered/offered-excluding-abandons-within", "(answered+abandoned)/offered",
                      "answered/offered-excluding-short-abandons", "(answered+short-abandoned)/offered",
                      "answered/offered+flow-outs", "virtual-wait")
SWITCHROOM_ENUM_NAMES(Leaves, "choice", "after-call", "at-once")
SWITCHROOM_ENUM_NAMES(Pick, "choice", "longest-idle", "least-occupied", "random")
SWITCHROOM_ENUM_NAMES(Next, "choice", "priority", "longest-wait", "weighted-wait", "longest-queue")
SWITCHROOM_ENUM_NAMES(PredictBy, "predictor", "last-wait", "head-of-queue", "mean-of-last", "queue-length",
                      "queue-length-patience")
SWITCHROOM_ENUM_NAMES(Choose, "choice", "listed", "longest-idle", "random")
SWITCHROOM_ENUM_NAMES(SlaMetric, "metric", "service_level", "abandonment", "asa", "answered", "longest_wait",
                      "callback_on_time", "message_on_time", "hold")
SWITCHROOM_ENUM_NAMES(SlaScope, "scope", "contact", "vendor")
SWITCHROOM_ENUM_NAMES(SlaClock, "clock", "ring", "queue", "offered-to-vendor", "after-greeting")
SWITCHROOM_ENUM_NAMES(SlaClockStop, "end of the clock", "pick-up", "greeting")
SWITCHROOM_ENUM_NAMES(WaitOf, "choice", "answered", "received")
SWITCHROOM_ENUM_NAMES(Relief, "relief", "void", "cap", "drop-days")
SWITCHROOM_ENUM_NAMES(SlaWindow, "window", "interval", "hour", "day", "week", "month", "quarter", "year",
                      "term")
SWITCHROOM_ENUM_NAMES(Aggregate, "aggregate", "pooled", "share_of_grains", "every_grain", "mean_of_grains")
SWITCHROOM_ENUM_NAMES(CreditBase, "base", "invoice", "monthly", "at_risk")
SWITCHROOM_ENUM_NAMES(EndRule, "end", "drain", "cut")
SWITCHROOM_ENUM_NAMES(UncertaintyPer, "period", "day", "interval", "month", "run")

/// Keys of month_factor.
inline constexpr auto month_names = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

#undef SWITCHROOM_ENUM_NAMES

} // namespace switchroom
