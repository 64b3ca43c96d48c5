#include "planner/report/costs.h"
#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

namespace switchroom::report {

namespace {

struct Contest {
    std::string title;
    std::vector<BestChance> chances;
};

/// By what a decision hangs on.
std::vector<Contest> contests(const ReportInput& input)
{
    std::vector<Contest> all;
    for (const std::string_view name : {"answer_rate", "service_level", "asa_s", "lost_callers"})
        if (BestChances chances = best_chances_by(input.comparison.scenarios, name);
            !chances.scenarios.empty())
            all.push_back({chances.title, std::move(chances.scenarios)});
    std::vector<PairSeries> costs;
    bool any_cost = false;
    for (std::size_t s = 0; s < scenario_count(input); ++s) {
        costs.push_back(cost_series(input, s));
        any_cost = any_cost || !costs_of(input, s).lines.empty();
    }
    if (any_cost)
        all.push_back({"cost", best_chances(costs, false, result_of(input, 0).seed)});
    return all;
}

} // namespace

void add_chances(const ReportInput& input, Document& document)
{
    if (scenario_count(input) < 2)
        return;
    DataTable table{
        .title = "Chance of being the best",
        .headings = {"By", ""},
        .rows = {},
        .note =
            "On average: how sure it is that the scenario is the best in the long run. In a single run: how "
            "often it is the best with the luck of one run."};
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        table.headings.push_back(scenario_name(input, s));
    for (const Contest& contest : contests(input)) {
        std::vector<Cell> average{text_cell(contest.title), text_cell("on average")};
        std::vector<Cell> single{text_cell(""), text_cell("in a single run")};
        for (const BestChance& one : contest.chances) {
            average.push_back(figure_cell(KpiUnit::share, one.on_average));
            single.push_back(figure_cell(KpiUnit::share, one.in_a_run));
        }
        table.rows.push_back(std::move(average));
        table.rows.push_back(std::move(single));
    }
    document.blocks.emplace_back(std::move(table));
}

} // namespace switchroom::report
