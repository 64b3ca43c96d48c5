#include "cli/report_format.h"

#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom {

namespace {

constexpr std::array<std::string_view, 6> format_names{"html",          "text", "csv",
                                                       "csv-semicolon", "xlsx", "json"};

/// The format that a file's ending asks for; `otherwise` where it asks for none.
ReportFormat format_of_file(const std::string& path, ReportFormat otherwise)
{
    constexpr std::array endings{std::pair{".html", ReportFormat::html},
                                 std::pair{".txt", ReportFormat::text}, std::pair{".csv", ReportFormat::csv},
                                 std::pair{".xlsx", ReportFormat::xlsx},
                                 std::pair{".json", ReportFormat::json}};
    for (const auto& [ending, format] : endings)
        if (path.ends_with(ending))
            return format;
    return otherwise;
}

ReportFormat named_format(const Options& options, const RunRequest& run, Diagnostics& errors,
                          ReportFormat otherwise)
{
    if (const auto word = options.value("format")) {
        const auto found = std::find(format_names.begin(), format_names.end(), *word);
        if (found == format_names.end())
            errors.push_back(
                error_in("", fmt::format("option --format is \"{}\", but must be one of {}", *word,
                                         listed({format_names.begin(), format_names.end()}))));
        return static_cast<ReportFormat>(found - format_names.begin());
    }
    if (run.format != OutputFormat::text)
        return run.format == OutputFormat::json ? ReportFormat::json : ReportFormat::csv;
    return run.out ? format_of_file(*run.out, otherwise) : otherwise;
}

} // namespace

OptionSpec report_format_option()
{
    return {.name = "format",
            .value = "NAME",
            .help = "html, text, csv, csv-semicolon (; and decimal comma), xlsx or json; default: by the "
                    "ending of the file"};
}

ReportFormat read_report_format(const Options& options, const RunRequest& run, Diagnostics& errors,
                                ReportFormat otherwise)
{
    const ReportFormat format = named_format(options, run, errors, otherwise);
    if (format == ReportFormat::xlsx && !run.out)
        errors.push_back(error_in("", "a workbook is written to a file: say which by -o report.xlsx"));
    return format;
}

} // namespace switchroom
