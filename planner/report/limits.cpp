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
struct Sentence {
    double share = 0.0;
    std::string words;
};

std::string per_cent(double share)
{
    return figure_text(KpiUnit::share, share, {});
}

/// Share of all attempts; 0 where undefined.
double share_of_attempts(const ExperimentResult& result, std::string_view name)
{
    const KpiResult* attempts = result.total.find("attempts");
    const KpiResult* count = result.total.find(name);
    if (!attempts || !count || !(attempts->estimate.mean > 0.0) || std::isnan(count->estimate.mean))
        return 0.0;
    return count->estimate.mean / attempts->estimate.mean;
}

/// "; half of them within 3 of the week's 50 half-hours with calls, most of all on Monday 08:00"; empty if
/// the rows tell nothing.
std::string when_they_hang_up(const ReportInput& input, std::size_t s)
{
    const std::vector<RowResult>& rows = result_of(input, s).rows;
    const WorstSteps worst = worst_steps(rows);
    if (worst.steps == 0)
        return "";
    return fmt::format("; half of them within {} of the week's {} {} with calls, most of all on {}",
                       worst.steps, worst.with_calls, input.grid.step_s == 3600.0 ? "hours" : "half-hours",
                       rows[worst.worst].label);
}

std::string words_of(const Loss& loss, const ReportInput& input, std::size_t s)
{
    const std::string share = per_cent(loss.share);
    switch (loss.kind) {
    case LossKind::turned_away:
        return fmt::format("{} of all calls ring when nobody is there to answer, or no step takes them.",
                           share);
    case LossKind::blocked:
        return fmt::format("{} of all calls find every line busy.", share);
    case LossKind::abandoned:
        return fmt::format("{} of all callers hang up while they wait{}.", share,
                           when_they_hang_up(input, s));
    case LossKind::voicemail_hang_ups:
        return fmt::format("{} of all callers hang up on the voicemail.", share);
    }
    return "";
}

void add_shortage(const ReportInput& input, std::size_t s, std::vector<Sentence>& losses)
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

std::vector<Loss> losses_of(const ExperimentResult& result)
{
    std::vector<Loss> losses{{LossKind::turned_away, share_of_attempts(result, "turned_away")},
                             {LossKind::blocked, share_of_attempts(result, "blocked")},
                             {LossKind::abandoned, share_of_attempts(result, "abandoned")},
                             {LossKind::voicemail_hang_ups, share_of_attempts(result, "voicemail_hang_ups")}};
    std::erase_if(losses, [](const Loss& loss) { return loss.share < worth_telling; });
    std::stable_sort(losses.begin(), losses.end(),
                     [](const Loss& a, const Loss& b) { return a.share > b.share; });
    return losses;
}

WorstSteps worst_steps(const std::vector<RowResult>& rows)
{
    WorstSteps found;
    std::vector<double> abandoned;
    for (const RowResult& row : rows) {
        const KpiResult* offered = row.total.find("offered");
        const KpiResult* gone = row.total.find("abandoned");
        found.with_calls += offered && offered->estimate.mean > 0.0 ? 1 : 0;
        abandoned.push_back(gone ? gone->estimate.mean : 0.0);
    }
    const double all = std::accumulate(abandoned.begin(), abandoned.end(), 0.0);
    if (!(all > 0.0))
        return found;
    found.worst = static_cast<std::size_t>(
        std::distance(abandoned.begin(), std::max_element(abandoned.begin(), abandoned.end())));
    std::sort(abandoned.begin(), abandoned.end(), std::greater<>());
    double sum = 0.0;
    while (found.steps < abandoned.size() && sum < 0.5 * all)
        sum += abandoned[found.steps++];
    return found;
}

std::vector<std::string> what_limits(const ReportInput& input, std::size_t s)
{
    std::vector<Sentence> losses;
    for (const Loss& loss : losses_of(result_of(input, s)))
        losses.push_back({loss.share, words_of(loss, input, s)});
    if (!losses.empty())
        add_shortage(input, s, losses);
    std::stable_sort(losses.begin(), losses.end(),
                     [](const Sentence& a, const Sentence& b) { return a.share > b.share; });
    std::vector<std::string> sentences;
    for (Sentence& loss : losses)
        sentences.push_back(std::move(loss.words));
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
