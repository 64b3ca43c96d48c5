#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace switchroom {

namespace {

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names)
{
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (std::string_view name : names)
        if (const std::size_t distance = edit_distance(word, name); distance < least) {
            least = distance;
            best = name;
        }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names)
{
    const std::string_view best = nearest(word, names);
    return best.empty() ? std::string() : fmt::format(", did you mean \"{}\"?", best);
}

std::string listed(const std::vector<std::string_view>& names, std::size_t limit)
{
    std::string text;
    const std::size_t shown = std::min(limit, names.size());
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0)
            text += i + 1 == names.size() ? " or " : ", ";
        text += fmt::format("\"{}\"", names[i]);
    }
    return shown < names.size() ? text + " …" : text;
}

} // namespace switchroom
