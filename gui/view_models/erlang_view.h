#pragma once
/// Screen Erlang: a calculator for every model of the table, and one hour by Erlang C, Erlang A and the
/// simulation side by side.

#include "gui/view_models/busiest_interval.h"
#include "gui/view_models/desk.h"
#include "gui/view_models/erlang_answer.h"
#include "gui/view_models/erlang_hour.h"
#include "gui/view_models/plot_state.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

struct ErlangPanelState {
    PlotState service_level;
    bool shows_columns = false; ///< every result of the model, by column
};

/// Used by the window's thread alone.
class ErlangView {
public:
    explicit ErlangView(Wake wake);

    /// Orders what has changed.
    void update(Desk& desk);
    bool settled() const;

    const erlang::CaseModel& model() const { return *model_; }
    void choose_model(const erlang::CaseModel& model) { model_ = &model; }

    /// What stands in the fields; changed by typing.
    ErlangTexts& texts() { return texts_; }
    const ErlangTexts& texts() const { return texts_; }
    const ErlangReading& reading() const { return reading_; }
    /// The wanted share, per cent as typed.
    std::string& target() { return target_; }
    /// 0 … 1; NaN where it cannot be read.
    double target_share() const;

    /// The newest answer, perhaps to the question before; null: none yet.
    const ErlangAnswer* answer() const { return answer_.get(); }
    /// Puts the least agents for the target into the field. Precondition: the answer has them.
    void take_least_agents();

    /// The same hour three times; null where the fields do not say one.
    const HourPicture* hour() const { return hour_is_valid_ ? hour_.get() : nullptr; }
    bool hour_is_busy() const { return hour_job_.busy(); }
    bool starts_empty = true;
    bool mixed_patience = false;
    bool uneven_load = false;

    /// Fills the fields from the busiest interval of the shown scenario. Precondition: can_take_from(desk).
    void take_from(const Desk& desk);
    static bool can_take_from(const Desk& desk);
    /// What was taken last; empty: nothing, or the fields have been changed since.
    const std::optional<BusiestInterval>& taken() const { return taken_; }

    ErlangPanelState panel;

private:
    std::optional<ErlangHour> read_hour() const;

    const erlang::CaseModel* model_;
    ErlangTexts texts_ = standard_texts();
    std::string target_ = "80%";
    ErlangReading reading_;
    Job<ErlangAnswer> answer_job_;
    Job<HourPicture> hour_job_;
    std::shared_ptr<const ErlangAnswer> answer_;
    std::shared_ptr<const HourPicture> hour_;
    std::optional<ErlangHour> hour_ordered_;
    bool hour_is_valid_ = false;
    const erlang::CaseModel* asked_model_ = nullptr; ///< what the answer was ordered for
    erlang::CaseInputs asked_inputs_;
    double asked_target_ = 0.0;
    std::optional<BusiestInterval> taken_;
    ErlangTexts taken_texts_;
};

} // namespace switchroom::gui
