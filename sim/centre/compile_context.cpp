#include "sim/centre/compile_context.h"

#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/core.h>

namespace switchroom {

const std::vector<Date>& CompileContext::closures() const
{
    static const std::vector<Date> none_;
    return scenario().hours ? scenario().hours->closures : none_;
}

Spans CompileContext::always() const
{
    return {{calendar.day(calendar.first_day()).start_s, calendar.day(calendar.last_day()).end_s()}};
}

Spans CompileContext::hours_of(const Contact& contact) const
{
    if (contact.hours)
        return expand(*contact.hours, calendar, closures());
    return practice_hours ? *practice_hours : always();
}

std::uint32_t CompileContext::served_contact(std::string_view path, const std::string& name)
{
    const auto id = contact_ids.find(name);
    if (id != contact_ids.end())
        return id->second;
    error(path, fmt::format("nobody serves \"{}\", expected a contact that people take", name));
    return none;
}

void CompileContext::error(std::string_view path, std::string message)
{
    errors.push_back({Severity::error, document.sources.find(path), std::move(message)});
}

void CompileContext::error(std::string_view path, Diagnostics problems)
{
    for (Diagnostic& problem : problems) {
        if (problem.where.file.empty())
            problem.where = document.sources.find(path);
        errors.push_back(std::move(problem));
    }
}

std::optional<std::string> CompileContext::resolve(std::string_view path, const std::string& written)
{
    if (!options.files) {
        error(path,
              fmt::format("\"{}\" cannot be read here: this scenario was given without its files", written));
        return std::nullopt;
    }
    Result<std::string> resolved = resolve_file(document, path, written, options.folders);
    if (!resolved) {
        error(path, resolved.errors());
        return std::nullopt;
    }
    return *resolved;
}

std::optional<CompileContext::NamedFile> CompileContext::read_file(std::string_view path,
                                                                   const std::string& written)
{
    const std::optional<std::string> name = resolve(path, written);
    if (!name)
        return std::nullopt;
    Result<std::string> content = options.files->read(*name);
    if (!content) {
        error(path, fmt::format("\"{}\" cannot be read: {}", *name, content.errors().front().message));
        return std::nullopt;
    }
    return NamedFile{*name, *std::move(content)};
}

std::string path_of(std::string_view array, std::size_t index, std::string_view key)
{
    return fmt::format("{}[{}]{}{}", array, index, key.empty() ? "" : ".", key);
}

Result<CompileContext> begin_compile(const ScenarioDocument& document, const CompileOptions& options)
{
    const Scenario& scenario = document.scenario;
    constexpr double shortest_day_s = 23.0 * 3600.0;
    const int warm_up_days = static_cast<int>(std::ceil(scenario.time.warm_up.seconds / shortest_day_s));
    auto calendar =
        Calendar::make(scenario.timezone, scenario.time.start, -1 - warm_up_days, scenario.time.days + 1);
    if (!calendar) {
        Diagnostics problems = calendar.errors();
        problems.front().where = document.sources.find("timezone");
        return problems;
    }
    CompileContext context(document, options, *std::move(calendar));
    context.begin_s = -scenario.time.warm_up.seconds;
    context.end_s = context.calendar.day(scenario.time.days).start_s;
    if (scenario.hours)
        context.practice_hours = expand(scenario.hours->open, context.calendar, scenario.hours->closures);
    return context;
}

} // namespace switchroom
