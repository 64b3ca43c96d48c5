#pragma once
/// The calculator's fields: what a person types, once for all models, and what each model's columns make of
/// it. "Calls an hour" and "handle time" are kept when another model is chosen.

#include "gui/view_models/text.h"
#include "planner/erlang/cases/search.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

enum class ErlangUnit { number, duration, share, law, words };

/// One field of the form. A name is that of a common input ("agents", "within") or of a model's column.
struct ErlangField {
    std::string_view name;
    Text label;
    Text help;
    ErlangUnit unit = ErlangUnit::number;
    std::string_view standard; ///< what stands there at first
};

/// All fields, those that most models share first.
const std::vector<ErlangField>& erlang_fields();

/// The fields that this model asks for, in the order of erlang_fields.
std::vector<const ErlangField*> fields_of(const erlang::CaseModel& model);

/// What stands in the fields, by name.
using ErlangTexts = std::map<std::string, std::string, std::less<>>;
ErlangTexts standard_texts();

/// A number, duration (seconds) or share (0 … 1) as typed; NaN where it is none of them, laws and words.
/// Durations: "3min", "20s"; a bare number is seconds. Shares: "20 %", "0.2".
double value_of(const ErlangField& field, std::string_view typed);
double value_of(std::string_view field, const ErlangTexts& texts);

/// The model's inputs by column. Load columns are calls an hour times handle time. Columns that may stay
/// empty and have no field stay empty.
struct ErlangReading {
    erlang::CaseInputs inputs;
    std::vector<std::string_view> wrong; ///< fields that cannot be read
    bool is_wrong(std::string_view field) const;
};
ErlangReading read_erlang(const erlang::CaseModel& model, const ErlangTexts& texts);

} // namespace switchroom::gui
