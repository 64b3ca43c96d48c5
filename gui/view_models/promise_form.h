#pragma once
/// "Type a promise": a handful of fields that make a scenario for a promise that has no file yet.

#include "planner/contract/quick_promise.h"
#include "sim/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace switchroom::gui {

/// As a person types it: durations as "3min", a window as "08:00-18:00".
struct PromiseForm {
    std::string sentence = "95% within 30s per month";
    double calls_a_day = 600.0;
    std::string open = "08:00-18:00";
    std::string handle = "3min";
    std::string patience = "4min"; ///< "inf": nobody hangs up
    int agents = 5;
    bool morning_peak = false;

    friend bool operator==(const PromiseForm&, const PromiseForm&) = default;
};

enum class PromiseField { sentence, calls_a_day, open, handle, patience, agents, count };

/// What the form says; where `promise` is empty at least one field has an error.
struct PromiseReading {
    std::optional<QuickPromise> promise;
    std::array<bool, static_cast<std::size_t>(PromiseField::count)> wrong{};
    std::string sentence_error; ///< what was found in the sentence, in the words of parse_promise

    bool is_wrong(PromiseField field) const { return wrong[static_cast<std::size_t>(field)]; }
};

PromiseReading read_form(const PromiseForm& form);

} // namespace switchroom::gui
