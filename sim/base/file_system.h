#pragma once
/// The only door to files: whole-file reads (gzip seen through) and writes that are either complete or
/// absent. An in-memory twin serves tests. Implementations may be called from several threads.

#include "sim/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace switchroom {

class FileSystem {
public:
    virtual ~FileSystem() = default;
    /// The whole file; a gzip stream (by its magic bytes) comes out inflated. Errors name the path as given.
    virtual Result<std::string> read(const std::string& path) const = 0;
    virtual bool exists(const std::string& path) const = 0;
    /// Writes beside `path`, syncs, renames over it: a reader sees the old file or the new one, never half of
    /// one.
    virtual Diagnostics write_atomically(const std::string& path, std::string_view content) = 0;
};

/// The machine's files. Stateless.
class DiskFileSystem final : public FileSystem {
public:
    Result<std::string> read(const std::string& path) const override;
    bool exists(const std::string& path) const override;
    Diagnostics write_atomically(const std::string& path, std::string_view content) override;
};

/// Files that live in a map; for tests. Not synchronised.
class MemoryFileSystem final : public FileSystem {
public:
    std::map<std::string, std::string> files;
    Result<std::string> read(const std::string& path) const override;
    bool exists(const std::string& path) const override;
    Diagnostics write_atomically(const std::string& path, std::string_view content) override;
};

} // namespace switchroom
