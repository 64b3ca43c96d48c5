#pragma once
/// A model's answer to what stands in the fields, and the least agents for a target.

#include "gui/view_models/erlang_inputs.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace switchroom::gui {

struct ErlangQuestion {
    const erlang::CaseModel* model = nullptr; ///< not null
    erlang::CaseInputs inputs;
    double target = 0.8; ///< share: service level wanted; 1 − blocking where nobody waits
};

struct ErlangFigure {
    std::string_view name; ///< "service_level" …, as standard_results
    double value = 0.0;
    bool is_time = false;
};

/// Never changed once published.
struct ErlangAnswer {
    const erlang::CaseModel* model = nullptr;
    double load = std::numeric_limits<double>::quiet_NaN();   ///< erlang; NaN: the model has none
    std::vector<ErlangFigure> figures;                        ///< those that are defined
    std::vector<std::pair<std::string, std::string>> columns; ///< every result as the command line names it
    std::string problem;                                      ///< why there are none
    std::optional<double> least_agents;                       ///< for the target; empty: none, or not asked
    bool can_search = false; ///< this model has a target that more agents help
};

/// A pure function; at most tens of milliseconds but for huge inputs.
ErlangAnswer answer_of(const ErlangQuestion& question);

} // namespace switchroom::gui
