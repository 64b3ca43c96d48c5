#pragma once
/// Options of a verb: declared as a list, parsed into texts, read out as checked values. Errors are sentences
/// that say what was found and what would be right.
///
///   const std::vector<OptionSpec> known{{.name = "by", .value = "UNIT", .help = "…"}};
///   Result<Options> options = Options::parse(arguments, known);
///   if (!options) …print options.errors()…
///   if (options->has("by")) …*options->value("by")…

#include "sim/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom {

struct OptionSpec {
    std::string name;       ///< "replications", without dashes
    char letter = 0;        ///< 'o' for -o; 0: none
    std::string value = {}; ///< what stands for its value in help: "N"; empty: a flag
    std::string help = {};
    bool repeatable = false;
};

class Options {
public:
    /// All errors at once: unknown options (with the nearest known one), missing values, options given twice.
    static Result<Options> parse(std::span<const std::string> arguments,
                                 const std::vector<OptionSpec>& known);

    bool has(std::string_view name) const { return given_.find(name) != given_.end(); }
    std::optional<std::string> value(std::string_view name) const;
    /// Every value of a repeatable option, in order.
    std::vector<std::string> values(std::string_view name) const;
    const std::vector<std::string>& positional() const { return positional_; }

    /// Empty if the option was not given; an error and empty if its value is no whole number in least … most.
    std::optional<std::int64_t> whole_number(std::string_view name, std::int64_t least, std::int64_t most,
                                             Diagnostics& errors) const;

private:
    friend class OptionsParser;
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
    std::vector<std::string> positional_;
};

/// One line an option, aligned, wrapped at 100 columns.
std::string options_help(const std::vector<OptionSpec>& known);

} // namespace switchroom
