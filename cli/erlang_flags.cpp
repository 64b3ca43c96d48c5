#include "cli/erlang_flags.h"

#include "planner/erlang/busyness.h"
#include "planner/erlang/cases/common_names.h"
#include "sim/scenario/literals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace switchroom {

namespace {

using erlang::CaseModel;

using erlang::CommonInput;
using Unit = erlang::InputUnit;

struct TargetFlag {
    std::string_view name;
    std::string_view measure; // standard name
    bool at_least;
    Unit unit;
};

constexpr TargetFlag target_flags[] = {
    {"target-service-level", "service_level", true, Unit::number},
    {"target-asa", "asa_s", false, Unit::duration},
    {"target-abandonment", "probability_abandon", false, Unit::number},
    {"target-occupancy", "occupancy", false, Unit::number},
    {"target-blocking", "probability_block", false, Unit::number},
    {"target-wait", "probability_wait", false, Unit::number},
};

std::optional<double> parse_number(std::string_view text)
{
    if (const auto share = parse_percentage(text))
        return share;
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || std::isnan(value))
        return std::nullopt;
    return value;
}

std::optional<double> parse_value(std::string_view text, Unit unit)
{
    if (unit == Unit::rate)
        return parse_rate_per_s(text);
    if (unit == Unit::number)
        return parse_number(text);
    const auto duration = parse_duration(text);
    return duration ? std::optional(duration->seconds) : std::nullopt;
}

std::string_view example(Unit unit)
{
    if (unit == Unit::rate)
        return "a rate such as 100/h";
    return unit == Unit::number ? "a number" : "a duration such as 20s or 3min";
}

/// The flag's value; an error if it is given and not what it should be.
std::optional<double> value_of(const Options& options, std::string_view flag, Unit unit, Diagnostics& errors)
{
    const auto text = options.value(flag);
    if (!text)
        return std::nullopt;
    const auto value = parse_value(*text, unit);
    if (!value)
        errors.push_back(error_in({}, fmt::format("--{} takes {}, not \"{}\"", flag, example(unit), *text)));
    return value;
}

/// What the model leaves out although the flag says that it is there.
std::string unused_warning(const CaseModel& model, std::string_view flag)
{
    if (flag == "patience")
        return fmt::format(
            "{} assumes that nobody gives up: --patience is not used and its waits are too long for callers "
            "who do; `erlang a` takes it into account",
            model.title);
    if (flag == "capacity")
        return fmt::format(
            "{} assumes endless lines: --capacity is not used; `erlang mmnk` blocks calls beyond it",
            model.title);
    return fmt::format("{} does not use --{}", model.title, flag);
}

void read_inputs(const Options& options, ErlangQuestion& question, Diagnostics& errors)
{
    for (const CommonInput& flag : erlang::common_inputs()) {
        const auto value = value_of(options, flag.name, flag.unit, errors);
        const std::string_view column = column_for(*question.model, flag.columns);
        if (value && !column.empty())
            question.inputs.insert_or_assign(std::string(column), erlang::number_text(*value));
        else if (value && flag.name != "busyness-cv" && flag.name != "handle")
            question.warnings.push_back(unused_warning(*question.model, flag.name));
    }
    for (const std::string& setting : options.values("set")) {
        const std::size_t sign = setting.find('=');
        const std::string column = setting.substr(0, sign);
        if (sign == std::string::npos || !takes(*question.model, column))
            errors.push_back(error_in(
                {}, fmt::format("--set {}: '{}' has no input of that name", setting, question.model->name)));
        else
            question.inputs.insert_or_assign(column, setting.substr(sign + 1));
    }
}

/// Of the load in this model; empty: it takes none.
std::string_view load_column(const CaseModel& model)
{
    for (const erlang::CaseInput& input : model.inputs)
        if (erlang::is_load_column(input.column))
            return input.column;
    return {};
}

/// Calls per second times handle time is the load; models that take the rate itself get it.
void read_arrivals(const Options& options, ErlangQuestion& question, Diagnostics& errors)
{
    const auto rate = value_of(options, "arrivals", Unit::rate, errors);
    if (!rate)
        return;
    if (takes(*question.model, "arrival_rate_per_s")) {
        question.inputs.insert_or_assign("arrival_rate_per_s", erlang::number_text(*rate));
        return;
    }
    Diagnostics told_already; // by the reading of --handle itself
    const auto handle = value_of(options, "handle", Unit::duration, told_already);
    const std::string_view column = load_column(*question.model);
    if (!handle && !options.has("handle"))
        errors.push_back(error_in({}, "--arrivals needs --handle: their product is the load"));
    else if (column.empty())
        question.warnings.push_back(unused_warning(*question.model, "arrivals"));
    else if (handle)
        question.inputs.insert_or_assign(std::string(column), erlang::number_text(*rate * *handle));
}

void read_targets(const Options& options, ErlangQuestion& question, Diagnostics& errors)
{
    if (const auto formula = options.value("formula"))
        question.formula = *formula;
    if (options.has("formula") && erlang::column_of(*question.model, question.formula).empty())
        errors.push_back(error_in({}, fmt::format("'{}' has no service level by the formula \"{}\"",
                                                  question.model->name, question.formula)));
    for (const TargetFlag& flag : target_flags)
        if (const auto bound = value_of(options, flag.name, flag.unit, errors)) {
            const bool by_formula = flag.measure == "service_level" && options.has("formula");
            question.targets.push_back(
                {by_formula ? question.formula : std::string(flag.measure), flag.at_least, *bound});
        }
    question.busyness_cv = value_of(options, "busyness-cv", Unit::number, errors).value_or(0.0);
    question.probability = value_of(options, "probability", Unit::number, errors).value_or(0.0);
    if (options.has("probability") && !(question.probability > 0.0 && question.probability < 1.0))
        errors.push_back(error_in({}, "--probability must lie between 0 and 1"));
    if (options.has("busyness-cv") && !(question.busyness_cv >= 0.0 && question.busyness_cv <= 10.0))
        errors.push_back(error_in({}, "--busyness-cv must be 0 to 10"));
}

/// How a person gives this input.
std::string flag_of(std::string_view column)
{
    if (erlang::is_load_column(column))
        return "--load, or --arrivals with --handle,";
    if (column == "arrival_rate_per_s")
        return "--arrivals";
    if (const CommonInput* flag = erlang::common_input_of(column))
        return fmt::format("--{}", flag->name);
    return fmt::format("--set {}=…", column);
}

} // namespace

std::vector<OptionSpec> erlang_options()
{
    return {
        {.name = "arrivals", .value = "RATE", .help = "calls per time: 100/h, 2/min, 600/day"},
        {.name = "handle", .value = "TIME", .help = "mean handle time: 3min"},
        {.name = "load", .value = "ERLANG", .help = "the offered load itself, instead of --arrivals"},
        {.name = "agents",
         .value = "N",
         .help = "agents (or lines); left out, with targets: the least number is sought"},
        {.name = "patience", .value = "TIME", .help = "mean patience of the callers: 2min, inf"},
        {.name = "within", .value = "TIME", .help = "T of the service level: 20s"},
        {.name = "short-abandon",
         .value = "TIME",
         .help = "abandons before this are short (formulas with short abandons)"},
        {.name = "capacity", .value = "K", .help = "lines in all, agents included (mmnk)"},
        {.name = "sources", .value = "N", .help = "number of callers (engset)"},
        {.name = "formula",
         .value = "NAME",
         .help = "service-level formula: answered/offered, answered/answered, …"},
        {.name = "target-service-level", .value = "SHARE", .help = "at least this service level"},
        {.name = "target-asa", .value = "TIME", .help = "at most this average speed of answer"},
        {.name = "target-abandonment", .value = "SHARE", .help = "at most this share gives up"},
        {.name = "target-occupancy", .value = "SHARE", .help = "at most this occupancy"},
        {.name = "target-blocking", .value = "SHARE", .help = "at most this share is blocked"},
        {.name = "target-wait", .value = "SHARE", .help = "at most this share waits"},
        {.name = "busyness-cv",
         .value = "CV",
         .help = "coefficient of variation of the arrival rate (gamma)"},
        {.name = "probability",
         .value = "P",
         .help = "the targets shall hold with this probability over the busyness"},
        {.name = "set",
         .value = "COLUMN=VALUE",
         .help = "any other input of the model by its column name",
         .repeatable = true},
        {.name = "cases",
         .value = "FILE.csv",
         .help = "compute every row of a file; the rows come back with results"},
        {.name = "json", .help = "one JSON document"},
        {.name = "csv", .help = "one header and one row"},
        {.name = "out", .letter = 'o', .value = "PATH", .help = "write there instead of to the screen"},
        {.name = "quiet", .help = "no warnings"},
        {.name = "help", .help = "this page"},
    };
}

std::optional<double> parse_rate_per_s(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::string_view unit = slash == std::string_view::npos ? "h" : text.substr(slash + 1);
    constexpr std::pair<std::string_view, double> units[] = {
        {"s", 1.0}, {"min", 60.0}, {"h", 3600.0}, {"hour", 3600.0}, {"day", 86400.0}, {"d", 86400.0}};
    const auto known =
        std::find_if(std::begin(units), std::end(units), [&](const auto& u) { return u.first == unit; });
    const auto number = parse_number(text.substr(0, slash));
    if (known == std::end(units) || !number)
        return std::nullopt;
    return *number / known->second;
}

Diagnostics missing_inputs(const ErlangQuestion& question)
{
    const std::string_view agents = question.model->agents_column;
    Diagnostics errors;
    for (const erlang::CaseInput& input : question.model->inputs) {
        const bool sought =
            !question.targets.empty() && (input.column == agents || erlang::is_load_column(input.column));
        if (input.required && !sought && !question.inputs.contains(input.column))
            errors.push_back(
                error_in({}, fmt::format("{} is missing: {}", flag_of(input.column), input.help)));
    }
    return errors;
}

Result<ErlangQuestion> read_erlang_question(const erlang::CaseModel& model, const Options& options)
{
    ErlangQuestion question;
    question.model = &model;
    Diagnostics errors;
    read_inputs(options, question, errors);
    read_arrivals(options, question, errors);
    read_targets(options, question, errors);
    if (options.has("arrivals") && options.has("load"))
        errors.push_back(error_in({}, "give --arrivals or --load, not both"));
    if (!errors.empty())
        return errors;
    return question;
}

} // namespace switchroom
