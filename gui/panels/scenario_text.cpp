#include "gui/panels/scenario_blocks.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/layout.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace switchroom::gui {

namespace {

/// The first error or warning that stands in this line of the edited file; null: none.
const Diagnostic* problem_in(const ScenarioView& view, const std::string& file, int line)
{
    for (const ScenarioProblem& problem : view.problems())
        if (problem.said.where.line == line && problem.said.where.file == file)
            return &problem.said;
    return nullptr;
}

void draw_line(Ui& ui, int number, std::string_view content, const Diagnostic* problem)
{
    const Palette& look = ui.look();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (problem) {
        const Colour colour = problem->severity == Severity::error ? look.bad : look.warning;
        const float width = ImGui::GetContentRegionAvail().x;
        ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + width, at.y + ImGui::GetTextLineHeight()),
                                                  colour.with_alpha(40).packed());
    }
    ImGui::PushStyleColor(ImGuiCol_Text, (problem ? look.bad : look.muted).packed());
    ImGui::TextUnformatted(fmt::format("{}{}", problem ? "! " : "  ", number).c_str());
    ImGui::PopStyleColor();
    ImGui::SameLine(ui.px(52));
    ImGui::TextUnformatted(content.data(), content.data() + content.size());
    note_item(ui, ItemKind::text, content, problem ? problem->message : std::string());
    if (problem)
        tooltip(ui, problem->message);
}

} // namespace

void draw_text_tab(ScenarioView& view, Desk& desk, Ui& ui)
{
    const ScenarioEditor& editor = desk.shown();
    paragraph(ui, ui.say(view.unreadable() ? Text::sc_text_unreadable : Text::sc_text_note),
              view.unreadable() ? TextStyle::bad : TextStyle::muted);
    const std::vector<std::string>& lines = view.lines();
    ImGui::BeginChild("lines", ImVec2(0, 0), false, ImGuiWindowFlags_HorizontalScrollbar);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_line(ui, i + 1, lines[static_cast<std::size_t>(i)], problem_in(view, editor.path(), i + 1));
    clipper.End();
    ImGui::EndChild();
}

} // namespace switchroom::gui
