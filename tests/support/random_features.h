#pragma once
/// Parts of random scenarios (random_scenario.h) beyond calls that people answer: machines, callbacks,
/// messages, tiers, breaks, people on call. Each function gives a piece of the text of a scenario file.

#include "tests/support/dice.h"

#include <string>
#include <vector>

namespace switchroom {

/// The contacts that are worked off later: "messages", "complaints", "callbacks", "reminders".
std::string work_contacts(Dice& dice);

/// Keys of a contact that is served live: transfers, people on call, missed calls, outcomes. `index`: of the
/// contact; `chats`: which contacts are chats, to whom no call is passed on.
std::string live_features(Dice& dice, int index, const std::vector<bool>& chats);

/// Skills for some of the work contacts (all of them for group 0), each after a comma.
std::string work_skills(Dice& dice, int group);

/// A step that goes before the offers of a route, with the comma after it; often empty.
std::string first_step(Dice& dice);
/// A step between offers, with the comma after it; often empty.
std::string middle_step(Dice& dice);
/// A machine that ends a route.
std::string last_step(Dice& dice);

/// Keys of a group: learning, late starts, and time set apart for callbacks if it calls back.
std::string group_features(Dice& dice, bool calls_back);

} // namespace switchroom
