#include "cli/quick_promise.h"

#include "planner/contract/promise_sentence.h"
#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace switchroom {

namespace {

/// Relative rates of ten equal parts of the opening hours; their mean is 1. The morning's are those of a
/// clinic that is called most in its first hour.
constexpr std::array flat{1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
constexpr std::array morning{1.75, 1.45, 1.2, 1.0, 0.8, 0.65, 0.85, 0.95, 0.8, 0.55};

struct Wanted {
    double calls_a_day = 0.0;
    ClockWindow open;
    Duration handle;
    Duration patience;
    double agents = 0.0;
    double volume_cv = 0.10;
    bool morning_peak = false;
    std::string days = "weekdays";
    SlaClause clause;
};

std::optional<double> number(std::string_view text)
{
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || !(value > 0.0) || !std::isfinite(value))
        return std::nullopt;
    return value;
}

double hours_of(const ClockWindow& open)
{
    return (open.end.second_of_day - open.start.second_of_day) / 3600.0;
}

class Reader {
public:
    explicit Reader(const Options& options) : options_(options) {}

    Result<Wanted> read()
    {
        read_open();
        read_volume();
        wanted_.handle = duration("handle", std::nullopt);
        wanted_.patience = duration("patience", seconds(INFINITY));
        read_promise();
        read_shape();
        read_agents();
        if (!errors_.empty())
            return errors_;
        return wanted_;
    }

private:
    void complain(std::string_view option, std::string_view expected)
    {
        const auto value = options_.value(option);
        errors_.push_back(error_in(
            "", value ? fmt::format("option --{} is \"{}\", but must be {}", option, *value, expected)
                      : fmt::format("option --{} is missing: {}", option, expected)));
    }

    void read_open()
    {
        const auto window = parse_window(options_.value("open").value_or("08:00-18:00"));
        if (window && window->start < window->end)
            wanted_.open = *window;
        else
            complain("open", "opening hours within a day such as 08:00-18:00");
    }

    void read_volume()
    {
        const std::string text = options_.value("volume").value_or("");
        const std::size_t slash = text.find('/');
        const auto calls = number(std::string_view(text).substr(0, slash));
        const std::string per = slash == std::string::npos ? "" : text.substr(slash + 1);
        if (calls && (per == "day" || per == "h"))
            wanted_.calls_a_day = per == "day" ? *calls : *calls * hours_of(wanted_.open);
        else
            complain("volume", "calls a day or an hour such as 600/day or 60/h");
    }

    Duration duration(std::string_view option, std::optional<Duration> standard)
    {
        const auto text = options_.value(option);
        const auto value = text ? parse_duration(*text) : standard;
        if (value && value->seconds > 0.0 && (option == "patience" || std::isfinite(value->seconds)))
            return *value;
        complain(option, "a duration such as 180s or 4min");
        return {};
    }

    void read_promise()
    {
        const auto sentence = options_.value("promise");
        if (!sentence)
            return complain("promise", "what is promised, such as \"95% within 30s per month\"");
        auto clause = parse_promise(*sentence);
        errors_.insert(errors_.end(), clause.errors().begin(), clause.errors().end());
        if (clause)
            wanted_.clause = *std::move(clause);
    }

    void read_shape()
    {
        const std::string shape = options_.value("shape").value_or("flat");
        wanted_.morning_peak = shape == "morning";
        if (shape != "flat" && shape != "morning")
            complain("shape", "flat or morning");
        wanted_.days = options_.value("days").value_or("weekdays");
        if (wanted_.days != "weekdays" && wanted_.days != "every_day")
            complain("days", "weekdays or every_day");
        if (const auto text = options_.value("volume-cv")) {
            const auto share = parse_percentage(*text);
            if (share && *share >= 0.0 && *share < 2.0)
                wanted_.volume_cv = *share;
            else
                complain("volume-cv", "a percentage such as 10%");
        }
    }

    /// Without a number: those who carry the load of the mean day and a fifth more.
    void read_agents()
    {
        if (const auto agents = options_.whole_number("agents", 1, 100000, errors_))
            wanted_.agents = static_cast<double>(*agents);
        else if (!options_.has("agents") && hours_of(wanted_.open) > 0.0)
            wanted_.agents = std::ceil(1.2 * wanted_.calls_a_day * wanted_.handle.seconds /
                                       (3600.0 * hours_of(wanted_.open)));
    }

    const Options& options_;
    Wanted wanted_;
    Diagnostics errors_;
};

std::string profile_of(const Wanted& wanted)
{
    const double length_s = hours_of(wanted.open) * 3600.0;
    const double mean_per_hour = wanted.calls_a_day / hours_of(wanted.open);
    const auto& parts = wanted.morning_peak ? morning : flat;
    std::string steps;
    for (std::size_t i = 0; i < parts.size(); i += wanted.morning_peak ? 1 : parts.size()) {
        const double at_s = wanted.open.start.second_of_day + length_s * static_cast<double>(i) / 10.0;
        steps += fmt::format("[\"{}\", {:.6g}], ", to_text(ClockTime{static_cast<int>(at_s)}),
                             mean_per_hour * parts[i]);
    }
    const std::string end =
        wanted.open.end.second_of_day < 86400 ? fmt::format("[\"{}\", 0]", to_text(wanted.open.end)) : "";
    return steps + end;
}

std::string limit_key(const SlaClause& clause)
{
    const Limit limit = clause.at_least ? *clause.at_least : *clause.at_most;
    const auto* time = std::get_if<Duration>(&limit);
    const std::string value = time ? fmt::format("\"{}\"", duration_literal(*time))
                                   : fmt::format("{}", std::get<Probability>(limit).value);
    return fmt::format("{} = {}", clause.at_least ? "at_least" : "at_most", value);
}

std::string clause_of(const SlaClause& clause)
{
    std::string text = fmt::format("[[contracts.sla]]\nname = \"promise\"\nmetric = \"{}\"\n{}\n",
                                   to_name(clause.metric), limit_key(clause));
    if (clause.within)
        text += fmt::format("within = \"{}\"\nformula = \"{}\"\n", duration_literal(*clause.within),
                            to_name(clause.formula));
    if (clause.short_abandon.seconds > 0.0)
        text += fmt::format("short_abandon = \"{}\"\n", duration_literal(clause.short_abandon));
    return text + fmt::format("window = \"{}\"\nterm = \"12 months\"\n", to_name(clause.window));
}

} // namespace

std::vector<OptionSpec> quick_promise_options()
{
    return {
        {.name = "volume", .value = "N/day", .help = "without a file: calls on a mean day, or N/h"},
        {.name = "open", .value = "WINDOW", .help = "without a file: opening hours (08:00-18:00)"},
        {.name = "handle", .value = "TIME", .help = "without a file: mean handle time, exponential"},
        {.name = "patience", .value = "TIME", .help = "without a file: mean patience, exponential (endless)"},
        {.name = "agents", .value = "N", .help = "without a file: people answering while it is open"},
        {.name = "promise",
         .value = "\"…\"",
         .help = "without a file, or with --log: \"95% within 30s per month\", \"answered 95% per month\", "
                 "\"abandonment 5% per day\", \"asa 45s per week\"; \"by F5 short 5s\" names a formula"},
        {.name = "shape",
         .value = "SHAPE",
         .help = "without a file: flat (default) or morning, most calls first"},
        {.name = "volume-cv",
         .value = "P%",
         .help = "without a file: how much days differ, as coefficient of variation (10%)"},
        {.name = "days", .value = "DAYS", .help = "without a file: weekdays (default) or every_day"}};
}

bool asks_for_quick_promise(const Options& options)
{
    for (const char* name : {"volume", "open", "handle", "patience", "agents", "shape", "volume-cv", "days"})
        if (options.has(name))
            return true;
    return false;
}

Result<std::string> quick_promise_scenario(const Options& options)
{
    const Result<Wanted> read = Reader(options).read();
    if (!read)
        return read.errors();
    const Wanted& wanted = *read;
    const std::string patience =
        std::isfinite(wanted.patience.seconds)
            ? fmt::format("patience = {{ family = \"exponential\", mean = \"{}\" }}\n",
                          duration_literal(wanted.patience))
            : "";
    const std::string uncertainty =
        wanted.volume_cv > 0.0
            ? fmt::format("[uncertainty]\nvolume = {{ cv = {}, per = \"day\" }}\n\n", wanted.volume_cv)
            : "";
    const std::string window = fmt::format("{}-{}", to_text(wanted.open.start), to_text(wanted.open.end));
    return fmt::format("format = 1\n"
                       "name = \"{:g} calls a day, {:g} people\"\n\n"
                       "[time]\nstart = 2026-01-01\n\n"
                       "[hours]\n{} = [\"{}\"]\n\n"
                       "[[contacts]]\nname = \"calls\"\n"
                       "arrivals.profile = {{ {} = [{}] }}\n"
                       "handle = {{ family = \"exponential\", mean = \"{}\" }}\n{}\n"
                       "[[groups]]\nname = \"agents\"\nemployer = \"vendor\"\nagents = {:g}\n\n{}"
                       "[[contracts]]\nvendor = \"vendor\"\n\n{}",
                       wanted.calls_a_day, wanted.agents, wanted.days, window, wanted.days,
                       profile_of(wanted), duration_literal(wanted.handle), patience, wanted.agents,
                       uncertainty, clause_of(wanted.clause));
}

} // namespace switchroom
