#pragma once
/// What a change in a form means for the file: usually one value, sometimes its table, too, so that the
/// scenario stays one that can be run.

#include "gui/view_models/scenario_form.h"
#include "sim/scenario/edit_text.h"

#include <string>
#include <vector>

namespace switchroom::gui {

/// The field takes this literal. A law, a target, redials … that the file did not speak of begin with what
/// they need besides (a mean of an exponential law, 20 s of a service level); a law written as a plain
/// duration becomes a table when its cv or family is given.
std::vector<Edit> field_edits(const Node& root, const Field& field, const std::string& literal);

/// All days of the table × factor.
std::vector<Edit> scale_edits(const Node& root, const StepTable& table, double factor);

/// One more day, with the steps of the first one that is there, or one step at 08:00.
std::vector<Edit> day_edits(const Node& root, const StepTable& table, const std::string& key);

/// One more record at the end of the list.
std::vector<Edit> record_edits(const Node& root, const RecordTable& table);

/// Away with an element of a list, or a key. The last of a list of sections ([[contracts]]) goes with its
/// list, for sections cannot be written as an empty list.
std::vector<Edit> removal_edits(const Node& root, const std::string& path);

/// A new step of a route after the one at `path` ("routes[0].open[1]"), or the first one of the list
/// ("routes[0].closed").
std::vector<Edit> step_edits(const Node& root, const std::string& path, const std::string& literal);

/// Of a kind of step, with the first groups and contacts that fit: "offer", "voicemail", "callback", "bot".
std::string fresh_step(const Node& root, std::string_view kind);

/// A new contact or group at the end, under a name that is free.
Edit fresh_contact(const Node& root, Language language);
Edit fresh_group(const Node& root, Language language);
/// A new route for the first contact that has none (any, where all have one), to the first group.
Edit fresh_route(const Node& root);
/// A new contract, paid by the call.
Edit fresh_contract(const Node& root, Language language);

} // namespace switchroom::gui
