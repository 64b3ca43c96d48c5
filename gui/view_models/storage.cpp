#include "gui/view_models/storage.h"

#include "gui/view_models/save_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace switchroom::gui {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int version = 1;
constexpr std::size_t most_recent_files = 10;

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string home()
{
    const std::string named = variable("HOME");
    return named.empty() ? "." : named;
}

/// XDG: a variable that holds an absolute path, or a folder below the home.
std::string folder(const char* name, const char* below_home)
{
    const std::string named = variable(name);
    return (named.starts_with('/') ? named : home() + below_home) + "/switchroom";
}

/// Takes a value where it is of the right kind and in range.
template <class T>
void take(const Json& from, const char* key, T& into)
{
    const auto found = from.find(key);
    if (found == from.end())
        return;
    if constexpr (std::is_same_v<T, bool>) {
        if (found->is_boolean())
            into = found->template get<bool>();
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (found->is_string())
            into = found->template get<std::string>();
    } else {
        if (found->is_number())
            into = found->template get<T>();
    }
}

void take_in_range(const Json& from, const char* key, int& into, int least, int most)
{
    double value = into;
    take(from, key, value);
    if (value >= least && value <= most)
        into = static_cast<int>(value);
}

std::string text_of(const Json& from, const char* key)
{
    std::string text;
    take(from, key, text);
    return text;
}

} // namespace

std::string config_folder()
{
    return folder("XDG_CONFIG_HOME", "/.config");
}

std::string state_folder()
{
    return folder("XDG_STATE_HOME", "/.local/state");
}

std::string documents_folder()
{
    std::string config = variable("XDG_CONFIG_HOME");
    if (!config.starts_with('/'))
        config = home() + "/.config";
    std::ifstream named(config + "/user-dirs.dirs"); // XDG_DOCUMENTS_DIR="$HOME/Documents"
    std::string found = home() + "/Documents";
    for (std::string line; std::getline(named, line);) {
        const std::string_view key = "XDG_DOCUMENTS_DIR=\"";
        const std::size_t end = line.rfind('"');
        if (!line.starts_with(key) || end < key.size())
            continue;
        std::string path = line.substr(key.size(), end - key.size());
        if (path.starts_with("$HOME"))
            path = home() + path.substr(5);
        found = path;
    }
    std::error_code ignored;
    return fs::is_directory(found, ignored) ? found : home();
}

std::string settings_text(const Settings& settings)
{
    Json json;
    json["version"] = version;
    json["language"] = code_of(settings.language);
    json["theme"] = settings.theme == Theme::dark ? "dark" : "light";
    json["text_size"] = settings.text_size;
    json["recent_files"] = settings.recent_files;
    json["last_screen"] = settings.last_screen;
    json["width"] = settings.width;
    json["height"] = settings.height;
    json["welcome_seen"] = settings.welcome_seen;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Settings settings_from(std::string_view text)
{
    Settings settings;
    const Json json = Json::parse(text, nullptr, false);
    int said = 0;
    if (json.is_object())
        take(json, "version", said);
    if (said != version)
        return settings;
    if (const auto language = language_of(text_of(json, "language")))
        settings.language = *language;
    if (text_of(json, "theme") == "dark")
        settings.theme = Theme::dark;
    double text_size = settings.text_size;
    take(json, "text_size", text_size);
    if (std::isfinite(text_size))
        settings.text_size = std::clamp(text_size, 0.8, 2.0);
    if (const auto files = json.find("recent_files"); files != json.end() && files->is_array())
        for (const Json& file : *files)
            if (file.is_string() && settings.recent_files.size() < most_recent_files)
                settings.recent_files.push_back(file.get<std::string>());
    take(json, "last_screen", settings.last_screen);
    take_in_range(json, "width", settings.width, 200, 20000);
    take_in_range(json, "height", settings.height, 200, 20000);
    take(json, "welcome_seen", settings.welcome_seen);
    return settings;
}

Settings load_settings(const FileSystem& files, const std::string& path)
{
    const auto text = files.read(path);
    return text ? settings_from(*text) : Settings{};
}

Diagnostics store_settings(FileSystem& files, const std::string& path, const Settings& settings)
{
    std::error_code ignored; // what cannot be made is told by the write
    if (const fs::path parent = fs::path(path).parent_path(); !parent.empty())
        fs::create_directories(parent, ignored);
    return files.write_atomically(path, settings_text(settings));
}

void note_recent_file(Settings& settings, const std::string& path)
{
    if (path.empty() || is_in_library(path))
        return;
    std::error_code problem;
    const fs::path absolute = fs::absolute(path, problem);
    const std::string name = problem ? path : absolute.lexically_normal().string();
    auto& files = settings.recent_files;
    files.erase(std::remove(files.begin(), files.end(), name), files.end());
    files.insert(files.begin(), name);
    if (files.size() > most_recent_files)
        files.resize(most_recent_files);
}

} // namespace switchroom::gui
