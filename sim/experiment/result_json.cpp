#include "sim/experiment/result_json.h"

#include "sim/experiment/expectation_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json kpi_object(const KpiResult& result, bool with_quantiles)
{
    Json object{{"mean", number(result.estimate.mean)},
                {"half_width_95", number(result.estimate.half_width)}};
    if (!with_quantiles || result.kpi->kind == KpiKind::wait_quantile)
        return object;
    for (const auto& [name, quantile] :
         {std::pair{"p05", &result.p05}, std::pair{"p50", &result.p50}, std::pair{"p95", &result.p95}}) {
        object[name] = number(quantile->mean);
        object[std::string(name) + "_half_width_95"] = number(quantile->half_width);
    }
    return object;
}

/// The formula travels with the figure.
void say_formula(Json& kpis, const MeasuredContact& contact)
{
    for (const char* name : {"service_level", "service_level_mean_of_days"})
        if (kpis.contains(name)) {
            kpis[name]["formula"] = contact.formula->name;
            kpis[name]["within_s"] = contact.threshold_s;
        }
}

Json scope_object(const ScopeResult& scope, bool with_quantiles)
{
    Json object = Json::object();
    for (const KpiResult& result : scope.kpis) {
        if (result.kpi->experience)
            continue; // in a section of its own
        Json& into = object[std::string(result.kpi->name)];
        (result.kpi->key.empty() ? into : into[std::string(result.kpi->key)]) =
            kpi_object(result, with_quantiles);
    }
    if (!scope.outcomes.empty()) {
        Json& outcomes = object["outcomes"] = Json::object();
        for (const OutcomeResult& outcome : scope.outcomes)
            outcomes[outcome.name] = {{"mean", number(outcome.count.mean)},
                                      {"half_width_95", number(outcome.count.half_width)}};
    }
    return object;
}

Json contacts_object(const std::vector<ScopeResult>& contacts, const MeasuredCentre& centre,
                     bool with_quantiles)
{
    Json object = Json::object();
    for (std::size_t c = 0; c < contacts.size(); ++c) {
        Json kpis = scope_object(contacts[c], with_quantiles);
        say_formula(kpis, centre.contacts[c]);
        object[contacts[c].name] = std::move(kpis);
    }
    return object;
}

Json scopes_object(const std::vector<ScopeResult>& scopes, bool with_quantiles)
{
    Json object = Json::object();
    for (const ScopeResult& scope : scopes)
        object[scope.name] = scope_object(scope, with_quantiles);
    return object;
}

/// The figures of experience of one scope; null where there are none.
Json experience_of(const ScopeResult& scope, bool with_quantiles)
{
    Json object;
    for (const KpiResult& result : scope.kpis)
        if (result.kpi->experience)
            object[std::string(result.kpi->name)] = kpi_object(result, with_quantiles);
    return object;
}

/// What the scenario's own model makes of what happened, apart from what happened: by contact, segment and in
/// total. `holder`: the result, or one of its rows.
template <class Holder>
Json experience_object(const Holder& holder, bool with_quantiles)
{
    Json object = Json::object();
    for (const ScopeResult& contact : holder.contacts)
        if (Json figures = experience_of(contact, with_quantiles); !figures.is_null())
            object["contacts"][contact.name] = std::move(figures);
    for (const ScopeResult& segment : holder.segments)
        if (Json figures = experience_of(segment, with_quantiles); !figures.is_null())
            object["segments"][segment.name] = std::move(figures);
    if (Json figures = experience_of(holder.total, with_quantiles); !figures.is_null())
        object["total"] = std::move(figures);
    return object;
}

Json checks_object(const CheckResult& checks)
{
    Json object{{"conserved", checks.conserved},
                {"littles_law_max_error", number(checks.littles_law_max_error)}};
    if (checks.first_violation >= 0)
        object["first_violation_in_replication"] = checks.first_violation;
    return object;
}

template <class T>
void put(Json& object, const char* key, const std::optional<T>& value)
{
    if (value)
        object[key] = *value;
}

Json expectation_object(const ExpectationResult& result)
{
    const Expectation& said = result.expectation;
    Json object{{"kpi", said.kpi}};
    put(object, "contact", said.contact);
    if (!said.contacts.empty())
        object["contacts"] = said.contacts;
    put(object, "group", said.group);
    put(object, "segment", said.segment);
    put(object, "part", said.part);
    put(object, "by", said.by);
    if (said.quantile)
        object["quantile"] = said.quantile->value;
    put(object, "at_least", said.at_least);
    put(object, "at_most", said.at_most);
    put(object, "versus", said.versus);
    put(object, "change_at_least", said.change_at_least);
    put(object, "change_at_most", said.change_at_most);
    object["says"] = subject_of(result);
    object["value"] = number(result.figure.mean);
    object["half_width_95"] = number(result.figure.half_width);
    object["met"] =
        result.verdict == Finding::undecided ? Json(nullptr) : Json(result.verdict == Finding::met);
    object["origin"] = said.origin;
    return object;
}

Json expectations_array(const std::vector<ExpectationResult>& expectations)
{
    Json array = Json::array();
    for (const ExpectationResult& one : expectations)
        array.push_back(expectation_object(one));
    return array;
}

Json result_object(const ExperimentResult& result)
{
    Json object{{"scenario", result.centre.scenario},
                {"currency", result.centre.currency},
                {"seed", result.seed},
                {"replications", result.replications},
                {"simulated_days", result.centre.days},
                {"calls", result.calls}};
    object["contacts"] = contacts_object(result.contacts, result.centre, true);
    object["groups"] = scopes_object(result.groups, true);
    if (!result.segments.empty())
        object["segments"] = scopes_object(result.segments, true);
    object["total"] = scope_object(result.total, true);
    if (!result.centre.rows.empty()) {
        Json rows = Json::array();
        for (const RowResult& row : result.rows) {
            Json one{{"row", row.label},
                     {"contacts", contacts_object(row.contacts, result.centre, false)},
                     {"groups", scopes_object(row.groups, false)}};
            if (!row.segments.empty())
                one["segments"] = scopes_object(row.segments, false);
            one["total"] = scope_object(row.total, false);
            if (Json experience = experience_object(row, false); !experience.empty())
                one["experience"] = std::move(experience);
            rows.push_back(std::move(one));
        }
        object["rows"] = std::move(rows);
    }
    if (Json experience = experience_object(result, true); !experience.empty()) {
        experience["origin"] = result.centre.experience_origin;
        object["experience"] = std::move(experience);
    }
    if (!result.expectations.empty())
        object["expectations"] = expectations_array(result.expectations);
    object["checks"] = checks_object(result.checks);
    return object;
}

Json difference_object(const Difference& difference)
{
    Json object{{"scenario", difference.scenario},
                {"scope", difference.scope},
                {"name", difference.name},
                {"kpi", difference.kpi->name}};
    if (!difference.kpi->key.empty())
        object["formula"] = difference.kpi->key;
    object["mean"] = number(difference.mean);
    object["half_width_95"] = number(difference.half_width_95);
    object["half_width_95_simultaneous"] = number(difference.half_width_95_simultaneous);
    object["significant"] = difference.significant;
    return object;
}

Json best_object(const BestChances& chances)
{
    Json object = Json::object();
    for (const BestChance& one : chances.scenarios)
        object[one.scenario] = {{"on_average", number(one.on_average)}, {"in_a_run", number(one.in_a_run)}};
    return object;
}

} // namespace

std::string to_json(const ExperimentResult& result)
{
    return result_object(result).dump(2) + "\n";
}

std::string to_json(const Comparison& comparison)
{
    Json scenarios = Json::array();
    for (const ExperimentResult& result : comparison.scenarios)
        scenarios.push_back(result_object(result));
    Json differences = Json::array();
    for (const Difference& difference : comparison.differences)
        differences.push_back(difference_object(difference));
    Json document{{"scenarios", std::move(scenarios)}, {"differences", std::move(differences)}};
    for (const BestChances& chances : comparison.best)
        document["best"][chances.figure] = best_object(chances);
    return document.dump(2) + "\n";
}

} // namespace switchroom
