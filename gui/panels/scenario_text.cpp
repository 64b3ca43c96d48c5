#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text_area.h"

#include <string>
#include <vector>

namespace switchroom::gui {

namespace {

/// The first error or warning of each line of the edited file.
std::vector<LineMark> marks_in(const ScenarioView& view, const std::string& file)
{
    std::vector<LineMark> marks;
    for (const ScenarioProblem& problem : view.problems())
        if (problem.said.where.line > 0 && problem.said.where.file == file)
            marks.push_back(
                {problem.said.where.line, problem.said.message, problem.said.severity == Severity::error});
    return marks;
}

} // namespace

void draw_text_tab(ScenarioView& view, Desk& desk, Ui& ui)
{
    paragraph(ui, ui.say(view.unreadable() ? Text::sc_text_unreadable : Text::sc_text_note),
              view.unreadable() ? TextStyle::bad : TextStyle::muted);
    if (text_area(ui, ui.say(Text::sc_part_text), view.text_draft(), marks_in(view, desk.shown().path())))
        view.commit_text(desk);
}

} // namespace switchroom::gui
