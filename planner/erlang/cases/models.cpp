#include "planner/erlang/cases/models.h"

namespace switchroom::erlang {

std::span<const CaseModel> case_models()
{
    static const std::vector<CaseModel> models = {
        erlang_b_model(), erlang_c_model(), erlang_a_model(), mmnk_model(),
        engset_model(),   overflow_model(), busyness_model(), inverse_model(),
        priority_model(), mg1_model(),      mdn_model(),      mmng_model(),
        mgn_model(),      ging_model(),     retrial_model(),  transient_model(),
    };
    return models;
}

} // namespace switchroom::erlang
