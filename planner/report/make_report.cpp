#include "planner/report/make_report.h"

#include "planner/report/sections.h"

#include <algorithm>

namespace switchroom::report {

bool may_be_shown_over_week(std::string_view kpi)
{
    const KpiDefinition* found = find_kpi(KpiScope::contact, kpi);
    return found && found->kind == KpiKind::ratio;
}

LoadOptions loading_of_report(LoadOptions options)
{
    options.by_interval = true;
    options.expectations = true;
    return options;
}

KpiSelection kpis_of_report(const std::string& heat_kpi)
{
    KpiSelection kpis = KpiSelection::standard();
    kpis += KpiSelection::named(std::vector{heat_kpi});
    return kpis;
}

Result<ReportInput> prepare_report(std::vector<LoadedModel>& all, const ReportPlan& plan)
{
    const Scenario& base = all.front().document.scenario;
    const Result<Calendar> calendar =
        Calendar::make(base.timezone, base.time.start, 0, std::max(base.time.days - 1, 0));
    if (!calendar)
        return calendar.errors();
    ReportInput input;
    std::vector<const CentreModel*> models;
    for (const LoadedModel& loaded : all)
        models.push_back(&loaded.model);
    input.grid = week_grid(models, *calendar);
    input.heat_kpi = plan.heat_kpi;
    input.version = plan.version;
    for (LoadedModel& loaded : all) {
        ReportedScenario scenario;
        scenario.document = &loaded.document;
        scenario.staffing = staff_needs(loaded.document.scenario, loaded.model, *calendar, input.grid);
        for (const Diagnostic& warning : loaded.document.warnings)
            scenario.notes.push_back(warning.message);
        input.scenarios.push_back(std::move(scenario));
        lay_out(input.grid, loaded.model, *calendar, loaded.centre);
    }
    return input;
}

void take_results(const std::vector<LoadedModel>& all, std::vector<ExperimentResult> results,
                  ReportInput& input)
{
    input.comparison = compare(std::move(results));
    for (std::size_t s = 0; s < all.size(); ++s) {
        ExperimentResult& result = input.comparison.scenarios[s];
        result.expectations = own_expectations(all[s].document.scenario, result);
    }
}

} // namespace switchroom::report
