#include "planner/report/costs.h"
#include "planner/report/find_figures.h"
#include "planner/report/limits.h"
#include "planner/report/sections.h"
#include "planner/report/targets.h"

#include "sim/experiment/number_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace switchroom::report {

namespace {

std::string words_of(const ReportInput& input, std::size_t s, std::string_view kpi)
{
    return shown(total_cell(input, s, kpi));
}

/// A count without decimals or doubt, for running text.
std::string about(const ReportInput& input, std::size_t s, std::string_view kpi)
{
    return grouped_number(estimate_of(input, s, kpi).mean, 0);
}

std::string access_sentence(const ReportInput& input, std::size_t s)
{
    return fmt::format(
        "About {} calls reach the team in {}. {} of them are answered, after {} on average; one caller "
        "in twenty waits longer than {}. {} hang up while waiting, and about {} callers in {} never get "
        "through at all.",
        about(input, s, "offered"), period_of(result_of(input, s)).words, words_of(input, s, "answer_rate"),
        words_of(input, s, "asa_s"),
        shown(figure_cell(KpiUnit::seconds, estimate_of(input, s, "wait_p95_s").mean)),
        words_of(input, s, "abandonment_rate"), about(input, s, "lost_callers"),
        period_of(result_of(input, s)).words);
}

std::string target_sentence(const ReportInput& input, std::size_t s)
{
    const KpiResult* level = total_of(input, s, "service_level");
    const std::vector<LevelTarget> targets = level_targets(result_of(input, s));
    if (!level || targets.empty())
        return "";
    std::string text = fmt::format("The service level is {}.", words_of(input, s, "service_level"));
    if (targets.size() > 1)
        return text + " Calls have targets of their own, which the spread of runs below shows one by one.";
    const ShareOfRuns runs = runs_at_least(*level, targets.front().share);
    const double gap = level->estimate.mean - targets.front().share;
    const bool sure = std::abs(gap) > level->estimate.half_width;
    const std::string verdict = !sure       ? "it is met about half of the time"
                                : gap > 0.0 ? "on average it is met"
                                            : "it is missed";
    text += fmt::format(" The target is {}: {}", targets.front().words, verdict);
    if (runs.of >= 20)
        text += fmt::format(", and {} of {} simulated runs keep it (between {} and {} of all such runs)",
                            runs.kept, runs.of, figure_text(KpiUnit::share, runs.low, {}),
                            figure_text(KpiUnit::share, runs.high, {}));
    return text + ".";
}

std::string cost_sentence(const ReportInput& input, std::size_t s)
{
    const CostTable costs = costs_of(input, s);
    if (costs.lines.empty())
        return "";
    const std::string currency = result_of(input, s).centre.currency;
    std::string text =
        fmt::format("It costs {} {}",
                    shown(figure_cell(KpiUnit::money, costs.total.mean, costs.total.half_width, currency)),
                    period_of(result_of(input, s)).words);
    if (!std::isnan(costs.without_lost.mean) && costs.without_lost.mean != costs.total.mean)
        text += fmt::format(", of which {} is margin that goes with lost callers",
                            shown(figure_cell(KpiUnit::money, costs.total.mean - costs.without_lost.mean,
                                              unknown, currency)));
    return text + ".";
}

/// "the answer rate rises by 5.83 points ± 0.02 to 96.57 %".
std::string change_words(const ReportInput& input, std::size_t s, std::string_view kpi, const char* noun)
{
    const Difference* found = difference_of(input, s, kpi);
    if (!found || !found->significant)
        return "";
    Cell amount = change_cell(input, s, kpi);
    const bool rises = amount.value > 0.0;
    amount.value = std::abs(amount.value);
    std::string text = shown(amount);
    text.erase(0, 1); // its plus sign
    return fmt::format("{} {} by {} to {}", noun, rises ? "rises" : "falls", text,
                       shown(figure_cell(found->kpi->unit, estimate_of(input, s, kpi).mean, unknown,
                                         result_of(input, s).centre.currency)));
}

std::string comparison_sentence(const ReportInput& input, std::size_t s)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 5> spoken{
        {{"answer_rate", "the answer rate"},
         {"service_level", "the service level"},
         {"asa_s", "the speed of answer"},
         {"abandonment_rate", "abandonment"},
         {"lost_callers", "the number of lost callers"}}};
    std::vector<std::string> changes;
    for (const auto& [kpi, noun] : spoken)
        if (std::string words = change_words(input, s, kpi, noun); !words.empty())
            changes.push_back(std::move(words));
    if (changes.empty())
        return "For the same callers no figure changes by more than chance.";
    return fmt::format("For the same callers {}.", fmt::join(changes, ", "));
}

std::string cost_change_sentence(const ReportInput& input, std::size_t s)
{
    const CostTable base = costs_of(input, 0);
    const CostTable changed = costs_of(input, s);
    if (base.lines.empty() && changed.lines.empty())
        return "";
    const Estimate change = cost_change(input, s);
    const std::string currency = result_of(input, s).centre.currency;
    if (change.mean == 0.0)
        return "It costs the same.";
    return fmt::format("It costs {} {} {}.",
                       shown(figure_cell(KpiUnit::money, std::abs(change.mean), change.half_width, currency)),
                       change.mean > 0.0 ? "more" : "less", period_of(result_of(input, s)).words);
}

KeyFigures key_figures(const ReportInput& input, std::size_t s)
{
    KeyFigures figures{.title = scenario_count(input) > 1 ? scenario_name(input, s) : "", .figures = {}};
    const std::vector<LevelTarget> targets = level_targets(result_of(input, s));
    const auto add = [&](const std::string& label, std::string_view kpi, std::string note) {
        Cell cell = total_cell(input, s, kpi);
        if (s > 0)
            cell.tone = change_cell(input, s, kpi).tone;
        figures.figures.push_back({label, cell, std::move(note)});
    };
    add("answered", "answer_rate", "of the calls that reach the team");
    add("service level", "service_level",
        targets.empty()       ? "within 20 s"
        : targets.size() == 1 ? "target " + targets.front().words
                              : "each by its own target");
    add("speed of answer", "asa_s", "");
    figures.figures.back().note =
        fmt::format("19 in 20 wait at most {}",
                    shown(figure_cell(KpiUnit::seconds, estimate_of(input, s, "wait_p95_s").mean)));
    add("callers lost", "lost_callers", period_of(result_of(input, s)).words);
    const CostTable costs = costs_of(input, s);
    if (!costs.lines.empty())
        figures.figures.push_back({"cost",
                                   figure_cell(KpiUnit::money, costs.total.mean, costs.total.half_width,
                                               result_of(input, s).centre.currency),
                                   period_of(result_of(input, s)).words});
    return figures;
}

std::string joined(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() || sentence.empty() ? "" : " ") + sentence;
    return text;
}

/// "The clause \"pick-up\" is kept in 86 % of its windows (73 to 94 %): likely." for each clause.
std::string clause_sentences(const ReportInput& input, std::size_t s)
{
    std::vector<std::string> sentences;
    for (const ClauseRisk& risk : input.scenarios[s].clauses)
        if (!std::isnan(risk.kept))
            sentences.push_back(
                fmt::format("The clause \"{}\" of {} is kept in {} of its windows ({}): {}.", risk.clause,
                            risk.vendor, shown(figure_cell(KpiUnit::share, risk.kept)),
                            shown(interval_cell(KpiUnit::share, risk.kept_low, risk.kept_high)), risk.band));
    return joined(sentences);
}

void add_limits(const ReportInput& input, std::size_t s, const char* opening, Document& document)
{
    document.blocks.emplace_back(Paragraph{opening});
    document.blocks.emplace_back(Bullets{what_limits(input, s)});
}

} // namespace

void add_summary(const ReportInput& input, Document& document)
{
    const bool several = scenario_count(input) > 1;
    document.blocks.emplace_back(Heading{1, "In short"});
    for (std::size_t s = 0; s < scenario_count(input); ++s)
        document.blocks.emplace_back(key_figures(input, s));
    if (several)
        document.blocks.emplace_back(Heading{2, scenario_name(input, 0)});
    document.blocks.emplace_back(Paragraph{joined({access_sentence(input, 0), target_sentence(input, 0),
                                                   cost_sentence(input, 0), clause_sentences(input, 0)}),
                                           ParagraphStyle::lead});
    add_limits(input, 0, "What costs calls:", document);
    for (std::size_t s = 1; s < scenario_count(input); ++s) {
        document.blocks.emplace_back(Heading{2, fmt::format("{} instead", scenario_name(input, s))});
        document.blocks.emplace_back(
            Paragraph{joined({comparison_sentence(input, s), cost_change_sentence(input, s),
                              target_sentence(input, s), clause_sentences(input, s)}),
                      ParagraphStyle::lead});
        add_limits(input, s, "What still costs calls:", document);
    }
    document.blocks.emplace_back(
        Paragraph{"± is half of a 95 % confidence interval: how much the figure may be off because "
                  "only so many runs were simulated. How much single months differ is another matter "
                  "and stands under \"Good runs and bad runs\".",
                  ParagraphStyle::note});
}

} // namespace switchroom::report
