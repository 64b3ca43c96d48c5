#pragma once
/// One value of a scenario as a form shows it: text that a person writes and reads ("2 min 20 s", "80 %"),
/// and back to the TOML literal of the file.

#include "gui/view_models/schema_index.h"
#include "gui/view_models/show.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

struct Field {
    std::string path; ///< "contacts[2].talk.mean"
    std::string label;
    FieldKind kind = FieldKind::text;
    std::string help;
    std::string value;    ///< as a person reads it; empty: the file says nothing
    std::string standard; ///< what holds then; empty: nothing
    std::vector<std::string> choices;
    std::vector<std::string> titles; ///< what people read for each choice; empty: the choice itself
    Limits limits;
    bool required = false;
    std::string error;  ///< what is wrong with the value that the file has
    std::string origin; ///< the included file in which it stands; empty: this one
};

/// A value of the tree as this kind is written by people. What does not fit the kind is shown as TOML.
std::string show_node(FieldKind kind, const Node& node, const Locale& locale);

/// What somebody typed: a TOML literal, or why it is none.
struct Typed {
    std::string literal;
    std::string error; ///< empty: literal is good
};
Typed read_typed(const Field& field, std::string_view text, const Locale& locale);

/// What people read for one of the field's choices; any other text as it is.
std::string title_of_choice(const Field& field, const std::string& choice);

/// True if the value is worth a wide field: lists, windows, raw TOML.
bool is_wide(FieldKind kind);

} // namespace switchroom::gui
