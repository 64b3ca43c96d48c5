#include "gui/view_models/compare_figures.h"

#include "planner/report/contract_lines.h"
#include "planner/report/find_figures.h"
#include "sim/experiment/first_runs.h"
#include "sim/experiment/side_by_side.h"

#include <algorithm>
#include <array>
#include <utility>

namespace switchroom::gui {

namespace {

std::int64_t runs_of_all(const std::vector<std::shared_ptr<const RunSnapshot>>& runs)
{
    std::int64_t least = runs.front()->result.replications;
    for (const auto& run : runs)
        least = std::min(least, run->result.replications);
    return least;
}

/// Differences find their scenario by its name, so each gets a letter in front.
std::vector<ExperimentResult> lettered(const std::vector<std::shared_ptr<const RunSnapshot>>& runs,
                                       std::int64_t replications)
{
    std::vector<ExperimentResult> results;
    for (const auto& run : runs) {
        ExperimentResult result = first_runs(run->result, replications);
        result.centre.scenario =
            std::string(1, static_cast<char>('A' + results.size())) + "  " + result.centre.scenario;
        results.push_back(std::move(result));
    }
    return results;
}

/// By what a decision hangs on.
std::vector<Contest> contests_of(const report::ReportInput& input)
{
    std::vector<Contest> contests;
    for (const char* figure : {"answer_rate", "service_level", "lost_callers"})
        if (BestChances chances = best_chances_by(input.comparison.scenarios, figure);
            !chances.scenarios.empty())
            contests.push_back({figure, std::move(chances.scenarios)});
    std::vector<PairSeries> costs;
    for (std::size_t s = 0; s < input.scenarios.size(); ++s)
        costs.push_back(report::cost_series(input, s));
    contests.push_back({"cost", best_chances(costs, false, report::result_of(input, 0).seed)});
    return contests;
}

} // namespace

bool same_days(const ScenarioDocument& base, const ScenarioDocument& other)
{
    return unfair_to_compare(base, other).empty();
}

bool has_contract(const ScenarioDocument& document)
{
    return !document.scenario.contracts.empty();
}

ContractStudy study_of(const FileSystem& files, const RunSnapshot& run, std::int64_t terms, int threads,
                       Progress& progress)
{
    ContractStudy study;
    study.revision = run.revision;
    const ExperimentResult& result = run.result;
    study.problems = report::study_contracts(
        run.loaded->document,
        {.files = &files,
         .seed = result.seed,
         .most_terms = terms,
         .threads = threads,
         .months = report::period_of(result).factor * result.centre.days / report::days_a_month},
        progress, study.lines);
    return study;
}

CompareFigures compare_runs(std::vector<std::shared_ptr<const RunSnapshot>> runs,
                            const ContractStudies& contracts)
{
    CompareFigures figures;
    figures.replications = runs_of_all(runs);
    figures.input.comparison = compare(lettered(runs, figures.replications));
    for (const auto& run : runs) {
        const auto study = contracts.find(run->scenario);
        const bool known = study != contracts.end() && study->second.revision == run->revision;
        report::ReportedScenario scenario = known ? study->second.lines : report::ReportedScenario{};
        scenario.document = &run->loaded->document;
        figures.costs_known.push_back(known || !has_contract(run->loaded->document));
        figures.input.scenarios.push_back(std::move(scenario));
    }
    for (std::size_t s = 0; s < runs.size(); ++s) {
        figures.costs.push_back(report::costs_of(figures.input, s));
        figures.cost_changes.push_back(report::cost_change(figures.input, s));
    }
    if (runs.size() > 1)
        figures.contests = contests_of(figures.input);
    figures.runs = std::move(runs);
    return figures;
}

} // namespace switchroom::gui
