#pragma once
/// What a vendor charges and promises.

#include "sim/scenario/contact.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace switchroom {

/// Calls above `above` in a month cost `per_call` (all calls where `whole_volume`).
struct PriceTier {
    double above = 0.0;
    Money per_call;
    friend bool operator==(const PriceTier&, const PriceTier&) = default;
};

/// The first `first` calls a month shorter than `below` are free.
struct FreeShortCalls {
    Duration below;
    int first = 0;
    friend bool operator==(const FreeShortCalls&, const FreeShortCalls&) = default;
};

/// All amounts per month unless the name says otherwise; a term that is absent is not charged.
struct Price {
    Money set_up;
    Money monthly;
    std::optional<Money> per_call;
    double included_calls = 0.0;
    std::vector<PriceTier> tiers;
    bool whole_volume = false;
    std::optional<Money> per_minute;
    double included_minutes = 0.0;
    std::optional<Money> overage_per_minute;
    std::optional<Duration> billing_step; ///< calls are rounded up to it
    bool bill_wrap_up = false;
    bool bill_hold = true;
    std::optional<FreeShortCalls> free_short_calls;
    std::optional<Money> automated_minute;
    std::optional<Money> patch_minute;
    std::optional<Money> per_seat;
    std::optional<Money> per_agent_hour;
    std::optional<Money> per_fte_month;
    std::optional<Money> per_booking;
    std::optional<Money> per_resolved;
    double after_hours_factor = 1.0;
    Money holiday_fee;
    Money exit_fee;
    Money minimum;
    friend bool operator==(const Price&, const Price&) = default;
};

enum class SlaMetric {
    service_level,
    abandonment,
    asa,
    answered,
    longest_wait,
    callback_on_time,
    message_on_time
};
enum class SlaScope { contact, vendor };
enum class SlaClock { ring, queue, offered_to_vendor, after_greeting };
enum class SlaWindow { interval, hour, day, week, month, quarter, year, term };
enum class Aggregate { pooled, share_of_grains, every_grain, mean_of_grains };
enum class CreditBase { invoice, monthly };

/// A share (0.95) or a time ("45s"), as the metric wants.
using Limit = std::variant<Probability, Duration>;

/// `[46, 0.25]`: from this value of the metric on (seconds for times, per cent for shares) `share` of the
/// base is due.
struct CreditTier {
    double from = 0.0;
    Probability share;
    friend bool operator==(const CreditTier&, const CreditTier&) = default;
};

struct Credit {
    std::optional<double> per_point; ///< share of `of` per percentage point (or second) missed
    std::optional<Money> flat;
    std::vector<CreditTier> tiers;
    double dead_band = 0.0; ///< points (or seconds) that cost nothing
    CreditBase of = CreditBase::invoice;
    std::optional<Probability> cap; ///< share of `of`
    std::optional<Money> cap_amount;
    friend bool operator==(const Credit&, const Credit&) = default;
};

struct Bonus {
    Limit above;
    Probability share;
    CreditBase of = CreditBase::invoice;
    friend bool operator==(const Bonus&, const Bonus&) = default;
};

/// A length of calendar time: `"12 months"`.
struct Term {
    enum class Unit { days, weeks, months, quarters, years };
    int count = 12;
    Unit unit = Unit::months;
    friend bool operator==(const Term&, const Term&) = default;
};

struct SlaClause {
    std::string name;
    SlaMetric metric = SlaMetric::service_level;
    std::vector<std::string> contacts; ///< empty: every contact
    std::optional<WeekWindows> hours;  ///< only contacts that arrive in these; default: always
    std::optional<Limit> at_least;
    std::optional<Limit> at_most;
    std::optional<Duration> within;
    SlaScope scope = SlaScope::contact;
    SlaClock clock = SlaClock::queue;
    Formula formula = Formula::answered_offered;
    Duration short_abandon;
    SlaWindow window = SlaWindow::month;
    Term term;
    Aggregate aggregate = Aggregate::pooled;
    std::optional<Duration> grain;
    Probability of_windows{1.0};
    std::string forecast = "profile"; ///< or a file
    std::optional<Probability> only_if_volume_within;
    std::optional<Credit> credit;
    std::optional<Bonus> bonus;
    friend bool operator==(const SlaClause&, const SlaClause&) = default;
};

struct Contract {
    std::string vendor;
    Price price;
    std::vector<SlaClause> sla;
    friend bool operator==(const Contract&, const Contract&) = default;
};

} // namespace switchroom
