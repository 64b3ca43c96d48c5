#pragma once
/// Screen Promise: how often each clause of the contracts is kept, with what staffing it would be kept often
/// enough, and what misses cost. Without a contract a promise can be typed.

#include "gui/view_models/desk.h"
#include "gui/view_models/plot_state.h"
#include "gui/view_models/promise_form.h"
#include "gui/view_models/promise_work.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace switchroom::gui {

/// What a person did to the screen's plots.
struct PromisePanelState {
    PlotState figures;
    PlotState assurance;
    PlotState credits;
};

/// Used by the window's thread alone.
class PromiseView {
public:
    explicit PromiseView(Wake wake);

    /// Orders what is shown if it has changed.
    void update(Desk& desk);
    /// True when what is shown is final, or nothing can be shown.
    bool settled() const;
    /// True while terms are simulated.
    bool busy() const { return job_.busy(); }

    /// The newest picture, perhaps of an order that has become stale; null: none yet.
    const PromisePicture* picture() const { return picture_.get(); }
    /// The clause in front; null while there is no picture of any.
    const ClauseVerdict* clause() const;
    const SlaClause* clause_terms() const;
    std::size_t chosen_clause() const { return clause_; }
    void choose_clause(std::size_t index) { clause_ = index; }

    /// Wanted probability that a window is kept, 0.5 … 0.99.
    double assurance() const { return assurance_; }
    void set_assurance(double wanted);

    /// Four times as many terms, up to precision 64.
    void be_more_precise();
    bool can_be_more_precise() const { return precision_ < 64 && !job_.busy(); }

    /// True if the shown scenario has a clause.
    bool has_contract() const { return has_contract_; }
    /// True while the typed promise is shown: there is no contract, or a person asked for it.
    bool is_typed() const { return typed_ || !has_contract_; }
    void show_typed(bool typed);
    PromiseForm& form() { return form_; }
    const PromiseReading& reading() const { return reading_; }

    PromisePanelState panel;

private:
    struct Wanted { ///< what an order depends on
        std::uint32_t scenario = 0;
        std::uint64_t revision = 0;
        bool typed = false;
        double assurance = 0.95;
        int precision = 1;
        friend bool operator==(const Wanted&, const Wanted&) = default;
    };

    void read_typed();
    void order(Desk& desk, std::shared_ptr<const ScenarioDocument> document);

    Job<PromisePicture> job_;
    std::shared_ptr<const PromisePicture> picture_;
    std::uint64_t number_ = 0; ///< of the newest order; 0: none
    Wanted ordered_;
    std::size_t clause_ = 0;
    double assurance_ = 0.95;
    int precision_ = 1;
    bool has_contract_ = false;
    bool typed_ = false;
    PromiseForm form_;
    PromiseForm form_read_; ///< what reading_ is of
    PromiseReading reading_;
    std::shared_ptr<const ScenarioDocument> typed_document_;
    std::uint64_t typed_revision_ = 0;
};

} // namespace switchroom::gui
