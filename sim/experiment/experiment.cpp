#include "sim/experiment/experiment.h"

#include "sim/centre/replication.h"
#include "sim/experiment/collector.h"
#include "sim/experiment/replicate.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Model contacts that results speak of, in order: a vendor's other clients are left out.
std::vector<std::size_t> reported_contacts(const CentreModel& model)
{
    std::vector<std::size_t> reported;
    for (std::size_t c = 0; c < model.contacts.size(); ++c)
        if (model.contacts[c].in_totals)
            reported.push_back(c);
    return reported;
}

void copy_contacts(const ReplicationResult& result, const std::vector<std::size_t>& reported,
                   ReplicationFigures& figures)
{
    figures.contacts.clear();
    figures.waits.clear();
    for (const std::size_t c : reported) {
        for (std::size_t cell = 0; cell < result.cells; ++cell)
            figures.contacts.push_back(result.contact(c, cell));
        if (!result.waits.empty())
            figures.waits.push_back(result.waits[c]);
    }
}

/// Integrals over time stop at the end of the run; calls that were taken while the system drained count in
/// the last cell, so that groups' calls add up to the answered ones.
void copy_groups(const ReplicationResult& result, std::size_t groups, ReplicationFigures& figures)
{
    figures.groups.clear();
    for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t cell = 0; cell < result.cells; ++cell)
            figures.groups.push_back(result.group(g, cell));
        figures.groups.back().answered += result.group(g, result.drain_row()).answered;
    }
}

Replicator replicator(const CentreModel& model, std::uint64_t seed)
{
    return [&model, seed, reported = reported_contacts(model),
            workspace = std::make_shared<Workspace>()](std::int64_t index, ReplicationFigures& figures) {
        const ReplicationKey key{.seed = seed, .replication = static_cast<std::uint64_t>(index)};
        const ReplicationResult& result = run_replication(model, key, *workspace);
        copy_contacts(result, reported, figures);
        copy_groups(result, model.groups.size(), figures);
        const SelfChecks& checks = result.checks;
        figures.checks = {checks.attempts_conserved && checks.needs_conserved && checks.agents_in_one_place,
                          std::max(checks.worst_queue_error, checks.worst_busy_error)};
    };
}

KpiSelection with_goals(const ExperimentOptions& options)
{
    std::vector<std::string> names;
    for (const PrecisionGoal& goal : options.goals)
        names.push_back(goal.kpi);
    KpiSelection selection = options.kpis;
    return selection += KpiSelection::named(names);
}

} // namespace

ExperimentResult run_experiment(const CentreModel& model, const MeasuredCentre& centre,
                                const ExperimentOptions& options, Progress& progress)
{
    Collector collector(centre, with_goals(options), options.seed);
    ReplicationPlan plan{.at_most = options.replications, .enough = {}, .threads = options.threads};
    if (!options.goals.empty())
        plan.enough = [&] {
            return std::all_of(options.goals.begin(), options.goals.end(), [&](const PrecisionGoal& goal) {
                return collector.half_width_of_total(goal.kpi) <= goal.half_width; // false while undefined
            });
        };
    const ReplicationOutcome outcome = replicate(
        plan, [&] { return replicator(model, options.seed); },
        [&](const ReplicationFigures& figures) { collector.add(figures); }, progress);
    ExperimentResult result = collector.result();
    result.stopped_early = outcome.stopped_early;
    return result;
}

} // namespace switchroom
