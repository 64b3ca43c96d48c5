#include "gui/panels/compare_panel.h"
#include "gui/widgets/figure_table.h"
#include "gui/widgets/layout.h"

#include <imgui.h>

#include <optional>
#include <vector>

namespace switchroom::gui {

namespace {

struct SuggestionWords {
    std::string label;
    std::string why;
};

SuggestionWords words_of(const Suggestion& suggestion, const Ui& ui)
{
    switch (suggestion.kind) {
    case Suggestion::Kind::as_saved:
        return {ui.say(Text::compare_suggest_as_saved), ui.say(Text::compare_suggest_as_saved_why)};
    case Suggestion::Kind::partner:
        return {suggestion.name, ui.say(Text::compare_suggest_partner_why)};
    case Suggestion::Kind::one_agent_less:
        return {ui.say(Text::compare_suggest_one_less), ui.say(Text::compare_suggest_one_less_why)};
    case Suggestion::Kind::copy:
        break;
    }
    return {ui.say(Text::compare_suggest_copy), ui.say(Text::compare_suggest_copy_why)};
}

/// What to do with a scenario of the list, after the list was drawn.
struct Order {
    enum class Kind { lock, remove, adopt } kind;
    std::size_t position;
};

/// What stands at the right of a row; on the next line where it does not fit.
void draw_actions(const ComparedScenarioRow& row, Ui& ui, bool alone, std::optional<Order>& order)
{
    if (row.is_baseline) {
        padlock(ui);
        ImGui::AlignTextToFramePadding();
        text(ui, ui.say(Text::compare_baseline), TextStyle::muted);
    } else if (row.days_differ) {
        if (link(ui, ui.say(Text::compare_adopt)))
            order = Order{Order::Kind::adopt, row.position};
    } else if (row.problem.empty() && link(ui, ui.say(Text::compare_lock)))
        order = Order{Order::Kind::lock, row.position};
    if (alone)
        return;
    if (row.is_baseline || row.days_differ || row.problem.empty())
        beside(ui, 14);
    if (link(ui, ui.say(Text::compare_remove)))
        order = Order{Order::Kind::remove, row.position};
}

void draw_row(const ComparedScenarioRow& row, Ui& ui, bool alone, std::optional<Order>& order)
{
    constexpr float actions_pt = 230.0F;
    ImGui::PushID(static_cast<int>(row.id));
    ImGui::AlignTextToFramePadding();
    series_dot(ui, row.position);
    ImGui::AlignTextToFramePadding();
    text(ui, row.name, TextStyle::strong);
    tooltip(ui, row.file);
    beside(ui, 14);
    if (width_left(ui) < actions_pt) {
        ImGui::NewLine();
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(16));
    }
    draw_actions(row, ui, alone, order);
    if (!row.problem.empty())
        paragraph(ui, row.problem, TextStyle::bad);
    ImGui::PopID();
}

void carry_out(const Order& order, CompareView& view, Desk& desk)
{
    switch (order.kind) {
    case Order::Kind::lock:
        view.lock(desk, order.position);
        break;
    case Order::Kind::remove:
        view.remove(desk, order.position);
        break;
    case Order::Kind::adopt:
        view.adopt(desk, order.position);
        break;
    }
}

void draw_library_choice(CompareView& view, Desk& desk, Ui& ui, float width_pt)
{
    std::vector<std::string> titles{ui.say(Text::compare_choose)};
    for (const LibraryEntry& entry : view.library())
        titles.push_back(entry.title);
    int chosen = 0;
    if (titles.size() > 1 && choice(ui, ui.say(Text::compare_from_library), titles, chosen, width_pt)) {
        const LibraryEntry entry = view.library()[static_cast<std::size_t>(chosen) - 1];
        view.add(desk, entry);
    }
}

void draw_additions(CompareView& view, Desk& desk, Ui& ui)
{
    Card card(ui, ui.say(Text::compare_add));
    std::optional<Suggestion> taken;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), 0));
    for (const Suggestion& suggestion : view.suggestions()) {
        const SuggestionWords words = words_of(suggestion, ui);
        if (link(ui, "+ " + words.label))
            taken = suggestion;
        tooltip(ui, words.why);
    }
    if (view.ask_for_file && link(ui, std::string("+ ") + ui.say(Text::compare_from_file)))
        view.ask_for_file();
    ImGui::PopStyleVar();
    gap(ui, 6);
    draw_library_choice(view, desk, ui, 0.0F);
    if (taken)
        view.add(desk, *taken);
}

void draw_first_choice(CompareView& view, Desk& desk, Ui& ui)
{
    Card card(ui, "");
    text(ui, ui.say(Text::compare_add_alone), TextStyle::title);
    paragraph(ui, ui.say(Text::compare_add_alone_lead), TextStyle::muted);
    gap(ui, 10);
    std::optional<Suggestion> taken;
    bool first = true;
    for (const Suggestion& suggestion : view.suggestions()) {
        const SuggestionWords words = words_of(suggestion, ui);
        if (first ? primary_button(ui, words.label) : button(ui, words.label))
            taken = suggestion;
        beside(ui, 10);
        text(ui, words.why, TextStyle::muted);
        first = false;
    }
    if (view.ask_for_file && button(ui, ui.say(Text::compare_from_file)))
        view.ask_for_file();
    gap(ui, 6);
    draw_library_choice(view, desk, ui, 420.0F);
    if (taken)
        view.add(desk, *taken);
}

} // namespace

void draw_compared_scenarios(CompareView& view, Desk& desk, Ui& ui)
{
    const bool alone = view.scenarios().size() < 2;
    std::optional<Order> order;
    {
        Columns columns(ui, "compared", {2.0F, 1.0F});
        columns.next();
        {
            Card card(ui, ui.say(Text::compare_scenarios));
            for (const ComparedScenarioRow& row : view.scenarios())
                draw_row(row, ui, alone, order);
            paragraph(ui, ui.say(Text::compare_scenarios_help, most_scenarios), TextStyle::small);
            if (!view.trouble.empty())
                paragraph(ui, view.trouble, TextStyle::bad);
        }
        columns.next();
        if (!alone)
            draw_additions(view, desk, ui);
    }
    if (alone) {
        gap(ui, 12);
        draw_first_choice(view, desk, ui);
    }
    if (order)
        carry_out(*order, view, desk);
}

} // namespace switchroom::gui
