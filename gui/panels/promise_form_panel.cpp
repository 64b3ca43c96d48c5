#include "gui/panels/promise_form_panel.h"

#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

namespace switchroom::gui {

namespace {

void field(Ui& ui, const PromiseReading& reading, PromiseField field, Text complaint)
{
    if (reading.is_wrong(field))
        field_error(ui, ui.say(complaint));
}

} // namespace

void draw_promise_form(PromiseView& view, Ui& ui)
{
    const Card card(ui, ui.say(Text::promise_form_title));
    PromiseForm& form = view.form();
    const PromiseReading& reading = view.reading();
    if (!view.has_contract())
        paragraph(ui, ui.say(Text::promise_form_no_contract), TextStyle::muted);
    {
        Columns columns(ui, "promise form", {2.0F, 1.0F, 1.2F, 1.0F, 1.0F, 1.0F});
        columns.next();
        input(ui, ui.say(Text::promise_form_sentence), form.sentence, 0.0F,
              ui.say(Text::promise_form_sentence_hint));
        tooltip(ui, ui.say(Text::promise_form_sentence_tip));
        field_error(ui, reading.sentence_error);
        columns.next();
        input(ui, ui.say(Text::promise_form_volume), form.calls_a_day, "%.0f");
        field(ui, reading, PromiseField::calls_a_day, Text::promise_form_bad_volume);
        columns.next();
        input(ui, ui.say(Text::promise_form_open), form.open);
        field(ui, reading, PromiseField::open, Text::promise_form_bad_open);
        columns.next();
        input(ui, ui.say(Text::promise_form_handle), form.handle);
        field(ui, reading, PromiseField::handle, Text::promise_form_bad_duration);
        columns.next();
        input(ui, ui.say(Text::promise_form_patience), form.patience);
        field(ui, reading, PromiseField::patience, Text::promise_form_bad_duration);
        columns.next();
        input(ui, ui.say(Text::promise_form_agents), form.agents);
        field(ui, reading, PromiseField::agents, Text::promise_form_bad_agents);
    }
    checkbox(ui, ui.say(Text::promise_form_morning), form.morning_peak);
    beside(ui, 16.0F);
    text(ui, ui.say(Text::promise_form_assumed), TextStyle::small);
}

} // namespace switchroom::gui
