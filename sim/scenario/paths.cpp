#include "sim/scenario/paths.h"

#include <cstdlib>
#include <filesystem>

namespace switchroom {

namespace {

#ifndef SWITCHROOM_DEFAULT_DATA_DIR
#define SWITCHROOM_DEFAULT_DATA_DIR "../shared/data"
#endif

std::string data_folder(const DataFolders& folders)
{
    if (!folders.data_dir.empty())
        return folders.data_dir;
    if (const char* named = std::getenv("SWITCHROOM_DATA_DIR"); named && *named)
        return named;
    return SWITCHROOM_DEFAULT_DATA_DIR;
}

} // namespace

std::string normal_path(std::string_view path)
{
    return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string folder_of(std::string_view file)
{
    const auto slash = file.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(file.substr(0, slash + 1));
}

bool is_inside_folder_of(std::string_view path, std::string_view top_file)
{
    const auto folder = std::filesystem::path(normal_path(folder_of(top_file)));
    const auto relative =
        std::filesystem::path(normal_path(path)).lexically_relative(folder.empty() ? "." : folder);
    return !relative.empty() && relative.is_relative() && *relative.begin() != "..";
}

Result<std::string> resolve_file(const ScenarioDocument& document, std::string_view path,
                                 const std::string& written, const DataFolders& folders)
{
    constexpr std::string_view data = "data:";
    if (written.starts_with(data))
        return normal_path(data_folder(folders) + "/" + written.substr(data.size()));
    const SourceLocation where = document.sources.find(path);
    const std::string named_in = where.file.empty() ? document.file : where.file;
    const std::string file = written.starts_with('/') ? written : normal_path(folder_of(named_in) + written);
    if (!folders.allow_outside && !is_inside_folder_of(file, document.file))
        return Diagnostic{Severity::error, where,
                          "found \"" + written +
                              "\", expected a file in the scenario's own folder, or --allow-outside"};
    return file;
}

} // namespace switchroom
