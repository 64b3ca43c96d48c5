#pragma once
/// The real logs, where this machine has them.

#include "sim/calllog/import.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace switchroom {

/// The log, or nothing and a loud word that the test was passed over. A log that is there but cannot be read
/// fails the test.
inline std::optional<CallLog> real_log(const std::string& name, ImportOptions options = {})
{
    const char* folder = std::getenv("SWITCHROOM_DATA_DIR");
    const std::string path = std::string(folder ? folder : SWITCHROOM_DATA_DIR) + "/" + name;
    const DiskFileSystem files;
    if (!files.exists(path)) {
        MESSAGE("SKIPPED: the real log " << name << " is not on this machine (SWITCHROOM_DATA_DIR)");
        return std::nullopt;
    }
    auto log = read_call_log(files, path, options);
    for (const Diagnostic& error : log.errors())
        FAIL_CHECK(to_text(error));
    REQUIRE(log.ok());
    return std::move(*log);
}

inline std::optional<CallLog> january()
{
    return real_log("anonbank/1999-01_january.txt.gz");
}

inline std::optional<CallLog> february()
{
    return real_log("anonbank/1999-02_february.txt.gz");
}

} // namespace switchroom
