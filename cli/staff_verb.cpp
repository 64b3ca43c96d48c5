#include "cli/staff_verb.h"

#include "cli/staff_document.h"
#include "cli/staff_request.h"
#include "cli/verbs.h"
#include "planner/staffing/broken_assumptions.h"
#include "planner/staffing/scenario_demand.h"
#include "sim/centre/calendar.h"
#include "sim/centre/compile.h"
#include "sim/scenario/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom staff SCENARIO [OPTIONS]

How many people must be answering in every interval so that the scenario's own targets hold in each of
them, how many to schedule and to pay for that, and (with --method all) what several methods of planning
would give callers. Plans one week unless --days says otherwise.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom staff my.toml
  switchroom staff my.toml --method all
  switchroom staff my.toml --method simulation --target-service-level 0.9 --within 30s --interval 30min
  switchroom staff my.toml --shrinkage 12% --shrinkage 8% --turnover 30% --training-weeks 6 --json
)";

struct Planned {
    ScenarioDocument document;
    CentreModel model;
    Calendar calendar;
};

Result<Planned> load(const FileSystem& files, const std::string& path, const StaffRequest& request)
{
    const LoadOptions& options = request.run.load;
    auto document = read_scenario(files, path, {.allow_outside = options.allow_outside});
    if (!document)
        return document.errors();
    apply(request, document->scenario);
    auto model =
        compile(*document, {.files = &files,
                            .folders = {.data_dir = options.data_dir, .allow_outside = options.allow_outside},
                            .by_interval = true,
                            .collect_waits = false});
    if (!model)
        return model.errors();
    const TimeFrame& time = document->scenario.time;
    auto calendar = Calendar::make(document->scenario.timezone, time.start, 0, std::max(time.days - 1, 0));
    if (!calendar)
        return calendar.errors();
    return Planned{*std::move(document), *std::move(model), *std::move(calendar)};
}

std::vector<IntervalPlace> places_of(const IntervalGrid& grid, const Calendar& calendar)
{
    constexpr std::array names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::vector<IntervalPlace> places;
    for (std::uint32_t k = 0; k < grid.count; ++k) {
        const int number = calendar.day_at(grid.edge(k));
        const LocalDay& day = calendar.day(number);
        const std::string date = to_text(day.date);
        places.push_back(
            {.date = date,
             .day = fmt::format("{} {}", names[day.weekday().iso_encoding() - 1], date.substr(5)),
             .number = number,
             .clock_s = static_cast<int>(std::lround(calendar.clock_s(number, grid.edge(k))))});
    }
    return places;
}

/// The group's own shrinkage, or the request's for all of them.
double shrinkage_of(const Group& group, const StaffRequest& request)
{
    if (!request.shrinkage.empty())
        return combined_shrinkage(request.shrinkage);
    return combined_shrinkage({group.shrinkage.absence_day.value, group.shrinkage.in_day.value});
}

Diagnostics unusable(const Scenario& scenario, const Demand& demand)
{
    if (demand.pools.empty())
        return {error_in("", "nothing to staff: no calls are offered to a group that can take them")};
    Diagnostics errors;
    for (const Group& group : scenario.groups)
        if (combined_shrinkage({group.shrinkage.absence_day.value, group.shrinkage.in_day.value}) >= 1.0)
            errors.push_back(error_in("", fmt::format("group \"{}\" is never there", group.name)));
    return errors;
}

int days_with_work(const StaffDocument& document)
{
    std::vector<bool> works(static_cast<std::size_t>(document.days), false);
    for (const std::vector<double>& pool : document.methods.front().load)
        for (std::size_t k = 0; k < pool.size(); ++k)
            if (pool[k] > 0.0)
                works[static_cast<std::size_t>(document.places[k].number)] = true;
    return static_cast<int>(std::count(works.begin(), works.end(), true));
}

/// Need grows evenly; the work force at the start is what the first month needs.
std::vector<HeadcountMonth> headcount_of(const HeadcountRequest& request, double fte)
{
    HeadcountPlan plan{.start = fte,
                       .needed = {},
                       .yearly_turnover = request.yearly_turnover,
                       .training_weeks = request.training_weeks,
                       .ramp_weeks = request.ramp_weeks};
    // Hires are made for months to come, so needs are told beyond the last month shown.
    const int beyond = 2 + static_cast<int>((request.training_weeks + request.ramp_weeks) / 4.0);
    for (int month = 0; month < request.months + beyond; ++month)
        plan.needed.push_back(fte * std::pow(1.0 + request.yearly_growth, month / 12.0));
    std::vector<HeadcountMonth> months = headcount(plan);
    months.resize(static_cast<std::size_t>(request.months));
    return months;
}

bool asks(const StaffRequest& request, StaffMethod method)
{
    return std::find(request.methods.begin(), request.methods.end(), method) != request.methods.end();
}

bool simulates(const StaffRequest& request)
{
    return request.judge || asks(request, StaffMethod::simulation) || asks(request, StaffMethod::greedy);
}

/// What the reader must know before believing the numbers; simulation makes none of the formulas'
/// assumptions.
std::vector<std::string> warnings_of(const Planned& planned, const StaffRequest& request,
                                     const StaffDocument& document)
{
    std::vector<std::string> warnings;
    const bool formulas = request.all_methods || request.judge || !simulates(request);
    if (formulas)
        warnings = broken_assumptions(planned.model, document.demand, asks(request, StaffMethod::erlang_c));
    for (const MethodResult& method : document.methods)
        if (!method.every_goal_holds)
            warnings.push_back(fmt::format("the search of method {} stopped before every interval met its "
                                           "targets: the calls may depend on other groups' staffing",
                                           to_text(method.method)));
    return warnings;
}

Result<StaffDocument> staffed(const Planned& planned, const StaffRequest& request)
{
    const Scenario& scenario = planned.document.scenario;
    StaffDocument document;
    document.scenario = scenario.name;
    document.demand = scenario_demand(scenario, planned.model);
    if (Diagnostics errors = unusable(scenario, document.demand); !errors.empty())
        return errors;
    const ExperimentOptions run = experiment_options(request.run, scenario);
    document.seed = run.seed;
    document.replications = simulates(request) ? run.replications : 0;
    auto methods = staffing_study(
        planned.model, document.demand,
        {.methods = request.methods,
         .judge = request.judge,
         .simulation = {.seed = run.seed, .replications = run.replications, .threads = run.threads}});
    if (!methods)
        return methods.errors();
    document.methods = *std::move(methods);
    for (std::size_t m = 0; m < document.methods.size(); ++m)
        if (document.methods[m].method == StaffMethod::simulation)
            document.recommended = m;
    for (const Pool& pool : document.demand.pools) {
        document.groups.push_back(planned.model.names.groups[pool.group]);
        document.shrinkage.push_back(shrinkage_of(scenario.groups[pool.group], request));
    }
    document.warnings = warnings_of(planned, request, document);
    document.places = places_of(document.demand.grid, planned.calendar);
    document.days = scenario.time.days;
    document.open_days = days_with_work(document);
    document.fte_hours = request.fte_hours;
    if (request.headcount)
        document.headcount = headcount_of(
            *request.headcount, full_time_equivalents(document, document.methods[document.recommended]));
    return document;
}

std::string formatted(const StaffDocument& document, OutputFormat format)
{
    switch (format) {
    case OutputFormat::json:
        return staff_json(document);
    case OutputFormat::csv:
        return staff_csv(document);
    case OutputFormat::text:
        break;
    }
    return staff_text(document);
}

int staff(const std::string& path, const StaffRequest& request, std::ostream& out, std::ostream& err)
{
    DiskFileSystem disk;
    const Result<Planned> planned = load(disk, path, request);
    const Result<StaffDocument> document =
        planned ? staffed(*planned, request) : Result<StaffDocument>(planned.errors());
    if (!document) {
        print(document.errors(), err);
        return exit_input_error;
    }
    if (!request.run.quiet) {
        print(planned->document.warnings, err);
        for (const std::string& warning : document->warnings)
            err << "note: " << warning << "\n";
    }
    return deliver(formatted(*document, request.run.format), request.run.out, disk, out, err);
}

} // namespace

int staff_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = staff_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (options && options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const Result<StaffRequest> request =
        options ? read_staff_request(*options) : Result<StaffRequest>(options.errors());
    if (!request) {
        print(request.errors(), err);
        return exit_input_error;
    }
    return staff(options->positional().front(), *request, out, err);
}

} // namespace switchroom
