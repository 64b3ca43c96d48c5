#pragma once
/// Which scenarios stand side by side: adding, copying, adopting the baseline's days. Free functions over the
/// desk; each returns what went wrong, in words of the reader or of the scenario's validation.

#include "gui/view_models/desk.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// A scenario that is worth standing beside the shown one.
struct Suggestion {
    enum class Kind {
        as_saved,       ///< the file as it was last saved: what have my changes done?
        partner,        ///< of the library: one names the other in its expectations
        one_agent_less, ///< the shown one with one agent less at noon
        copy,           ///< the shown one as it is now, to be changed
    };
    Kind kind = Kind::copy;
    std::string name; ///< of a partner: its own name
    std::string path; ///< of a partner
};

/// A scenario of the library.
struct LibraryEntry {
    std::string title;
    std::string path;
    std::vector<std::string> partners; ///< files that its expectations compare it with, without folders
};

/// Reads every file of the library: work for a thread of its own.
std::vector<LibraryEntry> read_library(const FileSystem& files);

/// The best first.
std::vector<Suggestion> suggestions_for(const Desk& desk, const std::vector<LibraryEntry>& library);

/// Opens what is suggested beside the others; what is shown stays shown. Precondition: a scenario is shown.
Diagnostics take(const Suggestion& suggestion, Desk& desk);
/// Opens a file beside the others.
Diagnostics add_file(const std::string& path, Desk& desk);

/// Days and start of the baseline, as an edit of the scenario's text that can be undone.
Diagnostics adopt_days(Desk& desk, std::size_t scenario);

/// The time of day of `one_agent_less`.
inline constexpr ClockTime noon{12 * 3600};

/// The scenario with one agent less at noon, in the group of the practice that has most agents then; none
/// where no group has steps with somebody at noon.
std::optional<Scenario> one_agent_less(const Scenario& scenario);

} // namespace switchroom::gui
