#pragma once
/// What a scenario is said to show ([[expect]]): which figures that needs, and whether a run shows it.
///
///   centre.probes = *probes_for(document, all_expectations(document.scenario), document, model, centre);
///   ExperimentResult result = run_experiment(model, centre, options, quiet);
///   result.expectations = judge(document.scenario, result, {});

#include "sim/base/result.h"
#include "sim/centre/centre_model.h"
#include "sim/experiment/results.h"
#include "sim/scenario/document.h"

#include <map>
#include <string>
#include <vector>

namespace switchroom {

/// Whether any expectation looks at single periods, so that counts must be kept by reporting interval.
bool need_intervals(const std::vector<Expectation>& expectations);

/// Positions of all expectations, and of those whose change is against this file.
std::vector<std::size_t> all_expectations(const Scenario& scenario);
std::vector<std::size_t> expectations_against(const Scenario& scenario, const std::string& versus);

/// One probe for each of these expectations of `said`, looked up in `centre` (of `model`, compiled from
/// `of`: the same scenario, or the one that a change is measured against). Errors: names that this centre has
/// no figures for, at the expectation's place. Preconditions: `said` is valid; where need_intervals() is
/// true, the model keeps counts by interval.
Result<std::vector<Probe>> probes_for(const ScenarioDocument& said, const std::vector<std::size_t>& which,
                                      const ScenarioDocument& of, const CentreModel& model,
                                      const MeasuredCentre& centre);

/// The verdict on a figure. A bound counts as kept or missed only where the whole 95 % interval lies on one
/// side of it, so each wrong verdict has a probability of at most 2.5 %; within it, or without an interval,
/// the verdict is `undecided`. (A figure without luck has the half-width 0 and is always decided.)
Finding verdict_on(const Estimate& figure, std::optional<double> at_least, std::optional<double> at_most);

/// Change of `changed` against `base`, replications paired: the difference of shares, changed / base − 1 of
/// everything else, with the half-width of the paired delta method. Quantiles of waits, which have no pairs,
/// are taken as independent: too wide rather than too narrow, because both meet the same callers.
Estimate change_of(const KpiDefinition& kpi, const ProbeResult& base, const ProbeResult& changed);

/// All expectations of the scenario in its order. `result` has the probes of all of them; `others` those of
/// expectations_against(its file), by file. Precondition: as many replications everywhere.
std::vector<ExpectationResult> judge(const Scenario& scenario, const ExperimentResult& result,
                                     const std::map<std::string, const ExperimentResult*>& others);

/// The KPI that the expectation is about: that of its part, where it names one. Precondition: valid.
const KpiDefinition& kpi_of(const Expectation& expectation);

} // namespace switchroom
