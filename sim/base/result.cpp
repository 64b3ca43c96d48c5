#include "sim/base/result.h"

#include <algorithm>

namespace switchroom {

std::string to_text(const Diagnostic& diagnostic)
{
    std::string text;
    if (!diagnostic.where.file.empty())
        text += diagnostic.where.file + ":";
    if (diagnostic.where.line > 0)
        text += std::to_string(diagnostic.where.line) + ":";
    if (diagnostic.where.line > 0 && diagnostic.where.column > 0)
        text += std::to_string(diagnostic.where.column) + ":";
    if (!text.empty())
        text += " ";
    constexpr const char* words[] = {"error", "warning", "note"};
    return text + words[static_cast<int>(diagnostic.severity)] + ": " + diagnostic.message;
}

bool has_errors(const Diagnostics& diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

Diagnostic error_in(std::string file, std::string message)
{
    return {Severity::error, {std::move(file), 0, 0}, std::move(message)};
}

} // namespace switchroom
