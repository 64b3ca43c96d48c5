#include "gui/view_models/staff_rewritings.h"

#include "gui/view_models/node_path.h"
#include "gui/view_models/record_table.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/reporter.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

/// Windows by day ("weekdays"); a day that runs past midnight counts as the whole day.
using WindowsByDay = std::vector<std::pair<std::string, std::vector<ClockWindow>>>;

WindowsByDay opening_hours(const Node& root)
{
    WindowsByDay days;
    const Node* hours = root.find("hours");
    for (const std::string& day : windows_columns(root, "hours"))
        if (const Node* windows = hours && hours->is(Kind::table) ? hours->find(day) : nullptr)
            days.emplace_back(day, windows_of(*windows));
    const auto odd = [](const ClockWindow& window) {
        return window.end.second_of_day <= window.start.second_of_day;
    };
    const bool plain = std::all_of(days.begin(), days.end(), [&](const auto& day) {
        return std::none_of(day.second.begin(), day.second.end(), odd);
    });
    return plain ? days : WindowsByDay{};
}

/// "[["08:00", 3], ["18:00", 0]]" from the change of the number at each instant of the day.
std::string steps_of_changes(const std::map<int, std::int64_t>& changes)
{
    std::vector<Node> steps;
    std::int64_t people = 0;
    for (const auto& [at, change] : changes) {
        people += change;
        if (change != 0)
            steps.push_back(array_node({text_node(to_text(ClockTime{at})), integer_node(people)}));
    }
    return toml_literal(array_node(std::move(steps)));
}

void add_windows(std::map<int, std::int64_t>& changes, const std::vector<ClockWindow>& windows,
                 std::int64_t people)
{
    for (const ClockWindow& window : windows) {
        changes[window.start.second_of_day] += people;
        if (window.end.second_of_day > window.start.second_of_day && window.end.second_of_day < 86400)
            changes[window.end.second_of_day] -= people;
    }
}

std::string steps_of_number(const Node& root, std::int64_t people)
{
    std::string out;
    for (const auto& [day, windows] : opening_hours(root)) {
        std::map<int, std::int64_t> changes;
        add_windows(changes, windows, people);
        out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", day, steps_of_changes(changes));
    }
    if (out.empty())
        out = fmt::format("every_day = [[\"00:00\", {}]]", people);
    return "{ " + out + " }";
}

std::string shift_of_number(const Node& root, std::int64_t people, const std::string& name)
{
    std::string out = fmt::format("{{ name = {}, agents = {}", quoted_literal(name), people);
    const WindowsByDay days = opening_hours(root);
    for (const auto& [day, windows] : days)
        out += fmt::format(", {} = {}", day, toml_literal(*find_node(root, "hours." + day)));
    return "[" + out + (days.empty() ? ", weekdays = \"08:00-16:30\"" : "") + " }]";
}

std::int64_t people_in(const Node& shift)
{
    const Node* agents = shift.find("agents");
    return agents && agents->is(Kind::integer) ? agents->integer : 1;
}

/// What a shift says of a day: the day's own times, else those of the days that hold it.
const Node* windows_on(const Node& shift, const std::string& day)
{
    const bool weekend = day == "sat" || day == "sun" || day == "weekend";
    for (const std::string& key :
         {day, std::string(weekend ? "weekend" : "weekdays"), std::string("every_day")})
        if (const Node* windows = day == "every_day" && key != day ? nullptr : shift.find(key))
            return windows;
    return nullptr;
}

std::string steps_of_shifts(const Node& root, const std::string& list, const Node& shifts)
{
    std::string out;
    for (const std::string& day : windows_columns(root, list)) {
        std::map<int, std::int64_t> changes;
        for (const Node& shift : shifts.items)
            if (const Node* windows = windows_on(shift, day))
                add_windows(changes, windows_of(*windows), people_in(shift));
        if (!changes.empty())
            out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", day, steps_of_changes(changes));
    }
    return out.empty() ? std::string() : "{ " + out + " }";
}

std::int64_t most_in(const Node& days)
{
    std::int64_t most = 0;
    for (const auto& [day, steps] : days.entries)
        for (const Node& step : steps.items)
            if (step.items.size() == 2 && step.items[1].is(Kind::integer))
                most = std::max(most, step.items[1].integer);
    return most;
}

} // namespace

std::vector<Rewriting> staff_rewritings(const FormSource& source, const std::string& path)
{
    const Language language = source.locale.language;
    const std::string agents_path = path + ".agents";
    const std::string shifts_path = path + ".shifts";
    const std::string by_day = text_of(Text::sc_agents_by_day, language);
    if (const Node* shifts = find_node(source.root, shifts_path)) {
        const std::string steps = steps_of_shifts(source.root, shifts_path, *shifts);
        if (steps.empty())
            return {};
        return {{by_day, {remove_edit(shifts_path), set_edit(agents_path, steps)}}};
    }
    const Node* agents = find_node(source.root, agents_path);
    if (agents && agents->is(Kind::table)) {
        if (agents->find("log") || agents->find("file"))
            return {};
        return {{text_of(Text::sc_agents_one, language),
                 {set_edit(agents_path, std::to_string(most_in(*agents)))}}};
    }
    if (!agents || !agents->is(Kind::integer))
        return {};
    return {{by_day, {set_edit(agents_path, steps_of_number(source.root, agents->integer))}},
            {text_of(Text::sc_agents_shifts, language),
             {remove_edit(agents_path),
              set_edit(shifts_path, shift_of_number(source.root, agents->integer,
                                                    filled(Text::sc_shift_number, language, 1)))}}};
}

} // namespace switchroom::gui
