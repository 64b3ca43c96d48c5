#include "cli/terminal_progress.h"

#include <fmt/format.h>

#include <csignal>
#include <ostream>

#include <unistd.h>

namespace switchroom {

namespace {

volatile std::sig_atomic_t interrupts = 0;

void note_interrupt(int)
{
    interrupts = interrupts + 1;
    if (interrupts > 1)
        _exit(130); // the second time in a row means it
}

std::string remaining_text(double seconds_left)
{
    if (seconds_left < 90.0)
        return fmt::format("{:.0f} s left", seconds_left);
    return fmt::format("{:.0f} min left", seconds_left / 60.0);
}

} // namespace

InterruptGuard::InterruptGuard()
{
    interrupts = 0;
    std::signal(SIGINT, note_interrupt);
}

InterruptGuard::~InterruptGuard()
{
    std::signal(SIGINT, SIG_DFL);
}

bool InterruptGuard::interrupted()
{
    return interrupts > 0;
}

TerminalProgress::TerminalProgress(std::ostream& err, std::string what, bool visible)
    : err_(err), what_(std::move(what)), visible_(visible)
{
}

TerminalProgress::~TerminalProgress()
{
    if (line_open_)
        err_ << "\r\033[K" << std::flush;
}

void TerminalProgress::advance(std::int64_t done, std::int64_t total)
{
    const auto now = Clock::now();
    if (!visible_ || now - shown_ < std::chrono::milliseconds(200))
        return;
    shown_ = now;
    line_open_ = true;
    const double rate = static_cast<double>(done) / std::chrono::duration<double>(now - began_).count();
    const std::string of = total > 0 ? fmt::format(" of {}", total) : "";
    const std::string left = total > 0 ? ", " + remaining_text(static_cast<double>(total - done) / rate) : "";
    err_ << fmt::format("\r{}: {}{} runs, {:.0f} a second{}\033[K", what_, done, of, rate, left)
         << std::flush;
}

bool stderr_is_terminal()
{
    return isatty(STDERR_FILENO) != 0;
}

} // namespace switchroom
