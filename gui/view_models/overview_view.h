#pragma once
/// Screen Overview: the verdict on the shown scenario, its key figures and their changes, what limits it, and
/// the levers that try something else.

#include "gui/view_models/cost_feed.h"
#include "gui/view_models/levers.h"
#include "gui/view_models/overview_picture.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Used by the window's thread alone.
class OverviewView {
public:
    explicit OverviewView(const Wake& wake) : costs_(wake), baseline_costs_(wake), shortage_(wake) {}

    void update(Desk& desk);
    bool settled() const { return costs_.settled() && baseline_costs_.settled() && !shortage_.busy(); }

    /// What is known so far; null while there are no results.
    const OverviewPicture* picture() const { return picture_ ? &*picture_ : nullptr; }
    /// Why there are none, where the scenario cannot be simulated.
    const Diagnostics& problems() const { return problems_; }
    /// 0 … 1 of the simulation; 1 when it is final.
    double share_done() const { return share_done_; }

    const std::vector<ScenarioLever>& levers() const { return levers_; }
    /// Sets a lever to a value; between begin_drag and end_drag all changes are one step of undo.
    void set_lever(Desk& desk, std::size_t lever, double value);
    void begin_drag(Desk& desk) { desk.shown().begin_gesture(); }
    void end_drag(Desk& desk) { desk.shown().end_gesture(); }
    /// The lever's value when the scenario was opened; NaN where it was not there.
    double opened_value(const Desk& desk, std::size_t lever) const;

    /// True if the scenario says something else than when it was opened.
    bool can_reset(const Desk& desk) const;
    void reset(Desk& desk);

    bool shows_all_levers = false; ///< a person asked for those of further groups, too

private:
    /// What a scenario was when it was first seen.
    struct Opened {
        std::string text;
        std::uint64_t revision = 0;
        ScopeResult total; ///< of the newest results of that revision
        Estimate cost;
        bool has_cost = false;
        std::map<std::string, double> levers; ///< value by id
    };
    /// Of one state of a scenario.
    struct Shortage {
        std::uint32_t scenario = 0;
        std::uint64_t revision = 0;
        std::optional<StaffShortage> worst;
    };
    Opened& opened(const Desk& desk);
    /// Looks for the shortage once the results are final.
    void look_for_shortage(const std::shared_ptr<const RunSnapshot>& results);
    /// An invoice is known that the picture lacks.
    bool money_came() const;
    TileReference reference_for(const Desk& desk, bool is_opened_state, const Opened& was) const;
    void take_levers(const Desk& desk);
    void make_picture(const Desk& desk, const RunSnapshot& results);

    CostFeed costs_;
    CostFeed baseline_costs_; ///< of another scenario that this one is compared with
    Job<Shortage> shortage_;
    std::uint32_t looked_scenario_ = 0;
    std::uint64_t looked_revision_ = 0;
    std::map<std::uint32_t, Opened> opened_;
    std::optional<OverviewPicture> picture_;
    Diagnostics problems_;
    std::vector<ScenarioLever> levers_;
    double share_done_ = 0.0;

    // What picture_ and levers_ were made of.
    std::shared_ptr<const RunSnapshot> shown_;
    std::shared_ptr<const RunSnapshot> compared_;
    bool cost_complete_ = false;
    bool compared_cost_complete_ = false;
    std::shared_ptr<const Shortage> found_shortage_;
    Language language_ = Language::english;
    std::uint32_t scenario_ = 0;
    std::uint64_t revision_ = 0;
};

} // namespace switchroom::gui
