#include "cli/init_verb.h"

#include "cli/options.h"
#include "cli/run_options.h"
#include "cli/verbs.h"
#include "sim/base/file_system.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/template_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

namespace switchroom {

namespace {

constexpr std::string_view help = R"(Usage: switchroom init [TEMPLATE] [-o my.toml]

Writes a scenario file to start from; without a name it lists the templates. Files that a template
includes, and data that it names, are written beside it.

)";

constexpr std::string_view examples = R"(
Examples
  switchroom init
  switchroom init minimal -o my.toml
)";

std::vector<OptionSpec> known_options()
{
    return {{.name = "help", .letter = 'h', .help = "explain this verb, with examples"},
            {.name = "out",
             .letter = 'o',
             .value = "PATH",
             .help = "the file to write; default: the template's own name, here"},
            {.name = "force", .help = "overwrite files that exist"}};
}

int list_templates(const std::vector<Template>& templates, std::ostream& out)
{
    out << "Templates\n";
    for (const Template& one : templates)
        out << fmt::format("  {:<26} {}\n", one.name, one.title);
    out << "\nswitchroom init NAME -o my.toml writes one.\n";
    return exit_done;
}

const Template* find(const std::vector<Template>& templates, const std::string& name)
{
    const auto found =
        std::find_if(templates.begin(), templates.end(), [&](const Template& t) { return t.name == name; });
    return found == templates.end() ? nullptr : &*found;
}

int write_template(const Template& chosen, const std::string& path, bool force, std::ostream& err)
{
    DiskFileSystem disk;
    const Result<std::vector<TemplateFile>> files = template_files(disk, chosen, path);
    if (!files) {
        print(files.errors(), err);
        return exit_input_error;
    }
    for (const TemplateFile& file : *files)
        if (!force && disk.exists(file.path)) {
            err << fmt::format("error: {} exists already; --force overwrites it\n", file.path);
            return exit_input_error;
        }
    for (const TemplateFile& file : *files) {
        std::error_code ignored; // writing says what is wrong
        std::filesystem::create_directories(std::filesystem::path(file.path).parent_path(), ignored);
        const Diagnostics problems = disk.write_atomically(file.path, file.content);
        print(problems, err);
        if (has_errors(problems))
            return exit_input_error;
        err << fmt::format("wrote {}\n", file.path);
    }
    err << fmt::format("Next: edit it, then switchroom simulate {}\n", path);
    return exit_done;
}

} // namespace

int init_verb(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    const std::vector<OptionSpec> known = known_options();
    const Result<Options> options = Options::parse(arguments, known);
    if (!options) {
        print(options.errors(), err);
        return exit_input_error;
    }
    if (options->has("help")) {
        out << help << options_help(known) << examples;
        return exit_done;
    }
    const std::vector<Template> templates = template_library();
    if (options->positional().empty())
        return list_templates(templates, out);
    const std::string& name = options->positional().front();
    const Template* chosen = find(templates, name);
    if (!chosen) {
        std::vector<std::string_view> names;
        for (const Template& one : templates)
            names.push_back(one.name);
        err << fmt::format("error: there is no template \"{}\"{}; switchroom init lists them\n", name,
                           did_you_mean(name, names));
        return exit_input_error;
    }
    return write_template(*chosen, options->value("out").value_or(name + ".toml"), options->has("force"),
                          err);
}

} // namespace switchroom
