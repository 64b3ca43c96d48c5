#pragma once
/// What the form of one part of a scenario holds: blocks of fields, tables of steps, lists of records, and
/// the drawing of a route. Made anew from the tree whenever the text changes.

#include "gui/view_models/field.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/route_flow.h"
#include "gui/view_models/step_table.h"
#include "gui/view_models/text.h"
#include "sim/scenario/edit_text.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// The parts of a scenario that have a form of their own.
enum class PartKind { practice, contact, group, route, contract, run, text };

/// Records of a list, a row each, with the same fields: skills, shifts, breaks, meetings, tiers of a price.
struct RecordTable {
    std::string path;      ///< of the list
    std::string add_label; ///< of the button
    std::string fresh;     ///< literal of a new record
    std::vector<std::string> columns;
    std::vector<std::vector<Field>> rows;
};

/// Another way to say what a block says: a button and what it does to the file.
struct Rewriting {
    std::string label;
    std::vector<Edit> edits;
};

struct FormBlock {
    std::string title;
    std::string note; ///< a sentence below the title; may be empty
    std::vector<Field> fields;
    std::optional<StepTable> steps;
    std::optional<RecordTable> records;
    std::optional<PlotSpec> plot; ///< a Gantt chart
    std::optional<RouteFlow> flow;
    std::vector<Rewriting> rewritings;
    std::string removable; ///< path of what the block is about, if it can go; empty: it stays
    std::string remove_label;
};

struct Form {
    std::string title;
    std::vector<FormBlock> blocks;
};

/// What the forms are made from. `root` is the tree of the present text with its includes, `file` the name of
/// the file that is edited.
struct FormSource {
    const Node& root;
    std::string file;
    Locale locale;
};

/// A field of the schema's kind at this path with the value that the tree has there. A law written as a plain
/// duration counts as its mean, a plain share of shrinkage as absence_day. A value that varies over the day
/// makes a raw field.
Field make_field(const FormSource& source, const std::string& path, std::string label);

/// The form of `path` ("contacts[2]", "groups[0]", "routes[1]", "contracts[0]"; empty for practice and run).
Form make_form(const FormSource& source, PartKind kind, const std::string& path);

// The parts, each in its own file.
std::vector<FormBlock> practice_blocks(const FormSource& source);
std::vector<FormBlock> run_blocks(const FormSource& source);
std::vector<FormBlock> contact_blocks(const FormSource& source, const std::string& path);
std::vector<FormBlock> group_blocks(const FormSource& source, const std::string& path);
std::vector<FormBlock> route_blocks(const FormSource& source, const std::string& path);
/// The fields of one step of a route ("routes[0].open[1]").
FormBlock route_step_block(const FormSource& source, const std::string& path);
std::vector<FormBlock> contract_blocks(const FormSource& source, const std::string& path);

/// A block of fields: labels and keys below `path`.
struct LabelledKey {
    const char* key;
    Text label;
};
FormBlock fields_block(const FormSource& source, const std::string& path, Text title,
                       const std::vector<LabelledKey>& keys);

/// Texts at `key` of all tables of a list: the names of contacts, groups, profiles.
std::vector<std::string> names_in(const Node& root, std::string_view list, std::string_view key = "name");

} // namespace switchroom::gui
