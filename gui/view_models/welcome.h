#pragma once
/// What the first screen offers: receptions of the library, best known first.

#include "gui/view_models/text.h"

#include <string>
#include <vector>

namespace switchroom::gui {

struct WelcomeEntry {
    std::string name;  ///< of the template: "daytime-overflow"
    std::string title; ///< its scenario's own name
    Text about;
};

/// The eight systems that are described; empty where no library is found.
std::vector<WelcomeEntry> welcome_entries();

} // namespace switchroom::gui
