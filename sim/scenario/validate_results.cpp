#include "sim/scenario/validation.h"
#include "sim/stats/kpi.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Names of docs/model.md whose figures the KPI table does not make.
constexpr std::string_view measures_to_come[] = {"cost.total"};

std::vector<std::string_view> known_kpis()
{
    std::vector<std::string_view> names;
    for (const KpiDefinition& kpi : kpi_table())
        if (std::find(names.begin(), names.end(), kpi.name) == names.end())
            names.push_back(kpi.name);
    for (std::string_view name : measures_to_come)
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    return names;
}

void need_kpi(Validation& v, const std::string& path, std::string_view name,
              const std::vector<std::string_view>& known)
{
    if (v.report.broken(path) || name.empty() || name.starts_with("cost.") ||
        std::find(known.begin(), known.end(), name) != known.end())
        return;
    std::string hint = did_you_mean(name, known);
    if (hint.empty())
        hint = ", expected a name of the KPI reference such as \"answer_rate\"";
    v.error(path, "there is no KPI called \"{}\"{}", name, hint);
}

} // namespace

void validate_experience(Validation& v)
{
    const auto& experience = v.scenario.experience;
    if (!experience)
        return;
    if (experience->detractor_below > experience->promoter_from)
        v.error("experience.detractor_below", "found detractor_below {} above promoter_from {}",
                experience->detractor_below.value, experience->promoter_from.value);
}

void validate_results(Validation& v)
{
    std::set<std::string_view> on_lines;
    for (std::size_t i = 0; i < v.scenario.lines.size(); ++i) {
        const std::string path = join_path("lines", i) + ".contacts";
        v.need_contacts(path, v.scenario.lines[i].contacts);
        for (std::size_t k = 0; k < v.scenario.lines[i].contacts.size(); ++k)
            if (const Contact* contact = v.contact(v.scenario.lines[i].contacts[k]);
                contact && contact->channel == Channel::chat)
                v.error(join_path(path, k), "\"{}\" is a chat, which takes no telephone line", contact->name);
            else if (!on_lines.insert(v.scenario.lines[i].contacts[k]).second)
                v.error(join_path(path, k), "\"{}\" uses another line already, expected one for each contact",
                        v.scenario.lines[i].contacts[k]);
    }
    for (std::size_t i = 0; i < v.scenario.segments.size(); ++i) {
        const Segment& segment = v.scenario.segments[i];
        const std::string path = join_path("segments", i);
        v.need_contacts(path + ".contacts", segment.contacts);
        v.need_groups(path + ".groups", segment.groups);
        if (segment.contacts.empty() && segment.groups.empty())
            v.missing(path, {"contacts", "groups"},
                      "the segment is empty, expected \"contacts\" or \"groups\"");
    }
    validate_expectations(v);
    const auto kpis = known_kpis();
    for (const auto& [kpi, half_width] : v.scenario.run.precision)
        need_kpi(v, join_path("run.precision", kpi), kpi, kpis);
}

} // namespace switchroom
