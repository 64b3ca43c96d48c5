#pragma once
/// Screen Day: who is needed when and who is there, the week as a heat map of any figure, calls by the hour.

#include "gui/view_models/day_plots.h"
#include "gui/view_models/desk.h"
#include "gui/view_models/plot_state.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// People needed on one weekday of one state of a scenario.
struct DayNeeds {
    std::uint32_t scenario = 0;
    std::uint64_t revision = 0;
    std::optional<std::size_t> weekday; ///< asked for; none: the busiest
    std::vector<report::StaffNeed> needs;
};

struct DayPanelState {
    PlotState staffing;
    PlotState week;
    PlotState calls;
};

/// Used by the window's thread alone.
class DayView {
public:
    explicit DayView(Wake wake) : job_(std::move(wake)) {}

    void update(Desk& desk);
    bool settled() const { return !job_.busy(); }

    /// The results shown; null: none yet, or the scenario cannot be simulated.
    const RunSnapshot* snapshot() const { return shown_ && shown_->loaded ? shown_.get() : nullptr; }
    /// Monday 0; the busiest until somebody chooses one.
    std::size_t weekday() const;
    void choose_weekday(std::size_t weekday) { weekday_ = weekday; }

    /// Teams that calls belong to, on that day, those with the most calls first; empty while unknown.
    const std::vector<report::StaffNeed>& needs() const;
    std::size_t group() const { return group_ < needs().size() ? group_ : 0; }
    void choose_group(std::size_t group) { group_ = group; }

    /// What the heat map may show.
    std::vector<const KpiDefinition*> kpis() const;
    const KpiDefinition& kpi() const { return *kpi_; }
    void choose_kpi(const KpiDefinition& kpi) { kpi_ = &kpi; }

    /// The time of day that is told in words; the busiest until somebody chooses one.
    std::size_t slot() const;
    void choose_slot(std::size_t slot) { slot_ = slot; }

    DayPanelState panel;

private:
    Job<DayNeeds> job_;
    std::shared_ptr<const RunSnapshot> shown_;
    std::shared_ptr<const DayNeeds> needs_;
    std::uint32_t ordered_scenario_ = 0;
    std::uint64_t ordered_revision_ = 0;
    std::optional<std::size_t> ordered_weekday_;
    std::optional<std::size_t> weekday_;
    std::optional<std::size_t> slot_;
    std::size_t group_ = 0;
    const KpiDefinition* kpi_ = find_kpi(KpiScope::contact, "service_level");
};

} // namespace switchroom::gui
