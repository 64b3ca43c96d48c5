#pragma once
/// What a scenario costs a month, line by line, with the doubt of each line; by call and by settled need. A
/// pure function of results and scenario.

#include "planner/contract/promise_study.h"
#include "sim/experiment/results.h"
#include "sim/scenario/scenario.h"

#include <string>
#include <vector>

namespace switchroom {

/// One line. Keys:
///   cost.wages         paid hours × hourly
///   cost.on_costs      cost.wages × on_costs
///   cost.training      full-time agents × (training_per_agent_year / 12 + refresher × hourly × (1 +
///   on_costs)) cost.turnover      full-time agents × turnover / 12 × (recruiting + onboarding × hourly × (1
///   + on_costs)) cost.technology    [[costs]]: monthly + per_agent_year / 12 × full-time agents of the
///   practice cost.vendor        a vendor's invoice, line by line cost.credits       credits and bonuses of
///   its clauses (credits are negative) cost.lost_callers  lost callers × value
/// Full-time agents are paid hours of a month / 151.67 h.
struct CostOfMonth {
    std::string key;
    std::string name;   ///< of the group, item, vendor and line; may be empty
    std::string origin; ///< where an assumed figure is from; empty where the scenario does not say
    Estimate amount;    ///< a month; half-width 0 where luck does not touch it
};

struct Economics {
    std::string scenario;
    std::string currency;
    std::uint64_t seed = 0;
    std::int64_t replications = 0;
    std::vector<CostOfMonth> lines;
    Estimate total;                 ///< a month
    Estimate without_lost;          ///< without the value of lost callers
    Estimate per_attempt;           ///< without_lost by call, redials included
    Estimate per_answered;          ///< by answered call
    Estimate per_resolved;          ///< by need that was settled
    double once = 0.0;              ///< amounts due once, not in the month
    std::vector<std::string> notes; ///< what is missing, and what has been published for it
};

/// `vendors`: what the vendors' invoices come to (study_promises); their doubt is taken as independent of the
/// runs'. Ratios by the delta method over replications. Precondition: the standard KPIs were collected.
Economics economics(const ExperimentResult& result, const Scenario& scenario,
                    const std::vector<VendorInvoice>& vendors);

std::string to_text(const Economics& economics);
std::string to_json(const Economics& economics);
std::string to_csv(const Economics& economics);

/// A figure that somebody has published: something to begin with, never a truth.
struct PublishedCost {
    std::string_view what;
    double low = 0.0;
    double high = 0.0;
    std::string_view unit;
    std::string_view origin;
};
std::span<const PublishedCost> published_costs();

} // namespace switchroom
