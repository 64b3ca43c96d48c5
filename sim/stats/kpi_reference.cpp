#include "sim/stats/kpi_reference.h"

#include "sim/stats/kpi.h"

namespace switchroom {

namespace {

std::string cell(std::string_view text)
{
    std::string escaped;
    for (const char c : text)
        escaped += c == '|' ? "\\|" : std::string(1, c);
    return escaped;
}

void append_row(std::string& page, const KpiDefinition& kpi)
{
    page += "| `" + cell(kpi.name) + "` | " + cell(to_text(kpi.unit)) + " | " + cell(kpi.formula) + " | " +
            cell(to_text(kpi.kind)) + " | " + cell(kpi.help) + (kpi.standard ? "" : " Only if asked for.") +
            " |\n";
}

void append_section(std::string& page, KpiScope scope, bool experience, std::string_view heading)
{
    page += "\n## " + std::string(heading) +
            "\n\n| Name | Unit | Formula | Over the runs | In words |\n| --- | --- | --- | --- | --- |\n";
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.scope == scope && kpi.experience == experience && kpi.key.empty())
            append_row(page, kpi);
}

void append_formulas(std::string& page)
{
    page += "\n## Service-level formulas\n\n| Id | Name | Formula | Used by |\n| --- | --- | --- | --- |\n";
    for (const ServiceLevelFormula& formula : service_level_formulas())
        page += "| " + std::string(formula.id) + " | `" + std::string(formula.name) + "` | " +
                cell(formula.text) + " | " + cell(formula.used_by) + " |\n";
}

} // namespace

std::string kpi_reference()
{
    std::string page;
    append_section(page, KpiScope::contact, false, "Of a contact type, and in total");
    append_section(page, KpiScope::group, false, "Of an agent group, and in total");
    append_section(page, KpiScope::centre, false, "Of the centre as a whole");
    append_section(page, KpiScope::contact, true,
                   "Modelled experience, only where a scenario has `[experience]`");
    append_formulas(page);
    return page;
}

} // namespace switchroom
