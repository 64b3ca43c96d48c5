#include "gui/widgets/wishes.h"

#include <cctype>
#include <filesystem>
#include <string_view>
#include <utility>

namespace switchroom::gui {

namespace {

/// The letter without its accent of a sign of U+00C0 … U+00FF, by its second byte in UTF-8.
char plain_letter(unsigned char second)
{
    constexpr std::string_view letters = "aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy";
    return letters[second & 0x3FU];
}

} // namespace

std::string file_stem(std::string_view words)
{
    std::string stem;
    for (std::size_t i = 0; i < words.size() && stem.size() < 60; ++i) {
        const auto byte = static_cast<unsigned char>(words[i]);
        char sign = '-';
        if (byte < 0x80 && std::isalnum(byte))
            sign = static_cast<char>(std::tolower(byte));
        else if (byte == 0xC3 && i + 1 < words.size())
            sign = plain_letter(static_cast<unsigned char>(words[++i]));
        if (sign != '-' || (!stem.empty() && stem.back() != '-'))
            stem += sign;
    }
    while (stem.ends_with('-'))
        stem.pop_back();
    return stem.empty() ? "plot" : stem;
}

std::string free_path(const FileSystem& files, const std::string& home, const std::string& name)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path downloads = fs::path(home) / "Downloads";
    const fs::path folder = !home.empty() && fs::is_directory(downloads, ignored) ? downloads : fs::path();
    const fs::path file(name);
    fs::path path = folder / file;
    for (int number = 2; files.exists(path.string()); ++number)
        path = folder / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
    return path.string();
}

} // namespace switchroom::gui
