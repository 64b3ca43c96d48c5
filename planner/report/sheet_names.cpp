#include "planner/report/render_xlsx.h"

#include "sim/experiment/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace switchroom::report {

namespace {

constexpr std::size_t longest = 31;

/// The first `count` code points.
std::string shortened(const std::string& text, std::size_t count)
{
    std::string out;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && columns_of(out) == count)
            break;
        out += c;
    }
    return out;
}

std::string allowed(const std::string& title)
{
    std::string name;
    for (const char c : title) {
        const bool forbidden = std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ||
                               static_cast<unsigned char>(c) < 32;
        name += forbidden ? ' ' : c;
    }
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    name = shortened(name, longest);
    name.erase(name.find_last_not_of(' ') + 1);
    return name.empty() ? "table" : name;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

std::vector<std::string> sheet_names(const std::vector<std::string>& titles)
{
    std::set<std::string> taken{"history"}; // Excel keeps this name for itself
    std::vector<std::string> names;
    for (const std::string& title : titles) {
        const std::string wanted = allowed(title);
        std::string name = wanted;
        for (int n = 2; taken.contains(lower(name)); ++n) {
            const std::string number = fmt::format(" {}", n);
            name = shortened(wanted, longest - number.size()) + number;
        }
        taken.insert(lower(name));
        names.push_back(name);
    }
    return names;
}

} // namespace switchroom::report
