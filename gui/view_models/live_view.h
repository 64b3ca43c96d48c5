#pragma once
/// The Live screen: a centre at work, as one replication of it went. A clock runs over a recording
/// (live_recording.h) at any speed, stops, steps, jumps.

#include "gui/view_models/desk.h"
#include "gui/view_models/job.h"
#include "gui/view_models/live_moments.h"
#include "gui/view_models/live_state.h"
#include "gui/view_models/live_words.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

/// Times faster than the clock on the wall.
inline constexpr std::array live_speeds{1.0, 10.0, 60.0, 300.0, 600.0};

/// A recording and what its days look like. Never changed once published.
struct LiveShow {
    std::uint32_t scenario = 0;
    std::uint64_t revision = 0;
    LiveRecording recording;
    std::vector<LiveDayOutline> days; ///< as recording.days
    std::size_t worst_day = 0;
};

/// Used by the window's thread alone.
class LiveView {
public:
    explicit LiveView(Wake wake);

    void update(Desk& desk);
    bool settled() const;

    /// Null: nothing of the shown scenario is recorded yet, or it cannot be run.
    const LiveShow* show() const { return show_ && show_->scenario == shown_ ? show_.get() : nullptr; }
    const LiveState& state() const { return state_; }
    std::string failure() const { return job_.failure(); }

    /// Lets `seconds` pass on the wall. Stops at the end of the day that is shown.
    void advance(double seconds);
    bool playing() const { return playing_; }
    void play(bool on) { playing_ = on && show_; }
    std::size_t speed() const { return speed_; } ///< of live_speeds
    void choose_speed(std::size_t position) { speed_ = position; }

    double now_s() const { return state_.at_s; }
    void seek(double at_s);
    void step_forward(); ///< to the next event
    void step_back();    ///< to just before the last one
    void to_next_hang_up();
    bool has_next_hang_up() const;
    void to_worst_of_day();
    void to_worst_of_all();

    std::size_t day() const;
    const LiveDayOutline& outline() const { return show_->days[day()]; } ///< precondition: show()
    void choose_day(std::size_t position);

    /// Which replication; those that the results were made of.
    std::int64_t replication() const { return replication_; }
    std::int64_t replications() const { return replications_; }
    void choose_replication(std::int64_t number) { replication_ = number; }

    /// One sentence: what is to be seen at this moment.
    std::string verdict(Language language) const;

private:
    void take_new_show();

    Job<LiveShow> job_;
    std::shared_ptr<const LiveShow> show_;
    LiveState state_;
    std::uint32_t shown_ = 0;           ///< the scenario whose turn it is; 0: none
    std::uint32_t wanted_scenario_ = 0; ///< the one that is recorded, or was last; 0: none
    std::uint64_t wanted_revision_ = 0;
    std::int64_t wanted_replication_ = -1;
    std::int64_t replication_ = 0;
    std::int64_t replications_ = 1;
    std::size_t speed_ = 2;
    bool playing_ = false;
};

} // namespace switchroom::gui
