#pragma once
/// The whole program, run as its user would run it, for tests.

#include "cli/verbs.h"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::test {

struct ProgramRun {
    int status = 0;
    std::string out;
    std::string err;
};

/// `arguments` without the program's name.
inline ProgramRun run(const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int status = run_program(arguments, out, err);
    return {status, out.str(), err.str()};
}

inline bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace switchroom::test
