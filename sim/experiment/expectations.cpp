#include "sim/experiment/expectations.h"

#include "sim/base/check.h"
#include "sim/centre/week_time.h"
#include "sim/experiment/report_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace switchroom {

namespace {

bool looks_at_days(const KpiDefinition& kpi)
{
    return kpi.kind == KpiKind::mean_of_days || kpi.kind == KpiKind::share_of_days;
}

/// Finds the members of one expectation and keeps what it cannot find.
class MemberSearch {
public:
    MemberSearch(const ScenarioDocument& said, const ScenarioDocument& of, const MeasuredCentre& centre)
        : said_(said), of_(of), centre_(centre)
    {
    }

    ScopeMembers members(std::size_t position)
    {
        const Expectation& expectation = said_.scenario.expect[position];
        const std::string path = fmt::format("expect[{}]", position);
        ScopeMembers found;
        if (expectation.contact)
            found.contacts.push_back(find(centre_.contacts, *expectation.contact, path + ".contact"));
        for (std::size_t i = 0; i < expectation.contacts.size(); ++i)
            found.contacts.push_back(
                find(centre_.contacts, expectation.contacts[i], fmt::format("{}.contacts[{}]", path, i)));
        if (expectation.group)
            found.groups.push_back(find(centre_.groups, *expectation.group, path + ".group"));
        if (expectation.segment && !centre_.segments.empty())
            return centre_.segments[find(centre_.segments, *expectation.segment, path + ".segment")].members;
        if (expectation.segment)
            find(centre_.segments, *expectation.segment, path + ".segment");
        if (found.contacts.empty() && found.groups.empty())
            return members_for(kpi_of(expectation), members_of_total(centre_), all_members(centre_));
        return found;
    }

    Diagnostics errors() && { return std::move(errors_); }

private:
    template <class T>
    std::size_t find(const std::vector<T>& all, const std::string& name, const std::string& path)
    {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].name == name)
                return i;
        errors_.push_back(
            {Severity::error, said_.sources.find(path),
             fmt::format("{} has no figures of \"{}\", expected a name that it serves", of_.file, name)});
        return 0;
    }

    const ScenarioDocument& said_;
    const ScenarioDocument& of_;
    const MeasuredCentre& centre_;
    Diagnostics errors_;
};

/// Which cells make up which periods of an expectation.
void lay_out_periods(const Expectation& expectation, const CentreModel& model, const Calendar& calendar,
                     const MeasuredCentre& centre, Probe& probe)
{
    const KpiDefinition& kpi = *probe.kpi;
    if (!need_intervals({expectation}))
        return;
    if (expectation.by) {
        const CellRows rows = rows_of_cells(model, calendar, report_by(*expectation.by).value());
        probe.period_of_cell = rows.row;
        probe.share = expectation.quantile->value;
        probe.from_below = expectation.at_least.has_value();
    } else if (looks_at_days(kpi)) {
        for (const MeasuredCell& cell : centre.cells)
            probe.period_of_cell.push_back(static_cast<std::size_t>(cell.day));
    } else {
        probe.period_of_cell.assign(centre.cells.size(), 0);
        if (kpi.kind == KpiKind::share_of_intervals)
            std::iota(probe.period_of_cell.begin(), probe.period_of_cell.end(), std::size_t{0});
    }
    probe.periods = *std::max_element(probe.period_of_cell.begin(), probe.period_of_cell.end()) + 1;
    if (!expectation.hours)
        return;
    const Spans inside = expand(*expectation.hours, calendar);
    for (std::uint32_t cell = 0; cell < probe.period_of_cell.size(); ++cell)
        if (!contains(inside, cell_start_s(model, cell)))
            probe.period_of_cell[cell] = Probe::left_out;
}

/// An influence of replication r on a ratio of expectations, (y − r x) / x̄.
double influence(const PairSeries& series, std::size_t replication, double ratio, double mean_denominator)
{
    return (series.numerators[replication] - ratio * series.denominators[replication]) / mean_denominator;
}

Estimate relative_change(const PairSeries& base, const PairSeries& changed)
{
    const PairMoments moments_base = base.moments();
    const PairMoments moments_changed = changed.moments();
    const double x = moments_base.mean_denominator();
    const double x_changed = moments_changed.mean_denominator();
    const double ratio = moments_base.mean_numerator() / x;
    const double ratio_changed = moments_changed.mean_numerator() / x_changed;
    const double quotient = ratio_changed / ratio;
    std::vector<double> influences;
    for (std::size_t r = 0; r < base.numerators.size(); ++r)
        influences.push_back(
            (influence(changed, r, ratio_changed, x_changed) - quotient * influence(base, r, ratio, x)) /
            ratio);
    Estimate change = estimate_mean(influences);
    change.mean = quotient - 1.0;
    return change;
}

Finding verdict_on_slack(double slack, double half_width)
{
    constexpr double rounding = 1e-12;
    if (slack + rounding >= half_width)
        return Finding::met;
    return slack <= -half_width ? Finding::not_met : Finding::undecided; // NaN: undecided
}

} // namespace

const KpiDefinition& kpi_of(const Expectation& expectation)
{
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.name == expectation.kpi && kpi.key.empty()) {
            const KpiDefinition* part = expectation.part ? urgent_part_of(kpi) : &kpi;
            SWITCHROOM_CHECK(part, "a valid expectation's part has a KPI of its own");
            return *part;
        }
    SWITCHROOM_CHECK(false, "a valid expectation names a KPI");
    return kpi_table().front();
}

bool need_intervals(const std::vector<Expectation>& expectations)
{
    return std::any_of(expectations.begin(), expectations.end(), [](const Expectation& expectation) {
        const KpiDefinition& kpi = kpi_of(expectation);
        return expectation.hours || expectation.by || looks_at_days(kpi) ||
               kpi.kind == KpiKind::share_of_intervals;
    });
}

std::vector<std::size_t> all_expectations(const Scenario& scenario)
{
    std::vector<std::size_t> all(scenario.expect.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::vector<std::size_t> expectations_against(const Scenario& scenario, const std::string& versus)
{
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < scenario.expect.size(); ++i)
        if (scenario.expect[i].versus == versus)
            which.push_back(i);
    return which;
}

Result<std::vector<Probe>> probes_for(const ScenarioDocument& said, const std::vector<std::size_t>& which,
                                      const ScenarioDocument& of, const CentreModel& model,
                                      const MeasuredCentre& centre)
{
    // From the day before on: a window may begin there and end after midnight.
    auto calendar = Calendar::make(of.scenario.timezone, of.scenario.time.start, -1,
                                   std::max(of.scenario.time.days - 1, 0) + 1);
    if (!calendar)
        return calendar.errors();
    MemberSearch search(said, of, centre);
    std::vector<Probe> probes;
    for (const std::size_t position : which) {
        const Expectation& expectation = said.scenario.expect[position];
        Probe probe{.kpi = &kpi_of(expectation), .members = search.members(position), .period_of_cell = {}};
        lay_out_periods(expectation, model, *calendar, centre, probe);
        probes.push_back(std::move(probe));
    }
    if (Diagnostics errors = std::move(search).errors(); !errors.empty())
        return errors;
    return probes;
}

Finding verdict_on(const Estimate& figure, std::optional<double> at_least, std::optional<double> at_most)
{
    Finding verdict = Finding::met;
    for (const auto& [bound, sign] : {std::pair{at_least, 1.0}, std::pair{at_most, -1.0}})
        if (bound && verdict != Finding::not_met) {
            const Finding one = verdict_on_slack(sign * (figure.mean - *bound), figure.half_width);
            verdict = one == Finding::met ? verdict : one;
        }
    return verdict;
}

Estimate change_of(const KpiDefinition& kpi, const ProbeResult& base, const ProbeResult& changed)
{
    const bool is_share = kpi.unit == KpiUnit::share;
    if (kpi.kind != KpiKind::wait_quantile)
        return is_share ? paired_difference(base.series, changed.series)
                        : relative_change(base.series, changed.series);
    const double quotient = changed.estimate.mean / base.estimate.mean;
    return {quotient - 1.0,
            std::hypot(changed.estimate.half_width, quotient * base.estimate.half_width) / base.estimate.mean,
            changed.estimate.n};
}

std::vector<ExpectationResult> judge(const Scenario& scenario, const ExperimentResult& result,
                                     const std::map<std::string, const ExperimentResult*>& others)
{
    SWITCHROOM_CHECK(result.probes.size() == scenario.expect.size(), "every expectation has its probe");
    std::map<std::string, std::size_t> taken; ///< probes of each other scenario that had their turn
    std::vector<ExpectationResult> all;
    for (std::size_t i = 0; i < scenario.expect.size(); ++i) {
        const Expectation& expectation = scenario.expect[i];
        ExpectationResult one{
            .expectation = expectation, .kpi = &kpi_of(expectation), .figure = result.probes[i].estimate};
        if (expectation.versus) {
            const ExperimentResult& other = *others.at(*expectation.versus);
            one.figure = change_of(*one.kpi, other.probes.at(taken[*expectation.versus]++), result.probes[i]);
            one.verdict = verdict_on(one.figure, expectation.change_at_least, expectation.change_at_most);
        } else {
            one.verdict = verdict_on(one.figure, expectation.at_least, expectation.at_most);
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace switchroom
