#pragma once
/// The machine's files for reading; what is written stays in memory. So a test may press Save anywhere.

#include "sim/base/file_system.h"

#include <map>
#include <mutex>
#include <string>

namespace switchroom::gui::test {

class OverlayFiles final : public FileSystem {
public:
    Result<std::string> read(const std::string& path) const override
    {
        const std::lock_guard lock(mutex_);
        const auto found = written_.find(path);
        return found == written_.end() ? disk_.read(path) : Result<std::string>(found->second);
    }
    bool exists(const std::string& path) const override
    {
        const std::lock_guard lock(mutex_);
        return written_.contains(path) || disk_.exists(path);
    }
    Diagnostics write_atomically(const std::string& path, std::string_view content) override
    {
        const std::lock_guard lock(mutex_);
        written_[path] = content;
        return {};
    }
    /// Path → content of everything that was written.
    std::map<std::string, std::string> written() const
    {
        const std::lock_guard lock(mutex_);
        return written_;
    }

private:
    mutable std::mutex mutex_;
    DiskFileSystem disk_;
    std::map<std::string, std::string> written_;
};

} // namespace switchroom::gui::test
