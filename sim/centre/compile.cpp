#include "sim/centre/compile.h"

#include "sim/centre/compile_attempts.h"
#include "sim/centre/compile_changes.h"
#include "sim/centre/compile_contacts.h"
#include "sim/centre/compile_context.h"
#include "sim/centre/compile_experience.h"
#include "sim/centre/compile_groups.h"
#include "sim/centre/compile_working_hours.h"
#include "sim/centre/model_index.h"

#include <cmath>
#include <numeric>
#include <utility>

namespace switchroom {

namespace {

/// The days that the simulation touches, warm-up included.
void compile_days(CompileContext& context)
{
    const Calendar& calendar = context.calendar;
    for (int number = calendar.day_at(context.begin_s); calendar.day(number).start_s < context.end_s;
         ++number) {
        const LocalDay& day = calendar.day(number);
        const auto date = std::chrono::sys_days(day.date).time_since_epoch().count();
        context.model.days.push_back({day.start_s, day.end_s(), static_cast<std::int32_t>(date)});
    }
}

/// The largest interval of which the stated one and every measured day are multiples, so that no cell lies in
/// two days: the stated interval itself, but for long intervals on days on which the clocks change.
double cell_length_s(const CompileContext& context)
{
    auto length = static_cast<long>(context.scenario().time.interval.seconds);
    for (const ModelDay& day : context.model.days)
        if (day.start_s >= 0.0)
            length = std::gcd(length, static_cast<long>(day.end_s - day.start_s));
    return static_cast<double>(length);
}

void compile_time_frame(CompileContext& context)
{
    const Scenario& scenario = context.scenario();
    CentreModel& model = context.model;
    model.begin_s = context.begin_s;
    model.measure_from_s = 0.0;
    model.end_s = context.end_s;
    model.at_end = scenario.time.end == EndRule::drain ? AtEnd::drain : AtEnd::cut;
    compile_days(context);
    model.interval_s = cell_length_s(context);
    model.cells = context.options.by_interval
                      ? static_cast<std::uint32_t>(std::llround(context.end_s / model.interval_s))
                      : 1;
    model.collect_waits = context.options.collect_waits;
    for (const Line& line : scenario.lines) {
        model.lines.push_back({static_cast<std::uint32_t>(line.count)});
        model.names.lines.push_back(line.name);
    }
}

} // namespace

Result<CentreModel> compile(const ScenarioDocument& document, const CompileOptions& options)
{
    Result<CompileContext> begun = begin_compile(document, options);
    if (!begun)
        return begun.errors();
    CompileContext context = *std::move(begun);
    compile_time_frame(context);
    compile_experience(context);
    compile_groups(context);
    const std::vector<std::uint32_t> other_clients = name_contacts(context);
    if (context.model.contacts.empty())
        context.error("contacts", "nothing to simulate: no contact has arrivals");
    compile_skills(other_clients, context);
    compile_contacts(other_clients, context);
    if (has_errors(context.errors))
        return std::move(context.errors);
    take_out_redials(context);
    if (has_errors(context.errors))
        return std::move(context.errors);
    add_group_changes(context);
    add_breaks(context);
    add_working_hours(context);
    sort_changes(context);
    index_model(context.model);
    return std::move(context.model);
}

} // namespace switchroom
