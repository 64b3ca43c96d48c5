#pragma once
/// The window's controls: Dear ImGui's, with our look, the label above the field, and an entry in Items for
/// each, so that tests find what a person reads. Labels are unique within a panel; "##…" at the end makes
/// equal words differ and is not shown.
///
/// Fields fill the width that is left unless a width in points is given.

#include "gui/widgets/ui.h"

#include <span>
#include <string>
#include <string_view>

namespace switchroom::gui {

enum class TextStyle { body, muted, strong, title, figure, small, good, bad, warning };

/// One line, or wrapped at the right edge.
void text(Ui& ui, std::string_view words, TextStyle style = TextStyle::body);
void paragraph(Ui& ui, std::string_view words, TextStyle style = TextStyle::body);

/// The words in lines of at most so many pixels in the font in use; figures stay whole (wrap_text.h).
std::string wrapped_here(std::string_view words, float width_px);

bool button(Ui& ui, std::string_view label, bool enabled = true);
/// The one that is meant, of several.
bool primary_button(Ui& ui, std::string_view label, bool enabled = true);
bool link(Ui& ui, std::string_view label);
bool checkbox(Ui& ui, std::string_view label, bool& on);
/// A row that can be chosen.
bool selectable(Ui& ui, std::string_view label, bool chosen);

/// Each returns true in the frame in which the value changed. `label` stands above.
bool choice(Ui& ui, std::string_view label, std::span<const std::string> options, int& chosen,
            float width_pt = 0.0F);
bool slider(Ui& ui, std::string_view label, int& value, int least, int most, const char* format = "%d",
            float width_pt = 0.0F);
bool slider(Ui& ui, std::string_view label, double& value, double least, double most, const char* format,
            float width_pt = 0.0F);
bool input(Ui& ui, std::string_view label, std::string& value, float width_pt = 0.0F,
           std::string_view hint = {});
bool input(Ui& ui, std::string_view label, double& value, const char* format, float width_pt = 0.0F);
bool input(Ui& ui, std::string_view label, int& value, float width_pt = 0.0F);
/// Side by side, one of them chosen.
bool segments(Ui& ui, std::string_view label, std::span<const std::string> options, int& chosen);

/// True in the frame in which the field drawn last was left after a change: when an edit is complete.
bool edit_finished();

/// True while somebody moves by keyboard: only then is the focus drawn.
bool keyboard_is_used();

/// Shows words while the pointer (or the keyboard) rests on what was drawn last.
void tooltip(Ui& ui, std::string_view words);
/// The sentence of an error below the field drawn last, in the colour of errors. Nothing if empty.
void field_error(Ui& ui, std::string_view words);
/// A thin bar, 0 … 1.
void progress_bar(Ui& ui, double share, std::string_view label);

/// Records something drawn by hand.
void note_item(Ui& ui, ItemKind kind, std::string_view label, std::string_view value = {});

} // namespace switchroom::gui
