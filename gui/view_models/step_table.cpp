#include "gui/view_models/step_table.h"

#include "gui/view_models/node_path.h"
#include "gui/view_models/text.h"
#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/reporter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;
constexpr int quarter_s = 900;

std::optional<double> number_of(const Node& node)
{
    if (node.is(Kind::integer))
        return static_cast<double>(node.integer);
    if (node.is(Kind::number))
        return node.number;
    return std::nullopt;
}

std::optional<ClockTime> time_of(const Node& node)
{
    if (node.is(Kind::clock))
        return node.clock;
    return node.is(Kind::text) ? parse_clock_time(node.text) : std::nullopt;
}

bool is_pair(const Node& node)
{
    return node.is(Kind::array) && node.items.size() == 2;
}

Field cell(const std::string& path, FieldKind kind, const Node& node, const Locale& locale)
{
    Field field;
    field.path = path;
    field.kind = kind;
    field.value = show_node(kind, node, locale);
    field.required = true;
    field.limits = kind == FieldKind::clock ? Limits{} : at_least(0);
    return field;
}

DaySheet day_sheet(const Node& steps, const std::string& path, std::string_view key, FieldKind kind,
                   const Locale& locale)
{
    DaySheet sheet{path, std::string(key), day_title(key, locale.language), {}};
    for (std::size_t i = 0; i < steps.items.size(); ++i) {
        const std::string at = join_path(path, i);
        if (is_pair(steps.items[i]))
            sheet.rows.push_back(
                {cell(join_path(at, std::size_t{0}), FieldKind::clock, steps.items[i].items[0], locale),
                 cell(join_path(at, std::size_t{1}), kind, steps.items[i].items[1], locale)});
    }
    return sheet;
}

/// What holds in each quarter of an hour; before the first step 0.
std::vector<double> curve(const Node& steps)
{
    std::vector<double> values(86400 / quarter_s, 0.0);
    for (const Node& step : steps.items) {
        const auto from = is_pair(step) ? time_of(step.items[0]) : std::nullopt;
        const auto value = is_pair(step) ? number_of(step.items[1]) : std::nullopt;
        if (!from || !value)
            continue;
        const auto first = std::min<std::ptrdiff_t>(from->second_of_day / quarter_s,
                                                    static_cast<std::ptrdiff_t>(values.size()));
        std::fill(values.begin() + first, values.end(), *value);
    }
    return values;
}

std::vector<std::string> quarter_labels()
{
    std::vector<std::string> labels;
    for (int second = 0; second < 86400; second += quarter_s)
        labels.push_back(to_text(ClockTime{second}));
    return labels;
}

} // namespace

std::string day_title(std::string_view key, Language language)
{
    constexpr std::array titles{Text::sc_day_mon,      Text::sc_day_tue,      Text::sc_day_wed,
                                Text::sc_day_thu,      Text::sc_day_fri,      Text::sc_day_sat,
                                Text::sc_day_sun,      Text::sc_day_weekdays, Text::sc_day_weekend,
                                Text::sc_day_every_day};
    for (std::size_t i = 0; i < titles.size(); ++i)
        if (EnumNames<DayKey>::names[i] == key)
            return text_of(titles[i], language);
    return std::string(key);
}

StepTable step_table(const Node& root, const std::string& path, FieldKind kind, const Locale& locale)
{
    StepTable table;
    table.path = path;
    table.kind = kind;
    report::LineChart chart;
    chart.labels = quarter_labels();
    const Node* days = find_node(root, path);
    for (const std::string_view key :
         {"every_day", "weekdays", "mon", "tue", "wed", "thu", "fri", "weekend", "sat", "sun"}) {
        const Node* steps = days && days->is(Kind::table) ? days->find(key) : nullptr;
        if (!steps || !steps->is(Kind::array)) {
            table.absent.emplace_back(key);
            table.absent_titles.push_back(day_title(key, locale.language));
            continue;
        }
        table.days.push_back(day_sheet(*steps, join_path(path, key), key, kind, locale));
        chart.series.push_back({day_title(key, locale.language), curve(*steps), {}, {}, true, false});
    }
    table.plot.plot = std::move(chart);
    return table;
}

std::string steps_literal(const Node& steps)
{
    return toml_literal(steps);
}

std::string scaled_steps(const Node& steps, double factor, bool whole)
{
    Node scaled = steps;
    for (Node& step : scaled.items) {
        const auto value = is_pair(step) ? number_of(step.items[1]) : std::nullopt;
        if (!value)
            continue;
        const double grain = whole ? 1.0 : 1000.0;
        const double rounded = std::round(*value * factor * grain) / grain;
        step.items[1] =
            rounded == std::round(rounded) ? integer_node(std::llround(rounded)) : number_node(rounded);
    }
    return toml_literal(scaled);
}

std::string with_step_added(const Node& steps)
{
    Node longer = steps;
    int from_s = 8 * 3600;
    Node value = integer_node(0);
    if (!steps.items.empty() && is_pair(steps.items.back())) {
        const auto last = time_of(steps.items.back().items[0]);
        const int last_s = last ? last->second_of_day : from_s;
        // An hour later, or halfway to midnight where the day is nearly over.
        from_s = last_s + 3600 < 86400 ? last_s + 3600 : last_s + (86400 - last_s) / 2;
        value = steps.items.back().items[1];
    }
    longer.items.push_back(array_node({text_node(to_text(ClockTime{from_s})), value}));
    return toml_literal(longer);
}

std::string with_step_removed(const Node& steps, std::size_t index)
{
    Node shorter = steps;
    if (index < shorter.items.size())
        shorter.items.erase(shorter.items.begin() + static_cast<std::ptrdiff_t>(index));
    return toml_literal(shorter);
}

} // namespace switchroom::gui
