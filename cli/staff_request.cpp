#include "cli/staff_request.h"

#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace switchroom {

namespace {

constexpr std::array run_names{"seed", "replications", "threads", "data-dir", "allow-outside"};

std::optional<double> parse_share(const std::string& text)
{
    if (const auto share = parse_percentage(text))
        return share;
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole_text = code == std::errc{} && end == text.data() + text.size();
    return whole_text && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A number inside (least, most) or, with `closed`, [least, most).
struct Limits {
    double least;
    double most;
    bool closed;
    const char* words;
};
constexpr Limits open_share{0.0, 1.0, false, "a share between 0 and 1, such as 0.8 or 80%"};
constexpr Limits share_from_0{0.0, 1.0, true, "a share from 0 to below 1, such as 0.12 or 12%"};
constexpr Limits any_rate{0.0, 10.0, true, "a yearly share, such as 0.25 or 25%"};
constexpr Limits growth{-0.99, 10.0, true, "a yearly change, such as 0.1 or -5%"};
constexpr Limits weeks{0.0, 104.0, true, "a number of weeks, such as 6"};
constexpr Limits week_hours{0.0, 168.0, false, "a number of hours, such as 38.5"};

bool inside(double value, const Limits& limits)
{
    return (limits.closed ? value >= limits.least : value > limits.least) && value < limits.most;
}

class Reader {
public:
    Reader(const Options& options, Diagnostics& errors) : options_(options), errors_(errors) {}

    std::optional<double> number(std::string_view name, const Limits& limits)
    {
        const auto text = options_.value(name);
        return text ? checked(name, *text, limits) : std::nullopt;
    }

    std::vector<double> numbers(std::string_view name, const Limits& limits)
    {
        std::vector<double> all;
        for (const std::string& text : options_.values(name))
            if (const auto value = checked(name, text, limits))
                all.push_back(*value);
        return all;
    }

    std::optional<double> duration_s(std::string_view name)
    {
        const auto text = options_.value(name);
        if (!text)
            return std::nullopt;
        const auto duration = parse_duration(*text);
        if (duration && std::isfinite(duration->seconds))
            return duration->seconds;
        complain(name, *text, "a duration such as 20s or 3min");
        return std::nullopt;
    }

    void complain(std::string_view name, const std::string& text, std::string_view expected)
    {
        errors_.push_back(
            error_in("", fmt::format("option --{} is \"{}\", but must be {}", name, text, expected)));
    }

private:
    std::optional<double> checked(std::string_view name, const std::string& text, const Limits& limits)
    {
        const auto value = parse_share(text);
        if (value && inside(*value, limits))
            return value;
        complain(name, text, limits.words);
        return std::nullopt;
    }
    const Options& options_;
    Diagnostics& errors_;
};

void read_methods(const Options& options, Reader& reader, StaffRequest& request)
{
    const std::string word = options.value("method").value_or("erlang-a");
    request.all_methods = word == "all";
    if (request.all_methods)
        request.methods = {StaffMethod::erlang_c, StaffMethod::erlang_a, StaffMethod::lagged,
                           StaffMethod::psa,      StaffMethod::mol,      StaffMethod::simulation};
    else if (const auto method = staff_method(word))
        request.methods = {*method};
    else
        reader.complain("method", word, "erlang-c, erlang-a, lagged, psa, mol, simulation, greedy or all");
    if (request.all_methods && options.has("greedy"))
        request.methods.push_back(StaffMethod::greedy);
    request.judge = request.all_methods || options.has("judge");
}

void read_headcount(const Options& options, Reader& reader, StaffRequest& request, Diagnostics& errors)
{
    HeadcountRequest headcount;
    headcount.yearly_turnover = reader.number("turnover", any_rate).value_or(0.0);
    headcount.training_weeks = reader.number("training-weeks", weeks).value_or(0.0);
    headcount.ramp_weeks = reader.number("ramp-weeks", weeks).value_or(0.0);
    headcount.yearly_growth = reader.number("growth", growth).value_or(0.0);
    headcount.months = static_cast<int>(options.whole_number("months", 1, 120, errors).value_or(12));
    for (const char* name : {"turnover", "training-weeks", "ramp-weeks", "growth", "months"})
        if (options.has(name))
            request.headcount = headcount;
}

void read_interval(Reader& reader, const Options& options, StaffRequest& request)
{
    request.interval_s = reader.duration_s("interval");
    constexpr double day_s = 86400.0;
    if (request.interval_s && (*request.interval_s < 60.0 || std::fmod(day_s, *request.interval_s) != 0.0)) {
        reader.complain("interval", *options.value("interval"),
                        "a part of the day of at least a minute, such as 15min or 1h");
        request.interval_s.reset();
    }
}

} // namespace

std::vector<OptionSpec> staff_options()
{
    std::vector<OptionSpec> known = document_options();
    const std::vector<OptionSpec> own{
        {.name = "method",
         .value = "METHOD",
         .help = "erlang-c, erlang-a (default), lagged, psa, mol, simulation, greedy, or all: side by side, "
                 "each plan judged by simulation"},
        {.name = "judge", .help = "let simulation judge the plan of a single method, too"},
        {.name = "greedy", .help = "with --method all: also the plan that greedy removal leaves (slow)"},
        {.name = "target-service-level", .value = "SHARE", .help = "instead of the scenario's targets"},
        {.name = "within", .value = "DURATION", .help = "the service level's T (default: the scenario's)"},
        {.name = "target-abandonment", .value = "SHARE", .help = "at most this share gives up"},
        {.name = "target-asa", .value = "DURATION", .help = "answered after at most this, on average"},
        {.name = "days", .value = "N", .help = "plan the first N days (default: a week, or what there is)"},
        {.name = "interval", .value = "DURATION", .help = "staffing changes this often (default: [time])"},
        {.name = "shrinkage",
         .value = "SHARE",
         .help = "paid, but not answering; several multiply: 12% holidays and then 8% meetings are "
                 "1 - 0.88 * 0.92 (default: the groups' own)",
         .repeatable = true},
        {.name = "fte-hours", .value = "HOURS", .help = "a full-time person's paid week (default 40)"},
        {.name = "turnover", .value = "SHARE", .help = "of the people leave within a year: shows hiring"},
        {.name = "training-weeks", .value = "N", .help = "a new person is paid and does not answer yet"},
        {.name = "ramp-weeks", .value = "N", .help = "then grows to full productivity"},
        {.name = "growth", .value = "SHARE", .help = "of the need within a year"},
        {.name = "months", .value = "N", .help = "of the hiring table (default 12)"}};
    known.insert(known.end(), own.begin(), own.end());
    for (const OptionSpec& option : run_options())
        if (std::find(run_names.begin(), run_names.end(), option.name) != run_names.end())
            known.push_back(option);
    return known;
}

Result<StaffRequest> read_staff_request(const Options& options)
{
    Result<RunRequest> run = read_run_request(options);
    Diagnostics errors = run.errors();
    StaffRequest request;
    Reader reader(options, errors);
    if (options.positional().size() != 1)
        errors.push_back(error_in("", fmt::format("staff takes one scenario file, but {} were given",
                                                  options.positional().size())));
    read_methods(options, reader, request);
    read_interval(reader, options, request);
    request.days = static_cast<int>(options.whole_number("days", 1, 366, errors).value_or(7));
    request.targets.service_level = reader.number("target-service-level", open_share);
    request.targets.within_s = reader.duration_s("within");
    request.targets.abandonment = reader.number("target-abandonment", open_share);
    request.targets.asa_s = reader.duration_s("target-asa");
    request.shrinkage = reader.numbers("shrinkage", share_from_0);
    request.fte_hours = reader.number("fte-hours", week_hours).value_or(40.0);
    read_headcount(options, reader, request, errors);
    if (!errors.empty())
        return errors;
    request.run = *std::move(run);
    return request;
}

void apply(const StaffRequest& request, Scenario& scenario)
{
    scenario.time.days = std::min(scenario.time.days, request.days);
    if (request.interval_s)
        scenario.time.interval = seconds(*request.interval_s);
    const TargetOverrides& wanted = request.targets;
    const bool replaces = wanted.service_level || wanted.abandonment || wanted.asa_s;
    for (Contact& contact : scenario.contacts) {
        Target target = contact.target.value_or(Target{});
        ServiceLevelTarget level = target.service_level.value_or(ServiceLevelTarget{});
        if (replaces)
            target = {};
        if (wanted.service_level)
            level.share = Probability{*wanted.service_level};
        if (wanted.within_s)
            level.within = seconds(*wanted.within_s);
        if (wanted.service_level || (wanted.within_s && !replaces))
            target.service_level = level;
        if (wanted.abandonment)
            target.abandonment = Probability{*wanted.abandonment};
        if (wanted.asa_s)
            target.asa = seconds(*wanted.asa_s);
        if (replaces || wanted.within_s)
            contact.target = target;
    }
}

} // namespace switchroom
