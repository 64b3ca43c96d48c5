// The one file that includes Boost.Program_options.
#include "cli/options.h"

#include "sim/scenario/nearest.h"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace switchroom {

namespace po = boost::program_options;

namespace {

po::options_description describe(const std::vector<OptionSpec>& known)
{
    po::options_description description;
    for (const OptionSpec& option : known) {
        const std::string names =
            option.letter ? fmt::format("{},{}", option.name, option.letter) : option.name;
        if (option.value.empty())
            description.add_options()(names.c_str(), "");
        else
            description.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    }
    return description;
}

std::string unknown_option(std::string word, const std::vector<OptionSpec>& known)
{
    const std::size_t dashes = std::min(word.find_first_not_of('-'), word.size());
    word.erase(0, dashes);
    word.erase(std::min(word.find('='), word.size()));
    std::vector<std::string_view> names;
    for (const OptionSpec& option : known)
        names.push_back(option.name);
    const std::string_view near = nearest(word, names);
    const std::string hint = near.empty() ? "; see --help" : fmt::format("; did you mean --{}?", near);
    return fmt::format("unknown option {}{}{}", dashes > 1 ? "--" : "-", word, hint);
}

const OptionSpec* find(const std::vector<OptionSpec>& known, const std::string& name)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const OptionSpec& o) { return o.name == name; });
    return found == known.end() ? nullptr : &*found;
}

std::string written(const OptionSpec& option)
{
    const std::string letter = option.letter ? fmt::format("-{}, ", option.letter) : "    ";
    return fmt::format("  {}--{}{}{}", letter, option.name, option.value.empty() ? "" : " ", option.value);
}

/// `text` broken into lines of at most `width` characters.
std::vector<std::string> wrapped(const std::string& text, std::size_t width)
{
    std::vector<std::string> lines{""};
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        at = end + 1;
    }
    return lines;
}

} // namespace

/// Turns what Boost parsed (and its complaints) into Options and Diagnostics.
class OptionsParser {
public:
    explicit OptionsParser(const std::vector<OptionSpec>& known) : known_(known) {}

    Result<Options> run(std::span<const std::string> arguments)
    {
        try {
            const po::options_description description = describe(known_);
            const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
            const auto parsed =
                po::command_line_parser(std::vector<std::string>(arguments.begin(), arguments.end()))
                    .options(description)
                    .style(style)
                    .allow_unregistered()
                    .run();
            for (const auto& option : parsed.options)
                take(option);
        } catch (const po::error_with_option_name& error) {
            const OptionSpec* option =
                find(known_, error.get_option_name().substr(error.get_option_name().find_first_not_of('-')));
            const bool is_flag = option && option->value.empty();
            errors_.push_back(error_in(
                "",
                fmt::format("option {} {}", error.get_option_name(),
                            is_flag ? "takes no value"
                                    : fmt::format("needs a value: {}", option ? option->value : "VALUE"))));
        } catch (const po::error& error) {
            errors_.push_back(error_in("", error.what()));
        }
        if (!errors_.empty())
            return errors_;
        return std::move(options_);
    }

private:
    void take(const po::option& option)
    {
        if (option.unregistered) {
            errors_.push_back(error_in("", unknown_option(option.original_tokens.front(), known_)));
        } else if (option.position_key >= 0) {
            options_.positional_.insert(options_.positional_.end(), option.value.begin(), option.value.end());
        } else {
            std::vector<std::string>& values = options_.given_[option.string_key];
            const OptionSpec* spec = find(known_, option.string_key);
            if (!values.empty() && spec && !spec->repeatable && !spec->value.empty())
                errors_.push_back(error_in("", fmt::format("option --{} is given twice", option.string_key)));
            values.insert(values.end(), option.value.begin(), option.value.end());
        }
    }

    const std::vector<OptionSpec>& known_;
    Options options_;
    Diagnostics errors_;
};

Result<Options> Options::parse(std::span<const std::string> arguments, const std::vector<OptionSpec>& known)
{
    return OptionsParser(known).run(arguments);
}

std::optional<std::string> Options::value(std::string_view name) const
{
    const auto found = given_.find(name);
    if (found == given_.end() || found->second.empty())
        return std::nullopt;
    return found->second.back();
}

std::vector<std::string> Options::values(std::string_view name) const
{
    const auto found = given_.find(name);
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::int64_t> Options::whole_number(std::string_view name, std::int64_t least,
                                                  std::int64_t most, Diagnostics& errors) const
{
    const std::optional<std::string> text = value(name);
    if (!text)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (problem == std::errc{} && end == text->data() + text->size() && number >= least && number <= most)
        return number;
    errors.push_back(
        error_in("", fmt::format("option --{} is \"{}\", but must be a whole number from {} to {}", name,
                                 *text, least, most)));
    return std::nullopt;
}

std::string options_help(const std::vector<OptionSpec>& known)
{
    constexpr std::size_t page = 100;
    std::size_t width = 0;
    for (const OptionSpec& option : known)
        width = std::max(width, written(option).size());
    std::string text;
    for (const OptionSpec& option : known) {
        std::string head = written(option);
        for (const std::string& line : wrapped(option.help, page - width - 2)) {
            text += fmt::format("{:<{}}  {}\n", head, width, line);
            head.clear();
        }
    }
    return text;
}

} // namespace switchroom
