#include "sim/stats/kpi_table_parts.h"

namespace switchroom::kpi_parts {

void add_predictions(std::vector<KpiDefinition>& table)
{
    using Side = SideCounts;
    const auto add = [&](KpiDefinition kpi) {
        kpi.side = true;
        table.push_back(kpi);
    };
    constexpr ContactTerm predicted = side_count<&Side::predicted_waits>;
    add(contact_total("predicted_waits", "predicted waits",
                      "calls whose wait was predicted, that waited and were answered by those people",
                      neither, "Waits that can be held against what was predicted.", predicted));
    add(contact_ratio("prediction_bias_s", KpiUnit::seconds, "bias of predictions",
                      "Σ (predicted wait − wait) / predicted_waits", neither,
                      "By how much predictions are too long on average; negative: too short.",
                      side_count<&Side::prediction_bias_s>, predicted));
    add(contact_ratio("prediction_error_s", KpiUnit::seconds, "error of predictions",
                      "Σ |predicted wait − wait| / predicted_waits", lower,
                      "How far a prediction is off on average, either way.",
                      side_count<&Side::prediction_error_s>, predicted));
}

} // namespace switchroom::kpi_parts
