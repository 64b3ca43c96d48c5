#pragma once
/// The Data screen: a recorded call log, how well it was read, what happened in it, and the same figures
/// beside the scenario's.

#include "gui/view_models/desk.h"
#include "gui/view_models/job.h"
#include "gui/view_models/log_study.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// One KPI, recorded and simulated.
struct LogComparison {
    std::string title;
    std::string help;
    std::string measured;
    std::string simulated;  ///< empty: nothing to compare with
    std::string difference; ///< in words
};

/// What became of the file's rows, for one reason.
struct QualityLine {
    std::string fate; ///< "lost", "repaired" …
    std::string reason;
    std::string rows;
    bool is_loss = false;
};

struct DataPanelState {
    PlotState offered;
    PlotState waits;
};

/// Used by the window's thread alone.
class DataView {
public:
    explicit DataView(Wake wake);

    void update(Desk& desk);
    bool settled() const;

    // The import form.
    std::string path;    ///< as typed or dropped, "data:NAME" in the folder of logs; not yet read
    std::string mapping; ///< path of a mapping file; may be empty
    bool can_read() const { return !path.empty() && !job_.busy(); }
    void read(Desk& desk);
    /// If this file says which column is what, it becomes the mapping, and a log that was named is read
    /// (again) with it. False: it says something else.
    bool take_mapping(Desk& desk, const std::string& file);
    bool reading() const { return job_.busy() && reads_file_; }
    double share_read() const { return job_.share_done(); }
    /// Reads no further: the form again.
    void stop(Desk& desk) { forget(desk); }
    /// Forgets the log: the form again.
    void forget(Desk& desk);

    /// What was read; null or without a log: the form is to be drawn, with study()->problems if there are
    /// any.
    const LogStudy* study() const { return study_ && study_->path == wanted_path_ ? study_.get() : nullptr; }

    // What the screen says of it.
    std::string headline(const Locale& locale) const; ///< "31 315 calls, 1 Jan 1999 to 31 Jan 1999"
    std::vector<QualityLine> quality(const Locale& locale) const;
    std::string silent_days(Language language) const; ///< empty: none
    /// "all calls", then the contacts that were found.
    std::vector<std::string> compared(const Desk& desk) const;
    int compared_with = 0; ///< position in compared()
    std::vector<LogComparison> comparison(const Desk& desk) const;
    PlotSpec offered_plot(const Locale& locale) const;
    PlotSpec waits_plot(const Locale& locale) const;
    DataPanelState panel;

    /// Opens a scenario that replays the log beside it. Precondition: the log has offered calls. Returns why
    /// not; empty: it is open and shown.
    std::string use_log(Desk& desk);
    bool can_use_log() const;

    bool wants_to_browse = false;         ///< for the frame: choose a log
    bool wants_to_browse_mapping = false; ///< for the frame: choose a mapping file
    bool wants_to_see_scenario = false;   ///< for the frame: a scenario was made

private:
    void start_reading(Desk& desk);

    Job<LogStudy> job_;
    std::shared_ptr<const LogStudy> study_;
    std::string wanted_path_;
    std::string wanted_mapping_;
    std::uint32_t wanted_scenario_ = 0;
    std::uint64_t wanted_revision_ = 0;
    bool reads_file_ = false;
};

} // namespace switchroom::gui
