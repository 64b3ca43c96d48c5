#include "planner/staffing/scenario_demand.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

struct OpenSpan {
    double from_s = 0.0;
    double to_s = 0.0;
};

/// When the contact is open, within the model's span.
std::vector<OpenSpan> open_spans(const CentreModel& model, std::uint32_t contact)
{
    std::vector<OpenSpan> spans;
    bool open = false;
    for (const PeriodChange& change : model.changes) {
        if (change.kind != ChangeKind::contact_open || change.subject != contact)
            continue;
        if (change.value != 0 && !open)
            spans.push_back({change.at_s, model.end_s});
        else if (change.value == 0 && open)
            spans.back().to_s = std::min(change.at_s, model.end_s);
        open = change.value != 0;
    }
    return spans;
}

/// The part of ascending pieces that lies in ascending spans.
RateCurve cut_to(const RateCurve& curve, const std::vector<OpenSpan>& spans)
{
    RateCurve result;
    std::size_t s = 0;
    for (const RatePiece& piece : curve) {
        while (s < spans.size() && spans[s].to_s <= piece.from_s)
            ++s;
        for (std::size_t k = s; k < spans.size() && spans[k].from_s < piece.to_s; ++k) {
            const double from_s = std::max(piece.from_s, spans[k].from_s);
            const double to_s = std::min(piece.to_s, spans[k].to_s);
            const double slope = (piece.end_per_s - piece.begin_per_s) / (piece.to_s - piece.from_s);
            if (to_s > from_s)
                result.push_back({from_s, to_s, piece.begin_per_s + slope * (from_s - piece.from_s),
                                  piece.begin_per_s + slope * (to_s - piece.from_s)});
        }
    }
    return result;
}

RateCurve drawn_curve(const CentreModel& model, const ModelContact& contact)
{
    RateCurve curve;
    for (std::uint32_t d = contact.day_pieces.first; d < contact.day_pieces.end(); ++d)
        for (std::uint32_t p = model.piece_ranges[d].first; p < model.piece_ranges[d].end(); ++p) {
            const ArrivalPiece& piece = model.pieces[p];
            curve.push_back({piece.from_s, piece.to_s, piece.begin_per_s,
                             piece.begin_per_s + piece.slope_per_s2 * (piece.to_s - piece.from_s)});
        }
    return curve;
}

/// The log's calls, level in each interval.
RateCurve replayed_curve(const CentreModel& model, const ModelContact& contact)
{
    std::vector<double> calls(model.cells, 0.0);
    for (std::uint32_t r = contact.replay.first; r < contact.replay.end(); ++r) {
        const double cell = (model.replay[r].at_s - model.measure_from_s) / model.interval_s;
        if (cell >= 0.0 && cell < model.cells)
            calls[static_cast<std::size_t>(cell)] += contact.replay_scale;
    }
    RateCurve curve;
    for (std::uint32_t k = 0; k < model.cells; ++k)
        if (calls[k] > 0.0) {
            const double rate = calls[k] / model.interval_s;
            const double from_s = model.measure_from_s + k * model.interval_s;
            curve.push_back({from_s, from_s + model.interval_s, rate, rate});
        }
    return curve;
}

/// The law that holds at an instant; null where none is given.
const Distribution* law_at(const CentreModel& model, Range laws, double at_s)
{
    const Distribution* holding = nullptr;
    for (std::uint32_t t = laws.first; t < laws.end(); ++t)
        if (!holding || model.timed_distributions[t].from_s <= at_s)
            holding = &model.distributions[model.timed_distributions[t].distribution];
    return holding;
}

/// A call's laws as the home group works.
struct Laws {
    Range talk;
    Range wrap_up;
    Range patience;
    double pace = 1.0;
};

Laws laws_at_home(const CentreModel& model, const ModelContact& contact, const QueueOffer& home)
{
    const ModelSkill& skill = model.skills[home.skill];
    return {.talk = skill.talk.count > 0 ? skill.talk : contact.talk,
            .wrap_up = skill.wrap_up.count > 0 ? skill.wrap_up : contact.wrap_up,
            .patience = contact.patience,
            .pace = home.pace};
}

/// Where any of the laws changes, ascending; always with the beginning of time.
std::vector<double> law_edges(const CentreModel& model, const Laws& laws)
{
    std::vector<double> edges{-never_s};
    for (const Range& range : {laws.talk, laws.wrap_up, laws.patience})
        for (std::uint32_t t = range.first + 1; t < range.end(); ++t)
            edges.push_back(model.timed_distributions[t].from_s);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Recorded calls bring their own handle times; those without one are drawn from the law.
std::vector<HandlePoint> recorded_points(const CentreModel& model, const ModelContact& contact)
{
    std::vector<double> times;
    for (std::uint32_t r = contact.replay.first; r < contact.replay.end(); ++r)
        if (const ReplayedCall& call = model.replay[r]; call.handle_s < never_s)
            times.push_back(call.handle_s + (call.wrap_up_s < never_s ? call.wrap_up_s : 0.0));
    if (times.empty())
        return {};
    auto law = make_empirical(std::move(times));
    return law ? handle_points(&*law, nullptr, 1.0) : std::vector<HandlePoint>{};
}

/// Streams by their laws: the same key, the same stream (weekly laws come back every day).
class Streams {
public:
    Streams(const CentreModel& model, const ModelContact& contact, const Laws& laws)
        : model_(model), laws_(laws), recorded_(recorded_points(model, contact))
    {
    }

    void add(const RateCurve& part, double at_s)
    {
        if (part.empty())
            return;
        const Key key{law_at(model_, laws_.talk, at_s), law_at(model_, laws_.wrap_up, at_s),
                      law_at(model_, laws_.patience, at_s)};
        auto found = std::find(keys_.begin(), keys_.end(), key);
        if (found == keys_.end()) {
            keys_.push_back(key);
            curves_.emplace_back();
            found = std::prev(keys_.end());
        }
        RateCurve& curve = curves_[static_cast<std::size_t>(found - keys_.begin())];
        curve.insert(curve.end(), part.begin(), part.end());
    }

    void append_to(std::vector<Stream>& streams) const
    {
        for (std::size_t k = 0; k < keys_.size(); ++k) {
            auto points =
                recorded_.empty() ? handle_points(keys_[k].talk, keys_[k].wrap_up, laws_.pace) : recorded_;
            const double handle_s = mean(points);
            const double patience_s =
                keys_[k].patience ? mean(*keys_[k].patience) : std::numeric_limits<double>::infinity();
            if (handle_s > 0.0)
                streams.push_back({CumulativeRate(curves_[k]), std::move(points), handle_s, patience_s});
        }
    }

private:
    struct Key {
        const Distribution* talk = nullptr;
        const Distribution* wrap_up = nullptr;
        const Distribution* patience = nullptr;
        friend bool operator==(const Key&, const Key&) = default;
    };
    const CentreModel& model_;
    Laws laws_;
    std::vector<HandlePoint> recorded_;
    std::vector<Key> keys_;
    std::vector<RateCurve> curves_;
};

void add_streams(const CentreModel& model, std::uint32_t c, const QueueOffer& home, Pool& pool)
{
    const ModelContact& contact = model.contacts[c];
    const bool drawn = contact.day_pieces.count > 0;
    const RateCurve curve =
        cut_to(drawn ? drawn_curve(model, contact) : replayed_curve(model, contact), open_spans(model, c));
    const Laws laws = laws_at_home(model, contact, home);
    const std::vector<double> edges = law_edges(model, laws);
    Streams streams(model, contact, laws);
    for (std::size_t e = 0; e < edges.size(); ++e) {
        const double to_s = e + 1 < edges.size() ? edges[e + 1] : never_s;
        streams.add(cut_to(curve, {{edges[e], to_s}}), edges[e]);
    }
    streams.append_to(pool.streams);
}

Pool& pool_of(Demand& demand, std::uint32_t group)
{
    for (Pool& pool : demand.pools)
        if (pool.group == group)
            return pool;
    Pool& pool = demand.pools.emplace_back();
    pool.group = group;
    return pool;
}

/// The contact's first offer; null if its open route offers to nobody with the skill.
const QueueOffer* home_offer(const CentreModel& model, std::uint32_t contact)
{
    const std::uint32_t queue = model.index.open_queue[contact];
    if (queue == none || model.index.queues[queue].offers.count == 0)
        return nullptr;
    return &model.index.offers[model.index.queues[queue].offers.first];
}

} // namespace

Demand scenario_demand(const Scenario& scenario, const CentreModel& model)
{
    Demand demand;
    demand.grid = {model.measure_from_s, model.interval_s, model.cells};
    const auto count = static_cast<std::uint32_t>(model.contacts.size());
    for (std::uint32_t c = 0; c < count; ++c) {
        const QueueOffer* home = home_offer(model, c);
        if (!home)
            continue;
        Pool& pool = pool_of(demand, home->group);
        add_streams(model, c, *home, pool);
        if (!model.contacts[c].in_totals)
            continue;
        const auto found =
            std::find_if(scenario.contacts.begin(), scenario.contacts.end(),
                         [&](const Contact& contact) { return contact.name == model.names.contacts[c]; });
        if (found != scenario.contacts.end()) {
            const std::vector<Goal> goals = goals_of(*found, c);
            pool.goals.insert(pool.goals.end(), goals.begin(), goals.end());
        }
    }
    std::erase_if(demand.pools, [](const Pool& pool) { return pool.goals.empty() || pool.streams.empty(); });
    std::sort(demand.pools.begin(), demand.pools.end(),
              [](const Pool& a, const Pool& b) { return a.group < b.group; });
    return demand;
}

} // namespace switchroom
