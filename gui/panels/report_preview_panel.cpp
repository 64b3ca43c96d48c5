#include "gui/panels/report_panel.h"
#include "gui/view_models/text.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace switchroom::gui {

namespace {

/// So many beside each other.
constexpr std::size_t figures_in_a_row = 3;

void draw_figures(const PreviewBlock& block, std::size_t number, Ui& ui)
{
    if (!block.words.empty())
        paragraph(ui, block.words, TextStyle::strong);
    for (std::size_t first = 0; first < block.figures.size(); first += figures_in_a_row) {
        const std::string id = std::to_string(number) + "." + std::to_string(first);
        Columns columns(ui, id.c_str(), static_cast<int>(figures_in_a_row));
        for (std::size_t i = first; i < std::min(first + figures_in_a_row, block.figures.size()); ++i) {
            columns.next();
            paragraph(ui, block.figures[i].first, TextStyle::small);
            paragraph(ui, block.figures[i].second, TextStyle::title);
        }
    }
    gap(ui, 6);
}

void draw_block(const PreviewBlock& block, std::size_t number, Ui& ui)
{
    switch (block.kind) {
    case PreviewBlock::Kind::heading:
        gap(ui, 10);
        paragraph(ui, block.words, TextStyle::strong);
        break;
    case PreviewBlock::Kind::lead:
    case PreviewBlock::Kind::paragraph:
        paragraph(ui, block.words);
        break;
    case PreviewBlock::Kind::note:
        paragraph(ui, block.words, TextStyle::small);
        break;
    case PreviewBlock::Kind::bullet:
        ImGui::Bullet();
        paragraph(ui, block.words);
        break;
    case PreviewBlock::Kind::figures:
        draw_figures(block, number, ui);
        break;
    case PreviewBlock::Kind::chart:
        paragraph(ui, ui.say(Text::report_chart, block.words), TextStyle::muted);
        break;
    case PreviewBlock::Kind::table:
        paragraph(ui, ui.say(Text::report_table, block.words), TextStyle::muted);
        break;
    }
}

void draw_state(const ReportView& view, Ui& ui)
{
    const MadeReport* made = view.made();
    if (!made || view.is_complete())
        return;
    if (!view.failure().empty())
        paragraph(ui, view.failure(), TextStyle::bad);
    else if (!made->problems.empty())
        paragraph(ui, made->problems.front().message, TextStyle::bad);
    else {
        const bool judges = made->stage == ReportStage::contracts;
        if (made->document)
            paragraph(ui,
                      judges ? ui.say(Text::report_preview_runs, made->replications)
                             : ui.say(Text::report_preview, made->replications, made->wanted),
                      TextStyle::muted);
        else
            text(ui, ui.say(Text::report_simulating), TextStyle::muted);
        progress_bar(ui, view.share_done(),
                     ui.say(judges ? Text::report_contracts : Text::report_simulating));
    }
    gap(ui, 4);
}

} // namespace

void draw_report_preview(const ReportView& view, Ui& ui)
{
    Card card(ui, "");
    if (view.preview().empty() && !view.made()) {
        paragraph(ui, ui.say(view.has_chosen() ? Text::report_simulating : Text::report_nothing_chosen),
                  TextStyle::muted);
        return;
    }
    draw_state(view, ui);
    paragraph(ui, view.title(), TextStyle::title);
    paragraph(ui, view.subtitle(), TextStyle::muted);
    gap(ui, 4);
    for (std::size_t i = 0; i < view.preview().size(); ++i)
        draw_block(view.preview()[i], i, ui);
}

} // namespace switchroom::gui
