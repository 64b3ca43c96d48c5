#include "sim/experiment/experiment.h"

#include "sim/base/check.h"
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
        if (model.contacts[c].is_ours)
            reported.push_back(c);
    return reported;
}

void copy_contacts(const ReplicationResult& result, const std::vector<std::size_t>& reported,
                   ReplicationFigures& figures)
{
    figures.contacts.clear();
    figures.sides.clear();
    figures.waits.clear();
    for (const std::size_t c : reported) {
        for (std::size_t cell = 0; cell < result.cells; ++cell)
            figures.contacts.push_back(result.contact(c, cell));
        for (std::size_t cell = 0; cell < result.cells && !result.side_cells.empty(); ++cell)
            figures.sides.push_back(result.side(c, cell));
        if (!result.waits.empty())
            figures.waits.push_back(result.waits[c]);
    }
}

/// Integrals over time stop at the end of the run; calls that were taken while the system drained count in
/// the last cell, so that groups' calls add up to the answered ones.
void copy_groups(const CentreModel& model, const ReplicationResult& result, ReplicationFigures& figures)
{
    figures.groups.clear();
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        const bool is_member = model.groups[g].member_of != none;
        if (!is_member)
            figures.groups.resize(figures.groups.size() + result.cells);
        const std::size_t first = (is_member ? model.groups[g].member_of : g) * std::size_t{result.cells};
        for (std::size_t cell = 0; cell < result.cells; ++cell) {
            GroupCounts& into = figures.groups[first + cell];
            const std::int64_t most_busy = into.most_busy + result.group(g, cell).most_busy;
            into += result.group(g, cell);
            into.most_busy = most_busy; // of several people apart: at most that many at once
        }
        const GroupCounts& drained = result.group(g, result.drain_row());
        figures.groups[first + result.cells - 1].answered += drained.answered;
        figures.groups[first + result.cells - 1].answered_of_others += drained.answered_of_others;
    }
}

/// By attempts that arrived within the run.
void copy_outcomes(const ReplicationResult& result, std::size_t outcomes, ReplicationFigures& figures)
{
    figures.outcomes.assign(outcomes, 0);
    for (std::size_t o = 0; o < outcomes; ++o)
        for (std::size_t cell = 0; cell < result.cells; ++cell)
            figures.outcomes[o] += result.outcome(o, cell);
}

/// What is asked for, what goals need, and of side counts only what the centre has.
KpiSelection selection(const ExperimentOptions& options, const MeasuredCentre& centre)
{
    std::vector<std::string> names;
    for (const PrecisionGoal& goal : options.goals)
        names.push_back(goal.kpi);
    KpiSelection chosen = options.kpis;
    chosen += KpiSelection::named(names);
    return collected(chosen, centre);
}

/// Index i of the plan is replication first + i / K of subject i % K.
Replicator replicator_of_all(const std::vector<ExperimentSubject>& subjects, std::uint64_t seed,
                             std::int64_t first)
{
    std::vector<Replicator> each;
    for (const ExperimentSubject& subject : subjects)
        each.push_back(replicator_of(*subject.model, seed, first));
    return [each = std::move(each)](std::int64_t index, ReplicationFigures& figures) {
        const auto count = static_cast<std::int64_t>(each.size());
        each[static_cast<std::size_t>(index % count)](index / count, figures);
    };
}

/// Hands replications on once every subject has the one of the same number, so that an interrupted run
/// leaves all of them equally long.
class SideBySide {
public:
    SideBySide(const std::vector<ExperimentSubject>& subjects, const ExperimentOptions& options)
        : waiting_(subjects.size() - 1)
    {
        for (const ExperimentSubject& subject : subjects)
            collectors_.emplace_back(*subject.centre, selection(options, *subject.centre), options.seed);
    }

    void add(const ReplicationFigures& figures)
    {
        if (arrived_ < waiting_.size()) {
            waiting_[arrived_++] = figures;
            return;
        }
        for (std::size_t i = 0; i < waiting_.size(); ++i)
            collectors_[i].add(waiting_[i]);
        collectors_.back().add(figures);
        arrived_ = 0;
    }

    bool meet(const PrecisionGoal& goal) const
    {
        return std::all_of(collectors_.begin(), collectors_.end(), [&](const Collector& collector) {
            return collector.half_width_of_total(goal.kpi) <= goal.half_width; // false while undefined
        });
    }

    std::vector<ExperimentResult> results(bool stopped_early) const
    {
        std::vector<ExperimentResult> all;
        for (const Collector& collector : collectors_) {
            all.push_back(collector.result());
            all.back().stopped_early = stopped_early;
        }
        return all;
    }

private:
    std::vector<Collector> collectors_;
    std::vector<ReplicationFigures> waiting_; ///< of all subjects but the last
    std::size_t arrived_ = 0;
};

} // namespace

Replicator replicator_of(const CentreModel& model, std::uint64_t seed, std::int64_t first)
{
    return [&model, seed, first, reported = reported_contacts(model),
            workspace = std::make_shared<Workspace>()](std::int64_t index, ReplicationFigures& figures) {
        const ReplicationKey key{.seed = seed, .replication = static_cast<std::uint64_t>(first + index)};
        const ReplicationResult& result = run_replication(model, key, *workspace);
        copy_contacts(result, reported, figures);
        copy_groups(model, result, figures);
        copy_outcomes(result, model.outcomes.size(), figures);
        const SelfChecks& checks = result.checks;
        figures.checks = {checks.attempts_conserved && checks.needs_conserved && checks.agents_in_one_place,
                          std::max(checks.worst_queue_error, checks.worst_busy_error)};
    };
}

KpiSelection collected(KpiSelection wanted, const MeasuredCentre& centre)
{
    if (centre.experience_origin.empty())
        wanted = wanted.without_experience();
    return centre.has_sides ? wanted : wanted.without_sides();
}

ExperimentResult run_experiment(const CentreModel& model, const MeasuredCentre& centre,
                                const ExperimentOptions& options, Progress& progress)
{
    return std::move(run_experiments({{&model, &centre}}, options, progress).front());
}

std::vector<ExperimentResult> run_experiments(const std::vector<ExperimentSubject>& subjects,
                                              const ExperimentOptions& options, Progress& progress)
{
    SWITCHROOM_CHECK(!subjects.empty(), "an experiment needs something to run");
    SideBySide side_by_side(subjects, options);
    const auto count = static_cast<std::int64_t>(subjects.size());
    ReplicationPlan plan{.at_most = options.replications * count, .enough = {}, .threads = options.threads};
    plan.first_look *= count;
    plan.batch *= count;
    if (!options.goals.empty())
        plan.enough = [&] {
            return std::all_of(options.goals.begin(), options.goals.end(),
                               [&](const PrecisionGoal& goal) { return side_by_side.meet(goal); });
        };
    const ReplicationOutcome outcome = replicate(
        plan, [&] { return replicator_of_all(subjects, options.seed, options.first_replication); },
        [&](const ReplicationFigures& figures) { side_by_side.add(figures); }, progress);
    return side_by_side.results(outcome.stopped_early);
}

} // namespace switchroom
