#include "gui/view_models/live_recording.h"

#include "gui/view_models/live_rows.h"
#include "sim/base/check.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace switchroom::gui {

namespace {

/// Two sums of the same times may differ by so much.
constexpr double rounding_s = 1e-6;

Calendar calendar_of(const LoadedModel& loaded)
{
    const Scenario& scenario = loaded.document.scenario;
    auto calendar =
        Calendar::make(scenario.timezone, scenario.time.start, 0, std::max(scenario.time.days - 1, 0));
    SWITCHROOM_CHECK(calendar.ok(), "a scenario that compiled has a known time zone");
    return *std::move(calendar);
}

std::vector<LiveDay> days_of(const Calendar& calendar)
{
    std::vector<LiveDay> days;
    for (int d = 0; d <= calendar.last_day(); ++d)
        days.push_back({calendar.day(d).start_s, calendar.day(d).end_s(), d});
    return days;
}

bool has_members(const CentreModel& model, std::uint32_t group)
{
    return std::any_of(model.groups.begin(), model.groups.end(),
                       [&](const ModelGroup& other) { return other.member_of == group; });
}

/// Groups and their seats, without presence.
void lay_out_groups(LiveRecording& recording)
{
    const CentreModel& model = recording.model();
    recording.group_of.assign(model.groups.size(), none);
    std::uint32_t place = 0;
    for (std::uint32_t g = 0; g < model.groups.size(); ++g) {
        if (model.groups[g].member_of != none)
            continue;
        LiveGroup group{
            .name = model.names.groups[g], .is_vendor = !model.groups[g].in_totals, .presence = {}};
        for (std::uint32_t other = 0; other < model.groups.size(); ++other)
            if (other == g || model.groups[other].member_of == g)
                group.seats += model.groups[other].most_agents;
        for (const ModelSkill& skill : model.skills)
            if (skill.group == g || model.groups[skill.group].member_of == g)
                group.places_a_seat =
                    std::max(group.places_a_seat, model.contacts[skill.contact].chat.concurrency);
        group.first_place = place;
        place += group.seats * group.places_a_seat;
        recording.group_of[g] = static_cast<std::uint32_t>(recording.groups.size());
        recording.groups.push_back(std::move(group));
    }
    recording.places.resize(place);
}

/// Gives every served call the place at which it is served: its agent's, as the engine says, or the first
/// free one where agents are individuals.
class Seating {
public:
    Seating(LiveRecording& recording, const std::vector<std::uint32_t>& agent)
        : recording_(recording), agent_(agent), free_from_s_(recording.places.size(), -never_s)
    {
        const CentreModel& model = recording.model();
        for (std::uint32_t g = 0; g < model.groups.size(); ++g)
            individuals_.push_back(has_members(model, g));
    }

    void place_all()
    {
        std::vector<std::uint32_t> served;
        for (std::uint32_t i = 0; i < recording_.calls.size(); ++i)
            if (recording_.calls[i].group != none)
                served.push_back(i);
        std::stable_sort(served.begin(), served.end(), [&](std::uint32_t a, std::uint32_t b) {
            return recording_.calls[a].left_s < recording_.calls[b].left_s;
        });
        for (const std::uint32_t i : served)
            place(i);
    }

private:
    void place(std::uint32_t i)
    {
        LiveCall& call = recording_.calls[i];
        const LiveGroup& group = recording_.groups[recording_.group_of[call.group]];
        if (group.seats == 0)
            return;
        const bool known = !individuals_[call.group] && agent_[i] < group.seats;
        const std::uint32_t first = group.first_place + (known ? agent_[i] * group.places_a_seat : 0);
        const std::uint32_t count = (known ? 1 : group.seats) * group.places_a_seat;
        std::uint32_t chosen = first;
        for (std::uint32_t p = first; p < first + count; ++p) {
            if (free_from_s_[p] <= call.left_s + rounding_s) {
                chosen = p;
                break;
            }
            if (free_from_s_[p] < free_from_s_[chosen])
                chosen = p;
        }
        std::vector<std::uint32_t>& had = recording_.places[chosen];
        if (!had.empty()) { // a call that was cut short, or a rounding error
            LiveCall& before = recording_.calls[had.back()];
            before.end_s = std::min(before.end_s, call.left_s);
            before.talk_end_s = std::min(before.talk_end_s, before.end_s);
        }
        call.place = chosen;
        free_from_s_[chosen] = call.end_s;
        had.push_back(i);
    }

    LiveRecording& recording_;
    const std::vector<std::uint32_t>& agent_;
    std::vector<double> free_from_s_;
    std::vector<bool> individuals_;
};

void find_presence(LiveRecording& recording, ReplicationKey key)
{
    const CentreModel& model = recording.model();
    for (std::uint32_t g = 0; g < model.groups.size(); ++g) {
        if (recording.group_of[g] == none)
            continue;
        std::vector<BusySpan> busy;
        for (const LiveCall& call : recording.calls)
            if (call.group == g && !model.breaks.empty())
                busy.push_back({call.left_s, call.end_s});
        recording.groups[recording.group_of[g]].presence = presence_in(model, g, key, busy);
    }
}

int order_at_one_instant(LiveEventKind kind)
{
    switch (kind) {
    case LiveEventKind::talk_ends:
    case LiveEventKind::machine_settles:
    case LiveEventKind::machine_passes_on:
        return 0;
    case LiveEventKind::agent_free:
        return 1;
    case LiveEventKind::joins_queue:
    case LiveEventKind::machine_answers:
        return 3;
    default:
        return 2;
    }
}

LiveEventKind ending(const LiveCall& call)
{
    switch (call.outcome) {
    case Outcome::answered:
        return LiveEventKind::answered;
    case Outcome::abandoned:
        return LiveEventKind::hung_up;
    case Outcome::voicemail:
        return LiveEventKind::voicemail;
    case Outcome::callback:
        return LiveEventKind::callback;
    case Outcome::blocked:
        return LiveEventKind::blocked;
    case Outcome::worked_off:
        return LiveEventKind::item_begins;
    case Outcome::not_reached:
        return LiveEventKind::not_reached;
    default:
        return LiveEventKind::turned_away;
    }
}

void append_events(std::vector<LiveEvent>& events, const LiveCall& call, std::uint32_t i)
{
    if (call.with_machine()) {
        events.push_back({call.arrived_s, i, LiveEventKind::machine_answers});
        events.push_back({call.talk_end_s, i,
                          call.outcome == Outcome::contained ? LiveEventKind::machine_settles
                                                             : LiveEventKind::machine_passes_on});
        return;
    }
    if (!call.is_item() && call.arrived_s < call.left_s)
        events.push_back({call.arrived_s, i, LiveEventKind::joins_queue});
    if (call.outcome == Outcome::open_at_end)
        return;
    events.push_back({call.left_s, i, ending(call)});
    if (call.group == none)
        return;
    if (!call.is_item() && call.talk_end_s < call.end_s)
        events.push_back({call.talk_end_s, i, LiveEventKind::talk_ends});
    events.push_back({call.end_s, i, LiveEventKind::agent_free});
}

void find_events(LiveRecording& recording)
{
    for (std::uint32_t i = 0; i < recording.calls.size(); ++i)
        append_events(recording.events, recording.calls[i], i);
    std::stable_sort(
        recording.events.begin(), recording.events.end(), [](const LiveEvent& a, const LiveEvent& b) {
            return a.at_s != b.at_s ? a.at_s < b.at_s
                                    : order_at_one_instant(a.kind) < order_at_one_instant(b.kind);
        });
}

void find_intervals(LiveRecording& recording)
{
    std::vector<OpenIntervals::Entry> waiting;
    std::vector<OpenIntervals::Entry> with_machine;
    for (std::uint32_t i = 0; i < recording.calls.size(); ++i) {
        const LiveCall& call = recording.calls[i];
        if (call.with_machine())
            with_machine.push_back({call.arrived_s, call.talk_end_s, i});
        else if (!call.is_item())
            waiting.push_back({call.arrived_s, call.left_s, i});
    }
    recording.waiting = OpenIntervals(std::move(waiting));
    recording.with_machine = OpenIntervals(std::move(with_machine));
}

void add_up(LiveRecording& recording, LiveRows& rows)
{
    recording.decided_s = std::move(rows.decided_s);
    recording.so_far.resize(rows.counts.size() + 1);
    for (std::size_t i = 0; i < rows.counts.size(); ++i) {
        recording.so_far[i + 1] = recording.so_far[i];
        recording.so_far[i + 1] += rows.counts[i];
    }
    recording.rang_s = std::move(rows.rang_s);
    std::sort(recording.rang_s.begin(), recording.rang_s.end());
    recording.items_created_s = std::move(rows.items_created_s);
    recording.items_done_s = std::move(rows.items_done_s);
}

} // namespace

LiveCounts& LiveCounts::operator+=(const LiveCounts& other)
{
    decided += other.decided;
    answered += other.answered;
    hung_up += other.hung_up;
    left_queue += other.left_queue;
    turned_away += other.turned_away;
    by_machine += other.by_machine;
    wait_answered_s += other.wait_answered_s;
    level_numerator += other.level_numerator;
    level_denominator += other.level_denominator;
    return *this;
}

LiveCounts& LiveCounts::operator-=(const LiveCounts& other)
{
    decided -= other.decided;
    answered -= other.answered;
    hung_up -= other.hung_up;
    left_queue -= other.left_queue;
    turned_away -= other.turned_away;
    by_machine -= other.by_machine;
    wait_answered_s -= other.wait_answered_s;
    level_numerator -= other.level_numerator;
    level_denominator -= other.level_denominator;
    return *this;
}

LiveRecording record_replication(std::shared_ptr<const LoadedModel> loaded, std::uint64_t seed,
                                 std::int64_t replication)
{
    const ReplicationKey key{seed, static_cast<std::uint64_t>(replication)};
    LiveRecording recording;
    recording.calendar = calendar_of(*loaded);
    recording.loaded = std::move(loaded);
    recording.seed = seed;
    recording.replication = replication;
    recording.days = days_of(recording.calendar);
    LiveRows rows = rows_of_replication(*recording.loaded, key);
    recording.calls = std::move(rows.calls);
    lay_out_groups(recording);
    Seating(recording, rows.agent).place_all();
    find_presence(recording, key);
    find_events(recording);
    find_intervals(recording);
    add_up(recording, rows);
    return recording;
}

} // namespace switchroom::gui
