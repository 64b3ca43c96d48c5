#include "sim/stats/kpi.h"

#include "sim/base/check.h"

#include <algorithm>
#include <limits>
#include <string>

namespace switchroom {

namespace {

/// All figures of a list, or those at some positions.
template <class Figures>
struct Chosen {
    std::span<const Figures> all;
    std::span<const std::size_t> positions;
    bool everything = false;

    std::size_t size() const { return everything ? all.size() : positions.size(); }
    const Figures& operator[](std::size_t i) const { return all[everything ? i : positions[i]]; }
};

/// Adds the stretch's values term by term, or takes the greatest.
template <class Figures>
void gather(bool greatest, double (*term)(const Figures&), const Chosen<Figures>& chosen, double& into)
{
    for (std::size_t i = 0; term && i < chosen.size(); ++i)
        into = greatest ? std::max(into, term(chosen[i])) : into + term(chosen[i]);
}

KpiPair pair_of(const KpiDefinition& kpi, const Chosen<ContactFigures>& contacts,
                const Chosen<GroupFigures>& groups)
{
    SWITCHROOM_CHECK(kpi.kind != KpiKind::wait_quantile, "quantiles of waits come from histograms");
    KpiPair pair{0.0, 0.0};
    const bool maximum = kpi.kind == KpiKind::maximum;
    gather(maximum, kpi.contact_numerator, contacts, pair.numerator);
    gather(maximum, kpi.group_numerator, groups, pair.numerator);
    if (kpi.kind == KpiKind::total || maximum) {
        pair.denominator = 1.0;
    } else if (kpi.kind == KpiKind::time_average) {
        pair.denominator = kpi.scope == KpiScope::group ? (groups.size() == 0 ? 0.0 : groups[0].span_s)
                                                        : (contacts.size() == 0 ? 0.0 : contacts[0].span_s);
    } else {
        const bool shared = kpi.kind == KpiKind::share_of_whole;
        gather(shared, kpi.contact_denominator, contacts, pair.denominator);
        gather(shared, kpi.group_denominator, groups, pair.denominator);
    }
    return pair;
}

} // namespace

const KpiDefinition* find_kpi(KpiScope scope, std::string_view name, std::string_view key)
{
    for (const KpiDefinition& kpi : kpi_table())
        if (kpi.scope == scope && kpi.name == name && kpi.key == key)
            return &kpi;
    return nullptr;
}

double KpiPair::value() const
{
    return denominator == 0.0 ? std::numeric_limits<double>::quiet_NaN() : numerator / denominator;
}

KpiPair kpi_pair(const KpiDefinition& kpi, const ContactFigures& contact)
{
    return kpi_pair(kpi, {&contact, 1}, {});
}

KpiPair kpi_pair(const KpiDefinition& kpi, const GroupFigures& group)
{
    return kpi_pair(kpi, {}, {&group, 1});
}

KpiPair kpi_pair(const KpiDefinition& kpi, std::span<const ContactFigures> contacts,
                 std::span<const GroupFigures> groups)
{
    return pair_of(kpi, Chosen<ContactFigures>{contacts, {}, true}, Chosen<GroupFigures>{groups, {}, true});
}

KpiPair kpi_pair(const KpiDefinition& kpi, std::span<const ContactFigures> contacts,
                 std::span<const std::size_t> of_contacts, std::span<const GroupFigures> groups,
                 std::span<const std::size_t> of_groups)
{
    return pair_of(kpi, Chosen<ContactFigures>{contacts, of_contacts},
                   Chosen<GroupFigures>{groups, of_groups});
}

bool is_judged(const KpiPair& period)
{
    return period.denominator > 0.0;
}

bool meets_target(const KpiPair& period)
{
    return is_judged(period) && period.numerator >= -1e-9 * period.denominator;
}

const KpiDefinition* urgent_part_of(const KpiDefinition& kpi)
{
    std::string name(kpi.name);
    if (name.ends_with("_s"))
        name.resize(name.size() - 2);
    name += kpi.name.ends_with("_s") ? "_urgent_s" : "_urgent";
    return find_kpi(kpi.scope, name);
}

std::string_view to_text(KpiUnit unit)
{
    switch (unit) {
    case KpiUnit::count:
        return "count";
    case KpiUnit::share:
        return "share";
    case KpiUnit::seconds:
        return "s";
    case KpiUnit::hours:
        return "h";
    case KpiUnit::calls:
        return "calls";
    case KpiUnit::agents:
        return "people";
    case KpiUnit::money:
        return "currency";
    }
    return "";
}

std::string_view to_text(KpiKind kind)
{
    switch (kind) {
    case KpiKind::total:
        return "mean over runs of the run's total";
    case KpiKind::ratio:
        return "function of expectations: E[numerator] / E[denominator]";
    case KpiKind::time_average:
        return "function of expectations: E[integral] / span";
    case KpiKind::maximum:
        return "mean over runs of the run's maximum";
    case KpiKind::mean_of_days:
        return "expectation of functions: mean over days, then over runs";
    case KpiKind::share_of_days:
        return "function of expectations: E[days that meet it] / E[days]";
    case KpiKind::share_of_intervals:
        return "function of expectations: E[intervals that meet it] / E[intervals]";
    case KpiKind::share_of_whole:
        return "function of expectations: E[numerator] / E[whole]";
    case KpiKind::wait_quantile:
        return "quantile of the waits of all runs pooled";
    }
    return "";
}

} // namespace switchroom
