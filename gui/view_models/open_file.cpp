#include "gui/view_models/open_file.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>

namespace switchroom::gui {

namespace {

std::optional<std::string> opener()
{
    const char* folders = std::getenv("PATH");
    std::istringstream list(folders ? folders : "");
    for (std::string folder; std::getline(list, folder, ':');)
        if (const std::string program = folder + "/xdg-open"; ::access(program.c_str(), X_OK) == 0)
            return program;
    return std::nullopt;
}

/// In the child of a program with threads: only what may be called there (signal-safety(7)).
[[noreturn]] void become(const char* program, char* const* arguments)
{
    ::setsid();
    if (::fork() != 0) // the grandchild belongs to nobody who would have to wait for it
        ::_exit(0);
    if (const int nowhere = ::open("/dev/null", O_RDWR); nowhere >= 0)
        for (const int stream : {0, 1, 2})
            ::dup2(nowhere, stream);
    ::execv(program, arguments);
    ::_exit(127);
}

} // namespace

bool can_open_files()
{
    return opener().has_value();
}

bool open_file(const std::string& path)
{
    std::optional<std::string> program = opener();
    if (!program)
        return false;
    std::error_code failure;
    std::string file = std::filesystem::absolute(path, failure).string(); // never begins like an option
    if (failure)
        return false;
    char* const arguments[] = {program->data(), file.data(), nullptr};
    const pid_t child = ::fork();
    if (child == 0)
        become(program->c_str(), arguments);
    if (child < 0)
        return false;
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace switchroom::gui
