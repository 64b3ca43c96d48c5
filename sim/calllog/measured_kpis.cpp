#include "sim/calllog/measured_kpis.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace switchroom {

namespace {

/// The least wait that at least the share p of the waits do not exceed.
double quantile(const std::vector<double>& sorted, double p)
{
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = std::ceil(p * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

bool a_log_can_answer(const KpiDefinition& kpi)
{
    constexpr std::string_view unknown[] = {"lost_callers",     "lost_caller_value",
                                            "queue_length_max", "attempts_per_need",
                                            "needs_resolved",   "first_call_resolution"};
    const bool kind = kpi.kind == KpiKind::total || kpi.kind == KpiKind::ratio ||
                      kpi.kind == KpiKind::maximum || kpi.kind == KpiKind::wait_quantile;
    return kpi.scope == KpiScope::contact && kind && !kpi.side &&
           std::find(std::begin(unknown), std::end(unknown), kpi.name) == std::end(unknown);
}

} // namespace

const std::vector<const KpiDefinition*>& measured_kpis()
{
    static const auto chosen = [] {
        std::vector<const KpiDefinition*> kpis;
        for (const KpiDefinition& kpi : kpi_table())
            if (a_log_can_answer(kpi))
                kpis.push_back(&kpi);
        return kpis;
    }();
    return chosen;
}

double measured_value(const KpiDefinition& kpi, const LogCell& cell)
{
    if (kpi.kind == KpiKind::wait_quantile)
        return quantile(cell.waits_s, kpi.level);
    ContactFigures figures;
    figures.counts = cell.counts;
    return kpi_pair(kpi, figures).value();
}

} // namespace switchroom
