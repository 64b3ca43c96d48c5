#include "cli/measure_verb.h"

#include "cli/measure_report.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "sim/calllog/import.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace switchroom {

namespace {

const std::vector<OptionSpec> known_options{
    {.name = "by",
     .value = "UNIT",
     .help = "a row for each type (default), interval, hour, day, weekday or month"},
    {.name = "interval", .value = "TIME", .help = "length of --by interval (30min)"},
    {.name = "within", .value = "TIME", .help = "threshold T of the service level (20s)"},
    {.name = "short-abandon", .value = "TIME", .help = "limit s of short abandons (5s)"},
    {.name = "where", .value = "CONDITION", .help = "only these rows: \"type == 'NW' and hour >= 7\""},
    {.name = "format",
     .value = "FORMAT",
     .help = "anonbank, canonical, or a mapping file (found out by the header)"},
    {.name = "data-dir",
     .value = "DIR",
     .help = "where data:NAME is looked for (SWITCHROOM_DATA_DIR, ../shared/data)"},
    {.name = "quality", .help = "the quality account with line numbers"},
    {.name = "json", .help = "one JSON document"},
    {.name = "csv", .help = "one line a figure"},
    {.name = "out", .letter = 'o', .value = "PATH", .help = "write there instead of to standard output"},
    {.name = "quiet", .help = "no progress, no notes (measure has none beside its document)"},
    {.name = "help", .help = "this text"},
};

void print_help(std::ostream& out)
{
    out << "switchroom measure LOG: every KPI recomputed exactly from a call log\n\n"
        << options_help(known_options)
        << "\nExamples:\n"
           "  switchroom measure data:anonbank/1999-01_january.txt.gz --within 20s\n"
           "  switchroom measure calls.csv --format columns.toml --by day --json\n"
           "  switchroom measure calls.csv --where \"type == 'NW' and weekday in (sun, mon)\" --quality\n";
}

void read_duration(const Options& options, const char* name, double& into_s, Diagnostics& errors)
{
    const auto text = options.value(name);
    if (!text)
        return;
    const auto duration = parse_duration(*text);
    if (duration && duration->seconds >= 0.0)
        into_s = duration->seconds;
    else
        errors.push_back(
            error_in("", fmt::format("--{}: found \"{}\", expected a duration such as 20s", name, *text)));
}

void read_by(const Options& options, MeasureOptions& into, std::string& by, Diagnostics& errors)
{
    constexpr std::pair<std::string_view, MeasureBy> words[] = {
        {"type", MeasureBy::type}, {"interval", MeasureBy::interval}, {"hour", MeasureBy::hour},
        {"day", MeasureBy::day},   {"weekday", MeasureBy::weekday},   {"month", MeasureBy::month}};
    by = options.value("by").value_or("");
    if (by.empty())
        return;
    const auto word =
        std::find_if(std::begin(words), std::end(words), [&](const auto& w) { return w.first == by; });
    if (word == std::end(words))
        errors.push_back(error_in(
            "", fmt::format("--by: found \"{}\", expected type, interval, hour, day, weekday or month", by)));
    else
        into.by = word->second;
}

void read_where(const Options& options, MeasureOptions& into, Diagnostics& errors)
{
    auto condition = parse_condition(options.value("where").value_or(""));
    if (condition)
        into.where = *condition;
    for (Diagnostic error : condition.errors()) {
        error.where.file = "--where";
        errors.push_back(std::move(error));
    }
}

struct Request {
    MeasureOptions options;
    std::string by;
    std::string path;
};

Result<Request> read_request(const Options& options)
{
    Request request;
    Diagnostics errors;
    read_by(options, request.options, request.by, errors);
    read_duration(options, "interval", request.options.interval_s, errors);
    read_duration(options, "within", request.options.within_s, errors);
    read_duration(options, "short-abandon", request.options.short_abandon_s, errors);
    read_where(options, request.options, errors);
    if (request.options.interval_s < 60.0)
        errors.push_back(error_in("", "--interval: expected at least 1min"));
    if (options.positional().size() != 1)
        errors.push_back(error_in("", "expected one call log: switchroom measure LOG"));
    else
        request.path = options.positional().front();
    if (options.has("json") && options.has("csv"))
        errors.push_back(error_in("", "--json and --csv exclude each other"));
    if (has_errors(errors))
        return errors;
    return request;
}

/// data:NAME in --data-dir, then SWITCHROOM_DATA_DIR, then ../shared/data.
std::string resolved(const std::string& path, const Options& options)
{
    constexpr std::string_view scheme = "data:";
    if (!path.starts_with(scheme))
        return path;
    const char* environment = std::getenv("SWITCHROOM_DATA_DIR");
    const std::string folder =
        options.value("data-dir").value_or(environment ? environment : "../shared/data");
    return folder + "/" + path.substr(scheme.size());
}

int fail(const Diagnostics& errors, std::ostream& err)
{
    for (const Diagnostic& error : errors)
        err << to_text(error) << "\n";
    return exit_input_error;
}

} // namespace

int measure_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const auto options = Options::parse(arguments, known_options);
    if (!options)
        return fail(options.errors(), err);
    if (options->has("help")) {
        print_help(out);
        return exit_done;
    }
    const auto request = read_request(*options);
    if (!request)
        return fail(request.errors(), err);
    DiskFileSystem files;
    const auto log = read_call_log(files, resolved(request->path, *options),
                                   {.format = options->value("format").value_or("")});
    if (!log)
        return fail(log.errors(), err);
    const MeasureReport report =
        make_measure_report(*log, request->options, request->by, options->has("quality"));
    const std::string document = options->has("json")  ? to_json(report)
                                 : options->has("csv") ? to_csv(report)
                                                       : to_text(report);
    if (const auto path = options->value("out")) {
        const Diagnostics errors = files.write_atomically(*path, document);
        return has_errors(errors) ? fail(errors, err) : int{exit_done};
    }
    out << document;
    return exit_done;
}

} // namespace switchroom
