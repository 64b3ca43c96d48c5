#pragma once
/// Other ways to say how many people a group has: one number, steps over the day, shifts.

#include "gui/view_models/scenario_form.h"

#include <string>
#include <vector>

namespace switchroom::gui {

/// Of the group at `path`. From one number to steps that hold it during the opening hours, or to one shift of
/// the opening hours; from steps or shifts to the most people there ever are; from shifts to the steps that
/// their times add up to, breaks left out. None where the numbers come from a file.
std::vector<Rewriting> staff_rewritings(const FormSource& source, const std::string& path);

} // namespace switchroom::gui
