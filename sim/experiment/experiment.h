#pragma once
/// An experiment: a model run again and again with new luck, until there are enough replications, and what
/// they say.
///
///   ExperimentOptions options;
///   NoProgress quiet;
///   const ExperimentResult result = run_experiment(model, centre, options, quiet);

#include "sim/base/progress.h"
#include "sim/centre/centre_model.h"
#include "sim/experiment/kpi_selection.h"
#include "sim/experiment/replicate.h"
#include "sim/experiment/results.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// Sequential stopping: go on until the 95 % half-width of this KPI of the total is at most this (in the
/// KPI's own unit).
struct PrecisionGoal {
    std::string kpi;
    double half_width = 0.0;
};

struct ExperimentOptions {
    std::uint64_t seed = 1;
    std::int64_t replications = 200;    ///< with goals: at most as many
    std::int64_t first_replication = 0; ///< number of the first one: to go on where others ended
    std::vector<PrecisionGoal> goals;
    int threads = 0; ///< 0: all of the machine's; never changes a result
    KpiSelection kpis = KpiSelection::standard();
};

/// A model and what results call its parts. Precondition of every run: `centre` describes `model`
/// (measured_centre.h). Both outlive the run.
struct ExperimentSubject {
    const CentreModel* model = nullptr;
    const MeasuredCentre* centre = nullptr;
};

/// Fills figures with replication `first` + index of the model. For one thread: it owns a workspace. `model`
/// outlives it.
Replicator replicator_of(const CentreModel& model, std::uint64_t seed, std::int64_t first = 0);

/// Of the wanted KPIs those that the centre has something to count for.
KpiSelection collected(KpiSelection wanted, const MeasuredCentre& centre);

/// Runs replications 0, 1, 2, … With goals it looks after 30, 60, 90, … replications and stops at the first
/// look at which all goals are met, so the number never depends on threads. (Looking often makes such
/// intervals cover slightly less than 95 %; the first look after 30 keeps that small.) The KPIs of goals are
/// collected whether selected or not. Progress may ask to stop: what is finished, from replication 0 on
/// without gaps, is the result.
ExperimentResult run_experiment(const CentreModel& model, const MeasuredCentre& centre,
                                const ExperimentOptions& options, Progress& progress);

/// The same for several subjects side by side: replication r of each of them is run before replication r + 1
/// of any, so that whenever it stops all results have the same replications. Goals are met when they are met
/// for every subject. Progress counts runs of all subjects together.
std::vector<ExperimentResult> run_experiments(const std::vector<ExperimentSubject>& subjects,
                                              const ExperimentOptions& options, Progress& progress);

} // namespace switchroom
