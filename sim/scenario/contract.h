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

/// Minutes above `above` in a month cost `per_minute` (all minutes where `whole_volume`).
struct MinuteTier {
    double above = 0.0;
    Money per_minute;
    friend bool operator==(const MinuteTier&, const MinuteTier&) = default;
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
    std::vector<MinuteTier> minute_tiers;
    double included_minutes = 0.0;
    std::optional<Money> overage_per_minute;
    std::optional<Duration> billing_step; ///< calls are rounded up to it
    bool bill_wrap_up = false;
    std::optional<Duration> flat_wrap_up; ///< billed instead of the real wrap-up, once a call
    bool bill_hold = true;
    std::optional<FreeShortCalls> free_short_calls;
    std::optional<Money> automated_minute;
    std::optional<Money> patch_minute;
    std::optional<Money> per_seat;
    std::optional<int> seats; ///< none: the most people of the vendor scheduled at once in the month
    std::optional<Money> per_agent_hour;
    std::optional<Money> per_fte_month;
    double fte_hours = 151.67; ///< hours a month that make one full-time agent
    std::optional<Money> per_handle_minute;
    std::optional<Money> per_message;
    std::optional<Money> per_booking;
    std::optional<std::string> booking_outcome; ///< the outcome that is a booking; none: "booked"
    std::optional<Money> per_resolved;
    double after_hours_factor = 1.0;
    Money holiday_fee;
    Money exit_fee;
    Money minimum;
    std::optional<Probability> least_share_of_forecast; ///< so much of the forecast is invoiced at least
    friend bool operator==(const Price&, const Price&) = default;
};

enum class SlaMetric {
    service_level,
    abandonment,
    asa,
    answered,
    longest_wait,
    callback_on_time,
    message_on_time,
    hold
};
enum class SlaScope { contact, vendor };
enum class SlaClock { ring, queue, offered_to_vendor, after_greeting };
/// What ends the waiting: a person, or a recorded greeting.
enum class SlaClockStop { pick_up, greeting };
/// Whose waits a mean wait is taken over.
enum class WaitOf { answered, received };
enum class SlaWindow { interval, hour, day, week, month, quarter, year, term };
enum class Aggregate { pooled, share_of_grains, every_grain, mean_of_grains };
enum class CreditBase { invoice, monthly, at_risk };
/// What a volume outside of its band does: the window does not count, contacts beyond the limit weigh
/// nothing, or the days outside are left out.
enum class Relief { void_, cap, drop_days };

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
    std::optional<Money> amount_per_point;
    bool begun_points = false; ///< a fraction of a point counts as a whole one
    std::optional<Money> flat;
    std::vector<CreditTier> tiers;
    double dead_band = 0.0; ///< points (or seconds) that cost nothing
    CreditBase of = CreditBase::invoice;
    std::optional<Money> at_risk;   ///< the base where `of` is at_risk
    double repeat_factor = 1.0;     ///< on a miss that follows a miss
    std::optional<Probability> cap; ///< share of `of`
    std::optional<Money> cap_amount;
    friend bool operator==(const Credit&, const Credit&) = default;
};

struct Bonus {
    Limit above;
    std::optional<Probability> share;
    std::optional<double> per_point; ///< share of `of` per percentage point (or second) better than `above`
    std::optional<Money> flat;
    std::optional<Probability> cap; ///< share of `of`
    CreditBase of = CreditBase::invoice;
    friend bool operator==(const Bonus&, const Bonus&) = default;
};

/// A credit is given back if each of the next `windows` windows reaches `reaching`.
struct EarnBack {
    int windows = 3;
    Limit reaching;
    friend bool operator==(const EarnBack&, const EarnBack&) = default;
};

/// The client may leave after `misses` missed windows among any `of` that follow one another.
struct Termination {
    int misses = 3;
    int of = 6;
    friend bool operator==(const Termination&, const Termination&) = default;
};

/// Calendar days, both ends included: `2026-07-14`, or `[2026-08-01, 2026-08-31]`.
struct DateSpan {
    Date from{};
    Date to{};
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// Days that the clause does not see.
struct Exclusions {
    std::vector<DateSpan> dates;
    std::vector<DateSpan> client_outages;
    std::vector<DateSpan> client_staffing; ///< while the client dictates how many agents there are
    bool closures = false;                 ///< the practice's closure days
    std::optional<Duration> ramp_up;       ///< from the beginning of the term; whole days
    friend bool operator==(const Exclusions&, const Exclusions&) = default;
};

/// How far the volume may lie beside the forecast, as shares of it.
struct ForecastBand {
    std::optional<Probability> above;
    std::optional<Probability> below;
    Relief relief = Relief::void_;
    std::optional<Duration> locked; ///< how long before the window the forecast is fixed; told, not computed
    friend bool operator==(const ForecastBand&, const ForecastBand&) = default;
};

/// Contacts for which the promise is made: a day (cap, drop-days) or a window (void).
struct VolumeLimits {
    std::optional<double> at_least;
    std::optional<double> at_most;
    Relief relief = Relief::cap;
    friend bool operator==(const VolumeLimits&, const VolumeLimits&) = default;
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
    SlaClockStop clock_stops = SlaClockStop::pick_up;
    Duration greeting; ///< length of the recorded greeting
    WaitOf over = WaitOf::answered;
    Formula formula = Formula::answered_offered;
    Duration short_abandon;
    SlaWindow window = SlaWindow::month;
    Term term;
    Aggregate aggregate = Aggregate::pooled;
    std::optional<Duration> grain;
    std::optional<Probability> of_grains; ///< share of the grains that must comply
    Probability of_windows{1.0};
    int minimum_sample = 0;         ///< windows with fewer contacts do not count
    std::optional<double> round_to; ///< points (or seconds): the figure is rounded before it is judged
    Exclusions except;
    std::string forecast = "profile"; ///< or a file
    std::optional<Probability> only_if_volume_within;
    std::optional<ForecastBand> band;
    std::optional<VolumeLimits> volume;
    std::optional<Credit> credit;
    std::optional<Bonus> bonus;
    std::optional<EarnBack> earn_back;
    std::optional<Termination> termination;
    friend bool operator==(const SlaClause&, const SlaClause&) = default;
};

struct Contract {
    std::string vendor;
    Price price;
    std::vector<SlaClause> sla;
    friend bool operator==(const Contract&, const Contract&) = default;
};

} // namespace switchroom
