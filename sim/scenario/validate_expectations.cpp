#include "sim/scenario/validation.h"
#include "sim/stats/kpi.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Names that an expectation can be about. A figure with one value a formula has none of its own.
std::vector<std::string_view> figures()
{
    std::vector<std::string_view> names;
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.key.empty())
            names.push_back(kpi.name);
    return names;
}

const KpiDefinition* find_figure(std::string_view name)
{
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.key.empty() && kpi.name == name)
            return &kpi;
    return nullptr;
}

/// Figures that look at single days or intervals, and quantiles, which are those of the whole run.
bool is_of_the_run(const KpiDefinition& kpi)
{
    return kpi.kind == KpiKind::wait_quantile || kpi.kind == KpiKind::mean_of_days ||
           kpi.kind == KpiKind::share_of_days || kpi.kind == KpiKind::share_of_intervals;
}

void validate_scope(Validation& v, const std::string& path, const Expectation& e, const KpiDefinition& kpi)
{
    if (e.group && (e.contact || !e.contacts.empty() || e.segment))
        return; // one scope too many: complained about already
    const std::string_view contact = e.contact ? "contact" : !e.contacts.empty() ? "contacts" : "";
    if (kpi.scope != KpiScope::contact && !contact.empty())
        v.error(join_path(path, contact), "{} is not a figure of contacts, expected {}", kpi.name,
                kpi.scope == KpiScope::group ? "\"group\", \"segment\" or nothing (the total)"
                                             : "nothing: it is one of the total");
    if (kpi.scope != KpiScope::group && e.group)
        v.error(path + ".group", "{} is not a figure of groups, expected {}", kpi.name,
                kpi.scope == KpiScope::contact
                    ? "\"contact\", \"contacts\", \"segment\" or nothing (the total)"
                    : "nothing: it is one of the total");
    if (!e.segment)
        return;
    for (const Segment& segment : v.scenario.segments)
        if (segment.name == *e.segment && (kpi.scope != KpiScope::group && segment.contacts.empty()))
            v.error(path + ".segment", "{} is a figure of contacts, but segment \"{}\" names none", kpi.name,
                    segment.name);
        else if (segment.name == *e.segment && (kpi.scope != KpiScope::contact && segment.groups.empty()))
            v.error(path + ".segment", "{} is a figure of groups, but segment \"{}\" names none", kpi.name,
                    segment.name);
}

/// What of an expectation does not go with its KPI.
void validate_fit(Validation& v, const std::string& path, const Expectation& e, const KpiDefinition& kpi)
{
    validate_scope(v, path, e, kpi);
    if (e.part && *e.part != "urgent")
        v.error(path + ".part", "found \"{}\" as part, expected \"urgent\"", *e.part);
    else if (e.part && !urgent_part_of(kpi))
        v.error(path + ".part",
                "{} has no figure of urgent items alone, expected one that has, such as "
                "\"message_on_time\", \"callback_on_time\" or \"return_time_s\"",
                kpi.name);
    if (e.hours && kpi.kind == KpiKind::wait_quantile)
        v.error(path + ".hours", "{} is known of the whole run only, expected it without \"hours\"",
                kpi.name);
    if (e.by && is_of_the_run(kpi))
        v.error(path + ".by", "{} is known of the whole run only, expected it without \"by\"", kpi.name);
    if (e.versus && kpi.kind == KpiKind::mean_of_days)
        v.error(path + ".versus", "a change of {} is not known, expected \"{}\"", kpi.name, "service_level");
}

void validate_kpi(Validation& v, const std::string& path, const Expectation& e,
                  const std::vector<std::string_view>& kpis)
{
    if (v.report.broken(path + ".kpi") || e.kpi.empty())
        return;
    if (const KpiDefinition* kpi = find_figure(e.kpi))
        return validate_fit(v, path, e, *kpi);
    std::string hint = did_you_mean(e.kpi, kpis);
    if (hint.empty())
        hint = ", expected a name of the KPI reference such as \"answer_rate\"";
    v.error(path + ".kpi", "there is no KPI called \"{}\"{}", e.kpi, hint);
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
    if (absolute && e.versus)
        v.error(
            path + (e.at_least ? ".at_least" : ".at_most"),
            "found a bound of the figure beside \"versus\", expected change_at_least or change_at_most (and "
            "another [[expect]] for the figure itself)");
    if (change && !e.versus)
        v.missing(path, {"versus"}, "a change needs \"versus\", the scenario that it is compared with");
    if (e.versus && !change)
        v.missing(path, {"change_at_least", "change_at_most"},
                  "\"versus\" needs \"change_at_least\" or \"change_at_most\"");
}

void validate_expectation(Validation& v, const std::string& path, const Expectation& e,
                          const std::vector<std::string_view>& kpis)
{
    validate_kpi(v, path, e, kpis);
    need_one_of(v, path,
                {{"contact", e.contact.has_value()},
                 {"contacts", !e.contacts.empty()},
                 {"group", e.group.has_value()},
                 {"segment", e.segment.has_value()}},
                true, "");
    if (e.contact)
        v.need_contact(path + ".contact", *e.contact);
    v.need_contacts(path + ".contacts", e.contacts);
    if (e.contact && v.split_sources.contains(*e.contact))
        v.error(path + ".contact", "\"{}\" has no figures: others take its calls, expected one of them",
                *e.contact);
    if (e.group)
        v.need_group(path + ".group", *e.group);
    if (e.segment)
        v.need(path + ".segment", *e.segment, v.segments, "segment");
    if (e.hours)
        validate_windows(v, path + ".hours", *e.hours);
    const std::vector<std::string_view> periods{"interval", "hour", "day", "week", "month"};
    if (e.by && std::find(periods.begin(), periods.end(), *e.by) == periods.end())
        v.error(path + ".by", "found \"{}\" as period, expected {}", *e.by, listed(periods));
    if (e.by && e.at_least.has_value() == e.at_most.has_value())
        v.error(path + ".by", "found \"by\" with {}, expected it with either \"at_least\" or \"at_most\"",
                e.at_least ? "both bounds" : "no bound");
    if (e.by && !e.quantile)
        v.missing(path, {"quantile"}, "\"by\" needs \"quantile\", the share of these periods that comply");
    if (e.quantile && !e.by)
        v.missing(path, {"by"}, "\"quantile\" needs \"by\", the periods that are looked at");
    validate_limits(v, path, e);
}

} // namespace

void validate_expectations(Validation& v)
{
    const auto kpis = figures();
    for (std::size_t i = 0; i < v.scenario.expect.size(); ++i)
        validate_expectation(v, join_path("expect", i), v.scenario.expect[i], kpis);
}

} // namespace switchroom
