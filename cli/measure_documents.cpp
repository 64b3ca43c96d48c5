#include "cli/measure_report.h"
#include "sim/calllog/measured_kpis.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace switchroom {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json number(const std::optional<double>& value)
{
    return value ? number(*value) : Json(nullptr);
}

Json kpis_object(const LogCell& cell, const MeasureOptions& options)
{
    Json object = Json::object();
    for (const KpiDefinition* kpi : measured_kpis()) {
        Json& into = object[std::string(kpi->name)];
        (kpi->key.empty() ? into : into[std::string(kpi->key)]) =
            Json{{"mean", number(measured_value(*kpi, cell))}};
    }
    object["service_level"]["formula"] = default_service_level_formula().name;
    object["service_level"]["within_s"] = options.within_s;
    return object;
}

Json handle_object(const HandleSummary& summary)
{
    return {{"n", summary.n},
            {"mean_s", number(summary.mean_s)},
            {"cv", number(summary.cv)},
            {"median_s", number(summary.median_s)},
            {"lognormal_mu", number(summary.log_mean)},
            {"lognormal_sigma", number(summary.log_sd)}};
}

Json patience_object(const SurvivalCurve& curve)
{
    Json survival = Json::object();
    for (const int t : {10, 30, 60, 120, 300, 600})
        if (t <= curve.last_time_s)
            survival[std::to_string(t)] = survival_at(curve, t);
    return {{"queued", curve.callers},
            {"abandoned", curve.abandoned},
            {"survival", survival},
            {"p10_s", number(patience_quantile_s(curve, 0.10))},
            {"p25_s", number(patience_quantile_s(curve, 0.25))},
            {"median_s", number(patience_quantile_s(curve, 0.50))},
            {"restricted_mean_600_s", number(restricted_mean_s(curve, 600.0))},
            {"restricted_mean_1800_s", number(restricted_mean_s(curve, 1800.0))},
            {"last_time_s", curve.last_time_s},
            {"exponential_mean_s", number(exponential_mean_s(curve))}};
}

Json items_array(const std::vector<QualityItem>& items, bool line_numbers)
{
    Json array = Json::array();
    for (const QualityItem& item : items) {
        Json object{{"reason", item.reason}, {"rows", item.lines.size()}};
        if (line_numbers)
            object["lines"] = item.lines;
        array.push_back(std::move(object));
    }
    return array;
}

Json quality_object(const QualityAccount& account, bool line_numbers)
{
    return {{"rows_read", account.rows_read},
            {"rows_used", account.rows_used},
            {"lost_too_much", account.lost_too_much()},
            {"set_aside", items_array(account.set_aside, line_numbers)},
            {"lost", items_array(account.lost, line_numbers)},
            {"repaired", items_array(account.repaired, line_numbers)},
            {"noted", items_array(account.noted, line_numbers)}};
}

Json staffing_array(const MeasureReport& report)
{
    Json array = Json::array();
    for (const GapFigures& gap : report.staffing)
        array.push_back({{"gap_s", gap.gap_s}, {"present_h", gap.present_h}, {"busy_h", gap.busy_h}});
    return array;
}

void append_csv(std::string& text, const char* scope, const LogCell& cell)
{
    std::string name = cell.name;
    if (name.find_first_of(",\"\n") != std::string::npos)
        name = Json(name).dump();
    for (const KpiDefinition* kpi : measured_kpis()) {
        const double value = measured_value(*kpi, cell);
        text += fmt::format("{},{},{},{},{},{}\n", scope, name, kpi->name, kpi->key, to_text(kpi->unit),
                            std::isfinite(value) ? fmt::format("{}", value) : "");
    }
}

} // namespace

std::string to_json(const MeasureReport& report)
{
    const CallLog& log = *report.log;
    Json object{{"log", file_name(log.quality.file)},
                {"source", log.source},
                {"synthetic", log.synthetic},
                {"calls", report.by_type.total.counts.attempts}};
    for (const LogCell& cell : report.by_type.cells)
        object["contacts"][cell.name] = kpis_object(cell, report.options);
    object["total"] = kpis_object(report.by_type.total, report.options);
    for (const LogCell& cell : report.by_rows.cells)
        object["rows"].push_back({{"row", cell.name}, {"total", kpis_object(cell, report.options)}});
    object["handle_time"] = handle_object(summarise(report.by_type.total.handles_s, 0.0));
    object["handle_time_from_10_s"] = handle_object(summarise(report.by_type.total.handles_s, 10.0));
    object["patience"] = patience_object(report.patience);
    object["staffing_by_gap"] = staffing_array(report);
    object["services_without_agent"] = report.services_without_agent;
    object["quality"] = quality_object(log.quality, report.line_numbers);
    return object.dump(2) + "\n";
}

std::string to_csv(const MeasureReport& report)
{
    std::string text = "scope,name,kpi,formula,unit,value\n";
    for (const LogCell& cell : report.by_type.cells)
        append_csv(text, "contact", cell);
    for (const LogCell& cell : report.by_rows.cells)
        append_csv(text, "row", cell);
    append_csv(text, "total", report.by_type.total);
    return text;
}

} // namespace switchroom
