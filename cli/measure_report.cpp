#include "cli/measure_report.h"

#include "sim/calllog/measured_kpis.h"
#include "sim/experiment/number_text.h"
#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

const NumberStyle style;

std::string figure(const LogCell& cell, const char* kpi)
{
    const KpiDefinition* definition = find_kpi(KpiScope::contact, kpi);
    SWITCHROOM_CHECK(definition != nullptr, "measure shows a KPI that the table does not have");
    return figure_text(definition->unit, measured_value(*definition, cell), style);
}

std::vector<std::string> kpi_row(const LogCell& cell)
{
    std::vector<std::string> row{cell.name};
    for (const char* kpi : {"offered", "answered", "abandoned", "abandonment_rate", "service_level", "asa_s",
                            "mean_wait_s", "wait_p95_s", "longest_wait_s", "aht_s"})
        row.push_back(figure(cell, kpi));
    return row;
}

std::string kpi_section(const MeasureReport& report)
{
    Table table;
    const bool types = report.by.empty() || report.by == "type";
    const LogMeasures& measured = types ? report.by_type : report.by_rows;
    table.headings = {types ? "type" : report.by,
                      "offered",
                      "answered",
                      "abandoned",
                      "ab. rate",
                      "SL",
                      "ASA",
                      "wait",
                      "p95",
                      "longest",
                      "handle"};
    for (const LogCell& cell : measured.cells)
        table.rows.push_back(kpi_row(cell));
    table.rows.push_back(kpi_row(report.by_type.total));
    return to_text(table) +
           paragraph(fmt::format(
               "SL: {} within {} s. ASA: mean wait of answered calls; wait: of all offered calls; p95: the "
               "wait that 95 % of them do not exceed; handle: mean handle time of answered calls.",
               default_service_level_formula().name, report.options.within_s));
}

std::string service_level_section(const MeasureReport& report)
{
    Table table;
    table.title = fmt::format("Service level within {} s by every formula (short abandons: within {} s)",
                              report.options.within_s, report.options.short_abandon_s);
    table.headings = {"formula", "level"};
    for (const ServiceLevelFormula& formula : service_level_formulas()) {
        const double level = service_level(formula, report.by_type.total.counts);
        table.rows.push_back({fmt::format("{} {}", formula.id, formula.name),
                              std::isfinite(level) ? fmt::format("{:.2f} %", 100.0 * level) : "–"});
    }
    return to_text(table);
}

std::string handle_section(const MeasureReport& report)
{
    const auto& handles_s = report.by_type.total.handles_s;
    const HandleSummary all = summarise(handles_s, 0.0);
    if (all.n == 0)
        return "";
    const HandleSummary meant = summarise(handles_s, 10.0);
    return paragraph(fmt::format(
        "Handle time of {} calls: mean {:.2f} s, cv {:.3f}, median {:.0f} s; {:.2f} % last under "
        "10 s. Without those: mean {:.2f} s, cv {:.3f}; lognormal with mean {:.4f} and sd {:.4f} of "
        "log seconds.",
        grouped_number(static_cast<double>(all.n), 0), all.mean_s, all.cv, all.median_s,
        100.0 * (1.0 - static_cast<double>(meant.n) / static_cast<double>(all.n)), meant.mean_s, meant.cv,
        meant.log_mean, meant.log_sd));
}

std::string patience_section(const MeasureReport& report)
{
    const SurvivalCurve& curve = report.patience;
    if (curve.callers == 0)
        return "";
    std::string text =
        fmt::format("Patience of the {} callers who queued (Kaplan-Meier: those who were answered might have "
                    "waited on). Still waiting:",
                    grouped_number(static_cast<double>(curve.callers), 0));
    for (const int t : {10, 30, 60, 120, 300, 600})
        if (t <= curve.last_time_s)
            text += fmt::format(" {:.2f} % after {} s,", 100.0 * survival_at(curve, t), t);
    text.back() = '.';
    const auto median = patience_quantile_s(curve, 0.5);
    text += median ? fmt::format(" Median {:.0f} s", *median) : " The median is not reached";
    text += fmt::format("; mean up to 10 min {:.1f} s; beyond {:.0f} s nothing is known.",
                        restricted_mean_s(curve, 600.0), curve.last_time_s);
    return paragraph(text);
}

std::string staffing_section(const MeasureReport& report)
{
    if (report.staffing.empty())
        return "";
    Table table;
    table.title = "Staffing as rebuilt from who served: on shift while gaps between services stay under G";
    table.headings = {"G", "hours on shift", "busy"};
    for (const GapFigures& gap : report.staffing)
        table.rows.push_back(
            {fmt::format("{} s", gap.gap_s), grouped_number(gap.present_h, 1),
             gap.present_h > 0.0 ? fmt::format("{:.1f} %", 100.0 * gap.busy_h / gap.present_h) : "–"});
    return to_text(table);
}

std::string heading(const MeasureReport& report)
{
    const CallLog& log = *report.log;
    std::string text =
        fmt::format("{}: {} calls", file_name(log.quality.file),
                    grouped_number(static_cast<double>(report.by_type.total.counts.attempts), 0));
    if (!log.rows.empty())
        text += fmt::format(", {} to {}", to_text(Date(local_time(log.rows.front().arrived_at).day)),
                            to_text(Date(local_time(log.rows.back().arrived_at).day)));
    text += "\n";
    if (log.synthetic)
        text += "SYNTHETIC: this log was drawn by a program, not recorded.\n";
    if (!log.source.empty())
        text += fmt::format("Source: {}\n", log.source);
    return text;
}

} // namespace

std::string file_name(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string to_text(const MeasureReport& report)
{
    const std::string quality = to_text(report.log->quality, report.line_numbers);
    const bool quality_first = report.log->quality.lost_too_much();
    std::string text = heading(report) + "\n";
    if (quality_first)
        text += quality + "\n";
    for (const std::string& section :
         {kpi_section(report), service_level_section(report), handle_section(report),
          patience_section(report), staffing_section(report)})
        if (!section.empty())
            text += section + "\n";
    return quality_first ? text : text + quality;
}

} // namespace switchroom
