#include "sim/experiment/slices.h"

#include "sim/base/check.h"
#include "sim/stats/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

Slice empty_slice(const MeasuredCentre& centre, double span_s)
{
    return {blank_contacts(centre, span_s), blank_groups(centre, span_s)};
}

void clear(Slice& slice)
{
    for (ContactFigures& contact : slice.contacts) {
        contact.counts = {};
        contact.side = {};
    }
    for (GroupFigures& group : slice.groups)
        group.counts = {};
}

} // namespace

ScopeList::ScopeList(const MeasuredCentre& centre) : everything_(all_members(centre))
{
    const auto add = [&](ScopeKind kind, const std::string& name, ScopeMembers members) {
        kinds_.push_back(kind);
        names_.push_back(name);
        members_.push_back(std::move(members));
    };
    for (std::size_t c = 0; c < centre.contacts.size(); ++c)
        add(ScopeKind::contact, centre.contacts[c].name, {.contacts = {c}, .groups = {}});
    for (std::size_t g = 0; g < centre.groups.size(); ++g)
        add(ScopeKind::group, centre.groups[g].name, {.contacts = {}, .groups = {g}});
    for (const MeasuredSegment& segment : centre.segments)
        add(ScopeKind::segment, segment.name, segment.members);
    add(ScopeKind::total, "total", members_of_total(centre));
}

const ScopeMembers& ScopeList::members(std::size_t scope, const KpiDefinition& kpi) const
{
    return kinds_[scope] == ScopeKind::total ? members_for(kpi, members_[scope], everything_)
                                             : members_[scope];
}

bool ScopeList::has(std::size_t scope, KpiScope kpis) const
{
    const bool is_total = kinds_[scope] == ScopeKind::total;
    const bool contacts = is_total || !members_[scope].contacts.empty();
    const bool groups = is_total || !members_[scope].groups.empty();
    return kpis == KpiScope::contact ? contacts : kpis == KpiScope::group ? groups : contacts && groups;
}

KpiPair mean_of_periods(const KpiDefinition& kpi, const std::vector<Slice>& periods,
                        const ScopeMembers& members)
{
    PairMoments mean;
    for (const Slice& period : periods) {
        const double value = period.pair(kpi, members).value();
        if (!std::isnan(value))
            mean.add(value, 1.0);
    }
    return {mean.count() == 0 ? std::numeric_limits<double>::quiet_NaN() : mean.mean_numerator(), 1.0};
}

KpiPair periods_that_meet(const KpiDefinition& kpi, const std::vector<Slice>& periods,
                          const ScopeMembers& members)
{
    KpiPair count{0.0, 0.0};
    for (const Slice& period : periods) {
        const KpiPair pair = period.pair(kpi, members);
        count.numerator += meets_target(pair) ? 1.0 : 0.0;
        count.denominator += is_judged(pair) ? 1.0 : 0.0;
    }
    return count;
}

Slices::Slices(const MeasuredCentre& centre, bool with_days, bool with_intervals)
{
    double span_s = 0.0;
    std::vector<double> day_spans_s;
    std::vector<double> row_spans_s(centre.rows.size());
    for (const MeasuredCell& cell : centre.cells) {
        const auto day = static_cast<std::size_t>(cell.day);
        day_spans_s.resize(std::max(day_spans_s.size(), day + 1));
        day_spans_s[day] += cell.span_s;
        span_s += cell.span_s;
        if (!centre.rows.empty())
            row_spans_s.at(cell.row) += cell.span_s;
        if (with_intervals)
            intervals_.push_back(empty_slice(centre, cell.span_s));
    }
    run_ = empty_slice(centre, span_s);
    for (const double row_span_s : row_spans_s)
        rows_.push_back(empty_slice(centre, row_span_s));
    if (with_days)
        for (const double day_span_s : day_spans_s)
            days_.push_back(empty_slice(centre, day_span_s));
}

void Slices::cut(const MeasuredCentre& centre, const ReplicationFigures& figures)
{
    const std::size_t cells = centre.cells.size();
    SWITCHROOM_CHECK(figures.contacts.size() == centre.contacts.size() * cells &&
                         figures.groups.size() == centre.groups.size() * cells &&
                         (figures.sides.empty() || figures.sides.size() == figures.contacts.size()),
                     "a replication's figures fit the centre that they are said to measure");
    clear(run_);
    for (std::vector<Slice>* const several : {&rows_, &days_, &intervals_})
        std::for_each(several->begin(), several->end(), clear);
    const auto spread = [&](const auto& each, auto scopes, auto part) {
        for (std::size_t i = 0; i < each.size(); ++i) {
            const std::size_t scope = i / cells;
            const MeasuredCell& cell = centre.cells[i % cells];
            (run_.*scopes)[scope].*part += each[i];
            if (!rows_.empty())
                (rows_[cell.row].*scopes)[scope].*part += each[i];
            if (!days_.empty())
                (days_[static_cast<std::size_t>(cell.day)].*scopes)[scope].*part += each[i];
            if (!intervals_.empty())
                (intervals_[i % cells].*scopes)[scope].*part += each[i];
        }
    };
    spread(figures.contacts, &Slice::contacts, &ContactFigures::counts);
    spread(figures.sides, &Slice::contacts, &ContactFigures::side);
    spread(figures.groups, &Slice::groups, &GroupFigures::counts);
    share_paid_time(centre, run_.groups);
    for (std::vector<Slice>* const several : {&rows_, &days_, &intervals_})
        for (Slice& slice : *several)
            share_paid_time(centre, slice.groups);
}

} // namespace switchroom
