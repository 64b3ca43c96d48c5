#include "sim/experiment/slices.h"

#include "sim/base/check.h"

#include <algorithm>

namespace switchroom {

namespace {

Slice empty_slice(const MeasuredCentre& centre, double span_s)
{
    Slice slice;
    for (const MeasuredContact& contact : centre.contacts)
        slice.contacts.push_back({{}, contact.formula, span_s, contact.lost_caller_value, {}});
    for (const MeasuredGroup& group : centre.groups)
        slice.groups.push_back({{}, span_s, group.cost_per_paid_hour});
    return slice;
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

void choose_total(const MeasuredCentre& centre, Slice& slice)
{
    slice.contacts_of_total.clear();
    slice.groups_of_total.clear();
    for (std::size_t c = 0; c < slice.contacts.size(); ++c)
        if (centre.contacts[c].in_total)
            slice.contacts_of_total.push_back(slice.contacts[c]);
    for (std::size_t g = 0; g < slice.groups.size(); ++g)
        if (centre.groups[g].in_total)
            slice.groups_of_total.push_back(slice.groups[g]);
}

} // namespace

KpiPair Slice::pair(const KpiDefinition& kpi, std::size_t scope) const
{
    if (scope < contacts.size())
        return kpi_pair(kpi, contacts[scope]);
    if (scope < contacts.size() + groups.size())
        return kpi_pair(kpi, groups[scope - contacts.size()]);
    return kpi_pair(kpi, contacts_of_total, groups_of_total);
}

Slices::Slices(const MeasuredCentre& centre, bool with_days)
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
    std::for_each(rows_.begin(), rows_.end(), clear);
    std::for_each(days_.begin(), days_.end(), clear);
    const auto spread = [&](const auto& each, auto scopes, auto part) {
        for (std::size_t i = 0; i < each.size(); ++i) {
            const std::size_t scope = i / cells;
            const MeasuredCell& cell = centre.cells[i % cells];
            (run_.*scopes)[scope].*part += each[i];
            if (!rows_.empty())
                (rows_[cell.row].*scopes)[scope].*part += each[i];
            if (!days_.empty())
                (days_[static_cast<std::size_t>(cell.day)].*scopes)[scope].*part += each[i];
        }
    };
    spread(figures.contacts, &Slice::contacts, &ContactFigures::counts);
    spread(figures.sides, &Slice::contacts, &ContactFigures::side);
    spread(figures.groups, &Slice::groups, &GroupFigures::counts);
    choose_total(centre, run_);
    for (Slice& row : rows_)
        choose_total(centre, row);
    for (Slice& day : days_)
        choose_total(centre, day);
}

} // namespace switchroom
