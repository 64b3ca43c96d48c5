#pragma once
/// Unsaved work outlives the program: every editor with unsaved changes has a file in the recovery folder,
/// written by a thread of its own at most a second after a change, gone when the work is saved or its
/// scenario closed. What a program that was killed left there is offered at the next start.
///
///     Recovery recovery(state_folder() + "/recovery");
///     for (const Recoverable& left : recovery.recoverable()) offer(left);
///     recovery.update(desk.scenarios);   // every frame; looks only for changes
///     recovery.close();                  // at a clean end
///
/// Files of a program that still runs are not offered: each holds a lock that the system takes away with it.

#include "gui/view_models/scenario_editor.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Work that a program left behind.
struct Recoverable {
    std::string id;             ///< name of its file in the folder
    std::string path;           ///< of the scenario; its folder is where includes are looked for
    std::string suggested_path; ///< where it had no file of its own yet
    std::string title;
    std::string text;
    std::int64_t written_s = 0; ///< seconds since 1970
    bool changed_since = false; ///< its file says something else than when the work began
};

class Recovery {
public:
    /// Makes the folder. An unwritable one is told by problem(); then nothing is kept.
    explicit Recovery(std::string folder,
                      std::chrono::milliseconds between_writes = std::chrono::milliseconds(500));
    ~Recovery(); ///< as close(), but files of unsaved work stay

    Recovery(const Recovery&) = delete;
    Recovery& operator=(const Recovery&) = delete;

    /// What programs that no longer run left, the newest first. Reads the folder.
    std::vector<Recoverable> recoverable() const;
    /// An editor with the unsaved changes; from now on its file is this program's. Errors: somebody else took
    /// it, or it cannot be read.
    Result<std::unique_ptr<ScenarioEditor>> recover(FileSystem& files, const std::string& id);
    void discard(const std::string& id);

    /// Notes what changed; cheap. Editors that are gone, or saved, lose their file.
    void update(const std::vector<std::unique_ptr<ScenarioEditor>>& editors);
    /// Waits until everything noted is on the disk.
    void flush();
    /// The clean end: takes away this program's files.
    void close();
    /// Why nothing can be kept; empty: all is well.
    std::string problem() const;

private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace switchroom::gui
