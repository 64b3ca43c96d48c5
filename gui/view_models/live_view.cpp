#include "gui/view_models/live_view.h"

#include "gui/view_models/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

LiveShow make_show(std::shared_ptr<const LoadedModel> loaded, std::uint64_t seed, std::int64_t replication)
{
    LiveShow show;
    show.recording = record_replication(std::move(loaded), seed, replication);
    for (const LiveDay& day : show.recording.days)
        show.days.push_back(outline_of(show.recording, day));
    const auto worse = [](const LiveDayOutline& a, const LiveDayOutline& b) {
        return a.worst.waiting != b.worst.waiting ? a.worst.waiting < b.worst.waiting
                                                  : a.worst.longest_wait_s < b.worst.longest_wait_s;
    };
    show.worst_day = static_cast<std::size_t>(std::max_element(show.days.begin(), show.days.end(), worse) -
                                              show.days.begin());
    return show;
}

} // namespace

LiveView::LiveView(Wake wake) : job_(std::move(wake)) {}

void LiveView::update(Desk& desk)
{
    shown_ = desk.empty() ? 0 : desk.shown().id();
    const auto results = desk.results();
    if (results && results->loaded && results->scenario == desk.shown().id()) {
        replications_ = std::max<std::int64_t>(results->result.replications, 1);
        if (results->scenario != wanted_scenario_)
            replication_ = 0;
        if (results->scenario != wanted_scenario_ || results->revision != wanted_revision_ ||
            replication_ != wanted_replication_) {
            wanted_scenario_ = results->scenario;
            wanted_revision_ = results->revision;
            wanted_replication_ = replication_;
            job_.start([results, replication = replication_](JobOrder<LiveShow>& order) {
                LiveShow show = make_show(results->loaded, results->result.seed, replication);
                show.scenario = results->scenario;
                show.revision = results->revision;
                order.publish(std::move(show));
            });
        }
    }
    if (job_.latest() != show_)
        take_new_show();
}

void LiveView::take_new_show()
{
    const auto before = std::exchange(show_, job_.latest());
    const bool same_days = before && before->scenario == show_->scenario &&
                           before->recording.days.size() == show_->recording.days.size() &&
                           before->recording.days.front().start_s == show_->recording.days.front().start_s;
    const double at_s = state_.at_s;
    if (same_days)
        seek(at_s);
    else
        to_worst_of_all();
}

bool LiveView::settled() const
{
    if (wanted_scenario_ == 0 || shown_ != wanted_scenario_) // there is none, or it cannot be run
        return true;
    return show_ && !job_.busy() && show_->scenario == wanted_scenario_ &&
           show_->revision == wanted_revision_ && show_->recording.replication == wanted_replication_;
}

void LiveView::advance(double seconds)
{
    if (!playing_ || !show_)
        return;
    const double end_s = outline().to_s;
    const double at_s = state_.at_s + seconds * live_speeds[speed_];
    if (at_s >= end_s && state_.at_s < end_s) {
        seek(std::nextafter(end_s, 0.0));
        playing_ = false;
    } else {
        seek(at_s);
    }
}

void LiveView::seek(double at_s)
{
    if (!show_)
        return;
    const auto& days = show_->recording.days;
    at_s = std::clamp(at_s, days.front().start_s, std::nextafter(days.back().end_s, 0.0));
    look_at(show_->recording, at_s, state_);
}

void LiveView::step_forward()
{
    if (!show_)
        return;
    const auto& events = show_->recording.events;
    const auto next = std::upper_bound(events.begin(), events.end(), state_.at_s,
                                       [](double at, const LiveEvent& e) { return at < e.at_s; });
    playing_ = false;
    if (next != events.end())
        seek(next->at_s);
}

void LiveView::step_back()
{
    if (!show_)
        return;
    const auto& events = show_->recording.events;
    const auto here = std::lower_bound(events.begin(), events.end(), state_.at_s,
                                       [](const LiveEvent& e, double at) { return e.at_s < at; });
    playing_ = false;
    if (here != events.begin())
        seek(std::prev(here)->at_s);
}

void LiveView::to_next_hang_up()
{
    if (!has_next_hang_up())
        return;
    playing_ = false;
    seek(next_hang_up_s(show_->recording, state_.at_s));
}

bool LiveView::has_next_hang_up() const
{
    return show_ && !std::isnan(next_hang_up_s(show_->recording, state_.at_s));
}

void LiveView::to_worst_of_day()
{
    if (!show_)
        return;
    playing_ = false;
    seek(outline().worst.at_s);
}

void LiveView::to_worst_of_all()
{
    if (!show_)
        return;
    playing_ = false;
    seek(show_->days[show_->worst_day].worst.at_s);
}

std::size_t LiveView::day() const
{
    return show_ ? day_at(show_->recording, state_.at_s) : 0;
}

void LiveView::choose_day(std::size_t position)
{
    if (!show_ || position >= show_->days.size())
        return;
    const double into_day_s = state_.at_s - show_->recording.days[day()].start_s;
    const LiveDayOutline& chosen = show_->days[position];
    seek(std::clamp(show_->recording.days[position].start_s + into_day_s, chosen.from_s,
                    std::nextafter(chosen.to_s, 0.0)));
}

std::string LiveView::verdict(Language language) const
{
    if (!show_)
        return {};
    const LiveRecording& recording = show_->recording;
    std::size_t waiting = 0;
    std::size_t late = 0;
    double longest_s = 0.0;
    for (const std::uint32_t id : state_.waiting) {
        const LiveCall& call = recording.calls[id];
        if (!call.is_ours)
            continue;
        const double wait_s = state_.at_s - call.arrived_s;
        ++waiting;
        late += wait_s > recording.model().contacts[call.contact].threshold_s;
        longest_s = std::max(longest_s, wait_s);
    }
    std::uint32_t free = 0;
    std::uint32_t there = 0;
    for (std::size_t g = 0; g < recording.groups.size(); ++g)
        if (!recording.groups[g].is_vendor) {
            free += state_.groups[g].count(SeatState::free);
            there += state_.groups[g].staffed;
        }
    if (waiting > 0 && late > 0)
        return filled(Text::live_verdict_late, language, waiting, span_words(longest_s), late);
    if (waiting > 0)
        return filled(Text::live_verdict_waiting, language, waiting, span_words(longest_s));
    if (there == 0)
        return text_of(Text::live_verdict_nobody, language);
    return filled(Text::live_verdict_calm, language, free, there);
}

} // namespace switchroom::gui
