#include "gui/panels/promise_panel.h"

#include "gui/panels/promise_form_panel.h"
#include "gui/panels/promise_tables.h"
#include "gui/view_models/promise_plots.h"
#include "gui/view_models/promise_words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/field_row.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

constexpr float plot_height = 210.0F; ///< points

void choose_source(PromiseView& view, Ui& ui)
{
    if (!view.has_contract())
        return;
    const std::array<std::string, 2> sources{ui.say(Text::promise_from_contract),
                                             ui.say(Text::promise_from_form)};
    int chosen = view.is_typed() ? 1 : 0;
    if (segments(ui, "promise source", sources, chosen))
        view.show_typed(chosen == 1);
}

bool has_clauses_to_choose(const PromiseView& view)
{
    return view.picture() != nullptr && view.picture()->study.clauses.size() > 1;
}

void choose_clause(PromiseView& view, Ui& ui)
{
    std::vector<std::string> clauses;
    for (const ClauseVerdict& clause : view.picture()->study.clauses)
        clauses.push_back(clause.vendor + " · " + clause.name);
    int chosen = static_cast<int>(view.chosen_clause());
    if (choice(ui, ui.say(Text::promise_clause), clauses, chosen))
        view.choose_clause(static_cast<std::size_t>(chosen));
}

void draw_controls(PromiseView& view, Ui& ui)
{
    const bool chooses = has_clauses_to_choose(view);
    Columns columns(ui, "promise controls", {1.4F, 1.4F, 1.2F});
    if (chooses) {
        columns.next();
        choose_clause(view, ui);
    }
    columns.next();
    int percent = static_cast<int>(std::lround(100.0 * view.assurance()));
    if (slider(ui, ui.say(Text::promise_assurance), percent, 50, 99))
        view.set_assurance(percent / 100.0);
    columns.next();
    if (button_in_row(ui, ui.say(Text::promise_more_precise), view.can_be_more_precise()))
        view.be_more_precise();
    tooltip(ui, ui.say(Text::promise_more_precise_tip));
}

void draw_progress(const PromiseView& view, Ui& ui)
{
    const PromisePicture* picture = view.picture();
    if (!view.busy())
        return;
    if (picture == nullptr || picture->finished)
        return text(ui, ui.say(Text::promise_starting), TextStyle::small);
    const PromiseStudy& study = picture->study;
    if (study.terms >= picture->terms_wanted)
        return text(ui, ui.say(Text::promise_working_curve, picture->curve.points.size()), TextStyle::small);
    text(ui, ui.say(Text::promise_working, study.terms, picture->terms_wanted), TextStyle::small);
    progress_bar(ui, static_cast<double>(study.terms) / static_cast<double>(picture->terms_wanted),
                 ui.say(Text::promise_more_precise));
}

TextStyle style_of(Verdict verdict)
{
    return verdict == Verdict::kept     ? TextStyle::good
           : verdict == Verdict::broken ? TextStyle::bad
                                        : TextStyle::warning;
}

void draw_verdict(const PromiseView& view, Ui& ui)
{
    const PromisePicture& picture = *view.picture();
    const ClauseVerdict& clause = *view.clause();
    const Card card(ui, "");
    text(ui, clause.vendor + " · " + promise_words(*view.clause_terms(), ui.locale), TextStyle::muted);
    text(ui, kept_words(clause, ui.locale), TextStyle::figure);
    text(ui, verdict_words(clause, picture.study.assurance.wanted, ui.locale), style_of(clause.verdict));
    if (clause.windows > 0)
        paragraph(ui, certainty_words(clause, picture.study.terms, ui.locale), TextStyle::small);
    draw_progress(view, ui);
}

void draw_figures(PromiseView& view, Ui& ui)
{
    Columns columns(ui, "promise figures", {1.7F, 1.0F});
    columns.next();
    {
        const Card card(ui, "");
        draw_plot(ui, "promise figures", figures_plot(*view.clause(), ui.locale), view.panel.figures, 0.0F,
                  plot_height);
    }
    columns.next();
    const Card card(ui, "");
    draw_clause_figures(*view.clause(), *view.clause_terms(), ui);
}

void draw_assurance(PromiseView& view, Ui& ui)
{
    const PromisePicture& picture = *view.picture();
    const double wanted = picture.study.assurance.wanted;
    const Card card(ui, "");
    draw_plot(ui, "promise assurance", assurance_plot(picture.curve, view.chosen_clause(), wanted, ui.locale),
              view.panel.assurance, 0.0F, plot_height);
    if (picture.finished)
        paragraph(ui, least_words(picture.curve, wanted, ui.locale));
}

void draw_credits(PromiseView& view, Ui& ui)
{
    const Card card(ui, "");
    draw_plot(ui, "promise credits", credits_plot(view.picture()->curve, view.chosen_clause(), ui.locale),
              view.panel.credits, 0.0F, plot_height);
}

void draw_curve(PromiseView& view, Ui& ui)
{
    if (view.picture()->curve.points.empty())
        return;
    if (view.clause_terms()->credit) {
        Columns columns(ui, "promise curves", 2);
        columns.next();
        draw_assurance(view, ui);
        columns.next();
        draw_credits(view, ui);
    } else {
        draw_assurance(view, ui);
    }
    gap(ui);
    draw_staffings(view, ui);
}

void draw_problems(const Diagnostics& problems, Ui& ui)
{
    const Card card(ui, ui.say(Text::promise_problem));
    for (const Diagnostic& problem : problems)
        paragraph(ui, to_text(problem), TextStyle::bad);
}

} // namespace

void draw_promise(PromiseView& view, Desk& /*desk*/, Ui& ui)
{
    choose_source(view, ui);
    if (view.is_typed()) {
        draw_promise_form(view, ui);
        gap(ui);
    }
    draw_controls(view, ui);
    gap(ui);
    const PromisePicture* picture = view.picture();
    if (picture == nullptr)
        return text(ui, ui.say(Text::promise_starting), TextStyle::muted);
    if (!picture->problems.empty())
        return draw_problems(picture->problems, ui);
    if (view.clause() == nullptr)
        return;
    draw_verdict(view, ui);
    gap(ui);
    draw_figures(view, ui);
    gap(ui);
    draw_curve(view, ui);
    gap(ui);
    draw_invoices(picture->study, ui);
}

} // namespace switchroom::gui
