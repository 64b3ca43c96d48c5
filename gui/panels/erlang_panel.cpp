#include "gui/panels/erlang_panel.h"

#include "gui/view_models/erlang_words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/text_table.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr int fields_in_row = 3;

void choose_model(ErlangView& view, Ui& ui)
{
    std::vector<std::string> titles;
    int chosen = 0;
    for (const erlang::CaseModel& model : erlang::case_models()) {
        if (&model == &view.model())
            chosen = static_cast<int>(titles.size());
        titles.push_back(model_title(model, ui.locale.language));
    }
    if (choice(ui, ui.say(Text::erlang_model), titles, chosen))
        view.choose_model(erlang::case_models()[static_cast<std::size_t>(chosen)]);
}

void draw_field(ErlangView& view, const ErlangField& field, Ui& ui)
{
    input(ui, ui.say(field.label), view.texts()[std::string(field.name)]);
    tooltip(ui, ui.say(field.help));
    if (view.reading().is_wrong(field.name))
        field_error(ui, ui.say(field.help));
}

void draw_target(ErlangView& view, Ui& ui)
{
    input(ui, ui.say(Text::erlang_target), view.target());
    tooltip(ui, ui.say(Text::erlang_target_help));
    if (std::isnan(view.target_share()))
        field_error(ui, ui.say(Text::erlang_target_help));
}

void draw_fields(ErlangView& view, Ui& ui)
{
    const std::vector<const ErlangField*> fields = fields_of(view.model());
    const std::size_t count = fields.size() + 1; // the target comes last
    for (std::size_t i = 0; i < count; i += fields_in_row) {
        Columns columns(ui, ("erlang fields " + std::to_string(i)).c_str(), fields_in_row);
        for (std::size_t k = i; k < std::min(i + fields_in_row, count); ++k) {
            columns.next();
            if (k < fields.size())
                draw_field(view, *fields[k], ui);
            else
                draw_target(view, ui);
        }
    }
}

void draw_source(ErlangView& view, Desk& desk, Ui& ui)
{
    if (button(ui, ui.say(Text::erlang_take), ErlangView::can_take_from(desk)))
        view.take_from(desk);
    tooltip(ui, ui.say(Text::erlang_take_tip));
    if (!view.taken() || desk.empty())
        return;
    const BusiestInterval& taken = *view.taken();
    paragraph(ui,
              ui.say(Text::erlang_taken, desk.shown().title(),
                     to_text(ClockTime{static_cast<int>(std::lround(taken.at_s))}), taken.group),
              TextStyle::small);
}

void draw_calculator(ErlangView& view, Desk& desk, Ui& ui)
{
    const Card card(ui, ui.say(Text::erlang_calculator));
    choose_model(view, ui);
    paragraph(ui, ui.say(Text::erlang_holds, model_holds(view.model(), ui.locale.language)),
              TextStyle::small);
    draw_fields(view, ui);
    gap(ui, 4.0F);
    draw_source(view, desk, ui);
}

void draw_least(ErlangView& view, const ErlangAnswer& answer, Ui& ui)
{
    if (!answer.can_search)
        return;
    gap(ui, 4.0F);
    ImGui::AlignTextToFramePadding();
    text(ui, ui.say(Text::erlang_least), TextStyle::muted);
    beside(ui);
    text(ui,
         answer.least_agents ? show_number(*answer.least_agents, 0, ui.locale) : ui.say(Text::erlang_none),
         TextStyle::strong);
    if (!answer.least_agents)
        return;
    beside(ui, 14.0F);
    if (button(ui, ui.say(Text::erlang_use, show_number(*answer.least_agents, 0, ui.locale))))
        view.take_least_agents();
}

void draw_columns(ErlangView& view, const ErlangAnswer& answer, Ui& ui)
{
    gap(ui, 4.0F);
    checkbox(ui, ui.say(Text::erlang_columns), view.panel.shows_columns);
    if (!view.panel.shows_columns && !answer.figures.empty())
        return;
    const std::array columns{TextColumn{.heading = {}, .share = 1.4F},
                             TextColumn{.heading = {}, .is_number = true}};
    std::vector<TextRow> rows;
    for (const auto& [column, value] : answer.columns)
        rows.push_back({{column, value}});
    text_table(ui, "erlang columns", columns, rows);
}

void draw_problem(const ErlangView& view, const ErlangAnswer& answer, Ui& ui)
{
    if (answer.problem.empty())
        return;
    const double agents = value_of("agents", view.texts());
    const bool overloaded = answer.load >= agents;
    paragraph(ui,
              overloaded ? ui.say(Text::erlang_overloaded, show_number(answer.load, 2, ui.locale),
                                  show_number(agents, 0, ui.locale))
                         : ui.say(Text::erlang_problem, answer.problem),
              TextStyle::bad);
}

void draw_answer(ErlangView& view, Ui& ui)
{
    const Card card(ui, model_title(view.model(), ui.locale.language));
    const ErlangAnswer* answer = view.answer();
    if (answer == nullptr)
        return;
    draw_problem(view, *answer, ui);
    const std::array columns{TextColumn{.heading = {}, .share = 1.0F},
                             TextColumn{.heading = {}, .is_number = true}};
    std::vector<TextRow> rows;
    const double agents = value_of("agents", view.texts());
    if (std::isfinite(answer->load))
        rows.push_back({{ui.say(Text::erlang_load),
                         ui.say(Text::erlang_load_value, show_number(answer->load, 2, ui.locale),
                                show_figure(KpiUnit::share, answer->load / agents, ui.locale),
                                show_number(agents, 0, ui.locale))}});
    for (const ErlangFigure& figure : answer->figures)
        rows.push_back(
            {{result_title(figure.name, value_of("within", view.texts()), ui.locale),
              show_figure(figure.is_time ? KpiUnit::seconds : KpiUnit::share, figure.value, ui.locale)},
             figure.name == "service_level"});
    text_table(ui, "erlang answer", columns, rows);
    draw_least(view, *answer, ui);
    if (!answer->columns.empty())
        draw_columns(view, *answer, ui);
}

} // namespace

void draw_erlang(ErlangView& view, Desk& desk, Ui& ui)
{
    {
        Columns columns(ui, "erlang columns", {1.15F, 1.0F});
        columns.next();
        draw_calculator(view, desk, ui);
        columns.next();
        draw_answer(view, ui);
    }
    gap(ui);
    draw_erlang_hour(view, ui);
}

} // namespace switchroom::gui
