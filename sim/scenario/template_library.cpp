#include "sim/scenario/template_library.h"

#include "sim/scenario/paths.h"
#include "sim/scenario/read.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace switchroom {

namespace {

namespace fs = std::filesystem;

/// `name = "…"` of the top level, which stands before any table. Reading whole scenarios only to list them
/// would be slow.
std::string title_of(const fs::path& path)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line) && (line.empty() || line.front() != '[');) {
        const std::size_t open = line.find('"');
        if (line.rfind("name", 0) == 0 && open != std::string::npos)
            return line.substr(open + 1, line.find('"', open + 1) - open - 1);
    }
    return "";
}

/// Logs and tables that the scenario names by a path of its own (not `data:`, which is found by folder), each
/// once.
std::set<std::string> data_files(const Scenario& scenario)
{
    std::set<std::string> named;
    const auto note = [&](const std::string& file) {
        if (file.rfind("data:", 0) != 0)
            named.insert(file);
    };
    for (const Contact& contact : scenario.contacts)
        if (contact.arrivals && contact.arrivals->log)
            note(contact.arrivals->log->file);
    for (const Group& group : scenario.groups) {
        if (group.agents && group.agents->log)
            note(group.agents->log->file);
        if (group.agents && group.agents->file)
            note(*group.agents->file);
    }
    return named;
}

/// Byte for byte, compressed or not.
std::string raw_content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What a scenario needs beside it, each file once: includes, data, the scenarios that it is compared with.
struct FileGathering {
    FileGathering(const FileSystem& fs, const std::string& top) : files(fs), folder(folder_of(top)) {}

    void add_scenario(const std::string& path)
    {
        const Result<ScenarioDocument> document = read_scenario(files, path);
        if (!document) {
            errors.insert(errors.end(), document.errors().begin(), document.errors().end());
            return;
        }
        for (const std::string& source : document->files)
            add(source, sources);
        for (const std::string& file : data_files(document->scenario))
            if (files.exists(folder + file))
                add(folder + file, sources);
        for (const Expectation& expectation : document->scenario.expect)
            if (expectation.versus && folder + *expectation.versus != sources.front())
                add(folder + *expectation.versus, compared);
    }

    static void add(const std::string& file, std::vector<std::string>& to)
    {
        if (std::find(to.begin(), to.end(), file) == to.end())
            to.push_back(file);
    }

    const FileSystem& files;
    std::string folder; ///< that of the library: every name is relative to it
    std::vector<std::string> sources;
    std::vector<std::string> compared;
    Diagnostics errors;
};

std::string library_folder()
{
    std::error_code ignored;
    for (const char* folder : {SWITCHROOM_SOURCE_SCENARIOS, SWITCHROOM_INSTALLED_SCENARIOS})
        if (fs::is_directory(folder, ignored))
            return folder;
    return "";
}

} // namespace

std::vector<Template> template_library()
{
    std::vector<Template> library;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(library_folder(), problem))
        if (entry.path().extension() == ".toml")
            library.push_back({entry.path().stem().string(), title_of(entry.path()), entry.path().string()});
    std::sort(library.begin(), library.end(),
              [](const Template& a, const Template& b) { return a.name < b.name; });
    return library;
}

Result<std::vector<TemplateFile>> template_files(const FileSystem& files, const Template& chosen,
                                                 const std::string& path)
{
    FileGathering gathering(files, chosen.path);
    gathering.add_scenario(chosen.path);
    for (std::size_t next = 0; next < gathering.compared.size(); ++next)
        gathering.add_scenario(gathering.compared[next]);
    if (!gathering.errors.empty())
        return gathering.errors;
    std::vector<TemplateFile> wanted;
    for (const std::string& source : gathering.sources) {
        const bool is_top = wanted.empty();
        const std::string beside =
            folder_of(path) + fs::path(source).lexically_relative(folder_of(chosen.path)).generic_string();
        wanted.push_back({is_top ? path : beside, raw_content(source)});
    }
    return wanted;
}

} // namespace switchroom
