#pragma once
/// The models of the table, one function each, defined beside each other by family (models_*.cpp). The table
/// itself is models.cpp.

#include "planner/erlang/cases/case_model.h"

namespace switchroom::erlang {

CaseModel erlang_b_model();
CaseModel erlang_c_model();
CaseModel erlang_a_model();
CaseModel mmnk_model();
CaseModel busyness_model();
CaseModel engset_model();
CaseModel overflow_model();
CaseModel inverse_model();
CaseModel priority_model();
CaseModel mg1_model();
CaseModel mdn_model();
CaseModel mgn_model();
CaseModel ging_model();
CaseModel retrial_model();
CaseModel mmng_model();
CaseModel transient_model();

} // namespace switchroom::erlang
