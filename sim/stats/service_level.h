#pragma once
/// Service level: which calls count as served in time, of which calls. One general form, named presets.
///
///   service level = Σ numerator coefficient · count / Σ denominator coefficient · count
///
/// over what became of the calls and when. The counts are taken from the waiting times themselves (answered,
/// answered within T, abandoned within s, …), not from disjoint buckets, so a short-abandon limit s beyond
/// the threshold T needs no special case. The presets are the formulas that ICMI, Genesys, Amazon Connect,
/// Cisco, Bright Pattern and Avaya document; the same month can pass or fail by the formula alone, so its
/// name stands beside every figure.

#include "sim/stats/counts.h"

#include <span>
#include <string_view>

namespace switchroom {

/// One coefficient for each count of ContactCounts that a service level may use.
struct ServiceLevelTerms {
    int answered = 0;
    int answered_within = 0; ///< T
    int abandoned = 0;
    int abandoned_within = 0; ///< T
    int abandoned_short = 0;  ///< s
    int flowed_out = 0;
    int blocked = 0;

    /// Σ coefficient · count.
    double of(const ContactCounts& counts) const;
};

/// A preset: F1 … F7.
struct ServiceLevelFormula {
    std::string_view id;   ///< "F1"
    std::string_view name; ///< "answered/offered": how scenario files, results and contracts say it
    std::string_view text; ///< as a formula for people
    std::string_view used_by;
    ServiceLevelTerms numerator;
    ServiceLevelTerms denominator;
};

/// All presets, in the order of their ids. F8 (virtual wait) comes from the solvers only and is not among
/// them.
std::span<const ServiceLevelFormula> service_level_formulas();

/// The preset with this name or id; null if there is none.
const ServiceLevelFormula* find_service_level_formula(std::string_view name_or_id);

/// F1, answered/offered: what holds where a scenario names no formula.
const ServiceLevelFormula& default_service_level_formula();

/// The share in time by `formula`, 0 … 1; NaN if its denominator is 0.
double service_level(const ServiceLevelFormula& formula, const ContactCounts& counts);

} // namespace switchroom
