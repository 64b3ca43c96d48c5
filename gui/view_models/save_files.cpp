#include "gui/view_models/save_files.h"

#include "sim/scenario/paths.h"
#include "sim/scenario/template_library.h"

#include <filesystem>
#include <set>
#include <system_error>

namespace switchroom::gui {

namespace {

namespace fs = std::filesystem;

/// Other files as they are, and one that says something of its own.
class WithText final : public FileSystem {
public:
    WithText(const FileSystem& files, const TextInFile& own) : files_(files), own_(own) {}

    Result<std::string> read(const std::string& path) const override
    {
        return path == own_.path ? Result<std::string>(own_.text) : files_.read(path);
    }
    bool exists(const std::string& path) const override { return path == own_.path || files_.exists(path); }
    Diagnostics write_atomically(const std::string&, std::string_view) override { return {}; }

private:
    const FileSystem& files_;
    const TextInFile& own_;
};

/// The same folder, however it is written.
bool is_same_folder(const std::string& a, const std::string& b)
{
    std::error_code ignored;
    const auto folder = [&](const std::string& file) {
        const fs::path named = folder_of(file).empty() ? fs::path(".") : fs::path(folder_of(file));
        return fs::weakly_canonical(named, ignored);
    };
    return folder(a) == folder(b);
}

void make_folder_of(const std::string& path)
{
    std::error_code ignored; // what cannot be made is told by the write that follows
    if (const std::string folder = folder_of(path); !folder.empty())
        fs::create_directories(folder, ignored);
}

} // namespace

bool is_in_library(const std::string& path)
{
    static const std::set<std::string> library = [] {
        std::set<std::string> paths;
        std::error_code ignored;
        for (const Template& one : template_library())
            paths.insert(fs::weakly_canonical(one.path, ignored).string());
        return paths;
    }();
    std::error_code ignored;
    return library.contains(fs::weakly_canonical(path, ignored).string());
}

Diagnostics save_with_companions(FileSystem& files, const TextInFile& scenario, const std::string& path,
                                 Replace replace)
{
    const auto there = files.exists(path) ? files.read(path) : Result<std::string>(scenario.text);
    if (replace == Replace::no && (!there || *there != scenario.text))
        return {error_in(path, "there is another file of this name already")};
    std::vector<TemplateFile> companions;
    if (!is_same_folder(scenario.path, path)) {
        const WithText with_text(files, scenario);
        auto wanted = template_files(with_text, {"", "", scenario.path}, path);
        if (wanted)
            companions = *std::move(wanted);
        if (!companions.empty())
            companions.erase(companions.begin()); // the scenario itself
    }
    Diagnostics conflicts;
    std::erase_if(companions, [&](const TemplateFile& file) {
        if (!files.exists(file.path))
            return false;
        std::error_code ignored;
        const auto content = files.read(file.path);
        if (!content || *content != file.content)
            conflicts.push_back(error_in(
                file.path,
                "the scenario needs a file of this name, and another one is there: choose another folder"));
        return true;
    });
    if (!conflicts.empty())
        return conflicts;
    for (const TemplateFile& file : companions) {
        make_folder_of(file.path);
        if (Diagnostics problems = files.write_atomically(file.path, file.content); !problems.empty())
            return problems;
    }
    make_folder_of(path);
    return files.write_atomically(path, scenario.text);
}

Result<std::unique_ptr<ScenarioEditor>> open_scenario(FileSystem& files, const std::string& path)
{
    auto text = files.read(path);
    if (!text)
        return text.errors();
    return std::make_unique<ScenarioEditor>(files, *std::move(text), path);
}

Result<std::unique_ptr<ScenarioEditor>> new_from_library(FileSystem& files, const std::string& library_path,
                                                         const std::string& folder)
{
    auto text = files.read(library_path);
    if (!text)
        return text.errors();
    std::string suggested = folder + "/My practice.toml";
    for (int number = 2; files.exists(suggested); ++number)
        suggested = folder + "/My practice " + std::to_string(number) + ".toml";
    const std::string saved = *text;
    return std::make_unique<ScenarioEditor>(files, *std::move(text),
                                            EditorOrigin{library_path, saved, std::move(suggested)});
}

} // namespace switchroom::gui
