#include "sim/experiment/probe_collector.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool is_of_waits(const Probe& probe)
{
    return probe.kpi->kind == KpiKind::wait_quantile;
}

/// A figure that may be undefined in some replications: a plain mean over the others.
bool is_plain_mean(const Probe& probe)
{
    return probe.kpi->kind == KpiKind::mean_of_days || !std::isnan(probe.share);
}

} // namespace

double kept_by_share(std::vector<double> values, double share, bool from_below)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return undefined;
    std::sort(values.begin(), values.end());
    if (!from_below)
        std::reverse(values.begin(), values.end());
    // The worst first; a rounding error in share × n must not leave out one less.
    const double count = static_cast<double>(values.size());
    const auto left_out = static_cast<std::size_t>((1.0 - share) * count + 1e-9);
    return values[std::min(left_out, values.size() - 1)];
}

ProbeCollector::ProbeCollector(const MeasuredCentre& centre) : gathered_(centre.probes.size()) {}

void ProbeCollector::add(const MeasuredCentre& centre, const Slice& run, const ReplicationFigures& figures)
{
    for (std::size_t p = 0; p < gathered_.size(); ++p) {
        const Probe& probe = centre.probes[p];
        if (is_of_waits(probe)) {
            waits_.clear();
            for (const std::size_t c : probe.members.contacts)
                waits_ += figures.waits.at(c);
            gathered_[p].waits.add(waits_);
            continue;
        }
        const KpiPair pair = pair_of(centre, probe, run, figures);
        gathered_[p].series.add(pair.numerator, pair.denominator);
    }
}

KpiPair ProbeCollector::pair_of(const MeasuredCentre& centre, const Probe& probe, const Slice& run,
                                const ReplicationFigures& figures)
{
    if (probe.period_of_cell.empty())
        return run.pair(*probe.kpi, probe.members);
    cut(centre, probe, figures);
    if (probe.kpi->kind == KpiKind::mean_of_days)
        return mean_of_periods(*probe.kpi, periods_, probe.members);
    if (probe.kpi->kind == KpiKind::share_of_days || probe.kpi->kind == KpiKind::share_of_intervals)
        return periods_that_meet(*probe.kpi, periods_, probe.members);
    if (std::isnan(probe.share))
        return periods_.front().pair(*probe.kpi, probe.members);
    std::vector<double> values;
    for (const Slice& period : periods_)
        values.push_back(period.pair(*probe.kpi, probe.members).value());
    return {kept_by_share(std::move(values), probe.share, probe.from_below), 1.0};
}

/// Puts the members' counts of each cell into its period. Groups all count: some figures are shares of the
/// whole.
void ProbeCollector::cut(const MeasuredCentre& centre, const Probe& probe, const ReplicationFigures& figures)
{
    const std::size_t cells = centre.cells.size();
    periods_.assign(probe.periods, {blank_contacts(centre, 0.0), blank_groups(centre, 0.0)});
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (probe.period_of_cell[cell] == Probe::left_out)
            continue;
        Slice& period = periods_[probe.period_of_cell[cell]];
        for (ContactFigures& contact : period.contacts)
            contact.span_s += centre.cells[cell].span_s;
        for (const std::size_t c : probe.members.contacts) {
            period.contacts[c].counts += figures.contacts[c * cells + cell];
            if (!figures.sides.empty())
                period.contacts[c].side += figures.sides[c * cells + cell];
        }
        for (std::size_t g = 0; g < period.groups.size(); ++g) {
            period.groups[g].span_s += centre.cells[cell].span_s;
            period.groups[g].counts += figures.groups[g * cells + cell];
        }
    }
    for (Slice& period : periods_)
        share_paid_time(centre, period.groups);
}

std::vector<ProbeResult> ProbeCollector::results(const MeasuredCentre& centre) const
{
    std::vector<ProbeResult> all;
    for (std::size_t p = 0; p < gathered_.size(); ++p) {
        const Probe& probe = centre.probes[p];
        const PairSeries& series = gathered_[p].series;
        all.push_back({is_of_waits(probe)     ? gathered_[p].waits.quantile(probe.kpi->level)
                       : is_plain_mean(probe) ? estimate_mean(series.numerators)
                                              : estimate_ratio(series.moments()),
                       series});
    }
    return all;
}

} // namespace switchroom
