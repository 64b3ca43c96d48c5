#include "planner/contract/quick_promise.h"

#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace switchroom {

namespace {

/// Relative rates of ten equal parts of the opening hours; their mean is 1. The morning's are those of a
/// clinic that is called most in its first hour.
constexpr std::array flat{1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
constexpr std::array morning{1.75, 1.45, 1.2, 1.0, 0.8, 0.65, 0.85, 0.95, 0.8, 0.55};

std::string profile_of(const QuickPromise& wanted)
{
    const double length_s = hours_of(wanted.open) * 3600.0;
    const double mean_per_hour = wanted.calls_a_day / hours_of(wanted.open);
    const auto& parts = wanted.morning_peak ? morning : flat;
    std::string steps;
    for (std::size_t i = 0; i < parts.size(); i += wanted.morning_peak ? 1 : parts.size()) {
        const double at_s = wanted.open.start.second_of_day + length_s * static_cast<double>(i) / 10.0;
        steps += fmt::format("[\"{}\", {:.6g}], ", to_text(ClockTime{static_cast<int>(at_s)}),
                             mean_per_hour * parts[i]);
    }
    const std::string end =
        wanted.open.end.second_of_day < 86400 ? fmt::format("[\"{}\", 0]", to_text(wanted.open.end)) : "";
    return steps + end;
}

std::string limit_key(const SlaClause& clause)
{
    const Limit limit = clause.at_least ? *clause.at_least : *clause.at_most;
    const auto* time = std::get_if<Duration>(&limit);
    const std::string value = time ? fmt::format("\"{}\"", duration_literal(*time))
                                   : fmt::format("{}", std::get<Probability>(limit).value);
    return fmt::format("{} = {}", clause.at_least ? "at_least" : "at_most", value);
}

std::string clause_of(const SlaClause& clause)
{
    std::string text = fmt::format("[[contracts.sla]]\nname = \"promise\"\nmetric = \"{}\"\n{}\n",
                                   to_name(clause.metric), limit_key(clause));
    if (clause.within)
        text += fmt::format("within = \"{}\"\nformula = \"{}\"\n", duration_literal(*clause.within),
                            to_name(clause.formula));
    if (clause.short_abandon.seconds > 0.0)
        text += fmt::format("short_abandon = \"{}\"\n", duration_literal(clause.short_abandon));
    return text + fmt::format("window = \"{}\"\nterm = \"12 months\"\n", to_name(clause.window));
}

} // namespace

double hours_of(const ClockWindow& open)
{
    return (open.end.second_of_day - open.start.second_of_day) / 3600.0;
}

double suggested_agents(const QuickPromise& promise)
{
    return std::ceil(1.2 * promise.calls_a_day * promise.handle.seconds / (3600.0 * hours_of(promise.open)));
}

std::string scenario_text(const QuickPromise& wanted)
{
    const std::string patience =
        std::isfinite(wanted.patience.seconds)
            ? fmt::format("patience = {{ family = \"exponential\", mean = \"{}\" }}\n",
                          duration_literal(wanted.patience))
            : "";
    const std::string uncertainty =
        wanted.volume_cv > 0.0
            ? fmt::format("[uncertainty]\nvolume = {{ cv = {}, per = \"day\" }}\n\n", wanted.volume_cv)
            : "";
    const std::string_view days = wanted.every_day ? "every_day" : "weekdays";
    const std::string window = fmt::format("{}-{}", to_text(wanted.open.start), to_text(wanted.open.end));
    return fmt::format("format = 1\n"
                       "name = \"{:g} calls a day, {:g} people\"\n\n"
                       "[time]\nstart = 2026-01-01\n\n"
                       "[hours]\n{} = [\"{}\"]\n\n"
                       "[[contacts]]\nname = \"calls\"\n"
                       "arrivals.profile = {{ {} = [{}] }}\n"
                       "handle = {{ family = \"exponential\", mean = \"{}\" }}\n{}\n"
                       "[[groups]]\nname = \"agents\"\nemployer = \"vendor\"\nagents = {:g}\n\n{}"
                       "[[contracts]]\nvendor = \"vendor\"\n\n{}",
                       wanted.calls_a_day, wanted.agents, days, window, days, profile_of(wanted),
                       duration_literal(wanted.handle), patience, wanted.agents, uncertainty,
                       clause_of(wanted.clause));
}

} // namespace switchroom
