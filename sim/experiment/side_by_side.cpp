#include "sim/experiment/side_by_side.h"

#include <fmt/format.h>

#include <set>

namespace switchroom {

namespace {

Result<std::vector<LoadedModel>> load_files(const FileSystem& files, const std::vector<std::string>& paths,
                                            const LoadOptions& options)
{
    std::vector<LoadedModel> all;
    Diagnostics errors;
    for (const std::string& path : paths) {
        Result<LoadedModel> loaded = load_model(files, path, options);
        errors.insert(errors.end(), loaded.errors().begin(), loaded.errors().end());
        if (loaded)
            all.push_back(*std::move(loaded));
    }
    if (!errors.empty())
        return errors;
    return all;
}

/// What would make the comparison one of apples and pears; empty if it is fair.
Diagnostics unfair(const std::vector<LoadedModel>& all)
{
    Diagnostics errors;
    for (const LoadedModel& loaded : all)
        for (const Diagnostic& error : unfair_to_compare(all.front().document, loaded.document))
            errors.push_back(error);
    return errors;
}

} // namespace

Diagnostics unfair_to_compare(const ScenarioDocument& base, const ScenarioDocument& other)
{
    const TimeFrame& first = base.scenario.time;
    const TimeFrame& time = other.scenario.time;
    if (time.days == first.days && time.start == first.start)
        return {};
    return {error_in(other.file, fmt::format("simulates {} days from {}, but {} simulates {} days "
                                             "from {}: the same callers need the same days",
                                             time.days, to_text(time.start), base.file, first.days,
                                             to_text(first.start)))};
}

void tell_apart(std::vector<LoadedModel>& all)
{
    std::multiset<std::string> names;
    for (const LoadedModel& loaded : all)
        names.insert(loaded.centre.scenario);
    for (LoadedModel& loaded : all)
        if (names.count(loaded.centre.scenario) > 1)
            loaded.centre.scenario += fmt::format(" ({})", loaded.document.file);
}

Result<std::vector<LoadedModel>>
load_side_by_side(const FileSystem& files, const std::vector<std::string>& paths, const LoadOptions& options)
{
    Result<std::vector<LoadedModel>> all = load_files(files, paths, options);
    if (!all)
        return all;
    if (Diagnostics problems = unfair(*all); !problems.empty())
        return problems;
    tell_apart(*all);
    return all;
}

} // namespace switchroom
