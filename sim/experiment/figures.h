#pragma once
/// What the experiment needs to know of a centre, and what it takes from each replication. Nothing here knows
/// how a replication comes about: the engine fills it, and so do the fakes of tests.

#include "sim/stats/counts.h"
#include "sim/stats/kpi.h"
#include "sim/stats/service_level.h"
#include "sim/stats/side_counts.h"
#include "sim/stats/wait_histogram.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace switchroom {

/// A contact type as results speak of it.
struct MeasuredContact {
    std::string name;
    const ServiceLevelFormula* formula = &default_service_level_formula();
    double threshold_s = 20.0;    ///< T, which the engine counted with
    double short_abandon_s = 5.0; ///< s
    double lost_caller_value = 0.0;
    bool in_total = true; ///< telephone calls are; people at the desk and messages are not
    /// Wanted share of the service level; NaN where the contact has no target.
    double target_share = std::numeric_limits<double>::quiet_NaN();
    bool is_callback = false; ///< its work is calling people back
};

/// An agent group as results speak of it.
struct MeasuredGroup {
    std::string name;
    std::string employer;
    double cost_per_paid_hour = 0.0;
    bool in_total = true; ///< the practice's own people are; a vendor's pool is not
    bool is_vendor = false;
};

/// Some contacts and groups together, by their positions in MeasuredCentre.
struct ScopeMembers {
    std::vector<std::size_t> contacts;
    std::vector<std::size_t> groups;
};

/// A named set that results report beside contacts and groups: a site, a language.
struct MeasuredSegment {
    std::string name;
    ScopeMembers members;
};

/// One way in which an answered call may end, of one contact.
struct MeasuredOutcome {
    std::string name;
    std::size_t contact = 0;
};

/// One stretch of the simulated time for which the engine keeps counts apart.
struct MeasuredCell {
    double span_s = 0.0;
    int day = 0;         ///< number of the simulated day, from 0
    std::size_t row = 0; ///< in MeasuredCentre::rows; not looked at if there are none
};

/// One figure that is gathered beside the usual scopes and rows, for an expectation: a KPI of some contacts
/// and groups, in all of the run or in some of its cells.
struct Probe {
    static constexpr std::size_t left_out = std::numeric_limits<std::size_t>::max();

    const KpiDefinition* kpi = nullptr;
    ScopeMembers members;
    /// Of each cell its period, or left_out; empty: the run as a whole, one period.
    std::vector<std::size_t> period_of_cell;
    std::size_t periods = 1;
    /// The share of the periods that keep the figure; NaN: the figure is that of all periods together. With a
    /// share, the figure of a run is the value that so many of its periods reach (`from_below`: are at least,
    /// else: are at most).
    double share = std::numeric_limits<double>::quiet_NaN();
    bool from_below = true;
};

struct MeasuredCentre {
    std::string scenario;
    std::string currency = "EUR";
    int days = 0;
    double staffed_hours = 0.0; ///< of a run, in which any group of the total has somebody scheduled
    std::vector<MeasuredContact> contacts;
    std::vector<MeasuredGroup> groups;
    std::vector<MeasuredSegment> segments;
    std::vector<MeasuredOutcome> outcomes;
    std::vector<Probe> probes;
    std::vector<MeasuredCell> cells; ///< at least one
    bool has_sides = false;          ///< replications count what stands beside the attempts' outcomes
    /// Whence the weights by which callers are rated; empty: nobody is rated.
    std::string experience_origin;
    std::vector<std::string> rows; ///< labels of the rows reported beside the run as a whole; may be empty
    bool rows_are_days = false;    ///< each row is one day: quantiles are then over days
};

/// Self-checks of one replication (docs/model.md): conservation per contact and cell, and Little's law by two
/// routes.
struct ReplicationChecks {
    bool conserved = true;
    double littles_law_error = 0.0; ///< greatest relative error
};

/// One replication's counts: contacts × cells and groups × cells, cell running fastest; one histogram a
/// contact.
struct ReplicationFigures {
    std::vector<ContactCounts> contacts;
    std::vector<SideCounts> sides; ///< as `contacts`; empty where the scenario has nothing to count there
    std::vector<GroupCounts> groups;
    std::vector<std::int64_t> outcomes; ///< of each outcome of the centre in the whole run
    std::vector<WaitHistogram> waits;   ///< of offered calls
    ReplicationChecks checks;
};

/// All that enters the total, and all there is (of_everything of kpi.h).
ScopeMembers members_of_total(const MeasuredCentre& centre);
ScopeMembers all_members(const MeasuredCentre& centre);

/// The members over which `kpi` is totalled.
inline const ScopeMembers& members_for(const KpiDefinition& kpi, const ScopeMembers& of_total,
                                       const ScopeMembers& everything)
{
    return kpi.of_everything ? everything : of_total;
}

/// Contacts and groups of the centre without counts yet, as KPIs see them, for a stretch of this length.
std::vector<ContactFigures> blank_contacts(const MeasuredCentre& centre, double span_s);
std::vector<GroupFigures> blank_groups(const MeasuredCentre& centre, double span_s);

/// Tells every own group how many hours the practice pays in the stretch.
void share_paid_time(const MeasuredCentre& centre, std::vector<GroupFigures>& groups);

} // namespace switchroom
