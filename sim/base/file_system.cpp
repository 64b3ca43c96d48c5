#include "sim/base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace switchroom {

namespace {

std::string reason()
{
    return std::strerror(errno);
}

struct CloseGz {
    void operator()(gzFile file) const { gzclose(file); }
};

/// Removes the half-written file on every way out but success.
struct TemporaryFile {
    std::string path;
    int descriptor = -1;
    ~TemporaryFile()
    {
        if (descriptor >= 0)
            ::close(descriptor);
        if (!path.empty())
            ::unlink(path.c_str());
    }
};

bool write_all(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<std::string> DiskFileSystem::read(const std::string& path) const
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return error_in(path, "found a folder, expected a file");
    // gzopen reads plain files as they are.
    const std::unique_ptr<gzFile_s, CloseGz> file(gzopen(path.c_str(), "rb"));
    if (!file)
        return error_in(path, "cannot read this file: " + reason());
    gzbuffer(file.get(), 1 << 17);
    std::string content;
    std::string block(1 << 17, '\0');
    for (;;) {
        const int n = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()));
        if (n < 0) {
            int code = 0;
            return error_in(path, std::string("cannot read this file: ") + gzerror(file.get(), &code));
        }
        content.append(block.data(), static_cast<std::size_t>(n));
        if (n < static_cast<int>(block.size()))
            break;
    }
    int code = 0;
    const char* message = gzerror(file.get(), &code);
    if (code != Z_OK && code != Z_STREAM_END)
        return error_in(path, std::string("the compressed file is damaged: ") + message);
    return content;
}

bool DiskFileSystem::exists(const std::string& path) const
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

Diagnostics DiskFileSystem::write_atomically(const std::string& path, std::string_view content)
{
    TemporaryFile temporary{path + ".XXXXXX"};
    temporary.descriptor = ::mkstemp(temporary.path.data());
    if (temporary.descriptor < 0) {
        const std::string why = reason();
        temporary.path.clear();
        return {error_in(path, "cannot write here: " + why)};
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (!write_all(temporary.descriptor, content) || ::fchmod(temporary.descriptor, 0666 & ~mask) != 0 ||
        ::fsync(temporary.descriptor) != 0 || ::rename(temporary.path.c_str(), path.c_str()) != 0)
        return {error_in(path, "cannot write this file: " + reason())};
    temporary.path.clear();
    return {};
}

Result<std::string> MemoryFileSystem::read(const std::string& path) const
{
    const auto found = files.find(path);
    if (found == files.end())
        return error_in(path, "cannot read this file: No such file or directory");
    return found->second;
}

bool MemoryFileSystem::exists(const std::string& path) const
{
    return files.contains(path);
}

Diagnostics MemoryFileSystem::write_atomically(const std::string& path, std::string_view content)
{
    files[path] = std::string(content);
    return {};
}

} // namespace switchroom
