#include "tests/theory/judge.h"

#include "sim/base/check.h"
#include "sim/random/keyed_stream.h"
#include "sim/stats/estimate.h"
#include "tests/centre/compile_support.h"

#include <algorithm>
#include <cmath>

namespace switchroom::theory {

namespace {

constexpr double level_of_one = 1.0 - family_wise_error / static_cast<double>(comparisons_at_most);

std::vector<Finding>& all_findings()
{
    static std::vector<Finding> findings;
    return findings;
}

/// Student's t for the simulation's part and the reference's; half a printed unit is certain, so it adds.
double half_width_of(double own, std::int64_t replications, const Reference& reference)
{
    const auto n = static_cast<double>(replications);
    const double t = student_t_factor(level_of_one, n - 1.0);
    const double unprinted = reference.replications > 0.0 ? own * std::sqrt(n / reference.replications) : 0.0;
    return std::hypot(own, t * reference.standard_error, unprinted) + reference.half_unit;
}

void compare(const Trial& trial, const Measure& measure, const PairMoments& pairs)
{
    const Estimate simulated = estimate_ratio(pairs);
    const double own_half_width = estimate_ratio(pairs, level_of_one).half_width;
    const double half_width = half_width_of(own_half_width, pairs.count(), measure.reference);
    all_findings().push_back({trial.family, trial.name, trial.about, measure.name, measure.reference,
                              simulated.mean, simulated.half_width, half_width});
    SWITCHROOM_CHECK(static_cast<std::int64_t>(all_findings().size()) <= comparisons_at_most,
                     "more comparisons than the suite's error rate was shared among");
    const double exact = measure.reference.value;
    INFO(trial.family << ", " << trial.name << ", " << measure.name);
    CAPTURE(exact);
    CAPTURE(simulated.mean);
    CAPTURE(half_width);
    CHECK(std::abs(simulated.mean - exact) <= half_width);
    CHECK(own_half_width <=
          std::max(trial.sharpness.of_value * std::abs(exact), trial.sharpness.of_unit * measure.unit));
}

} // namespace

void judge(const Trial& trial, const std::vector<Measure>& measures)
{
    INFO(trial.family << ", " << trial.name);
    const CentreModel model =
        model_of(trial.scenario, {.by_interval = trial.by_interval, .collect_waits = false});
    std::vector<PairMoments> pairs(measures.size());
    Workspace workspace;
    const std::uint64_t seed = hash_name(trial.name); // callers of its own
    bool checks_hold = true;
    for (std::int64_t r = 0; r < trial.replications; ++r) {
        const ReplicationResult& result =
            run_replication(model, {.seed = seed, .replication = static_cast<std::uint64_t>(r)}, workspace);
        checks_hold = checks_hold && result.checks.all_hold();
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const auto [numerator, denominator] = measures[m].pair_of(result);
            pairs[m].add(numerator, denominator);
        }
    }
    CHECK(checks_hold);
    for (std::size_t m = 0; m < measures.size(); ++m)
        compare(trial, measures[m], pairs[m]);
}

const std::vector<Finding>& findings()
{
    return all_findings();
}

ContactCounts measured(const ReplicationResult& result, std::size_t contact)
{
    ContactCounts total;
    for (std::uint32_t cell = 0; cell < result.cells; ++cell)
        total += result.contact(contact, cell);
    return total;
}

GroupCounts measured_group(const ReplicationResult& result, std::size_t group)
{
    GroupCounts total;
    for (std::uint32_t cell = 0; cell < result.cells; ++cell)
        total += result.group(group, cell);
    return total;
}

} // namespace switchroom::theory
