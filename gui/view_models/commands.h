#pragma once
/// Every command that the window knows, once: for the palette, the shortcuts and their help.

#include "gui/view_models/workbench.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// A key with modifiers. Letters and digits by their upper-case character.
struct Shortcut {
    int key = 0; ///< 0: none
    bool ctrl = false;
    bool shift = false;
    friend bool operator==(const Shortcut&, const Shortcut&) = default;
};
inline constexpr int key_f1 = 290; ///< as GLFW numbers it

/// "Ctrl+Shift+S".
std::string to_text(const Shortcut& shortcut);

struct Command {
    std::string words; ///< in the window's language
    Shortcut shortcut;
    bool enabled = true;
    std::function<void(Workbench&)> run;
};

/// In the order in which the palette shows them; screens first.
std::vector<Command> commands(const Workbench& workbench);

/// Those whose words hold every word of `typed`, in any order and case (accents count).
std::vector<Command> matching(std::vector<Command> commands, std::string_view typed);

} // namespace switchroom::gui
