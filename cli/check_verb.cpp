#include "cli/check_verb.h"

#include "cli/options.h"
#include "cli/run_options.h"
#include "cli/verbs.h"
#include "sim/scenario/read.h"
#include "sim/scenario/summary.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom check SCENARIO… [OPTIONS]

Reads scenario files, prints everything that is wrong with them (file:line:column, what was found, what
was expected) and, of those without errors, what was understood in plain words.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom check my.toml
  switchroom check scenarios/*.toml --quiet
  switchroom check my.toml --json

Exit status: 0 every file is right (warnings do not count);
1 a file has an error; 2 a file cannot be read.
)";

const std::vector<OptionSpec>& known_options()
{
    static const std::vector<OptionSpec> known{
        {.name = "json", .help = "one JSON document: ok, errors, warnings"},
        {.name = "quiet", .letter = 'q', .help = "errors and warnings only, no summary"},
        {.name = "allow-outside", .help = "includes may leave the folder of the scenario"},
        {.name = "help", .letter = 'h', .help = "this text"},
    };
    return known;
}

struct Checked {
    Diagnostics errors;
    Diagnostics warnings;
    std::string summary; ///< of files without errors
    bool unreadable = false;
};

void check_file(const std::string& file, bool allow_outside, Checked& checked)
{
    const DiskFileSystem disk;
    const auto document = read_scenario(disk, file, {.allow_outside = allow_outside});
    if (!document) {
        checked.unreadable = checked.unreadable || !disk.read(file);
        for (const Diagnostic& diagnostic : document.errors())
            (diagnostic.severity == Severity::error ? checked.errors : checked.warnings)
                .push_back(diagnostic);
        return;
    }
    checked.warnings.insert(checked.warnings.end(), document->warnings.begin(), document->warnings.end());
    checked.summary += (checked.summary.empty() ? "" : "\n") + summary_text(*document);
}

nlohmann::ordered_json to_json(const Diagnostics& diagnostics)
{
    auto list = nlohmann::ordered_json::array();
    for (const Diagnostic& diagnostic : diagnostics)
        list.push_back({{"file", diagnostic.where.file},
                        {"line", diagnostic.where.line},
                        {"column", diagnostic.where.column},
                        {"message", diagnostic.message}});
    return list;
}

void print_json(const Checked& checked, std::ostream& out)
{
    const nlohmann::ordered_json document{{"ok", checked.errors.empty()},
                                          {"errors", to_json(checked.errors)},
                                          {"warnings", to_json(checked.warnings)}};
    // Names in a file that is not UTF-8 come out with replacement characters instead of an exception.
    out << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

} // namespace

int check_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const auto options = Options::parse(arguments, known_options());
    if (!options) {
        print(options.errors(), err);
        return exit_input_error;
    }
    if (options->has("help")) {
        out << help << options_help(known_options()) << examples;
        return exit_done;
    }
    if (options->positional().empty()) {
        print({error_in("", "found no file, expected: switchroom check SCENARIO…")}, err);
        return exit_input_error;
    }
    Checked checked;
    for (const std::string& file : options->positional())
        check_file(file, options->has("allow-outside"), checked);
    if (options->has("json"))
        print_json(checked, out);
    else if (!options->has("quiet"))
        out << checked.summary;
    print(checked.errors, err);
    print(checked.warnings, err);
    if (checked.unreadable)
        return exit_input_error;
    return checked.errors.empty() ? exit_done : exit_verdict_negative;
}

} // namespace switchroom
