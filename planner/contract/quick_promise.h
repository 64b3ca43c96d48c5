#pragma once
/// A scenario made from a handful of numbers, for a promise that has no file yet.

#include "sim/base/units.h"
#include "sim/scenario/contract.h"

#include <string>

namespace switchroom {

/// One line of callers, one team of people, one promise.
struct QuickPromise {
    double calls_a_day = 0.0; ///< mean; > 0
    ClockWindow open;         ///< within a day
    Duration handle;          ///< mean, exponential
    Duration patience;        ///< mean, exponential; infinity: nobody hangs up
    double agents = 0.0;      ///< whole, while it is open
    double volume_cv = 0.10;  ///< how much days differ, gamma
    bool morning_peak = false;
    bool every_day = false; ///< else Monday to Friday
    SlaClause clause;
};

double hours_of(const ClockWindow& open);

/// Those who carry the load of the mean day and a fifth more.
double suggested_agents(const QuickPromise& promise);

/// The text of a scenario file that says so, with every assumption written out.
std::string scenario_text(const QuickPromise& promise);

} // namespace switchroom
