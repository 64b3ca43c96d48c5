#include "gui/panels/data_panel.h"

#include "gui/view_models/safe_words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"
#include "gui/widgets/plot/plot.h"
#include "gui/widgets/text_table.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace switchroom::gui {

namespace {

void draw_reading(DataView& view, Desk& desk, Ui& ui)
{
    Card card(ui, ui.say(Text::data_reading));
    progress_bar(ui, view.share_read(), ui.say(Text::data_reading));
    gap(ui, 8);
    if (button(ui, ui.say(Text::data_stop)))
        view.stop(desk);
    ui.animates = true;
}

void draw_problems(const DataView& view, Ui& ui)
{
    if (!view.study() || view.study()->problems.empty())
        return;
    text(ui, ui.say(Text::data_cannot_read), TextStyle::bad);
    for (const std::string& problem : view.study()->problems)
        paragraph(ui, problem);
    gap(ui, 6);
}

void draw_form(DataView& view, Desk& desk, Ui& ui)
{
    paragraph(ui, ui.say(Text::data_lead), TextStyle::muted);
    gap(ui, 4);
    Columns columns(ui, "form", {1.25F, 1.0F});
    columns.next();
    {
        Card card(ui, ui.say(Text::data_form_title), 300);
        draw_problems(view, ui);
        input(ui, ui.say(Text::data_file), view.path, 0, ui.say(Text::data_file_hint));
        gap(ui, 4);
        input(ui, ui.say(Text::data_mapping), view.mapping, 0, ui.say(Text::data_mapping_hint));
        gap(ui, 10);
        if (primary_button(ui, ui.say(Text::data_read), view.can_read()))
            view.read(desk);
        beside(ui, 8);
        if (button(ui, ui.say(Text::data_browse)))
            view.wants_to_browse = true;
        beside(ui, 8);
        if (button(ui, ui.say(Text::data_browse_mapping)))
            view.wants_to_browse_mapping = true;
    }
    columns.next();
    {
        Card card(ui, ui.say(Text::data_formats_title));
        for (const Text words :
             {Text::data_formats_canonical, Text::data_formats_mapping, Text::data_formats_bank}) {
            paragraph(ui, ui.say(words));
            gap(ui, 4);
        }
    }
    Card card(ui, ui.say(Text::data_privacy_title));
    paragraph(ui, ui.say(Text::data_privacy));
}

void draw_head(DataView& view, Desk& desk, Ui& ui)
{
    Card card(ui, without_telephone_numbers(view.path.substr(view.path.rfind('/') + 1)));
    text(ui, view.headline(ui.locale));
    if (view.study()->log->synthetic)
        text(ui, ui.say(Text::data_synthetic), TextStyle::warning);
    if (!view.study()->log->source.empty())
        paragraph(ui, ui.say(Text::data_source, without_telephone_numbers(view.study()->log->source)),
                  TextStyle::muted);
    gap(ui, 4);
    if (primary_button(ui, ui.say(Text::data_use), view.can_use_log()))
        if (const std::string why = view.use_log(desk); !why.empty())
            ui.wishes.notices.push_back(why);
    tooltip(ui, ui.say(Text::data_use_help));
    beside(ui, 8);
    if (button(ui, ui.say(Text::data_other)))
        view.forget(desk);
}

void draw_count(Ui& ui, Text title, std::int64_t rows, TextStyle style)
{
    text(ui, ui.say(title), TextStyle::small);
    text(ui, show_number(static_cast<double>(rows), 0, ui.locale), style);
}

void draw_quality(const DataView& view, Ui& ui)
{
    const QualityAccount& account = view.study()->log->quality;
    Card card(ui, ui.say(Text::data_quality_title));
    if (account.lost_too_much())
        paragraph(ui,
                  ui.say(Text::data_lost_too_much,
                         show_figure(KpiUnit::share,
                                     static_cast<double>(account.rows_lost()) /
                                         static_cast<double>(account.rows_read - account.rows_set_aside()),
                                     ui.locale)),
                  TextStyle::bad);
    {
        Columns columns(ui, "counts", 3);
        columns.next();
        draw_count(ui, Text::data_rows_read, account.rows_read, TextStyle::title);
        columns.next();
        draw_count(ui, Text::data_rows_used, account.rows_used, TextStyle::title);
        columns.next();
        draw_count(ui, Text::data_rows_lost, account.rows_lost(), TextStyle::title);
    }
    gap(ui, 4);
    const std::vector<QualityLine> lines = view.quality(ui.locale);
    if (lines.empty()) {
        text(ui, ui.say(Text::data_all_well), TextStyle::good);
    } else {
        const std::array<TextColumn, 3> columns{TextColumn{ui.say(Text::data_reason), false, 3.0F},
                                                TextColumn{ui.say(Text::data_fate), false, 1.6F},
                                                TextColumn{ui.say(Text::data_rows), true, 0.7F}};
        std::vector<TextRow> rows;
        for (const QualityLine& line : lines)
            rows.push_back({{line.reason, line.fate, line.rows}, line.is_loss});
        text_table(ui, "quality", columns, rows);
    }
    if (const std::string silent = view.silent_days(ui.locale.language); !silent.empty())
        paragraph(ui, silent, TextStyle::warning);
}

void draw_comparison(DataView& view, const Desk& desk, Ui& ui)
{
    Card card(ui, ui.say(Text::data_compare_title));
    const std::vector<std::string> whom = view.compared(desk);
    view.compared_with = std::clamp(view.compared_with, 0, static_cast<int>(whom.size()) - 1);
    if (whom.size() > 1) {
        choice(ui, ui.say(Text::data_compare_whom), whom, view.compared_with, 240);
        gap(ui, 4);
    } else {
        paragraph(ui, ui.say(desk.empty() ? Text::data_no_scenario : Text::data_no_match), TextStyle::muted);
    }
    const bool both = whom.size() > 1;
    std::vector<TextColumn> columns{{ui.say(Text::data_kpi), false, 1.5F},
                                    {ui.say(Text::data_measured), true, 0.8F}};
    if (both) {
        columns.push_back({ui.say(Text::data_simulated), true, 1.3F});
        columns.push_back({ui.say(Text::data_difference), true, 2.2F});
    }
    std::vector<TextRow> rows;
    for (const LogComparison& line : view.comparison(desk)) {
        TextRow row{{line.title, line.measured}};
        if (both) {
            row.cells.push_back(line.simulated);
            row.cells.push_back(line.difference);
        }
        rows.push_back(std::move(row));
    }
    text_table(ui, "comparison", columns, rows);
}

} // namespace

void draw_data(DataView& view, Desk& desk, Ui& ui)
{
    if (view.reading()) {
        draw_reading(view, desk, ui);
        return;
    }
    if (!view.study() || !view.study()->log) {
        draw_form(view, desk, ui);
        return;
    }
    draw_head(view, desk, ui);
    if (!view.study()) // "another log" was pressed
        return;
    if (view.study()->log->rows.empty()) {
        draw_quality(view, ui);
        return;
    }
    {
        Columns columns(ui, "what", {1.25F, 1.0F});
        columns.next();
        draw_comparison(view, desk, ui);
        columns.next();
        draw_quality(view, ui);
    }
    Columns columns(ui, "pictures", {1.25F, 1.0F});
    columns.next();
    {
        Card card(ui, "");
        draw_plot(ui, "offered", view.offered_plot(ui.locale), view.panel.offered, 0, 290);
    }
    columns.next();
    Card card(ui, "");
    draw_plot(ui, "waits", view.waits_plot(ui.locale), view.panel.waits, 0, 290);
}

} // namespace switchroom::gui
