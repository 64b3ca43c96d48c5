#pragma once
/// Holds simulated figures against exact or published ones, from the text of a scenario on: reader, compiler,
/// engine.
///
/// What the suite claims. Each comparison asks whether the reference lies inside a confidence interval around
/// the simulated figure. With a right engine and fresh seeds, the probability that any comparison of the
/// whole suite fails is at most `family_wise_error` (Bonferroni over `comparisons_at_most`, Student's t over
/// the replications, ratios by the delta method). Seeds are fixed (by the trial's name).
/// Where the reference has an error of its own, or was printed with few digits, the interval is widened by
/// it.
///
/// A comparison that could not see a difference proves nothing: where the simulation's own interval is wider
/// than its trial's Sharpness, that fails, too.

#include "sim/centre/replication.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace switchroom::theory {

inline constexpr double family_wise_error = 1e-4;
inline constexpr std::int64_t comparisons_at_most = 2000;

/// What others say a figure is.
struct Reference {
    double value = 0.0;
    double standard_error = 0.0; ///< 0 where exact
    double half_unit = 0.0;      ///< of the last printed digit; 0 where all digits are known
    /// Where a simulation printed no error: its number of replications; its error is then what ours would be
    /// with as many. 0 otherwise.
    double replications = 0.0;
};

/// A figure of the simulation: total of numerators over total of denominators, a pair a replication.
struct Measure {
    std::string name = {};
    Reference reference;
    double unit = 1.0; ///< natural size of such figures: 1 for shares, the handle time for waits, agents for
                       ///< busy agents
    std::function<std::pair<double, double>(const ReplicationResult&)> pair_of;
};

/// Half of the widest interval allowed: this share of the reference, or this share of the measure's unit,
/// whichever is wider.
struct Sharpness {
    double of_value = 0.12;
    double of_unit = 0.003;
};

struct Trial {
    std::string family = {};   ///< heading in docs/validation.md
    std::string name = {};     ///< the row's case_id
    std::string about = {};    ///< parameters, for the reader of docs/validation.md
    std::string scenario = {}; ///< TOML
    std::int64_t replications = 100;
    bool by_interval = false; ///< one cell a reporting interval
    Sharpness sharpness = {};
};

/// Simulates the trial's scenario and compares (doctest checks).
void judge(const Trial& trial, const std::vector<Measure>& measures);

/// One comparison, for docs/validation.md.
struct Finding {
    std::string family, name, about, measure;
    Reference reference;
    double simulated = 0.0;
    double half_width_95 = 0.0; ///< of the simulation alone
    double half_width = 0.0;    ///< of the comparison
};

/// Everything compared so far in this run of the program, in order.
const std::vector<Finding>& findings();

/// Totals of one contact (group) over the measured span; without what happens while the system drains.
ContactCounts measured(const ReplicationResult& result, std::size_t contact);
GroupCounts measured_group(const ReplicationResult& result, std::size_t group);

} // namespace switchroom::theory
