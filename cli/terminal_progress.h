#pragma once
/// Progress of long work on a terminal, and Ctrl-C as a request to stop.

#include "sim/base/progress.h"

#include <chrono>
#include <iosfwd>
#include <string>

namespace switchroom {

/// While one lives, Ctrl-C (SIGINT) asks the work to stop at its next safe point; a second Ctrl-C ends the
/// program at once. One at a time.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    static bool interrupted();
};

/// One line that is rewritten: how far, how fast, how long still. Shows nothing if not `visible`, stops on
/// Ctrl-C either way.
class TerminalProgress final : public Progress {
public:
    TerminalProgress(std::ostream& err, std::string what, bool visible);
    ~TerminalProgress() override; ///< wipes the line
    void advance(std::int64_t done, std::int64_t total) override;
    bool stop_requested() const override { return InterruptGuard::interrupted(); }

private:
    using Clock = std::chrono::steady_clock;
    std::ostream& err_;
    std::string what_;
    bool visible_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_ = Clock::now();
    bool line_open_ = false;
};

/// True if standard error is a terminal.
bool stderr_is_terminal();

} // namespace switchroom
