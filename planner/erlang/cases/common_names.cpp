#include "planner/erlang/cases/common_names.h"

#include <algorithm>

namespace switchroom::erlang {

std::span<const CommonInput> common_inputs()
{
    static const std::vector<CommonInput> inputs{
        {"agents", InputUnit::number, {"n_agents", "n_servers"}},
        {"load", InputUnit::number, {"offered_load_erlang", "mean_offered_load_erlang", "fresh_load_erlang"}},
        {"handle", InputUnit::duration, {"aht_s", "service_time_s"}},
        {"patience", InputUnit::duration, {"mean_patience_s"}},
        {"within", InputUnit::duration, {"awt_s"}},
        {"short-abandon", InputUnit::duration, {"short_abandon_s"}},
        {"capacity", InputUnit::number, {"k_lines_total"}},
        {"sources", InputUnit::number, {"n_sources"}},
        {"busyness-cv", InputUnit::number, {"cv_busyness"}},
    };
    return inputs;
}

const CommonInput* common_input_of(std::string_view column)
{
    for (const CommonInput& input : common_inputs())
        if (std::find(input.columns.begin(), input.columns.end(), column) != input.columns.end())
            return &input;
    return nullptr;
}

bool is_load_column(std::string_view column)
{
    const CommonInput* input = common_input_of(column);
    return input != nullptr && input->name == "load";
}

bool takes(const CaseModel& model, std::string_view column)
{
    return std::any_of(model.inputs.begin(), model.inputs.end(),
                       [&](const CaseInput& input) { return input.column == column; });
}

std::string_view column_for(const CaseModel& model, std::span<const std::string_view> columns)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](auto c) { return takes(model, c); });
    return found == columns.end() ? std::string_view() : *found;
}

std::span<const StandardResult> standard_results()
{
    static constexpr StandardResult results[] = {
        {"probability_wait", "callers who must wait", false},
        {"probability_abandon", "callers who give up", false},
        {"probability_block", "callers who find no line", false},
        {"asa_s", "average speed of answer", true},
        {"mean_wait_s", "mean wait of all callers", true},
        {"service_level", "service level", false},
        {"occupancy", "occupancy of the agents", false},
    };
    return results;
}

} // namespace switchroom::erlang
