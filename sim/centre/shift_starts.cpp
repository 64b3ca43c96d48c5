#include "sim/centre/shift_starts.h"

#include "sim/random/vector_math.h"

#include <algorithm>

namespace switchroom {

namespace {

/// One agent's shift [from_s, to_s): late or early by `shift_s`.
void add_start(std::vector<StartShift>& starts, double from_s, double to_s, double shift_s, double begin_s)
{
    if (shift_s > 0.0) {
        const double until_s = from_s + std::min(shift_s, 0.5 * (to_s - from_s));
        starts.push_back({from_s, -1});
        starts.push_back({until_s, 1});
    } else if (from_s > begin_s) {
        starts.push_back({std::max(from_s + shift_s, begin_s), 1});
        starts.push_back({from_s, -1});
    }
}

std::int32_t date_of(const CentreModel& model, double instant_s)
{
    std::size_t day = 0;
    while (day + 1 < model.days.size() && model.days[day + 1].start_s <= instant_s)
        ++day;
    return model.days[day].date;
}

} // namespace

void draw_starts(std::vector<StartShift>& starts, const CentreModel& model, std::uint32_t group,
                 ReplicationKey key)
{
    starts.clear();
    const ModelGroup& m = model.groups[group];
    if (m.start_sd_s <= 0.0)
        return;
    const StreamKey stream = make_stream_key(key.seed, key.replication, m.stream);
    for (std::uint32_t agent = 0; agent < m.most_agents; ++agent) {
        double from_s = never_s;
        std::int32_t last_date = 0;
        std::uint32_t of_day = 0;
        const auto shift_ends = [&](double to_s) {
            const std::int32_t date = date_of(model, from_s);
            of_day = date == last_date ? of_day + 1 : 0;
            last_date = date;
            const double u =
                uniform(stream, {.number = agent, .date = date, .attempt = of_day}, Purpose::adherence);
            add_start(starts, from_s, to_s, m.start_sd_s * vector_math::normal_quantile(u), model.begin_s);
            from_s = never_s;
        };
        for (const PeriodChange& change : model.changes) {
            if (change.kind != ChangeKind::group_scheduled || change.subject != group)
                continue;
            if (change.value > agent && from_s == never_s)
                from_s = change.at_s;
            else if (change.value <= agent && from_s < never_s)
                shift_ends(change.at_s);
        }
        if (from_s < never_s)
            shift_ends(model.end_s);
    }
    std::sort(starts.begin(), starts.end(), [](const StartShift& a, const StartShift& b) {
        return a.at_s < b.at_s || (a.at_s == b.at_s && a.change > b.change);
    });
}

} // namespace switchroom
