#pragma once
/// Which KPIs an experiment collects; what is not asked for is not computed.

#include "sim/stats/kpi.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

class KpiSelection {
public:
    /// Those that the table marks as standard.
    static KpiSelection standard();
    static KpiSelection all();
    /// Exactly these names (with all of their keys). Unknown names choose nothing: see is_kpi_name.
    static KpiSelection named(std::span<const std::string> names);

    /// Without the figures of side counts, but for those that were named: for a centre that counts nothing
    /// there.
    KpiSelection without_sides() const;

    /// Without the figures of experience, but for those that were named: for a centre that rates nobody.
    KpiSelection without_experience() const;

    /// In the table's order.
    std::vector<const KpiDefinition*> of(KpiScope scope) const;

    /// This selection and another.
    KpiSelection& operator+=(const KpiSelection& other);

private:
    std::vector<const KpiDefinition*> chosen_;
    std::vector<const KpiDefinition*> named_; ///< those of chosen_ that somebody asked for
};

/// True if some KPI, of any scope, has this name.
bool is_kpi_name(std::string_view name);

} // namespace switchroom
