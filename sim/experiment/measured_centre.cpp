#include "sim/experiment/measured_centre.h"

#include "sim/base/check.h"
#include "sim/centre/calendar.h"
#include "sim/scenario/enum_names.h"

#include <algorithm>

namespace switchroom {

namespace {

template <class T>
const T* find_named(const std::vector<T>& all, const std::string& name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

MeasuredContact measured_contact(const Contact& contact, const ModelContact& model)
{
    MeasuredContact measured{
        .name = contact.name, .threshold_s = model.threshold_s, .short_abandon_s = model.short_abandon_s};
    if (contact.target && contact.target->service_level)
        if (const auto* formula = find_service_level_formula(to_name(contact.target->service_level->formula)))
            measured.formula = formula;
    if (contact.target && contact.target->service_level)
        measured.target_share = contact.target->service_level->share.value;
    measured.is_callback = contact.channel == Channel::callback;
    if (contact.value)
        measured.lost_caller_value = contact.value->lost_caller.amount * contact.value->of_lost_callers.value;
    measured.in_total = contact.channel == Channel::voice;
    return measured;
}

MeasuredGroup measured_group(const Group& group)
{
    MeasuredGroup measured{.name = group.name, .employer = group.employer};
    if (group.cost)
        measured.cost_per_paid_hour = group.cost->hourly.amount * (1.0 + group.cost->on_costs);
    measured.is_vendor = group.employer != "practice";
    measured.in_total = !measured.is_vendor;
    return measured;
}

/// Positions of those named; names that the centre does not report are left out (a line whose calls others
/// take as theirs).
template <class T>
std::vector<std::size_t> positions(const std::vector<T>& all, const std::vector<std::string>& names)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::find(names.begin(), names.end(), all[i].name) != names.end())
            found.push_back(i);
    return found;
}

void add_segments(const Scenario& scenario, MeasuredCentre& centre)
{
    for (const Segment& segment : scenario.segments)
        centre.segments.push_back({.name = segment.name,
                                   .members = {.contacts = positions(centre.contacts, segment.contacts),
                                               .groups = positions(centre.groups, segment.groups)}});
}

void add_outcomes(const CentreModel& model, MeasuredCentre& centre)
{
    centre.outcomes.resize(model.outcomes.size());
    for (std::size_t c = 0, reported = 0; c < model.contacts.size(); ++c) {
        const Range& range = model.contacts[c].outcomes;
        for (std::uint32_t o = range.first; o < range.end(); ++o)
            centre.outcomes[o] = {.name = model.names.outcomes[o], .contact = reported};
        reported += model.contacts[c].is_ours ? 1 : 0;
    }
}

/// Where nothing would enter the total, everything does.
template <class T>
void never_empty_total(std::vector<T>& all)
{
    if (std::none_of(all.begin(), all.end(), [](const T& one) { return one.in_total; }))
        for (T& one : all)
            one.in_total = true;
}

/// Hours of the measured span in which any group of the total has somebody scheduled.
double staffed_hours(const CentreModel& model, const std::vector<MeasuredGroup>& groups)
{
    std::vector<std::uint32_t> scheduled(groups.size(), 0);
    std::uint64_t now = 0;
    double since_s = model.measure_from_s;
    double staffed_s = 0.0;
    const auto until = [&](double at_s) {
        const double to_s = std::clamp(at_s, model.measure_from_s, model.end_s);
        if (now > 0)
            staffed_s += to_s - since_s;
        since_s = to_s;
    };
    for (const PeriodChange& change : model.changes)
        if (change.kind == ChangeKind::group_scheduled && groups[change.subject].in_total) {
            until(change.at_s);
            now += change.value;
            now -= scheduled[change.subject];
            scheduled[change.subject] = change.value;
        }
    until(model.end_s);
    return staffed_s / 3600.0;
}

void lay_out_cells(const CentreModel& model, const Calendar& calendar, ReportBy by, MeasuredCentre& centre)
{
    const CellRows rows = rows_of_cells(model, calendar, by);
    for (std::uint32_t k = 0; k < model.cells; ++k) {
        const double from_s = cell_start_s(model, k);
        const double to_s = k + 1 == model.cells ? model.end_s : from_s + model.interval_s;
        centre.cells.push_back(
            {.span_s = to_s - from_s, .day = std::max(calendar.day_at(from_s), 0), .row = rows.row[k]});
    }
    if (by != ReportBy::run)
        centre.rows = rows.labels;
    centre.rows_are_days = by == ReportBy::day;
}

} // namespace

Result<MeasuredCentre> measured_centre(const ScenarioDocument& document, const CentreModel& model,
                                       ReportBy by)
{
    const Scenario& scenario = document.scenario;
    auto calendar =
        Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0));
    if (!calendar)
        return calendar.errors();
    MeasuredCentre centre;
    centre.scenario = scenario.name;
    centre.currency = scenario.currency;
    centre.days = scenario.time.days;
    for (std::size_t c = 0; c < model.contacts.size(); ++c)
        if (const Contact* contact = find_named(scenario.contacts, model.names.contacts[c]);
            contact && model.contacts[c].is_ours)
            centre.contacts.push_back(measured_contact(*contact, model.contacts[c]));
    for (const std::string& name : model.names.groups) {
        const Group* group = find_named(scenario.groups, name);
        SWITCHROOM_CHECK(group, "a model's groups are those of its scenario");
        centre.groups.push_back(measured_group(*group));
    }
    never_empty_total(centre.contacts);
    never_empty_total(centre.groups);
    centre.staffed_hours = staffed_hours(model, centre.groups);
    add_segments(scenario, centre);
    add_outcomes(model, centre);
    centre.has_sides = model.counts_sides;
    if (scenario.experience)
        centre.experience_origin = scenario.experience->origin;
    lay_out_cells(model, *calendar, by, centre);
    return centre;
}

} // namespace switchroom
