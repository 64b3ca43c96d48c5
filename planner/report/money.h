#pragma once
/// What a scenario costs, line by line, and what its contract puts at risk: plain values that a report shows,
/// wherever they were computed.

#include <limits>
#include <string>
#include <vector>

namespace switchroom::report {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

enum class CostKind { wages, vendor, technology, lost_callers, credit };

/// One line of the costs of a month. Half-width 95 %; NaN where luck does not touch it.
struct CostLine {
    CostKind kind = CostKind::wages;
    std::string name;
    double mean = 0.0; ///< in the scenario's currency; credits are negative
    double half_width = unknown;
};

/// What becomes of one clause of a contract.
struct ClauseRisk {
    std::string vendor;
    std::string clause;
    std::string promise;       ///< in plain words
    double kept = unknown;     ///< share of the clause's windows that keep it
    double kept_low = unknown; ///< 95 % interval
    double kept_high = unknown;
    std::string verdict;              ///< "kept", "broken", "undecided"; may be empty
    std::string band;                 ///< "likely"; may be empty
    double expected_credit = unknown; ///< a window, in the scenario's currency
    double credit_p95 = unknown;      ///< one window in twenty is above
};

/// One line of a vendor's invoice of an average month.
struct InvoiceLine {
    std::string vendor;
    std::string name;
    std::string quantity; ///< "412 calls over 500"; may be empty
    double mean = 0.0;
    double half_width = unknown;
};

} // namespace switchroom::report
