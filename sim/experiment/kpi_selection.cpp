#include "sim/experiment/kpi_selection.h"

#include <algorithm>

namespace switchroom {

namespace {

template <class Wanted>
std::vector<const KpiDefinition*> choose(Wanted wanted)
{
    std::vector<const KpiDefinition*> chosen;
    for (const KpiDefinition& kpi : kpi_table())
        if (wanted(kpi))
            chosen.push_back(&kpi);
    return chosen;
}

bool in(const std::vector<const KpiDefinition*>& list, const KpiDefinition& kpi)
{
    return std::find(list.begin(), list.end(), &kpi) != list.end();
}

} // namespace

KpiSelection KpiSelection::standard()
{
    KpiSelection selection;
    selection.chosen_ = choose([](const KpiDefinition& kpi) { return kpi.standard; });
    return selection;
}

KpiSelection KpiSelection::all()
{
    KpiSelection selection;
    selection.chosen_ = selection.named_ = choose([](const KpiDefinition&) { return true; });
    return selection;
}

KpiSelection KpiSelection::named(std::span<const std::string> names)
{
    KpiSelection selection;
    selection.chosen_ = selection.named_ = choose([&](const KpiDefinition& kpi) {
        return std::find(names.begin(), names.end(), kpi.name) != names.end();
    });
    return selection;
}

std::vector<const KpiDefinition*> KpiSelection::of(KpiScope scope) const
{
    std::vector<const KpiDefinition*> kpis;
    std::copy_if(chosen_.begin(), chosen_.end(), std::back_inserter(kpis),
                 [&](const KpiDefinition* kpi) { return kpi->scope == scope; });
    return kpis;
}

KpiSelection& KpiSelection::operator+=(const KpiSelection& other)
{
    chosen_ = choose([&](const KpiDefinition& kpi) { return in(chosen_, kpi) || in(other.chosen_, kpi); });
    named_ = choose([&](const KpiDefinition& kpi) { return in(named_, kpi) || in(other.named_, kpi); });
    return *this;
}

KpiSelection KpiSelection::without_sides() const
{
    KpiSelection selection = *this;
    std::erase_if(selection.chosen_,
                  [&](const KpiDefinition* kpi) { return kpi->side && !in(named_, *kpi); });
    return selection;
}

KpiSelection KpiSelection::without_experience() const
{
    KpiSelection selection = *this;
    std::erase_if(selection.chosen_,
                  [&](const KpiDefinition* kpi) { return kpi->experience && !in(named_, *kpi); });
    return selection;
}

bool is_kpi_name(std::string_view name)
{
    const auto table = kpi_table();
    return std::any_of(table.begin(), table.end(),
                       [&](const KpiDefinition& kpi) { return kpi.name == name; });
}

} // namespace switchroom
