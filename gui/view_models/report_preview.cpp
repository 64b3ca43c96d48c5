#include "gui/view_models/report_view.h"

#include <variant>

namespace switchroom::gui {

namespace {

using Kind = PreviewBlock::Kind;

/// One overload a block of a report.
struct Previewer {
    std::vector<PreviewBlock>& into;

    void operator()(const report::Heading& heading) const
    {
        into.push_back({Kind::heading, heading.text, {}});
    }
    void operator()(const report::Paragraph& paragraph) const
    {
        const Kind kind = paragraph.style == report::ParagraphStyle::lead   ? Kind::lead
                          : paragraph.style == report::ParagraphStyle::note ? Kind::note
                                                                            : Kind::paragraph;
        into.push_back({kind, paragraph.text, {}});
    }
    void operator()(const report::Bullets& bullets) const
    {
        for (const std::string& item : bullets.items)
            into.push_back({Kind::bullet, item, {}});
    }
    void operator()(const report::KeyFigures& figures) const
    {
        PreviewBlock block{Kind::figures, figures.title, {}};
        for (const report::KeyFigure& figure : figures.figures)
            block.figures.emplace_back(figure.label, report::shown(figure.cell));
        into.push_back(std::move(block));
    }
    void operator()(const report::DataTable& table) const { into.push_back({Kind::table, table.title, {}}); }
    void operator()(const report::ChartSpec& chart) const { into.push_back({Kind::chart, chart.title, {}}); }
};

} // namespace

std::vector<PreviewBlock> preview_of(const report::Document& document)
{
    std::vector<PreviewBlock> blocks;
    for (const report::Block& block : document.blocks)
        std::visit(Previewer{blocks}, block);
    return blocks;
}

} // namespace switchroom::gui
