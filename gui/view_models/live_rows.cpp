#include "gui/view_models/live_rows.h"

#include "sim/stats/service_level.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace switchroom::gui {

namespace {

/// Which attempt of which need a row is about.
using AttemptKey = std::tuple<std::uint32_t, std::int32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

AttemptKey attempt_of(const TraceRow& row)
{
    return {row.need_contact, row.date, row.number, row.copy, row.attempt};
}

struct Item {
    double created_s = 0.0;
    double done_s = never_s;
    std::uint32_t tries = 0;
};

bool is_work(const CentreModel& model, std::uint32_t contact)
{
    return contact != none && model.contacts[contact].work != none;
}

/// Whether the row says how its attempt ended. Legs after a transfer belong to an answered one.
bool decides(const CentreModel& model, const TraceRow& row)
{
    if (row.leg > 0 || row.reason == LegReason::list)
        return false;
    return row.outcome != Outcome::handed_off || is_work(model, row.handed_off_to);
}

/// The counts of one decided attempt, as the service level wants them.
ContactCounts counted(const TraceRow& row, const ModelContact& contact)
{
    const double wait_s = row.queue_left_s - row.arrived_s;
    ContactCounts counts;
    counts.answered = row.outcome == Outcome::answered;
    counts.abandoned = row.outcome == Outcome::abandoned;
    counts.blocked = row.outcome == Outcome::blocked;
    counts.flowed_out = row.outcome == Outcome::voicemail || row.outcome == Outcome::callback;
    counts.answered_within = counts.answered && wait_s <= contact.threshold_s ? 1 : 0;
    counts.abandoned_within = counts.abandoned && wait_s <= contact.threshold_s ? 1 : 0;
    counts.abandoned_short = counts.abandoned && wait_s <= contact.short_abandon_s ? 1 : 0;
    return counts;
}

class RowSink final : public TraceSink {
public:
    RowSink(const LoadedModel& loaded, LiveRows& rows) : model_(loaded.model), rows_(rows)
    {
        std::size_t measured = 0; // the centre lists our contacts alone
        for (const ModelContact& contact : model_.contacts)
            formulas_.push_back(contact.is_ours ? loaded.centre.contacts[measured++].formula
                                                : &default_service_level_formula());
    }

    void row(const TraceRow& row) override
    {
        const bool is_ours = model_.contacts[row.contact].is_ours;
        LiveCall call;
        call.arrived_s = row.arrived_s;
        call.left_s = row.queue_left_s;
        call.talk_end_s = row.queue_left_s + row.talk_s + row.hold_s + row.on_call_s;
        call.end_s = call.talk_end_s + row.wrap_up_s;
        call.contact = row.contact;
        call.group = row.group;
        call.handed_off_to = row.handed_off_to;
        call.outcome = row.outcome;
        call.reason = row.reason;
        call.leg = static_cast<std::uint8_t>(std::min(row.leg, 255U));
        call.is_ours = is_ours;
        rows_.calls.push_back(call);
        rows_.agent.push_back(row.agent);
        if (is_ours)
            count(row);
        note_items(row);
    }

    void finish()
    {
        rows_.items_created_s.resize(model_.contacts.size());
        rows_.items_done_s.resize(model_.contacts.size());
        for (const auto& [key, item] : items_) {
            rows_.items_created_s[key.second].push_back(item.created_s);
            if (item.done_s < never_s)
                rows_.items_done_s[key.second].push_back(item.done_s);
        }
        for (auto& times : rows_.items_created_s)
            std::sort(times.begin(), times.end());
        for (auto& times : rows_.items_done_s)
            std::sort(times.begin(), times.end());
    }

private:
    void count(const TraceRow& row)
    {
        std::uint32_t came_as = row.contact;
        if (!came_as_.empty())
            if (const auto earlier = came_as_.find(attempt_of(row)); earlier != came_as_.end())
                came_as = earlier->second;
        if (row.outcome == Outcome::handed_off)
            came_as_.emplace(attempt_of(row), came_as);
        if (!decides(model_, row) || !model_.contacts[came_as].in_totals)
            return;
        const ContactCounts one = counted(row, model_.contacts[came_as]);
        LiveCounts counts;
        counts.decided = 1;
        counts.answered = one.answered;
        counts.hung_up = one.abandoned;
        counts.left_queue = one.flowed_out + (row.outcome == Outcome::handed_off ? 1 : 0);
        counts.turned_away = one.blocked + (row.outcome == Outcome::turned_away ? 1 : 0);
        counts.by_machine = row.outcome == Outcome::contained;
        counts.wait_answered_s = one.answered > 0 ? row.queue_left_s - row.arrived_s : 0.0;
        counts.level_numerator = static_cast<double>(formulas_[came_as]->numerator.of(one));
        counts.level_denominator = static_cast<double>(formulas_[came_as]->denominator.of(one));
        rows_.rang_s.push_back(row.rang_s);
        const bool by_machine = row.reason == LegReason::bot;
        rows_.decided_s.push_back(row.queue_left_s + (by_machine ? row.talk_s : 0.0));
        rows_.counts.push_back(counts);
    }

    void note_items(const TraceRow& row)
    {
        if (is_work(model_, row.handed_off_to)) {
            Item& left = items_[{attempt_of(row), row.handed_off_to}];
            left.created_s = row.queue_left_s;
        }
        if (row.reason != LegReason::list)
            return;
        Item& item = items_[{attempt_of(row), row.contact}];
        item.created_s = row.arrived_s;
        const ModelReach& reach = model_.works[model_.contacts[row.contact].work].reach;
        if (row.outcome != Outcome::not_reached || ++item.tries >= reach.tries)
            item.done_s = row.queue_left_s;
    }

    const CentreModel& model_;
    LiveRows& rows_;
    std::vector<const ServiceLevelFormula*> formulas_; ///< by contact of the model
    std::map<AttemptKey, std::uint32_t> came_as_;      ///< of attempts that a machine passed on
    std::map<std::pair<AttemptKey, std::uint32_t>, Item> items_;
};

template <class T>
std::vector<T> permuted(const std::vector<T>& values, const std::vector<std::size_t>& order)
{
    std::vector<T> result;
    result.reserve(values.size());
    for (const std::size_t i : order)
        result.push_back(values[i]);
    return result;
}

template <class Less>
std::vector<std::size_t> sorted_positions(std::size_t count, Less less)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), less);
    return order;
}

} // namespace

LiveRows rows_of_replication(const LoadedModel& loaded, ReplicationKey key)
{
    LiveRows rows;
    RowSink sink(loaded, rows);
    Workspace workspace;
    run_replication(loaded.model, key, workspace, &sink);
    sink.finish();
    const auto by_decision = sorted_positions(rows.decided_s.size(), [&](std::size_t a, std::size_t b) {
        return rows.decided_s[a] < rows.decided_s[b];
    });
    rows.rang_s = permuted(rows.rang_s, by_decision);
    rows.counts = permuted(rows.counts, by_decision);
    rows.decided_s = permuted(rows.decided_s, by_decision);
    const auto by_arrival = sorted_positions(rows.calls.size(), [&](std::size_t a, std::size_t b) {
        return rows.calls[a].arrived_s < rows.calls[b].arrived_s;
    });
    rows.agent = permuted(rows.agent, by_arrival);
    rows.calls = permuted(rows.calls, by_arrival);
    return rows;
}

} // namespace switchroom::gui
