#include "gui/view_models/promise_form.h"

#include "planner/contract/promise_sentence.h"
#include "sim/scenario/literals.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

/// Beyond these a year takes minutes to simulate, and nobody means it.
constexpr double most_calls_a_day = 100000.0;
constexpr int most_agents = 10000;

std::optional<Duration> positive(const std::string& text)
{
    const auto value = parse_duration(text);
    return value && value->seconds > 0.0 ? value : std::nullopt;
}

} // namespace

PromiseReading read_form(const PromiseForm& form)
{
    PromiseReading reading;
    const auto note = [&](PromiseField field, bool is_wrong) {
        reading.wrong[static_cast<std::size_t>(field)] = is_wrong;
    };
    const auto clause = parse_promise(form.sentence);
    if (!clause)
        reading.sentence_error = clause.errors().front().message;
    note(PromiseField::sentence, !clause);
    note(PromiseField::calls_a_day, !(form.calls_a_day > 0.0 && form.calls_a_day <= most_calls_a_day));
    const auto open = parse_window(form.open);
    note(PromiseField::open, !open || !(open->start < open->end));
    const auto handle = positive(form.handle);
    note(PromiseField::handle, !handle || !std::isfinite(handle->seconds));
    const auto patience = positive(form.patience);
    note(PromiseField::patience, !patience);
    note(PromiseField::agents, form.agents < 1 || form.agents > most_agents);
    if (std::none_of(reading.wrong.begin(), reading.wrong.end(), [](bool wrong) { return wrong; }))
        reading.promise = QuickPromise{.calls_a_day = form.calls_a_day,
                                       .open = *open,
                                       .handle = *handle,
                                       .patience = *patience,
                                       .agents = static_cast<double>(form.agents),
                                       .morning_peak = form.morning_peak,
                                       .clause = *clause};
    return reading;
}

} // namespace switchroom::gui
