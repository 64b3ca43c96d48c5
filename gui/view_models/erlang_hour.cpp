#include "gui/view_models/erlang_hour.h"

#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/transient.h"
#include "sim/base/file_system.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int points_beside = 4; ///< numbers of agents on each side of the hour's own
/// Simulated hours: of the first picture, of the hour's own agents, of the others.
constexpr std::int64_t first_hours = 50;
constexpr std::int64_t hours_here = 2000;
constexpr std::int64_t hours_beside = 400;
/// Calls that all of them may have: many agents need fewer hours for the same certainty.
constexpr double most_calls = 400000.0;

Estimate exact(double value)
{
    return {.mean = value, .half_width = 0.0, .n = 0};
}

std::int64_t affordable(const ErlangHour& hour, std::int64_t wanted)
{
    const double hours = most_calls / std::max(hour.calls_per_hour, 1.0);
    return std::clamp(static_cast<std::int64_t>(hours), std::int64_t{30}, wanted);
}

Estimate estimate_in(const ExperimentResult& result, std::string_view kpi)
{
    const KpiResult* found = result.total.find(kpi);
    return found == nullptr ? Estimate{nan, nan, 0} : found->estimate;
}

struct Simulated {
    HourFigures figures;
    double unlucky = nan;
    Diagnostics problems;
};

Simulated simulate(const ErlangHour& hour, int agents, std::int64_t hours, Progress& progress)
{
    const MemoryFileSystem none; // the text names no file
    const auto document = read_scenario_text(none, scenario_text(hour, agents), "hour.toml");
    if (!document)
        return {.figures = {}, .problems = document.errors()};
    const auto loaded = compile_model(none, *document, {.data_dir = {}});
    if (!loaded)
        return {.figures = {}, .problems = loaded.errors()};
    ExperimentOptions options;
    options.replications = hours;
    const ExperimentResult result = run_experiment(loaded->model, loaded->centre, options, progress);
    Simulated simulated;
    simulated.figures = {.service_level = estimate_in(result, "service_level"),
                         .asa_s = estimate_in(result, "asa_s"),
                         .abandonment = estimate_in(result, "abandonment_rate")};
    if (const KpiResult* found = result.total.find("service_level"))
        simulated.unlucky = found->p05.mean;
    return simulated;
}

double service_level_from_empty(const ErlangHour& hour)
{
    const auto measures = erlang::transient({{.length_s = 3600.0,
                                              .arrival_rate_per_s = hour.calls_per_hour / 3600.0,
                                              .agents = static_cast<double>(hour.agents),
                                              .handle_s = hour.handle_s,
                                              .patience_s = hour.patience_s,
                                              .awt_s = hour.within_s}});
    return measures ? measures->front().service_level : nan;
}

HourPicture formulas_of(const ErlangHour& hour)
{
    HourPicture picture;
    picture.hour = hour;
    const int least = std::max(hour.agents - points_beside, 1);
    for (int n = least; n <= hour.agents + points_beside; ++n)
        picture.points.push_back(
            {.agents = n, .c = erlang_c_figures(hour, n), .a = erlang_a_figures(hour, n), .simulated = {}});
    picture.asked = static_cast<std::size_t>(hour.agents - least);
    return picture;
}

} // namespace

HourFigures erlang_c_figures(const ErlangHour& hour, int agents)
{
    const auto c = erlang::erlang_c(agents, hour.load(), hour.handle_s);
    if (!c)
        return {exact(nan), exact(nan), exact(nan)};
    return {exact(service_level(*c, hour.within_s)), exact(c->mean_wait_s), exact(0.0)};
}

HourFigures erlang_a_figures(const ErlangHour& hour, int agents)
{
    const auto a =
        erlang::erlang_a({static_cast<double>(agents), hour.load(), hour.handle_s, hour.patience_s});
    if (!a)
        return {exact(nan), exact(nan), exact(nan)};
    return {exact(service_level(*a, hour.within_s)), exact(mean_waits(*a).served_s),
            exact(a->probability_abandon)};
}

std::string scenario_text(const ErlangHour& hour, int agents)
{
    const double first = hour.calls_per_hour * (hour.uneven_load ? 1.3 : 1.0);
    const double second = hour.calls_per_hour * (hour.uneven_load ? 0.7 : 1.0);
    std::string patience;
    if (std::isfinite(hour.patience_s))
        patience =
            fmt::format("patience = {{ family = \"{}\", mean = \"{}\"{} }}\n",
                        hour.mixed_patience ? "lognormal" : "exponential",
                        duration_literal(seconds(hour.patience_s)), hour.mixed_patience ? ", cv = 2.0" : "");
    // Day 0 is a Monday; the Sunday before it brings the hour into its stride.
    return fmt::format("format = 1\nname = \"One hour\"\n\n"
                       "[time]\nstart = 2026-03-02\ndays = 1\nwarm_up = \"{}\"\n\n"
                       "[[contacts]]\nname = \"calls\"\n"
                       "arrivals.profile = {{ sun = [[\"20:00\", {:.10g}]], "
                       "mon = [[\"00:00\", {:.10g}], [\"00:30\", {:.10g}], [\"01:00\", 0]] }}\n"
                       "handle = {{ family = \"exponential\", mean = \"{}\" }}\n{}"
                       "target = {{ service_level = {{ share = 0.8, within = \"{}\" }} }}\n\n"
                       "[[groups]]\nname = \"agents\"\nagents = {}\n",
                       hour.starts_empty ? "0s" : "4h", hour.starts_empty ? 0.0 : hour.calls_per_hour, first,
                       second, duration_literal(seconds(hour.handle_s)), patience,
                       duration_literal(seconds(hour.within_s)), agents);
}

void study_hour(const ErlangHour& hour, JobOrder<HourPicture>& job)
{
    HourPicture picture = formulas_of(hour);
    job.publish(picture);
    if (hour.starts_empty)
        picture.from_empty = service_level_from_empty(hour);
    const auto fill = [&](std::size_t point, std::int64_t hours) {
        Simulated simulated = simulate(hour, picture.points[point].agents, hours, job);
        if (job.stop_requested())
            return;
        picture.points[point].simulated = simulated.figures;
        if (!simulated.problems.empty())
            picture.problems = simulated.problems;
        if (point == picture.asked) {
            picture.unlucky = simulated.unlucky;
            picture.hours = hours;
        }
        job.publish(picture);
    };
    fill(picture.asked, affordable(hour, first_hours));
    fill(picture.asked, affordable(hour, hours_here));
    for (std::size_t i = 0; i < picture.points.size(); ++i)
        if (i != picture.asked && !job.stop_requested())
            fill(i, affordable(hour, hours_beside));
    picture.finished = true;
    if (!job.stop_requested())
        job.publish(std::move(picture));
}

} // namespace switchroom::gui
