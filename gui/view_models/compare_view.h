#pragma once
/// The Compare screen: scenarios side by side on the same callers, what each changes against a locked
/// baseline, what that costs, at which volume it turns, and how sure it is.

#include "gui/view_models/break_even_study.h"
#include "gui/view_models/compare_figures.h"
#include "gui/view_models/compare_scenarios.h"
#include "gui/view_models/compare_words.h"
#include "gui/view_models/plot_state.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// One open scenario as the screen's list shows it.
struct ComparedScenarioRow {
    std::uint32_t id = 0;
    std::size_t position = 0; ///< in the desk; also its colour
    std::string name;
    std::string file;
    std::string problem; ///< why it is not compared; empty: it is
    bool days_differ = false;
    bool is_baseline = false;
    bool is_shown = false;
};

enum class CompareTab { figures, costs, break_even, chances };

class CompareView {
public:
    explicit CompareView(Wake wake);

    void update(Desk& desk);
    bool settled() const { return settled_; }

    const std::vector<ComparedScenarioRow>& scenarios() const { return scenarios_; }
    const std::vector<Suggestion>& suggestions() const { return suggestions_; }
    const std::vector<LibraryEntry>& library() const { return library_; }

    /// Null until the baseline has run.
    const CompareFigures* figures() const { return shown_.get(); }
    /// Where a scenario of figures() stands in the desk; its colour goes by it.
    std::size_t position_of(std::size_t scenario) const;
    const std::vector<std::string>& leads() const { return leads_; } ///< by other scenario
    const std::vector<CompareRow>& rows() const { return rows_; }
    const std::vector<std::string>& scopes() const { return scopes_; } ///< "" first: all calls
    const std::vector<CostRow>& cost_rows() const { return cost_rows_; }
    const PlotSpec& waterfall() const { return waterfall_; }
    const std::vector<ChanceRow>& chances() const { return chances_; }
    bool costs_known() const;

    /// Null until the first picture.
    const BreakEvenFigures* break_even() const { return even_shown_.get(); }
    /// Four times as many runs and contract terms, up to precision 16; until another pair is shown.
    void be_more_precise();
    bool can_be_more_precise() const { return even_precision_ < most_precision && is_even_final(); }
    static constexpr int most_precision = 16;
    bool is_even_final() const; ///< what the break-even shows is what was ordered last
    double even_share_done() const { return even_job_.share_done(); }
    std::string even_failure() const { return even_job_.failure(); } ///< empty: none
    const std::vector<std::string>& even_sentences() const { return even_sentences_; }
    const PlotSpec& even_plot() const { return even_plot_; }
    static const std::vector<std::string>& even_figures(); ///< KPI names and "cost"

    void lock(Desk& desk, std::size_t position) { desk.baseline = position; }
    void remove(Desk& desk, std::size_t position) { close_scenario(desk, position); }
    void adopt(Desk& desk, std::size_t position) { tell(adopt_days(desk, position)); }
    void add(Desk& desk, const Suggestion& suggestion) { tell(take(suggestion, desk)); }
    void add(Desk& desk, const LibraryEntry& entry) { tell(add_file(entry.path, desk)); }

    CompareTab tab = CompareTab::figures;
    std::size_t other = 1;       ///< which scenario the costs and the break-even are about; as in figures()
    std::size_t scope = 0;       ///< of scopes()
    bool every_figure = false;   ///< in the table
    std::size_t even_figure = 0; ///< of even_figures()
    std::string trouble;         ///< what the last command met; empty: nothing
    std::function<void()> ask_for_file; ///< opens the file browser; set by whoever owns one
    PlotState waterfall_state;
    PlotState even_state;

private:
    void tell(const Diagnostics& problems);
    void list(const Desk& desk);
    void compare(Desk& desk);
    void study_contracts(Desk& desk);
    void study_even(Desk& desk);
    void write(const Desk& desk);
    void write_even(const Locale& locale);
    void judge_settled(const Desk& desk);

    Wake wake_;
    std::vector<ComparedScenarioRow> scenarios_;
    std::vector<Suggestion> suggestions_;
    std::string listed_for_;

    Job<std::vector<LibraryEntry>> library_job_;
    std::shared_ptr<const std::vector<LibraryEntry>> library_read_;
    std::vector<LibraryEntry> library_;

    std::vector<std::shared_ptr<const RunSnapshot>> wanted_runs_; ///< the newest that can be compared
    std::vector<std::shared_ptr<const RunSnapshot>> compared_runs_;
    std::shared_ptr<const ContractStudies> contracts_;
    std::shared_ptr<const ContractStudies> compared_contracts_;
    Job<ContractStudies> contracts_job_;
    std::map<std::uint32_t, std::uint64_t> contracts_ordered_;
    Job<CompareFigures> figures_job_;
    std::shared_ptr<const CompareFigures> shown_;

    Job<BreakEvenFigures> even_job_;
    std::optional<BreakEvenOrder> even_ordered_;
    int even_precision_ = 1;
    std::shared_ptr<const BreakEvenFigures> even_shown_;

    std::string written_for_;                          ///< these choices, and …
    std::shared_ptr<const CompareFigures> written_of_; ///< … these figures
    std::string even_written_for_;
    std::shared_ptr<const BreakEvenFigures> even_written_of_;
    std::vector<std::string> leads_;
    std::vector<CompareRow> rows_;
    std::vector<std::string> scopes_{""};
    std::vector<CostRow> cost_rows_;
    PlotSpec waterfall_;
    std::vector<ChanceRow> chances_;
    std::vector<std::string> even_sentences_;
    PlotSpec even_plot_;
    bool settled_ = false;
};

} // namespace switchroom::gui
