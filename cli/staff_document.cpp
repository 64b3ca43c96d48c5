#include "cli/staff_document.h"

#include "sim/base/units.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using nlohmann::ordered_json;

ordered_json number(double value)
{
    return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

std::string start_of(const IntervalPlace& place)
{
    return place.date + "T" + to_text(ClockTime{place.clock_s});
}

ordered_json intervals_json(const StaffDocument& document, const MethodResult& method)
{
    ordered_json rows = ordered_json::array();
    for (std::size_t p = 0; p < document.groups.size(); ++p)
        for (std::size_t k = 0; k < document.places.size(); ++k) {
            ordered_json row{{"start", start_of(document.places[k])},
                             {"group", document.groups[p]},
                             {"offered_load_erlang", number(method.load[p][k])},
                             {"required", method.plan[p][k]},
                             {"scheduled", whole_scheduled_for(method.plan[p][k], document.shrinkage[p])}};
            if (method.figures)
                for (std::size_t g = 0; g < (*method.figures)[p].size(); ++g) {
                    const Estimate& seen = (*method.figures)[p][g][k];
                    row["simulated"].push_back({{"goal", to_text(document.demand.pools[p].goals[g])},
                                                {"mean", number(seen.mean)},
                                                {"half_width_95", number(seen.half_width)}});
                }
            rows.push_back(std::move(row));
        }
    return rows;
}

ordered_json judgement_json(const StaffDocument& document, const Judgement& judgement)
{
    const Pool& pool = document.demand.pools[judgement.worst_pool];
    return {{"intervals", judgement.intervals},
            {"below_target", judgement.below},
            {"missed_beyond_doubt", judgement.missed},
            {"worst",
             {{"start", start_of(document.places[judgement.worst_interval])},
              {"group", document.groups[judgement.worst_pool]},
              {"goal", to_text(pool.goals[judgement.worst_goal])},
              {"mean", number(judgement.worst.mean)},
              {"half_width_95", number(judgement.worst.half_width)}}},
            {"mean_of_intervals", number(judgement.mean)},
            {"widest_half_width_95", number(judgement.widest)}};
}

ordered_json method_json(const StaffDocument& document, const MethodResult& method)
{
    ordered_json json{{"method", to_text(method.method)},
                      {"agent_hours", number(method.agent_hours)},
                      {"paid_hours", number(paid_hours(document, method))},
                      {"fte", number(full_time_equivalents(document, method))}};
    if (method.judgement)
        json["judged"] = judgement_json(document, *method.judgement);
    return json;
}

ordered_json headcount_json(const std::vector<HeadcountMonth>& months)
{
    ordered_json rows = ordered_json::array();
    for (std::size_t m = 0; m < months.size(); ++m)
        rows.push_back({{"month", m + 1},
                        {"needed", number(months[m].needed)},
                        {"hires", number(months[m].hires)},
                        {"leavers", number(months[m].leavers)},
                        {"headcount", number(months[m].headcount)},
                        {"productive", number(months[m].productive)}});
    return rows;
}

/// Names are quoted for CSV only where they must be.
std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

} // namespace

double paid_hours(const StaffDocument& document, const MethodResult& method)
{
    double hours = 0.0;
    for (std::size_t p = 0; p < method.plan.size(); ++p)
        hours += scheduled_for(agent_hours({method.plan[p]}, document.demand.grid), document.shrinkage[p]);
    return hours;
}

double full_time_equivalents(const StaffDocument& document, const MethodResult& method)
{
    const double weeks = document.days >= 7 ? document.days / 7.0 : document.open_days / 5.0;
    return weeks > 0.0 ? paid_hours(document, method) / (weeks * document.fte_hours) : 0.0;
}

std::string staff_json(const StaffDocument& document)
{
    const MethodResult& chosen = document.methods[document.recommended];
    ordered_json json{{"scenario", document.scenario}};
    json.update(method_json(document, chosen));
    json["interval_s"] = document.demand.grid.length_s;
    json["days"] = document.days;
    for (std::size_t p = 0; p < document.groups.size(); ++p) {
        ordered_json goals = ordered_json::array();
        for (const Goal& goal : document.demand.pools[p].goals)
            goals.push_back(to_text(goal));
        json["groups"].push_back(
            {{"name", document.groups[p]}, {"shrinkage", document.shrinkage[p]}, {"goals", goals}});
    }
    json["warnings"] = document.warnings;
    if (document.replications > 0) {
        json["seed"] = document.seed;
        json["replications"] = document.replications;
    }
    json["intervals"] = intervals_json(document, chosen);
    if (document.methods.size() > 1)
        for (const MethodResult& method : document.methods) {
            ordered_json one = method_json(document, method);
            one["intervals"] = intervals_json(document, method);
            json["methods"].push_back(std::move(one));
        }
    if (!document.headcount.empty())
        json["headcount"] = headcount_json(document.headcount);
    return json.dump(2) + "\n";
}

std::string staff_csv(const StaffDocument& document)
{
    std::string text = "method,group,start,offered_load_erlang,required,scheduled\n";
    for (const MethodResult& method : document.methods)
        for (std::size_t p = 0; p < document.groups.size(); ++p)
            for (std::size_t k = 0; k < document.places.size(); ++k)
                text += fmt::format("{},{},{},{},{},{}\n", to_text(method.method), quoted(document.groups[p]),
                                    start_of(document.places[k]), method.load[p][k], method.plan[p][k],
                                    whole_scheduled_for(method.plan[p][k], document.shrinkage[p]));
    return text;
}

} // namespace switchroom
