#include "sim/stats/kpi.h"

#include "sim/base/check.h"

#include <limits>

namespace switchroom {

namespace {

/// Adds the stretch's values term by term, or takes the greatest.
template <class Figures>
void gather(KpiKind kind, double (*term)(const Figures&), std::span<const Figures> all, double& into)
{
    if (!term)
        return;
    for (const Figures& figures : all)
        into = kind == KpiKind::maximum ? std::max(into, term(figures)) : into + term(figures);
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
    SWITCHROOM_CHECK(kpi.kind != KpiKind::wait_quantile, "quantiles of waits come from histograms");
    KpiPair pair{0.0, 0.0};
    gather(kpi.kind, kpi.contact_numerator, contacts, pair.numerator);
    gather(kpi.kind, kpi.group_numerator, groups, pair.numerator);
    if (kpi.kind == KpiKind::total || kpi.kind == KpiKind::maximum) {
        pair.denominator = 1.0;
    } else if (kpi.kind == KpiKind::time_average) {
        pair.denominator = kpi.scope == KpiScope::group ? (groups.empty() ? 0.0 : groups.front().span_s)
                                                        : (contacts.empty() ? 0.0 : contacts.front().span_s);
    } else {
        gather(kpi.kind, kpi.contact_denominator, contacts, pair.denominator);
        gather(kpi.kind, kpi.group_denominator, groups, pair.denominator);
    }
    return pair;
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
    case KpiKind::wait_quantile:
        return "quantile of the waits of all runs pooled";
    }
    return "";
}

} // namespace switchroom
