#pragma once
/// A scenario as it was read: its values, and for each of them the place in the file (or included file) where
/// it stands.

#include "sim/base/result.h"
#include "sim/scenario/scenario.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

/// Path of a value → where it stands. Paths use the keys of the file and 0-based positions:
/// "contacts[2].talk.mean", "groups[0].agents.weekdays[1][1]", "routes[0].open[2].callback.becomes". Array
/// positions equal those in the Scenario.
struct SourceMap {
    std::map<std::string, SourceLocation, std::less<>> places;

    /// The place of this path or, where the file does not say it (a default), of its nearest parent that it
    /// does say.
    SourceLocation find(std::string_view path) const;
};

struct ScenarioDocument {
    std::string file; ///< the top file, as named by the user
    Scenario scenario;
    SourceMap sources;
    std::vector<std::string> files; ///< every file that was read, the top one first
    Diagnostics warnings;           ///< warnings and notes that reading and validation left; never errors
};

} // namespace switchroom
