#pragma once
/// Figures that hold from step to step through a day, by weekday kind: calls per hour, agents. As a table
/// that can be edited and as a curve.

#include "gui/view_models/field.h"
#include "gui/view_models/plot_spec.h"

#include <string>
#include <vector>

namespace switchroom::gui {

struct StepRow {
    Field from;
    Field value;
};

/// The steps of one key: "weekdays", "sat" …
struct DaySheet {
    std::string path; ///< "contacts[0].arrivals.profile.weekdays"
    std::string key;
    std::string title; ///< "Monday to Friday"
    std::vector<StepRow> rows;
};

struct StepTable {
    std::string path; ///< of the table of days
    FieldKind kind = FieldKind::number;
    std::vector<DaySheet> days;      ///< those that the file speaks of
    std::vector<std::string> absent; ///< keys of days that could be added
    std::vector<std::string> absent_titles;
    PlotSpec plot;
};

/// Of the table of days at `path` in the tree: steps [time, value]; other keys are passed over.
StepTable step_table(const Node& root, const std::string& path, FieldKind kind, const Locale& locale);

/// The TOML literal of a day's steps.
std::string steps_literal(const Node& steps);

/// Every value × factor: `[["08:00", 9], ["19:00", 0]]`, at most three decimals. Whole numbers where `whole`.
std::string scaled_steps(const Node& steps, double factor, bool whole);

/// One more row after the last one: an hour later, the same value (or 08:00, 0).
std::string with_step_added(const Node& steps);
/// Without row `index`.
std::string with_step_removed(const Node& steps, std::size_t index);

/// "Monday to Friday" for "weekdays" … in the language.
std::string day_title(std::string_view key, Language language);

} // namespace switchroom::gui
