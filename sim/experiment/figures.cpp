#include "sim/experiment/figures.h"

namespace switchroom {

namespace {

/// Positions of those that `wanted` takes.
template <class T, class Wanted>
std::vector<std::size_t> positions(const std::vector<T>& all, Wanted wanted)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (wanted(all[i]))
            chosen.push_back(i);
    return chosen;
}

} // namespace

ScopeMembers members_of_total(const MeasuredCentre& centre)
{
    const auto in_total = [](const auto& one) { return one.in_total; };
    return {positions(centre.contacts, in_total), positions(centre.groups, in_total)};
}

ScopeMembers all_members(const MeasuredCentre& centre)
{
    const auto any = [](const auto&) { return true; };
    return {positions(centre.contacts, any), positions(centre.groups, any)};
}

std::vector<ContactFigures> blank_contacts(const MeasuredCentre& centre, double span_s)
{
    std::vector<ContactFigures> all;
    for (const MeasuredContact& contact : centre.contacts)
        all.push_back({.counts = {},
                       .formula = contact.formula,
                       .span_s = span_s,
                       .lost_caller_value = contact.lost_caller_value,
                       .side = {},
                       .target_share = contact.target_share,
                       .is_callback = contact.is_callback});
    return all;
}

std::vector<GroupFigures> blank_groups(const MeasuredCentre& centre, double span_s)
{
    std::vector<GroupFigures> all;
    for (const MeasuredGroup& group : centre.groups)
        all.push_back({.counts = {},
                       .span_s = span_s,
                       .cost_per_paid_hour = group.cost_per_paid_hour,
                       .is_vendor = group.is_vendor});
    return all;
}

void share_paid_time(const MeasuredCentre& centre, std::vector<GroupFigures>& groups)
{
    double paid_s = 0.0;
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (centre.groups[g].in_total)
            paid_s += groups[g].counts.paid_s;
    for (std::size_t g = 0; g < groups.size(); ++g)
        groups[g].practice_paid_s = centre.groups[g].in_total ? paid_s : 0.0;
}

} // namespace switchroom
