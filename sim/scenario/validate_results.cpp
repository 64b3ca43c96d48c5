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

void validate_limits(Validation& v, const std::string& path, const Expectation& e)
{
    const bool absolute = e.at_least || e.at_most;
    const bool change = e.change_at_least || e.change_at_most;
    if (!absolute && !change)
        v.missing(path, {"at_least", "at_most", "change_at_least", "change_at_most"},
                  "nothing is expected, expected \"at_least\" or \"at_most\" (or \"versus\" with a change)");
    if (e.at_least && e.at_most && *e.at_least > *e.at_most)
        v.error(path + ".at_most", "found at_most {} below at_least {}", *e.at_most, *e.at_least);
    if (e.change_at_least && e.change_at_most && *e.change_at_least > *e.change_at_most)
        v.error(path + ".change_at_most", "found change_at_most {} below change_at_least {}",
                *e.change_at_most, *e.change_at_least);
    if (change && !e.versus)
        v.missing(path, {"versus"}, "a change needs \"versus\", the scenario that it is compared with");
    if (e.versus && !change)
        v.missing(path, {"change_at_least", "change_at_most"},
                  "\"versus\" needs \"change_at_least\" or \"change_at_most\"");
}

void validate_expectation(Validation& v, const std::string& path, const Expectation& e,
                          const std::vector<std::string_view>& kpis)
{
    need_kpi(v, path + ".kpi", e.kpi, kpis);
    need_one_of(v, path,
                {{"contact", e.contact.has_value()},
                 {"contacts", !e.contacts.empty()},
                 {"group", e.group.has_value()},
                 {"segment", e.segment.has_value()}},
                true, "");
    if (e.contact)
        v.need_contact(path + ".contact", *e.contact);
    v.need_contacts(path + ".contacts", e.contacts);
    if (e.group)
        v.need_group(path + ".group", *e.group);
    if (e.segment)
        v.need(path + ".segment", *e.segment, v.segments, "segment");
    if (e.part && *e.part != "urgent")
        v.error(path + ".part", "found \"{}\" as part, expected \"urgent\"", *e.part);
    if (e.hours)
        validate_windows(v, path + ".hours", *e.hours);
    const std::vector<std::string_view> periods{"interval", "hour", "day", "week", "month"};
    if (e.by && std::find(periods.begin(), periods.end(), *e.by) == periods.end())
        v.error(path + ".by", "found \"{}\" as period, expected {}", *e.by, listed(periods));
    if (e.by && !e.quantile)
        v.missing(path, {"quantile"}, "\"by\" needs \"quantile\", the share of these periods that comply");
    if (e.quantile && !e.by)
        v.missing(path, {"by"}, "\"quantile\" needs \"by\", the periods that are looked at");
    validate_limits(v, path, e);
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
    const auto kpis = known_kpis();
    for (std::size_t i = 0; i < v.scenario.expect.size(); ++i)
        validate_expectation(v, join_path("expect", i), v.scenario.expect[i], kpis);
    for (const auto& [kpi, half_width] : v.scenario.run.precision)
        need_kpi(v, join_path("run.precision", kpi), kpi, kpis);
}

} // namespace switchroom
