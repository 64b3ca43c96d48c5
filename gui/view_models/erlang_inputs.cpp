#include "gui/view_models/erlang_inputs.h"

#include "planner/erlang/cases/common_names.h"
#include "sim/scenario/literals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace switchroom::gui {

namespace {

using erlang::CaseInput;
using erlang::CaseModel;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Columns whose field has another name, beside those of common_inputs.
struct OtherName {
    std::string_view column, field;
};
constexpr OtherName other_names[] = {
    {"arrival_rate_per_s", "arrivals"},
    {"arrival_rate_per_hour", "arrivals"},
    {"awt1_s", "within"},
    {"awt2_s", "within"},
};

/// Columns that the window fills in by itself: one hour of the transient model.
struct Fixed {
    std::string_view column, value;
};
constexpr Fixed fixed_columns[] = {{"profile", "hour"}, {"start_s", "0"}, {"end_s", "3600"}};

const ErlangField* find_field(std::string_view name)
{
    for (const ErlangField& field : erlang_fields())
        if (field.name == name)
            return &field;
    return nullptr;
}

std::string_view fixed_value(std::string_view column)
{
    for (const Fixed& fixed : fixed_columns)
        if (fixed.column == column)
            return fixed.value;
    return {};
}

/// The field behind a column that is no load; null: it has none.
const ErlangField* field_of(const CaseModel& model, const CaseInput& input)
{
    if (input.column == "service_dist_s" && !input.required && erlang::takes(model, "aht_s"))
        return nullptr; // the mean says enough for these approximations
    for (const OtherName& other : other_names)
        if (other.column == input.column)
            return find_field(other.field);
    if (const erlang::CommonInput* common = erlang::common_input_of(input.column))
        return find_field(common->name);
    return find_field(input.column);
}

std::optional<double> plain_number(std::string_view text)
{
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || std::isnan(value))
        return std::nullopt;
    return value;
}

/// Without spaces, and with a point where French writes a comma.
std::string tidy(std::string_view typed, bool decimal_comma)
{
    std::string text;
    for (const char c : typed)
        if (c != ' ')
            text += c == ',' && decimal_comma ? '.' : c;
    return text;
}

} // namespace

const std::vector<ErlangField>& erlang_fields()
{
    using enum ErlangUnit;
    static const std::vector<ErlangField> fields{
        {"arrivals", Text::erlang_arrivals, Text::erlang_arrivals_help, number, "100"},
        {"handle", Text::erlang_handle, Text::erlang_handle_help, duration, "3min"},
        {"patience", Text::erlang_patience, Text::erlang_patience_help, duration, "2min"},
        {"agents", Text::erlang_agents, Text::erlang_agents_help, number, "6"},
        {"within", Text::erlang_within, Text::erlang_within_help, duration, "20s"},
        {"short-abandon", Text::erlang_short, Text::erlang_short_help, duration, "5s"},
        {"capacity", Text::erlang_capacity, Text::erlang_capacity_help, number, "12"},
        {"sources", Text::erlang_sources, Text::erlang_sources_help, number, "60"},
        {"busyness-cv", Text::erlang_busyness, Text::erlang_busyness_help, share, "20%"},
        {"interval_s", Text::erlang_interval, Text::erlang_interval_help, duration, "30min"},
        {"service_scv", Text::erlang_scv, Text::erlang_scv_help, number, "1"},
        {"service_dist_s", Text::erlang_service_law, Text::erlang_law_help, law, "lognormal:180:150"},
        {"patience_dist_s", Text::erlang_patience_law, Text::erlang_law_help, law, "lognormal:120:180"},
        {"load_per_idle_source_erlang", Text::erlang_idle_load, Text::erlang_idle_load_help, number, "0.1"},
        {"load1_erlang", Text::erlang_load1, Text::erlang_load_help, number, "2"},
        {"load2_erlang", Text::erlang_load2, Text::erlang_load_help, number, "3"},
        {"waiting_places", Text::erlang_places, Text::erlang_places_help, number, "6"},
        {"mean_redial_delay_s", Text::erlang_redial_delay, Text::erlang_redial_delay_help, duration, "5min"},
        {"p_redial_after_block", Text::erlang_redial_block, Text::erlang_redial_help, share, "60%"},
        {"p_redial_after_abandon", Text::erlang_redial_abandon, Text::erlang_redial_help, share, "60%"},
        {"n_primary1", Text::erlang_primary1, Text::erlang_lines_help, number, "2"},
        {"n_primary2", Text::erlang_primary2, Text::erlang_lines_help, number, "3"},
        {"n_shared_overflow", Text::erlang_shared, Text::erlang_lines_help, number, "2"},
        {"model", Text::erlang_inverse_model, Text::erlang_inverse_model_help, words, "erlang_a"},
        {"constraints", Text::erlang_constraints, Text::erlang_constraints_help, words,
         "sl_answered_over_offered >= 0.8"},
    };
    return fields;
}

std::vector<const ErlangField*> fields_of(const CaseModel& model)
{
    std::vector<std::string_view> names;
    for (const CaseInput& input : model.inputs) {
        if (erlang::is_load_column(input.column)) {
            names.emplace_back("arrivals");
            names.emplace_back("handle");
        } else if (const ErlangField* field = field_of(model, input)) {
            names.push_back(field->name);
        }
    }
    std::vector<const ErlangField*> fields;
    for (const ErlangField& field : erlang_fields())
        if (std::find(names.begin(), names.end(), field.name) != names.end())
            fields.push_back(&field);
    return fields;
}

ErlangTexts standard_texts()
{
    ErlangTexts texts;
    for (const ErlangField& field : erlang_fields())
        texts.emplace(field.name, field.standard);
    return texts;
}

double value_of(const ErlangField& field, std::string_view typed)
{
    if (field.unit == ErlangUnit::law || field.unit == ErlangUnit::words)
        return nan;
    const std::string text = tidy(typed, true);
    if (field.unit == ErlangUnit::duration)
        if (const auto duration = parse_duration(text))
            return duration->seconds;
    if (field.unit == ErlangUnit::share)
        if (const auto share = parse_percentage(text))
            return *share;
    const auto number = plain_number(text);
    return number && *number >= 0.0 ? *number : nan;
}

double value_of(std::string_view field, const ErlangTexts& texts)
{
    const ErlangField* found = find_field(field);
    const auto typed = texts.find(field);
    return found == nullptr || typed == texts.end() ? nan : value_of(*found, typed->second);
}

bool ErlangReading::is_wrong(std::string_view field) const
{
    return std::find(wrong.begin(), wrong.end(), field) != wrong.end();
}

ErlangReading read_erlang(const CaseModel& model, const ErlangTexts& texts)
{
    ErlangReading reading;
    for (const ErlangField* field : fields_of(model)) {
        const bool is_text = field->unit == ErlangUnit::law || field->unit == ErlangUnit::words;
        const auto typed = texts.find(field->name);
        if (typed == texts.end() || (!is_text && std::isnan(value_of(*field, typed->second))))
            reading.wrong.push_back(field->name);
    }
    const double rate_per_s = value_of("arrivals", texts) / 3600.0;
    for (const CaseInput& input : model.inputs) {
        const std::string column(input.column);
        if (const std::string_view fixed = fixed_value(column); !fixed.empty()) {
            reading.inputs[column] = fixed;
        } else if (erlang::is_load_column(column)) {
            reading.inputs[column] = erlang::number_text(rate_per_s * value_of("handle", texts));
        } else if (column == "arrival_rate_per_s") {
            reading.inputs[column] = erlang::number_text(rate_per_s);
        } else if (const ErlangField* field = field_of(model, input)) {
            const std::string& typed = texts.find(field->name)->second;
            const bool is_text = field->unit == ErlangUnit::law || field->unit == ErlangUnit::words;
            reading.inputs[column] = is_text ? typed : erlang::number_text(value_of(*field, typed));
        }
    }
    return reading;
}

} // namespace switchroom::gui
