#include "sim/experiment/results.h"

namespace switchroom {

const KpiResult* ScopeResult::find(std::string_view kpi, std::string_view key) const
{
    for (const KpiResult& result : kpis)
        if (result.kpi->name == kpi && result.kpi->key == key)
            return &result;
    return nullptr;
}

} // namespace switchroom
