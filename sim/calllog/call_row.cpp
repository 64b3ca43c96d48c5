#include "sim/calllog/call_row.h"

#include <array>
#include <string_view>

namespace switchroom {

namespace {
constexpr std::array<std::string_view, call_outcome_count> outcome_words = {
    "answered", "abandoned", "voicemail", "callback", "transferred", "blocked", "bot"};
} // namespace

std::string to_text(CallOutcome outcome)
{
    return std::string(outcome_words[static_cast<std::size_t>(outcome)]);
}

std::optional<CallOutcome> call_outcome(std::string_view word)
{
    for (std::size_t i = 0; i < outcome_words.size(); ++i)
        if (outcome_words[i] == word)
            return static_cast<CallOutcome>(i);
    return std::nullopt;
}

std::optional<double> handle_s(const CallRow& row)
{
    if (!row.talk_s && !row.hold_s && !row.wrap_s)
        return std::nullopt;
    return row.talk_s.value_or(0.0) + row.hold_s.value_or(0.0) + row.wrap_s.value_or(0.0);
}

} // namespace switchroom
