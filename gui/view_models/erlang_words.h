#pragma once
/// What screen Erlang says in words, and its picture.

#include "gui/view_models/erlang_answer.h"
#include "gui/view_models/erlang_hour.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/show.h"
#include "gui/view_models/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// "Erlang A: callers hang up"; the table's own title for a model without words of the window.
std::string model_title(const erlang::CaseModel& model, Language language);
/// When the model holds.
std::string model_holds(const erlang::CaseModel& model, Language language);

/// "Answered within 20 s". `within_s` NaN: "Service level".
std::string result_title(std::string_view name, double within_s, const Locale& locale);

/// Why C, A and the simulated hour differ, a sentence each, from the numbers. The simulation's part is there
/// once it has been run.
std::vector<std::string> reasons(const HourPicture& picture, const Locale& locale);

/// Service level against agents for the three.
PlotSpec hour_plot(const HourPicture& picture, const Locale& locale);

} // namespace switchroom::gui
