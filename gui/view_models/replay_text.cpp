#include "gui/view_models/replay_text.h"

#include "gui/view_models/safe_words.h"
#include "sim/base/units.h"
#include "sim/calllog/log_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace switchroom::gui {

namespace {

/// As a TOML basic string.
std::string quoted(std::string_view words)
{
    std::string text = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + "\"";
}

/// A type of call of the log, and how its calls are handled.
struct Type {
    std::string name;
    std::string where; ///< empty: all calls
    HandleSummary handle;
};

std::vector<Type> types_of(const CallLog& log)
{
    const LogMeasures measured = measure(log, {.by = MeasureBy::type});
    std::vector<Type> types;
    bool any_number = false;
    for (const LogCell& cell : measured.cells) {
        any_number |= holds_telephone_number(cell.name);
        const ContactCounts& counts = cell.counts;
        if (counts.answered + counts.abandoned + counts.flowed_out == 0)
            continue;
        const char mark = cell.name.find('\'') == std::string::npos ? '\'' : '"';
        types.push_back(
            {cell.name, fmt::format("type == {0}{1}{0}", mark, cell.name), summarise(cell.handles_s, 0.0)});
    }
    if (any_number || types.empty())
        return {{"calls", "", summarise(measured.total.handles_s, 0.0)}};
    return types;
}

std::string log_table(const std::string& file, const std::string& columns, const std::string& more)
{
    std::string table = "{ file = " + quoted(file);
    if (!columns.empty())
        table += ", columns = " + quoted(columns);
    return table + more + " }";
}

/// Agents for the busiest half-hour of a mean week, at 85 % busy.
int agents_needed(const CallLog& log, double handle_s)
{
    std::map<std::pair<unsigned, int>, double> calls;
    std::map<unsigned, int> days;
    std::chrono::local_days last_day{};
    for (const CallRow& row : log.rows) {
        const LocalTime at = local_time(row.arrived_at);
        const unsigned weekday = std::chrono::weekday(at.day).iso_encoding();
        if (at.day != last_day)
            ++days[weekday];
        last_day = at.day;
        if (row.offered())
            calls[{weekday, static_cast<int>(at.second_of_day / 1800.0)}] += 1.0;
    }
    double most = 0.0;
    for (const auto& [slot, count] : calls)
        most = std::max(most, count / days[slot.first]);
    return std::max(static_cast<int>(std::ceil(most * handle_s / 1800.0 / 0.85)), 1);
}

std::string contact_text(const Type& type, const HandleSummary& all, const std::string& file,
                         const std::string& columns)
{
    const std::string where = type.where.empty() ? "" : ", where = " + quoted(type.where);
    const HandleSummary& handle = type.handle.n > 1 ? type.handle : all;
    return fmt::format("[[contacts]]\nname = {}\narrivals.log = {}\n"
                       "handle = {{ family = \"lognormal\", mean = \"{:.0f}s\", cv = {:.2f} }}   "
                       "# drawn for calls whose time the log lacks\n"
                       "target = {{ service_level = {{ share = 0.80, within = \"20s\" }} }}\n\n",
                       quoted(type.name), log_table(file, columns, where), std::max(handle.mean_s, 1.0),
                       std::clamp(handle.cv, 0.1, 3.0));
}

} // namespace

std::string replay_scenario(const CallLog& log, const std::string& file, const std::string& columns)
{
    const std::vector<Type> types = types_of(log);
    const MeasureReport report = make_measure_report(log, {}, "", false);
    HandleSummary all = summarise(report.by_type.total.handles_s, 0.0);
    if (all.n < 2) {
        all.mean_s = 180.0;
        all.cv = 1.0;
    }
    const Date first{local_time(log.rows.front().arrived_at).day};
    const auto days =
        (local_time(log.rows.back().arrived_at).day - local_time(log.rows.front().arrived_at).day);
    std::string text = fmt::format(
        "# The callers of a recorded log once more: who called when, for how long, and who hung up after "
        "which wait.\n"
        "# Change the desk and see what those callers would have met. Trust differences between two desks "
        "more than\n"
        "# either's level (docs/call-logs.md).\n"
        "format = 1\nname = {}\ntimezone = \"{}\"\n\n[time]\nstart = {}\ndays = {}\ninterval = \"15min\"\n\n",
        quoted("Replay of " + without_telephone_numbers(file.substr(file.rfind('/') + 1))), log.zone.name(),
        to_text(first), days.count() + 1);
    std::string names;
    for (const Type& type : types) {
        text += contact_text(type, all, file, columns);
        names += (names.empty() ? "" : ", ") + quoted(type.name);
    }
    text += "[[groups]]\nname = \"desk\"\n";
    if (report.staffing.empty())
        text += fmt::format("agents = {}        # the log does not say who served: say who was there\n",
                            agents_needed(log, all.mean_s));
    else
        text += "agents = { log = " + log_table(file, columns, ", gap = \"10min\"") +
                " }   # on shift while gaps between services stay under this\n";
    text += "next = \"longest-wait\"\n\n[[routes]]\ncontacts = [" + names +
            "]\nopen = [ { offer = [\"desk\"] } ]\nclosed = [ { offer = [\"desk\"] } ]\n\n"
            "[run]\nreplications = 50\nseed = 1\n";
    return text;
}

} // namespace switchroom::gui
