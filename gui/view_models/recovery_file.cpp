#include "gui/view_models/recovery_file.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace switchroom::gui {

namespace {

constexpr std::string_view first_line = "switchroom unsaved work 1\n";

/// On one line whatever it holds.
std::string one_line(std::string_view text)
{
    std::string line;
    for (const char c : text)
        if (c == '\n' || c == '\r' || c == '%')
            line += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            line += c;
    return line;
}

std::string from_one_line(std::string_view line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        int code = 0;
        if (line[i] == '%' && i + 2 < line.size() &&
            std::from_chars(line.data() + i + 1, line.data() + i + 3, code, 16).ec == std::errc()) {
            text += static_cast<char>(code);
            i += 2;
        } else {
            text += line[i];
        }
    }
    return text;
}

template <class T>
std::optional<T> number(const std::map<std::string, std::string, std::less<>>& head, std::string_view key,
                        int base = 10)
{
    const auto found = head.find(key);
    T value{};
    if (found == head.end())
        return std::nullopt;
    const char* end = found->second.data() + found->second.size();
    const auto [stop, error] = std::from_chars(found->second.data(), end, value, base);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace

std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

std::string to_text(const RecoveryFile& file)
{
    return fmt::format("{}path: {}\nsuggested: {}\ntitle: {}\nsaved: {:016x}\nwritten: {}\nbytes: {}\n"
                       "hash: {:016x}\n\n{}",
                       first_line, one_line(file.path), one_line(file.suggested_path), one_line(file.title),
                       file.saved_hash, file.written_s, file.text.size(), hash_of(file.text), file.text);
}

std::optional<RecoveryFile> recovery_file_from(std::string_view text)
{
    if (!text.starts_with(first_line))
        return std::nullopt;
    text.remove_prefix(first_line.size());
    std::map<std::string, std::string, std::less<>> head;
    for (;;) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line.empty())
            break;
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos)
            return std::nullopt;
        head[std::string(line.substr(0, colon))] = from_one_line(line.substr(colon + 2));
    }
    const auto bytes = number<std::size_t>(head, "bytes");
    const auto hash = number<std::uint64_t>(head, "hash", 16);
    if (bytes != text.size() || hash != hash_of(text))
        return std::nullopt;
    return RecoveryFile{head["path"],
                        head["suggested"],
                        head["title"],
                        number<std::uint64_t>(head, "saved", 16).value_or(0),
                        number<std::int64_t>(head, "written").value_or(0),
                        std::string(text)};
}

} // namespace switchroom::gui
