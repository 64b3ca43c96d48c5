#include "planner/erlang/cases/models.h"

namespace switchroom::erlang {

std::span<const CaseModel> case_models()
{
    static const std::vector<CaseModel> models = {
        erlang_b_model(),
        erlang_c_model(),
        erlang_a_model(),
    };
    return models;
}

} // namespace switchroom::erlang
