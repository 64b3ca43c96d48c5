#include "planner/report/limits.h"

#include "planner/report/find_figures.h"
#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace switchroom::report {

namespace {

constexpr double worth_telling = 0.01; ///< share of calls

/// A sentence and the share of all calls that it explains.
struct Loss {
    double share = 0.0;
    std::string sentence;
};

std::string per_cent(double share)
{
    return figure_text(KpiUnit::share, share, {});
}

/// Share of all attempts; 0 where undefined.
double share_of_attempts(const ReportInput& input, std::size_t s, std::string_view kpi)
{
    const double attempts = estimate_of(input, s, "attempts").mean;
    const double count = estimate_of(input, s, kpi).mean;
    return attempts > 0.0 && !std::isnan(count) ? count / attempts : 0.0;
}

/// "half of them within 3 of the week's 50 half-hours with calls, first of all Monday 08:00"; empty if the
/// rows tell nothing.
std::string when_they_hang_up(const ReportInput& input, std::size_t s)
{
    const std::vector<RowResult>& rows = result_of(input, s).rows;
    std::vector<double> abandoned;
    std::size_t with_calls = 0;
    for (const RowResult& row : rows) {
        const KpiResult* offered = row.total.find("offered");
        const KpiResult* gone = row.total.find("abandoned");
        with_calls += offered && offered->estimate.mean > 0.0 ? 1 : 0;
        abandoned.push_back(gone ? gone->estimate.mean : 0.0);
    }
    const double all = std::accumulate(abandoned.begin(), abandoned.end(), 0.0);
    if (!(all > 0.0))
        return "";
    const auto worst = static_cast<std::size_t>(
        std::distance(abandoned.begin(), std::max_element(abandoned.begin(), abandoned.end())));
    std::sort(abandoned.begin(), abandoned.end(), std::greater<>());
    double sum = 0.0;
    std::size_t steps = 0;
    while (steps < abandoned.size() && sum < 0.5 * all)
        sum += abandoned[steps++];
    return fmt::format("; half of them within {} of the week's {} {} with calls, most of all on {}", steps,
                       with_calls, input.grid.step_s == 3600.0 ? "hours" : "half-hours", rows[worst].label);
}

void add_shortage(const ReportInput& input, std::size_t s, std::vector<Loss>& losses)
{
    for (const StaffNeed& need : input.scenarios[s].staffing) {
        std::size_t worst = need.needed.size();
        double most = 0.5; // people; less is rounding
        for (std::size_t slot = 0; slot < need.needed.size(); ++slot)
            if (need.needed[slot] - need.scheduled[slot] > most) {
                most = need.needed[slot] - need.scheduled[slot];
                worst = slot;
            }
        if (worst == need.needed.size())
            continue;
        losses.push_back(
            {0.0, fmt::format("On {} at {} the {} needs {:.0f} people answering to hold its target and "
                              "has {} on the roster.",
                              weekday_name(need.weekday), input.grid.time(worst), need.group,
                              need.needed[worst], grouped_number(need.scheduled[worst], 0))});
    }
}

} // namespace

std::vector<std::string> what_limits(const ReportInput& input, std::size_t s)
{
    std::vector<Loss> losses;
    const auto add = [&](double share, std::string sentence) {
        if (share >= worth_telling)
            losses.push_back({share, std::move(sentence)});
    };
    const double turned_away = share_of_attempts(input, s, "turned_away");
    add(turned_away,
        fmt::format("{} of all calls ring when nobody is there to answer, or no step takes them.",
                    per_cent(turned_away)));
    const double blocked = share_of_attempts(input, s, "blocked");
    add(blocked, fmt::format("{} of all calls find every line busy.", per_cent(blocked)));
    const double abandoned = share_of_attempts(input, s, "abandoned");
    add(abandoned, fmt::format("{} of all callers hang up while they wait{}.", per_cent(abandoned),
                               when_they_hang_up(input, s)));
    const double left = share_of_attempts(input, s, "voicemail_hang_ups");
    add(left, fmt::format("{} of all callers hang up on the voicemail.", per_cent(left)));
    if (!losses.empty())
        add_shortage(input, s, losses);
    std::stable_sort(losses.begin(), losses.end(),
                     [](const Loss& a, const Loss& b) { return a.share > b.share; });
    std::vector<std::string> sentences;
    for (Loss& loss : losses)
        sentences.push_back(std::move(loss.sentence));
    const double occupancy = estimate_of(input, s, "occupancy").mean;
    if (!losses.empty() && occupancy < 0.6)
        sentences.push_back(
            fmt::format("The practice's people are busy {} of their time at the desk: what costs calls "
                        "is when they are there, more than how many they are.",
                        per_cent(occupancy)));
    if (occupancy > 0.88)
        sentences.push_back(
            fmt::format("The practice's people are busy {} of their time at the desk, which leaves no "
                        "room for a day above the average.",
                        per_cent(occupancy)));
    if (sentences.empty())
        sentences.push_back("Nothing costs more than one call in a hundred.");
    return sentences;
}

} // namespace switchroom::report
