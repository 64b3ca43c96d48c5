#include "gui/view_models/safe_words.h"

namespace switchroom::gui {

namespace {

constexpr std::size_t fewest_digits = 7;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool may_join_digits(char c)
{
    return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' || c == '+';
}

/// Where the run of digits that begins at `at` ends, and how many digits it has.
std::pair<std::size_t, std::size_t> run_of_digits(std::string_view words, std::size_t at)
{
    std::size_t digits = 0;
    std::size_t end = at;
    for (std::size_t i = at; i < words.size() && (is_digit(words[i]) || may_join_digits(words[i])); ++i)
        if (is_digit(words[i])) {
            ++digits;
            end = i + 1;
        }
    return {end, digits};
}

} // namespace

bool holds_telephone_number(std::string_view words)
{
    return without_telephone_numbers(words) != words;
}

std::string without_telephone_numbers(std::string_view words)
{
    std::string safe;
    for (std::size_t i = 0; i < words.size();) {
        if (!is_digit(words[i]) && words[i] != '+') {
            safe += words[i++];
            continue;
        }
        const auto [end, digits] = run_of_digits(words, i);
        if (digits >= fewest_digits) {
            safe += "…";
            i = end;
        } else {
            const std::size_t until = std::max(end, i + 1);
            safe += words.substr(i, until - i);
            i = until;
        }
    }
    return safe;
}

} // namespace switchroom::gui
