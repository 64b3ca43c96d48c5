#pragma once
/// The Sensitivity screen: which assumptions the shown scenario's figure hangs on.

#include "gui/view_models/desk.h"
#include "gui/view_models/plot_spec.h"
#include "gui/view_models/plot_state.h"
#include "gui/view_models/sensitivity_study.h"
#include "gui/view_models/text.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

struct SensitivityRow {
    std::string lever;
    std::string help; ///< what is moved
    std::string lower;
    std::string lower_change;
    std::string higher;
    std::string higher_change;
    bool lower_is_clear = false; ///< beyond chance
    bool higher_is_clear = false;
};

class SensitivityView {
public:
    explicit SensitivityView(Wake wake) : job_(std::move(wake)) {}

    void update(Desk& desk);
    bool settled() const { return settled_; }

    /// Null until the first picture.
    const SensitivityFigures* figures() const { return shown_.get(); }
    bool has_figure() const { return !rows_.empty(); } ///< false while the chosen one is still to come
    /// Why the study ended without an answer; empty: it did not.
    std::string failure() const { return job_.failure(); }
    bool is_finished() const; ///< what is shown is the answer to what was ordered last
    double share_done() const { return job_.share_done(); }
    /// Contract terms behind each invoice where the chosen figure is the cost of a scenario with contracts;
    /// else 0.
    std::int64_t terms() const;
    /// The runs are done; invoices are still worked out.
    bool is_pricing() const;

    /// Four times as many runs and contract terms, up to precision 16; until another scenario is shown.
    void be_more_precise();
    bool can_be_more_precise() const { return precision_ < most_precision && settled_; }
    static constexpr int most_precision = 16;
    const std::string& lead() const { return lead_; }
    const PlotSpec& plot() const { return plot_; }
    const std::vector<SensitivityRow>& rows() const { return rows_; }
    const std::vector<std::string>& notes() const { return notes_; }

    static const std::vector<std::string>& figure_names(); ///< KPI names and "cost"
    static const std::vector<double>& changes();           ///< shares

    std::size_t figure = 0; ///< of figure_names()
    std::size_t change = 1; ///< of changes()
    PlotState plot_state;

private:
    void write(const Locale& locale);

    Job<SensitivityFigures> job_;
    std::optional<SensitivityOrder> ordered_;
    std::uint32_t scenario_ = 0; ///< that was shown when precision_ was chosen
    int precision_ = 1;
    std::shared_ptr<const SensitivityFigures> newest_;
    std::shared_ptr<const SensitivityFigures> shown_;      ///< the newest, unless that knows less so far
    std::string written_for_;                              ///< these choices, and …
    std::shared_ptr<const SensitivityFigures> written_of_; ///< … these figures
    std::string lead_;
    PlotSpec plot_;
    std::vector<SensitivityRow> rows_;
    std::vector<std::string> notes_;
    bool settled_ = false;
};

/// The lever's name and what it moves.
Text name_of(Lever lever);
Text help_of(Lever lever);

} // namespace switchroom::gui
