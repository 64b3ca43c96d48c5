#pragma once
/// The Scenario screen: a list of the scenario's parts, the form of the one that is chosen, and its text.
/// What somebody types stands in a draft until the field is left; only what can be read reaches the text.

#include "gui/view_models/desk.h"
#include "gui/view_models/plot_state.h"
#include "gui/view_models/scenario_form.h"
#include "sim/scenario/edit_text.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace switchroom::gui {

/// A line of the list on the left.
struct ScenarioPart {
    PartKind kind = PartKind::practice;
    std::string path;    ///< of its table; empty: the file as a whole
    std::string heading; ///< of the lines from this one on; empty: as before
    std::string title;
    std::size_t problems = 0; ///< errors that stand in it
};

/// A message, and the field to which it leads.
struct ScenarioProblem {
    Diagnostic said;
    std::string path;     ///< empty: of the file as a whole
    std::size_t part = 0; ///< of parts()
};

class ScenarioView {
public:
    explicit ScenarioView(Wake wake);

    void update(Desk& desk);
    bool settled() const { return true; }

    const std::vector<ScenarioPart>& parts() const { return parts_; }
    std::size_t chosen() const { return chosen_; }
    void choose(std::size_t part);
    /// Of the chosen part.
    const Form& form() const { return form_; }

    const std::vector<ScenarioProblem>& problems() const { return problems_; }
    /// Chooses the part with the problem and leads the keyboard to its field.
    void jump_to(const ScenarioProblem& problem);
    /// The field that is to take the keyboard; taken once.
    bool takes_focus(const Field& field);
    /// True if the text itself cannot be read: forms show what it said before.
    bool unreadable() const { return unreadable_; }

    /// What the field shows: the draft, else its value.
    std::string shown(const Field& field) const;
    /// What is wrong with it: the draft, else the value in the file.
    std::string error_of(const Field& field) const;
    void type(const Field& field, std::string text);
    /// The field was left: its draft goes into the scenario, or stays with an error.
    void commit(Desk& desk, const Field& field);
    /// Sets at once (choices).
    void put(Desk& desk, const Field& field, std::string_view text);

    // Steps of a day.
    void scale(Desk& desk, const StepTable& table, double factor);
    void add_step(Desk& desk, const DaySheet& day);
    void remove_step(Desk& desk, const DaySheet& day, std::size_t row);
    void add_day(Desk& desk, const StepTable& table, const std::string& key);

    // Elements of lists.
    void add_record(Desk& desk, const RecordTable& table);
    void add_contact(Desk& desk);
    void add_group(Desk& desk);
    void add_route(Desk& desk);
    void add_contract(Desk& desk);
    /// Says a block's content in another way.
    void rewrite(Desk& desk, const Rewriting& rewriting);
    /// A record, a day, a step, a contact, a group, a route, a contract, a clause.
    void remove(Desk& desk, const std::string& path);
    /// Why the last change of a list could not be made; empty: it could.
    const std::string& complaint() const { return complaint_; }

    // Routes.
    void choose_step(std::string path);
    const std::string& chosen_step() const { return step_; }
    /// After the chosen step, or the first one of the list at `path` ("routes[0].closed").
    void add_route_step(Desk& desk, const std::string& path, std::string_view kind);
    /// The chosen step changes places with the one before (−1) or after it (+1).
    void move_route_step(Desk& desk, int by);
    /// The fields of the chosen step; none chosen: empty.
    const FormBlock& step_block() const { return step_block_; }

    PlotState& plot_state(const std::string& path) { return plots_[path]; }
    /// Which of the days of a table of steps is shown.
    int& day_of(const std::string& path) { return days_[path]; }

    /// What is typed on the text's own page; the text itself where nothing was.
    std::string& text_draft() { return text_draft_; }
    /// The draft becomes the scenario's text, in one step of undo.
    void commit_text(Desk& desk);

private:
    struct Draft {
        std::string text;
        std::string error;
    };

    void read(Desk& desk);
    /// Into the scenario; returns why not.
    std::string take(Desk& desk, const Field& field, const std::string& text);
    void change(Desk& desk, const std::vector<Edit>& edits);
    /// A new part of the scenario, which is then shown.
    void add_part(Desk& desk, const Edit& edit);
    void list_parts(Language language);
    void list_problems(const ScenarioEditor& editor);
    void fill_form(const Locale& locale);
    void mark_problems();
    std::size_t part_of(std::string_view path) const;

    Wake wake_;
    std::optional<Node> root_; ///< of the newest text that could be read
    std::string file_;
    std::uint32_t scenario_ = 0;
    std::string text_; ///< from which root_ was tried to be made
    Language language_ = Language::english;
    bool stale_form_ = true;
    bool unreadable_ = false;
    std::vector<ScenarioPart> parts_;
    std::size_t chosen_ = 0;
    Form form_;
    std::vector<ScenarioProblem> problems_;
    std::map<std::string, Draft> drafts_; ///< by path
    std::string focus_;
    std::string step_;
    FormBlock step_block_;
    std::string complaint_;
    std::map<std::string, PlotState> plots_;
    std::map<std::string, int> days_;
    std::string text_draft_; ///< equal to text_ unless somebody types
    std::string next_part_;  ///< path of what was added: chosen once it is there
};

} // namespace switchroom::gui
