#include "sim/base/check.h"

#include <string_view>

namespace switchroom {

void fail_check(const char* file, int line, const char* condition, const char* reason)
{
    // Only the part of the path inside the project: messages must not name a machine's folders.
    std::string_view path = file;
    for (std::string_view root : {"sim/", "planner/", "cli/", "gui/", "tests/"})
        if (auto at = path.rfind(root); at != std::string_view::npos && (at == 0 || path[at - 1] == '/')) {
            path.remove_prefix(at);
            break;
        }
    throw BrokenInvariant(std::string(path) + ":" + std::to_string(line) +
                          ": internal check failed: " + condition + " (" + reason + ")");
}

} // namespace switchroom
