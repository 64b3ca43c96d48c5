#pragma once
/// What outlives this start of the program: settings, and unsaved work.

#include "gui/view_models/desk.h"
#include "gui/view_models/recovery.h"

#include <string>
#include <vector>

namespace switchroom::gui {

class Memory {
public:
    /// Reads the settings into the desk. `config` and `state` are folders (storage.h); they are made.
    Memory(Desk& desk, const std::string& config, const std::string& state);

    /// Work that programs which no longer run left unsaved; shown until it is taken back or let go.
    const std::vector<Recoverable>& left_behind() const { return left_behind_; }
    /// An editor with that work; it is no longer offered.
    Result<std::unique_ptr<ScenarioEditor>> take_back(const std::string& id);
    void let_go(const std::string& id);

    /// Every frame; writes only what changed, settings at most every two seconds.
    void update(double seconds_since_last);
    /// The clean end.
    void close();

private:
    void store_if_changed();
    void no_longer_offered(const std::string& id);

    Desk& desk_;
    std::string settings_path_;
    std::string stored_; ///< settings as the file has them
    double seconds_until_look_ = 2.0;
    Recovery recovery_;
    std::vector<Recoverable> left_behind_;
};

} // namespace switchroom::gui
