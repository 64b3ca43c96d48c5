#include "planner/staffing/simulation_evaluator.h"

#include "sim/base/progress.h"
#include "sim/centre/replication.h"
#include "sim/experiment/replicate.h"

#include <algorithm>
#include <memory>

namespace switchroom {

namespace {

const Pool* pool_of(const Demand& demand, std::uint32_t group)
{
    for (const Pool& pool : demand.pools)
        if (pool.group == group)
            return &pool;
    return nullptr;
}

/// Changes that hold whatever the plan: everything but the planned groups' schedules from the measured start
/// on, and their meetings.
std::vector<PeriodChange> fixed_changes(const CentreModel& model, const Demand& demand)
{
    std::vector<PeriodChange> fixed;
    for (const PeriodChange& change : model.changes) {
        const bool planned = change.kind != ChangeKind::contact_open && pool_of(demand, change.subject);
        const bool warm_up = change.kind == ChangeKind::group_scheduled && change.at_s < model.measure_from_s;
        if (!planned || warm_up)
            fixed.push_back(change);
    }
    return fixed;
}

/// Sums of the goals' pairs over replications, in replication order.
class GoalMoments {
public:
    explicit GoalMoments(const Demand& demand) : demand_(demand)
    {
        for (const Pool& pool : demand.pools)
            moments_.emplace_back(pool.goals.size(), std::vector<PairMoments>(demand.grid.count));
    }

    void add(const ReplicationFigures& figures)
    {
        for (std::size_t p = 0; p < demand_.pools.size(); ++p)
            for (std::size_t g = 0; g < demand_.pools[p].goals.size(); ++g) {
                const Goal& goal = demand_.pools[p].goals[g];
                const ContactCounts* counts =
                    &figures.contacts[std::size_t{goal.contact} * demand_.grid.count];
                for (std::uint32_t k = 0; k < demand_.grid.count; ++k) {
                    const GoalPair pair = pair_of(goal, counts[k]);
                    moments_[p][g][k].add(pair.numerator, pair.denominator);
                }
            }
    }

    PlanFigures estimates() const
    {
        PlanFigures figures;
        for (const auto& pool : moments_) {
            auto& goals = figures.emplace_back();
            for (const auto& goal : pool) {
                auto& intervals = goals.emplace_back();
                for (const PairMoments& moments : goal)
                    intervals.push_back(estimate_ratio(moments));
            }
        }
        return figures;
    }

private:
    const Demand& demand_;
    std::vector<std::vector<std::vector<PairMoments>>> moments_;
};

Replicator replicator(const CentreModel& model, std::uint64_t seed)
{
    return [&model, seed, workspace = std::make_shared<Workspace>()](std::int64_t index,
                                                                     ReplicationFigures& figures) {
        const ReplicationKey key{.seed = seed, .replication = static_cast<std::uint64_t>(index)};
        const ReplicationResult& result = run_replication(model, key, *workspace);
        figures.contacts.clear();
        for (std::size_t c = 0; c < model.contacts.size(); ++c)
            for (std::uint32_t k = 0; k < result.cells; ++k)
                figures.contacts.push_back(result.contact(c, k));
    };
}

} // namespace

std::vector<PeriodChange> with_plan(const std::vector<PeriodChange>& other_changes, const Demand& demand,
                                    const StaffingPlan& plan)
{
    std::vector<PeriodChange> changes = other_changes;
    for (std::size_t p = 0; p < demand.pools.size(); ++p) {
        int before = -1;
        for (std::uint32_t k = 0; k < demand.grid.count; ++k)
            if (const int agents = plan[p][k]; agents != before) {
                changes.push_back({.at_s = demand.grid.edge(k),
                                   .kind = ChangeKind::group_scheduled,
                                   .subject = demand.pools[p].group,
                                   .value = static_cast<std::uint32_t>(agents)});
                before = agents;
            }
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const PeriodChange& a, const PeriodChange& b) { return a.at_s < b.at_s; });
    return changes;
}

SimulationEvaluator::SimulationEvaluator(CentreModel model, const Demand& demand, SimulationOptions options)
    : model_(std::move(model)), other_changes_(fixed_changes(model_, demand)), demand_(demand),
      options_(options)
{
    model_.collect_waits = false;
    model_.collect_longest_queue = false;
    for (const Pool& pool : demand.pools) {
        model_.groups[pool.group].absence = 0.0;
        model_.groups[pool.group].in_day_away = 0.0;
    }
}

PlanFigures SimulationEvaluator::evaluate(const StaffingPlan& plan)
{
    model_.changes = with_plan(other_changes_, demand_, plan);
    for (std::size_t p = 0; p < plan.size(); ++p) {
        std::uint32_t& most = model_.groups[demand_.pools[p].group].most_agents;
        most = static_cast<std::uint32_t>(*std::max_element(plan[p].begin(), plan[p].end()));
        for (const PeriodChange& change : other_changes_)
            if (change.kind == ChangeKind::group_scheduled && change.subject == demand_.pools[p].group)
                most = std::max(most, change.value);
    }
    GoalMoments moments(demand_);
    NoProgress quiet;
    replicate(
        {.at_most = options_.replications, .enough = {}, .threads = options_.threads},
        [&] { return replicator(model_, options_.seed); },
        [&](const ReplicationFigures& figures) { moments.add(figures); }, quiet);
    return moments.estimates();
}

} // namespace switchroom
