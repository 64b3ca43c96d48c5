#include "planner/study/point_scenario.h"

#include "planner/sensitivity/vary.h"
#include "planner/study/named_path.h"
#include "sim/base/check.h"
#include "sim/scenario/edit_text.h"
#include "sim/scenario/read.h"
#include "sim/scenario/write.h"

#include <fmt/format.h>

#include <algorithm>

namespace switchroom {

namespace {

const NamedChange* change_of(const Study& study, const StudyPoint& point)
{
    const auto found = std::find_if(study.changes.begin(), study.changes.end(),
                                    [&](const NamedChange& change) { return change.name == point.change; });
    return found == study.changes.end() ? nullptr : &*found;
}

std::string by_position(const StudyDocument& study, const std::string& path)
{
    auto positions = positions_of(study.base.scenario, path);
    SWITCHROOM_CHECK(positions.ok(), "paths were checked when the study was read");
    return *std::move(positions);
}

std::vector<Edit> edits_of(const StudyDocument& study, const StudyPoint& point)
{
    std::vector<Edit> edits;
    if (const NamedChange* change = change_of(study.study, point))
        for (const auto& [path, value] : change->set)
            edits.push_back(set_edit(by_position(study, path), value.literal));
    for (std::size_t axis = 0; axis < study.study.axes.size(); ++axis)
        if (const auto& path = study.study.axes[axis].path)
            edits.push_back(set_edit(by_position(study, *path), point.values[axis].literal));
    return edits;
}

Lever lever_called(std::string_view name)
{
    const auto found = std::find_if(all_levers.begin(), all_levers.end(),
                                    [&](Lever lever) { return to_text(lever) == name; });
    SWITCHROOM_CHECK(found != all_levers.end(), "levers were checked when the study was read");
    return *found;
}

/// What went wrong, with the point in front: a study has thousands of them.
Diagnostics at_point(const StudyDocument& study, const StudyPoint& point, const Diagnostics& problems)
{
    Diagnostics named;
    for (const Diagnostic& problem : problems)
        named.push_back(
            {problem.severity,
             {study.file, 0, 0},
             fmt::format("point {} ({}): {}", point.number, name_of(study.study, point), problem.message)});
    return named;
}

} // namespace

std::string name_of(const Study& study, const StudyPoint& point)
{
    std::string name;
    const auto add = [&](const std::string& words) { name += (name.empty() ? "" : ", ") + words; };
    for (std::size_t axis = 0; axis < study.axes.size(); ++axis)
        add(study.axes[axis].name + " = " + point.values[axis].literal);
    if (!point.change.empty())
        add(point.change);
    return name.empty() ? "as is" : name;
}

Result<PointScenario> scenario_of(const FileSystem& files, const StudyDocument& study,
                                  const StudyPoint& point)
{
    const auto text = apply_edits(files, study.base_text, study.base.file, edits_of(study, point));
    if (!text)
        return at_point(study, point, text.errors());
    auto document = read_scenario_text(files, *text, study.base.file);
    if (!document)
        return at_point(study, point, document.errors());
    PointScenario made{*std::move(document), {}};
    for (std::size_t axis = 0; axis < study.study.axes.size(); ++axis) {
        const auto& lever = study.study.axes[axis].lever;
        if (lever && point.values[axis].number)
            made.document.scenario =
                varied(made.document.scenario, lever_called(*lever), *point.values[axis].number).scenario;
    }
    if (study.study.seed)
        made.document.scenario.run.seed = *study.study.seed;
    made.text = write_scenario(made.document.scenario);
    return made;
}

} // namespace switchroom
