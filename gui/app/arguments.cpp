#include "gui/app/arguments.h"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace switchroom::gui {

const std::string_view help_text = R"(Usage: switchroom-gui [SCENARIO…] [OPTIONS]

Opens the window. With a scenario file it shows what callers get from this reception; with several it
compares them; a call log opens on the Data screen. Without a file it offers receptions to start from.

  --screen NAME        overview, scenario, day, live, compare, promise, sensitivity, erlang, data or report
  --screenshot FILE    draws that screen with finished results into a PNG file and ends; needs no display
  --size WxH           of the window or the picture, in pixels (1280x800)
  --scale N            pixels of a point, 0.5 to 4 (the monitor's; 1 for pictures)
  --theme NAME         light or dark
  --language NAME      en or fr
  --help, --version

Examples
  switchroom-gui
  switchroom-gui my.toml
  switchroom-gui voicemail-only.toml daytime-overflow.toml --screen compare
  switchroom-gui my.toml --screen day --screenshot day.png --size 1920x1080 --theme dark
)";

namespace {

namespace po = boost::program_options;

std::optional<int> whole(std::string_view words)
{
    int number = 0;
    const auto [end, problem] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (problem != std::errc() || end != words.data() + words.size())
        return std::nullopt;
    return number;
}

void read_size(const std::string& words, Arguments& into, Diagnostics& errors)
{
    const std::size_t cross = words.find('x');
    const auto width = whole(words.substr(0, cross));
    const auto height = cross == std::string::npos ? std::nullopt : whole(words.substr(cross + 1));
    if (width && height && *width >= 320 && *width <= 8192 && *height >= 240 && *height <= 8192) {
        into.width = width;
        into.height = height;
    } else
        errors.push_back(
            error_in("", fmt::format("option --size is \"{}\", but must be WIDTHxHEIGHT in pixels, "
                                     "320x240 to 8192x8192, such as 1280x800",
                                     words)));
}

void read_looks(const po::variables_map& given, Arguments& into, Diagnostics& errors)
{
    const auto words = [&](const char* name) { return given[name].as<std::string>(); };
    if (given.count("theme")) {
        if (words("theme") == "light" || words("theme") == "dark")
            into.theme = words("theme") == "dark" ? Theme::dark : Theme::light;
        else
            errors.push_back(error_in(
                "", fmt::format("option --theme is \"{}\", but must be light or dark", words("theme"))));
    }
    if (given.count("language")) {
        into.language = language_of(words("language"));
        if (!into.language)
            errors.push_back(error_in(
                "", fmt::format("option --language is \"{}\", but must be en or fr", words("language"))));
    }
    if (given.count("scale")) {
        char* end = nullptr;
        const std::string scale = words("scale");
        const double value = std::strtod(scale.c_str(), &end);
        if (!scale.empty() && *end == '\0' && value >= 0.5 && value <= 4.0)
            into.scale = value;
        else
            errors.push_back(error_in(
                "", fmt::format("option --scale is \"{}\", but must be a number from 0.5 to 4", scale)));
    }
}

} // namespace

Result<Arguments> read_arguments(std::span<const std::string> arguments)
{
    po::options_description known;
    auto add = known.add_options();
    for (const char* name : {"screen", "screenshot", "size", "scale", "theme", "language"})
        add(name, po::value<std::string>());
    add("file", po::value<std::vector<std::string>>());
    add("help", "");
    add("version", "");
    po::positional_options_description files;
    files.add("file", -1);
    po::variables_map given;
    try {
        const std::vector<std::string> words(arguments.begin(), arguments.end());
        po::store(po::command_line_parser(words).options(known).positional(files).run(), given);
    } catch (const po::error& problem) {
        return error_in("", std::string(problem.what()) + " (switchroom-gui --help lists the options)");
    }
    Arguments read;
    Diagnostics errors;
    read.help = given.count("help") > 0;
    read.version = given.count("version") > 0;
    if (given.count("file"))
        read.files = given["file"].as<std::vector<std::string>>();
    if (given.count("screenshot"))
        read.screenshot = given["screenshot"].as<std::string>();
    if (given.count("screen")) {
        const std::string name = given["screen"].as<std::string>();
        read.screen = screen_of(name);
        if (!read.screen)
            errors.push_back(
                error_in("", fmt::format("option --screen is \"{}\", but must be overview, scenario, "
                                         "day, live, compare, promise, sensitivity, erlang, data or "
                                         "report",
                                         name)));
    }
    if (given.count("size"))
        read_size(given["size"].as<std::string>(), read, errors);
    read_looks(given, read, errors);
    if (!errors.empty())
        return errors;
    return read;
}

} // namespace switchroom::gui
