#pragma once
/// Fields of a form: the label above, what is wrong beneath, help while the pointer rests on it.

#include "gui/view_models/field.h"
#include "gui/widgets/ui.h"

#include <string>

namespace switchroom::gui {

/// What a person did to a field in this frame.
enum class FieldEvent {
    none,
    typed,  ///< the text changed
    left,   ///< the text is complete: Enter, Tab, or a click elsewhere
    chosen, ///< something of a list: complete at once
};

struct FieldLook {
    bool labelled = true; ///< false: in a table with a header
    bool focus = false;   ///< takes the keyboard in this frame
    float width_pt = 0.0F;
};

/// Text of the field's kind, or a list to choose from. `text` is what it shows and takes what is typed;
/// `error` is what is wrong with that.
FieldEvent form_field(Ui& ui, const Field& field, std::string& text, const std::string& error,
                      const FieldLook& look = {});

/// `text` cut to so many pixels with an ellipsis at its end.
std::string fitted(const std::string& text, float width_px);

} // namespace switchroom::gui
