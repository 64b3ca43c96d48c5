#include "gui/view_models/levers.h"

#include "gui/view_models/lever_factors.h"
#include "gui/view_models/lever_staffing.h"
#include "gui/view_models/text.h"
#include "sim/scenario/typical_week.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace switchroom::gui {

namespace {

constexpr double factor_least = 0.5;
constexpr double factor_most = 2.0;
constexpr double factor_step = 0.05;

struct FactorLever {
    Lever lever;
    const char* id;
    Text label;
    Text help;
};

constexpr FactorLever factor_levers[] = {
    {Lever::volume, "volume", Text::lever_volume, Text::lever_volume_help},
    {Lever::handle_time, "handle time", Text::lever_handle_time, Text::lever_handle_time_help},
    {Lever::patience, "patience", Text::lever_patience, Text::lever_patience_help},
};

Text label_of(DayPart part)
{
    switch (part) {
    case DayPart::morning:
        return Text::lever_agents_morning;
    case DayPart::noon:
        return Text::lever_agents_noon;
    case DayPart::afternoon:
        break;
    }
    return Text::lever_agents_afternoon;
}

std::string id_of(const Group& group, const std::string& what)
{
    return "agents/" + group.name + "/" + what;
}

const char* name_of(DayPart part)
{
    return part == DayPart::morning ? "morning" : part == DayPart::noon ? "noon" : "afternoon";
}

const Group* same_group(const Scenario& scenario, const std::string& name)
{
    const auto found = std::find_if(scenario.groups.begin(), scenario.groups.end(),
                                    [&](const Group& group) { return group.name == name; });
    return found == scenario.groups.end() ? nullptr : &*found;
}

double hours_of(const Scenario& scenario, const Group& group)
{
    const auto hours = agent_hours_per_day(scenario, group);
    return hours ? std::accumulate(hours->begin(), hours->end(), 0.0) : 0.0;
}

/// Groups by how much they work, the practice's own before those of vendors. `dominates`: the first does at
/// least half of what its employer's groups do, so that it needs no name.
struct Ranking {
    std::vector<const Group*> groups;
    bool dominates = false;
};

Ranking ranked(const Scenario& scenario)
{
    Ranking ranking;
    std::map<const Group*, double> hours;
    const auto is_own = [](const Group& group) { return group.employer == "practice"; };
    for (const Group& group : scenario.groups) {
        ranking.groups.push_back(&group);
        hours[&group] = hours_of(scenario, group);
    }
    std::stable_sort(ranking.groups.begin(), ranking.groups.end(), [&](const Group* a, const Group* b) {
        return is_own(*a) != is_own(*b) ? is_own(*a) : hours[a] > hours[b];
    });
    if (ranking.groups.empty())
        return ranking;
    double all = 0.0;
    for (const Group* group : ranking.groups)
        if (is_own(*group) == is_own(*ranking.groups[0]))
            all += hours[group];
    ranking.dominates = ranking.groups.size() == 1 || hours[ranking.groups[0]] > 0.5 * all;
    return ranking;
}

double share_away(const Shrinkage& shrinkage)
{
    return 1.0 - (1.0 - shrinkage.absence_day.value) * (1.0 - shrinkage.in_day.value);
}

/// The first step of a route that waits for somebody before others are asked.
const OfferStep* first_overflow(const Scenario& scenario)
{
    for (const Route& route : scenario.routes)
        if (route.open.size() > 1)
            if (const auto* offer = std::get_if<OfferStep>(&route.open[0]); offer && offer->for_)
                return offer;
    return nullptr;
}

/// Makes the list.
class Levers {
public:
    Levers(const Scenario& scenario, const Scenario& original, Language language)
        : scenario_(scenario), original_(original), language_(language)
    {
    }

    std::vector<ScenarioLever> all()
    {
        const Ranking ranking = ranked(scenario_);
        const Group* main = ranking.groups.empty() ? nullptr : ranking.groups[0];
        if (main)
            staffing(*main, ranking.dominates);
        for (const FactorLever& one : factor_levers)
            if (const auto factor = factor_of(scenario_, original_, one.lever))
                list_.push_back({one.id, say(one.label), say(one.help), LeverUnit::share, *factor,
                                 std::min(factor_least, *factor), std::max(factor_most, *factor),
                                 factor_step});
        overflow();
        if (main)
            shrinkage(*main);
        for (const Group* group : ranking.groups)
            if (group != main)
                staffing(*group, false);
        return std::move(list_);
    }

private:
    template <class... Args>
    std::string say(Text text, const Args&... args) const
    {
        return filled(text, language_, args...);
    }

    void people(const std::string& id, const std::string& label, const std::string& help, int value,
                int original)
    {
        list_.push_back({id, label, help, LeverUnit::people, static_cast<double>(value), 0.0,
                         static_cast<double>(std::max({10, 2 * original, value})), 1.0});
    }

    void staffing(const Group& group, bool without_name)
    {
        const auto label = [&](const std::string& what) {
            return without_name ? what : say(Text::lever_of_group, group.name, what);
        };
        const Group* before = same_group(original_, group.name);
        if (group.agents && group.agents->constant) {
            const int then = before && before->agents ? before->agents->constant.value_or(0) : 0;
            people(id_of(group, "all day"), label(say(Text::lever_agents)),
                   say(Text::lever_agents_all_help, group.name), *group.agents->constant, then);
        }
        for (const DayPart part : all_day_parts) {
            const auto now = agents_in(group, part);
            const auto then = before ? agents_in(*before, part) : std::nullopt;
            if (!now && !then)
                continue;
            const ClockWindow window = window_of(part);
            people(id_of(group, name_of(part)), label(say(label_of(part))),
                   say(Text::lever_agents_help, group.name, to_text(window.start), to_text(window.end)),
                   now.value_or(0), then.value_or(0));
        }
        for (std::size_t i = 0; i < group.shifts.size(); ++i) {
            const Shift& shift = group.shifts[i];
            const std::string name = shift.name.value_or(say(Text::lever_agents));
            const int then = before && i < before->shifts.size() ? before->shifts[i].agents : 0;
            people(id_of(group, "shift " + std::to_string(i)), label(name),
                   say(Text::lever_shift_help, group.name), shift.agents, then);
        }
    }

    void overflow()
    {
        const OfferStep* offer = first_overflow(scenario_);
        if (!offer)
            return;
        const double now = offer->for_->seconds;
        const std::string whom = offer->groups.empty() ? "" : offer->groups.front();
        list_.push_back({"overflow", say(Text::lever_overflow), say(Text::lever_overflow_help, whom),
                         LeverUnit::seconds, now, 1.0, std::max(60.0, 2.0 * now), 1.0});
    }

    void shrinkage(const Group& group)
    {
        if (!group.agents && group.shifts.empty())
            return;
        const double now = share_away(group.shrinkage);
        list_.push_back({"shrinkage", say(Text::lever_shrinkage), say(Text::lever_shrinkage_help, group.name),
                         LeverUnit::share, now, 0.0, std::max(0.5, now), 0.01});
    }

    const Scenario& scenario_;
    const Scenario& original_;
    Language language_;
    std::vector<ScenarioLever> list_;
};

Duration whole_seconds(double seconds)
{
    return Duration{std::max(1.0, std::round(seconds))};
}

/// Every route that overflowed after the same time does so after the new one.
void set_overflow(Scenario& scenario, double seconds)
{
    const OfferStep* first = first_overflow(scenario);
    if (!first)
        return;
    const Duration before = *first->for_;
    for (Route& route : scenario.routes)
        if (route.open.size() > 1)
            if (auto* offer = std::get_if<OfferStep>(&route.open[0]); offer && offer->for_ == before)
                offer->for_ = whole_seconds(seconds);
}

double rounded_share(double share)
{
    return std::round(std::clamp(share, 0.0, 0.95) * 10000.0) / 10000.0;
}

/// The absence of whole days stays; what is away within the day makes up the rest.
void set_share_away(Shrinkage& shrinkage, double share)
{
    const double absent = shrinkage.absence_day.value;
    if ((shrinkage.in_day.value == 0.0 && absent > 0.0) || share < absent) {
        shrinkage.absence_day = Probability{rounded_share(share)};
        shrinkage.in_day = Probability{0.0};
    } else {
        shrinkage.in_day = Probability{rounded_share(1.0 - (1.0 - share) / (1.0 - absent))};
    }
}

void set_people(Scenario& scenario, const Scenario& original, const std::string& id, int people)
{
    for (Group& group : scenario.groups) {
        if (id == id_of(group, "all day") && group.agents)
            group.agents->constant = people;
        for (const DayPart part : all_day_parts)
            if (id == id_of(group, name_of(part)) && group.agents)
                group.agents = with_agents_in(group, same_group(original, group.name), part, people);
        for (std::size_t i = 0; i < group.shifts.size(); ++i)
            if (id == id_of(group, "shift " + std::to_string(i)))
                group.shifts[i].agents = people;
    }
}

} // namespace

std::vector<ScenarioLever> levers(const ScenarioEditor& editor, Language language)
{
    if (!editor.document())
        return {};
    return Levers(editor.document()->scenario, editor.original()->scenario, language).all();
}

Diagnostics apply(const ScenarioLever& lever, ScenarioEditor& editor, double value)
{
    if (!editor.document())
        return editor.problems();
    const Scenario& original = editor.original()->scenario;
    Scenario scenario = editor.document()->scenario;
    value = std::clamp(value, lever.least, lever.most);
    if (lever.unit == LeverUnit::people)
        set_people(scenario, original, lever.id, static_cast<int>(std::lround(value)));
    else if (lever.id == "overflow")
        set_overflow(scenario, value);
    else if (lever.id == "shrinkage") {
        const std::string main = scenario.groups.empty() ? "" : ranked(scenario).groups[0]->name;
        for (Group& group : scenario.groups)
            if (group.name == main)
                set_share_away(group.shrinkage, value);
    }
    for (const FactorLever& one : factor_levers)
        if (lever.id == one.id)
            scenario = at_factor(scenario, original, one.lever, value);
    return editor.change_to(scenario, lever.label);
}

std::string show_lever(const ScenarioLever& lever, double value, const Locale& locale)
{
    if (lever.unit == LeverUnit::people)
        return show_number(value, 0, locale);
    if (lever.unit == LeverUnit::seconds)
        return show_number(value, 0, locale) + " s";
    return show_number(100.0 * value, 0, locale) + " %";
}

} // namespace switchroom::gui
