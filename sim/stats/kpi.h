#pragma once
/// The KPI table: every figure that results, tables and the reference page (docs/kpis.md) show, with its one
/// definition.
///
/// A KPI is a numerator over a denominator, both sums over the contacts (or groups) of a scope, so the same
/// entry serves one contact, the whole centre, one interval or a year. How replications combine is the KPI's
/// kind; a ratio is always a ratio of expectations (total over total), and the mean of daily ratios is
/// another KPI with another name.

#include "sim/stats/counts.h"
#include "sim/stats/service_level.h"
#include "sim/stats/side_counts.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace switchroom {

/// What happened to one contact type in one stretch of time, and how that contact is judged.
struct ContactFigures {
    ContactCounts counts;
    const ServiceLevelFormula* formula = &default_service_level_formula(); ///< the contact's target formula
    double span_s = 0.0;                                                   ///< length of the stretch
    double lost_caller_value = 0.0; ///< money lost per lost caller, on average
    SideCounts side = {};
    double target_share = std::numeric_limits<double>::quiet_NaN(); ///< wanted service level; NaN: none
    bool is_callback = false; ///< the contact's work is calling people back
};

/// What one agent group did in one stretch of time, and what an hour of it costs.
struct GroupFigures {
    GroupCounts counts;
    double span_s = 0.0;
    double cost_per_paid_hour = 0.0; ///< wage with on-costs
    /// Paid time of all of the practice's own groups together in the same stretch; 0 for a vendor's group.
    double practice_paid_s = 0.0;
    bool is_vendor = false; ///< not employed by the practice
};

enum class KpiUnit { count, share, seconds, hours, calls, agents, money };

/// What a KPI describes. A centre KPI mixes contacts and groups and exists for the total only.
enum class KpiScope { contact, group, centre };

enum class KpiKind {
    total,         ///< a sum over the run; estimate: mean over replications
    ratio,         ///< E[numerator] / E[denominator], a function of expectations; delta method
    time_average,  ///< an integral over time by the length of time
    maximum,       ///< greatest value of the run; estimate: mean of the replications' maxima
    mean_of_days,  ///< mean over days of the day's ratio: an expectation of functions
    share_of_days, ///< days that meet a target / days with calls; the pair of one day says how far it is met
    share_of_intervals, ///< the same for the reporting intervals
    share_of_whole,     ///< like a ratio, but its parts share one denominator instead of adding theirs
    wait_quantile,      ///< quantile of the waits of all offered calls of all replications, pooled
};

/// Which way is good, for people.
enum class KpiGood { neither, higher, lower };

struct KpiDefinition {
    std::string_view name = {}; ///< as in JSON: "asa_s"
    /// Within the object `name`: "answered/offered" of service_level_by_formula; else empty.
    std::string_view key = {};
    KpiScope scope = KpiScope::contact;
    KpiKind kind = KpiKind::total;
    KpiUnit unit = KpiUnit::count;
    KpiGood good = KpiGood::neither;
    bool standard = true; ///< collected unless other KPIs are asked for
    bool side = false; ///< made of SideCounts: standard only where the scenario has something to count there
    bool experience = false; ///< by the scenario's model of experience: shown apart from what happened
    /// Its total is over all contacts and groups, not over the telephone's and the practice's own alone.
    bool of_everything = false;
    std::string_view title = {};   ///< for tables: "answer rate"
    std::string_view formula = {}; ///< "answered / offered"
    std::string_view help = {};    ///< one sentence for people

    double (*contact_numerator)(const ContactFigures&) = nullptr;
    double (*contact_denominator)(const ContactFigures&) = nullptr;
    double (*group_numerator)(const GroupFigures&) = nullptr;
    double (*group_denominator)(const GroupFigures&) = nullptr;
    double level = 0.0; ///< of a wait_quantile: 0.95
};

/// All KPIs in the order in which results show them: contacts', groups', the centre's.
std::span<const KpiDefinition> kpi_table();

/// The KPI of this scope with this name (and key); null if there is none.
const KpiDefinition* find_kpi(KpiScope scope, std::string_view name, std::string_view key = {});

/// One replication's contribution to a KPI. Totals and maxima have the denominator 1.
struct KpiPair {
    double numerator = 0.0;
    double denominator = 1.0;
    /// NaN where the denominator is 0.
    double value() const;
};

/// Precondition: a contact KPI that is no wait_quantile (those come from histograms). A mean_of_days gives
/// the pair of one day; a share_of_days (share_of_intervals) gives by how many calls one day (interval) beats
/// its target, over the calls that have one: see meets_target.
KpiPair kpi_pair(const KpiDefinition& kpi, const ContactFigures& contact);
/// Precondition: a group KPI.
KpiPair kpi_pair(const KpiDefinition& kpi, const GroupFigures& group);
/// The same over all contacts and groups of a centre in one stretch of time: numerators and denominators
/// summed (each contact's service level by its own formula and threshold), maxima taken, time averages over
/// the one span that all share.
KpiPair kpi_pair(const KpiDefinition& kpi, std::span<const ContactFigures> contacts,
                 std::span<const GroupFigures> groups);

/// The same over some of them, by their positions.
KpiPair kpi_pair(const KpiDefinition& kpi, std::span<const ContactFigures> contacts,
                 std::span<const std::size_t> of_contacts, std::span<const GroupFigures> groups,
                 std::span<const std::size_t> of_groups);

/// Of a period's pair of a share_of_days or share_of_intervals: whether it has calls to judge, and whether
/// the target was met (rounding errors of the product target × calls are forgiven).
bool is_judged(const KpiPair& period);
bool meets_target(const KpiPair& period);

/// Paid hours of a full-time agent in a month: 35 h a week × 52 / 12, the French legal working time.
inline constexpr double full_time_hours_a_month = 35.0 * 52.0 / 12.0;

/// The KPI that states `kpi` for urgent items alone ("message_on_time" → "message_on_time_urgent"); null if
/// there is none.
const KpiDefinition* urgent_part_of(const KpiDefinition& kpi);

std::string_view to_text(KpiUnit unit);
/// "ratio of expectations", "mean over runs", …: how the replications combine, for the reference page.
std::string_view to_text(KpiKind kind);

} // namespace switchroom
