#pragma once
/// What a manager drags to see what would happen: how many people at noon, how many calls, how long they
/// take. A lever reads its value from the scenario and writes it back as one change of the text.

#include "gui/view_models/language.h"
#include "gui/view_models/scenario_editor.h"
#include "gui/view_models/show.h"

#include <string>
#include <vector>

namespace switchroom::gui {

enum class LeverUnit { people, share, seconds };

struct ScenarioLever {
    std::string id;    ///< "agents/front desk/noon", "volume"; stays while names stay
    std::string label; ///< "agents at noon", "call volume"
    std::string help;  ///< one sentence: what it changes
    LeverUnit unit = LeverUnit::share;
    double value = 0.0; ///< now; people and seconds as such, shares as 1 = 100 %
    double least = 0.0;
    double most = 0.0;
    double step = 0.0;
};

/// The levers of a scenario, those that matter most first: agents of the main group by part of the day, then
/// the factors, then further groups. Factors (call volume, handle time, patience) are of what the scenario
/// said when it was opened. Empty where it never could be read. Cheap enough to be called when the revision
/// changes, not every frame.
std::vector<ScenarioLever> levers(const ScenarioEditor& editor, Language language);

/// Sets the lever as one change that can be undone, named by its label. Returns why that cannot be done.
/// While dragging, call editor.begin_gesture() first and end_gesture() at the end.
Diagnostics apply(const ScenarioLever& lever, ScenarioEditor& editor, double value);

/// "3", "110 %", "12 s": the value with its unit.
std::string show_lever(const ScenarioLever& lever, double value, const Locale& locale);

} // namespace switchroom::gui
