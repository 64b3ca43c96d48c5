#pragma once
/// Writes the scenarios of this suite: laws as the reference tables spell them, and one desk in steady state.

#include <limits>
#include <string>

namespace switchroom::theory {

/// A law of the reference tables (README there) as the scenario format says it: "erlang:2:300" →
/// `{ family = "erlang", mean = "300s", phases = 2 }`; "inf" → nothing.
std::string law_text(const std::string& table_form);

/// `[time]` of a stationary run of about `calls` calls that begins `warm_up_s` before it.
std::string steady_time(double calls_per_hour, double calls, double warm_up_s);

/// Days that steady_time() measures.
int steady_days(double calls_per_hour, double calls);

/// Seconds in which a queue without abandonment forgets how it began: 1 / (μ (√n − √a)²), the relaxation time
/// of M/M/n (e.g. Newell 1982), made longer by variable handle times.
double relaxation_s(double agents, double load, double handle_s, double service_scv = 1.0);

/// One contact of the telephone. Rates in calls an hour.
struct CallsText {
    std::string name = "calls";
    double per_hour = 0.0;
    std::string talk = {};     ///< TOML value
    std::string patience = {}; ///< empty: for ever
    double within_s = 20.0;
    int priority = 3;
};
std::string contact(const CallsText& calls);

/// One group of a constant number of agents that serves every contact.
std::string desk(double agents);

/// Trunks; nothing where there are infinitely many.
std::string lines(double count);

} // namespace switchroom::theory
