#include "planner/report/find_figures.h"
#include "planner/report/sections.h"

#include "sim/base/check.h"
#include "sim/experiment/number_text.h"

#include <fmt/format.h>

namespace switchroom::report {

namespace {

std::string subtitle_of(const ReportInput& input)
{
    const ExperimentResult& base = result_of(input, 0);
    const TimeFrame& time = input.scenarios.front().document->scenario.time;
    const std::string runs =
        base.replications == 1
            ? "one simulated run"
            : grouped_number(static_cast<double>(base.replications), 0) + " simulated runs";
    return fmt::format("{} of {} {} from {}{}", runs, time.days, time.days == 1 ? "day" : "days",
                       to_text(time.start),
                       base.stopped_early ? "; stopped on request, what was finished is shown" : "");
}

std::string title_of(const ReportInput& input)
{
    const std::size_t count = scenario_count(input);
    if (count == 1)
        return scenario_name(input, 0);
    if (count == 2)
        return fmt::format("{} or {}", scenario_name(input, 0), scenario_name(input, 1));
    return fmt::format("{} and {} other ways of answering", scenario_name(input, 0), count - 1);
}

} // namespace

Document build_report(const ReportInput& input)
{
    SWITCHROOM_CHECK(!input.scenarios.empty() && input.scenarios.size() == scenario_count(input),
                     "a report has one or more scenarios, each with its result");
    Document document{.title = title_of(input), .subtitle = subtitle_of(input), .blocks = {}};
    for (const auto add :
         {add_summary, add_comparison, add_chances, add_week, add_staffing, add_spread, add_money,
          add_contracts, add_quality_review, add_fears, add_details, add_assumptions})
        add(input, document);
    return document;
}

} // namespace switchroom::report
