#pragma once
/// The verbs of the command line: one file each, one line in the table of verbs.cpp.

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace switchroom {

/// Exit statuses that scripts may rely on.
enum ExitStatus : int {
    exit_done = 0,
    exit_verdict_negative = 1, ///< check and verify: the answer is no
    exit_input_error = 2,      ///< usage, or a file that cannot be read or is wrong
    exit_internal_error = 3,   ///< one of our own checks failed
};

/// Does its work on the arguments after the verb; documents go to `out`, messages for people to `err`.
/// Returns an ExitStatus.
using VerbFunction = int (*)(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

struct Verb {
    std::string_view name;
    std::string_view arguments; ///< "SCENARIO…"
    std::string_view summary;   ///< one line
    VerbFunction run = nullptr;
};

std::span<const Verb> verbs();

/// The whole program: `arguments` without the program's name. Catches what verbs throw (exit status 3 for
/// broken invariants).
int run_program(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace switchroom
