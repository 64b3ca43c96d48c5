#include "cli/quick_promise.h"

#include "planner/contract/promise_sentence.h"
#include "planner/contract/quick_promise.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

namespace switchroom {

namespace {

std::optional<double> number(std::string_view text)
{
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || !(value > 0.0) || !std::isfinite(value))
        return std::nullopt;
    return value;
}

class Reader {
public:
    explicit Reader(const Options& options) : options_(options) {}

    Result<QuickPromise> read()
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
        const std::string days = options_.value("days").value_or("weekdays");
        wanted_.every_day = days == "every_day";
        if (days != "weekdays" && days != "every_day")
            complain("days", "weekdays or every_day");
        if (const auto text = options_.value("volume-cv")) {
            const auto share = parse_percentage(*text);
            if (share && *share >= 0.0 && *share < 2.0)
                wanted_.volume_cv = *share;
            else
                complain("volume-cv", "a percentage such as 10%");
        }
    }

    void read_agents()
    {
        if (const auto agents = options_.whole_number("agents", 1, 100000, errors_))
            wanted_.agents = static_cast<double>(*agents);
        else if (!options_.has("agents") && hours_of(wanted_.open) > 0.0)
            wanted_.agents = suggested_agents(wanted_);
    }

    const Options& options_;
    QuickPromise wanted_;
    Diagnostics errors_;
};

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
    const Result<QuickPromise> promise = Reader(options).read();
    if (!promise)
        return promise.errors();
    return scenario_text(*promise);
}

} // namespace switchroom
