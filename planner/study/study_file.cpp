#include "planner/study/study_file.h"

#include "planner/sensitivity/vary.h"
#include "planner/study/design.h"
#include "planner/study/filter.h"
#include "planner/study/keys.h"
#include "planner/study/named_path.h"
#include "sim/experiment/kpi_selection.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/paths.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/read.h"
#include "sim/scenario/read_values.h"

#include <algorithm>
#include <set>

namespace switchroom {

// Leaves of a study's file, found by the reader of tables through their types.
void read_value(ReadContext& context, const Node& node, const std::string& path, AxisValue& out,
                const Limits&);
void read_value(ReadContext& context, const Node& node, const std::string& path, StudyDesign& out,
                const Limits&);

void read_value(ReadContext&, const Node& node, const std::string&, AxisValue& out, const Limits&)
{
    out.literal = toml_literal(node);
    if (node.is(Node::Kind::integer))
        out.number = static_cast<double>(node.integer);
    else if (node.is(Node::Kind::number))
        out.number = node.number;
}

void read_value(ReadContext& context, const Node& node, const std::string& path, StudyDesign& out,
                const Limits&)
{
    if (node.is(Node::Kind::text) && node.text == "grid")
        return;
    const Node* hypercube = node.find("latin_hypercube");
    const Node* sobol = node.find("sobol");
    if (!node.is(Node::Kind::table) || (hypercube != nullptr) == (sobol != nullptr))
        return context.expected(node, path, "\"grid\", { latin_hypercube = 64 } or { sobol = 64 }");
    TableReader reader(context, node, path);
    out.kind = hypercube ? StudyDesign::Kind::latin_hypercube : StudyDesign::Kind::sobol;
    reader.key(hypercube ? "latin_hypercube" : "sobol", out.points, "points", between(1, 1000000));
    if (hypercube)
        reader.key("seed", out.seed, "of the Latin hypercube");
    reader.finish();
}

namespace {

constexpr std::size_t most_points = 1000000;

void check_axis(const Study& study, std::size_t position, const Scenario& base, Reporter& report)
{
    const StudyAxis& axis = study.axes[position];
    const std::string at = join_path("axes", position);
    if (axis.path.has_value() == axis.lever.has_value())
        report.error(at, fmt::format("the axis \"{}\" must have either a path or a lever", axis.name));
    if (axis.list.empty() == !axis.range)
        report.error(at,
                     fmt::format("the axis \"{}\" must have either a list of values or a range", axis.name));
    if (axis.range) {
        const AxisRange& range = *axis.range;
        if (!(range.from <= range.to))
            report.error(join_path(at, "range"),
                         fmt::format("found a range from {} to {}, expected rising", range.from, range.to));
        if (range.step && range.count)
            report.error(join_path(at, "range"), "found both step and count, expected one of them");
        if (study.design.kind == StudyDesign::Kind::grid && !range.step && !range.count)
            report.error(join_path(at, "range"), "in a grid a range needs step or count");
    }
    if (axis.path)
        if (const auto path = positions_of(base, *axis.path); !path)
            report.error(join_path(at, "path"), path.errors().front().message);
    if (axis.lever) {
        std::vector<std::string_view> names;
        for (const Lever lever : all_levers)
            names.push_back(to_text(lever));
        if (std::find(names.begin(), names.end(), *axis.lever) == names.end())
            report.error(join_path(at, "lever"),
                         fmt::format("found the lever \"{}\", expected {}{}", *axis.lever, listed(names),
                                     did_you_mean(*axis.lever, names)));
    }
    for (std::size_t other = 0; other < position; ++other)
        if (study.axes[other].name == axis.name)
            report.error(join_path(at, "name"), fmt::format("two axes are called \"{}\"", axis.name));
}

void check_changes(const Study& study, const Scenario& base, Reporter& report)
{
    std::set<std::string> names;
    for (std::size_t i = 0; i < study.changes.size(); ++i) {
        const std::string at = join_path("changes", i);
        if (!names.insert(study.changes[i].name).second)
            report.error(join_path(at, "name"),
                         fmt::format("two changes are called \"{}\"", study.changes[i].name));
        for (const auto& [path, value] : study.changes[i].set)
            if (const auto found = positions_of(base, path); !found)
                report.error(join_path(join_path(at, "set"), path), found.errors().front().message);
    }
}

void check_filters(const Study& study, Reporter& report)
{
    for (std::size_t i = 0; i < study.filters.size(); ++i) {
        const std::string at = join_path("filters", i);
        const auto filter = parse_filter(study.filters[i]);
        if (!filter) {
            report.error(at, filter.errors().front().message);
            continue;
        }
        for (const FilterTerm& term : filter->terms) {
            std::vector<std::string_view> names;
            for (const StudyAxis& axis : study.axes)
                names.push_back(axis.name);
            if (!term.axis.empty() && std::find(names.begin(), names.end(), term.axis) == names.end())
                report.error(
                    at, fmt::format("found no axis \"{}\"{}", term.axis, did_you_mean(term.axis, names)));
        }
    }
}

void check_figures(const Study& study, Reporter& report)
{
    for (std::size_t i = 0; i < study.kpis.size(); ++i)
        if (!is_kpi_name(study.kpis[i]))
            report.error(join_path("kpis", i),
                         fmt::format("no KPI is called \"{}\" (docs/kpis.md)", study.kpis[i]));
    for (const auto& [kpi, half_width] : study.precision)
        if (std::find(study.kpis.begin(), study.kpis.end(), kpi) == study.kpis.end())
            report.error(join_path("precision", kpi),
                         fmt::format("found a precision of \"{}\", which is not among the kpis", kpi));
    const std::vector<std::string_view> scopes{"total", "contacts", "groups", "segments"};
    for (std::size_t i = 0; i < study.scopes.size(); ++i)
        if (std::find(scopes.begin(), scopes.end(), study.scopes[i]) == scopes.end())
            report.error(join_path("scopes", i),
                         fmt::format("found the scope \"{}\", expected {}{}", study.scopes[i], listed(scopes),
                                     did_you_mean(study.scopes[i], scopes)));
}

void check_size(const Study& study, Reporter& report)
{
    std::size_t points = std::max<std::size_t>(study.changes.size() + (study.as_is ? 1 : 0), 1);
    if (study.design.kind == StudyDesign::Kind::grid)
        for (const StudyAxis& axis : study.axes) {
            const std::size_t values =
                axis.range && axis.range->step
                    ? static_cast<std::size_t>((axis.range->to - axis.range->from) / *axis.range->step) + 1
                    : grid_values(axis).size();
            points *= std::max<std::size_t>(values, 1);
            if (points > most_points)
                return report.error("axes", fmt::format("the grid has more than {} points", most_points));
        }
    if (study.design.kind != StudyDesign::Kind::grid && study.axes.empty())
        report.error("design", "a design needs axes");
}

} // namespace

Result<StudyDocument> read_study(const FileSystem& files, const std::string& path)
{
    const auto text = files.read(path);
    if (!text)
        return text.errors();
    const auto root = parse_toml(*text, path);
    if (!root)
        return root.errors();
    StudyDocument document;
    document.file = path;
    document.text = *text;
    document.sources = places_of(*root);
    Reporter report(document.sources);
    ReadContext context{report, std::nullopt};
    read_table(context, *root, "", document.study);
    if (Diagnostics problems = report.sorted({path}); has_errors(problems))
        return problems;
    const std::string base = normal_path(folder_of(path) + document.study.base);
    const auto base_text = files.read(base);
    if (!base_text) {
        report.error("base", fmt::format("found no scenario \"{}\"", base));
        return report.sorted({path});
    }
    auto scenario = read_scenario_text(files, *base_text, base);
    if (!scenario)
        return scenario.errors();
    document.base_text = *base_text;
    document.base = *std::move(scenario);
    const Study& study = document.study;
    for (std::size_t i = 0; i < study.axes.size(); ++i)
        check_axis(study, i, document.base.scenario, report);
    check_changes(study, document.base.scenario, report);
    check_filters(study, report);
    check_figures(study, report);
    Diagnostics problems = report.sorted({path});
    if (!has_errors(problems)) {
        check_size(study, report);
        problems = report.sorted({path});
    }
    if (has_errors(problems))
        return problems;
    return document;
}

} // namespace switchroom
