#pragma once
/// Files that are nowhere but in a test.

#include "sim/base/file_system.h"

#include <map>
#include <string>

namespace switchroom::gui::test {

class FilesInMemory final : public FileSystem {
public:
    void add(const std::string& path, std::string content) { files_[path] = std::move(content); }

    Result<std::string> read(const std::string& path) const override
    {
        const auto found = files_.find(path);
        return found == files_.end() ? Result<std::string>(error_in(path, "no such file"))
                                     : Result<std::string>(found->second);
    }
    bool exists(const std::string& path) const override { return files_.contains(path); }
    Diagnostics write_atomically(const std::string& path, std::string_view content) override
    {
        files_[path] = content;
        return {};
    }

private:
    std::map<std::string, std::string> files_;
};

} // namespace switchroom::gui::test
