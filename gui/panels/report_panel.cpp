#include "gui/panels/report_panel.h"

#include "gui/view_models/compare_words.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <array>
#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

using report::ReportFormat;

/// In the order of the choice.
constexpr std::array formats{ReportFormat::html,          ReportFormat::xlsx, ReportFormat::csv,
                             ReportFormat::csv_semicolon, ReportFormat::json, ReportFormat::text};
constexpr std::array format_names{Text::report_html,          Text::report_xlsx, Text::report_csv,
                                  Text::report_csv_semicolon, Text::report_json, Text::report_text};

void draw_scenarios(ReportView& view, Ui& ui)
{
    text(ui, ui.say(Text::report_scenarios), TextStyle::strong);
    for (const ReportedRow& row : view.scenarios()) {
        ImGui::PushID(static_cast<int>(row.id));
        bool chosen = row.chosen;
        ImGui::BeginDisabled(!row.problem.empty());
        if (checkbox(ui, row.name, chosen))
            view.choose(row.id, chosen);
        ImGui::EndDisabled();
        if (!row.problem.empty())
            paragraph(ui, row.problem, TextStyle::bad);
        ImGui::PopID();
    }
}

void draw_format(ReportView& view, Ui& ui)
{
    std::vector<std::string> names;
    int chosen = 0;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        names.push_back(ui.say(format_names[i]));
        if (formats[i] == view.format)
            chosen = static_cast<int>(i);
    }
    if (choice(ui, ui.say(Text::report_format), names, chosen)) {
        view.format = formats[static_cast<std::size_t>(chosen)];
        view.follow_format();
    }
}

void draw_contents(ReportView& view, Ui& ui)
{
    std::vector<std::string> kpis;
    for (const std::string& kpi : ReportView::heat_kpis())
        kpis.push_back(figure_title(kpi, ui.locale.language));
    int kpi = static_cast<int>(view.heat_kpi);
    if (choice(ui, ui.say(Text::report_heat_map), kpis, kpi))
        view.heat_kpi = static_cast<std::size_t>(kpi);
    std::vector<std::string> terms;
    for (const std::int64_t count : ReportView::terms_offered())
        terms.push_back(count == 0 ? std::string(ui.say(Text::report_no_contracts))
                                   : ui.say(Text::report_terms_count, count));
    int chosen = static_cast<int>(view.terms);
    if (choice(ui, ui.say(Text::report_terms), terms, chosen))
        view.terms = static_cast<std::size_t>(chosen);
    tooltip(ui, ui.say(Text::report_terms_help));
}

void draw_outcome(const ReportView& view, Ui& ui)
{
    const WrittenReport* written = view.written();
    if (!written || view.is_writing())
        return;
    gap(ui, 4);
    if (!written->problems.empty()) {
        paragraph(ui, written->problems.front().message, TextStyle::bad);
        return;
    }
    const auto kilobytes = static_cast<long long>(written->bytes / 1024 + 1);
    paragraph(ui, ui.say(Text::report_written, written->path, kilobytes), TextStyle::good);
    if (view.open_file && button(ui, ui.say(Text::report_open)))
        view.open_file(written->path);
}

void draw_options(ReportView& view, Ui& ui)
{
    {
        Card card(ui, "");
        draw_scenarios(view, ui);
        gap(ui, 10);
        draw_format(view, ui);
        draw_contents(view, ui);
        input(ui, ui.say(Text::report_path), view.path);
        gap(ui, 8);
        const bool can_write = view.made() && !view.path.empty() && !view.is_writing();
        if (primary_button(ui, ui.say(Text::report_write), can_write))
            view.write();
        if (view.is_writing())
            text(ui, ui.say(Text::report_writing), TextStyle::muted);
        draw_outcome(view, ui);
    }
    gap(ui, 8);
    if (view.made() && view.made()->wanted > 0)
        paragraph(ui, ui.say(Text::report_runs, view.made()->wanted), TextStyle::small);
    paragraph(ui, ui.say(Text::report_language), TextStyle::small);
}

} // namespace

void draw_report(ReportView& view, Desk&, Ui& ui)
{
    Columns columns(ui, "report", {1.0F, 2.1F});
    columns.next();
    draw_options(view, ui);
    columns.next();
    draw_report_preview(view, ui);
}

} // namespace switchroom::gui
