#include "gui/view_models/overview_picture.h"

#include "gui/view_models/text.h"
#include "planner/report/find_figures.h"
#include "planner/report/limits.h"
#include "planner/report/targets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace switchroom::gui {

namespace {

constexpr std::array tile_names{"service_level",    "answer_rate",  "mean_wait_s",
                                "abandonment_rate", "lost_callers", "occupancy"};
/// From this occupancy on, people are what is short; below, calls come in bunches.
constexpr double busy = 0.75;

double mean_of(const ScopeResult& scope, std::string_view kpi)
{
    const KpiResult* found = scope.find(kpi);
    return found ? found->estimate.mean : std::nan("");
}

std::string in_hundred(double share)
{
    return std::isnan(share) ? "–" : fmt::format("{:.0f}", 100.0 * share);
}

/// The one threshold of all contacts with a target (of all contacts, where none has one); none: they differ.
std::optional<double> threshold_of(const ExperimentResult& result)
{
    std::optional<double> found;
    bool any_target = false;
    for (const MeasuredContact& contact : result.centre.contacts)
        any_target = any_target || (contact.in_total && !std::isnan(contact.target_share));
    for (const MeasuredContact& contact : result.centre.contacts) {
        if (!contact.in_total || (any_target && std::isnan(contact.target_share)))
            continue;
        if (found && *found != contact.threshold_s)
            return std::nullopt;
        found = contact.threshold_s;
    }
    return found;
}

Text period_text(const ExperimentResult& result)
{
    const int days = result.centre.days;
    if (days == 1)
        return Text::overview_days;
    if (days == 7)
        return Text::overview_weeks;
    return days >= 28 && days <= 31 ? Text::overview_months : Text::overview_runs;
}

std::string answered_words(const ExperimentResult& result, const Locale& locale)
{
    const Language language = locale.language;
    const std::string answered = filled(Text::overview_answered, language,
                                        in_hundred(mean_of(result.total, "answer_rate_of_attempts")));
    const std::string level = in_hundred(mean_of(result.total, "service_level"));
    if (const auto threshold = threshold_of(result))
        return filled(Text::overview_within, language, answered, level,
                      show_number(*threshold, *threshold == std::floor(*threshold) ? 0 : 1, locale) +
                          "\u00a0s");
    return filled(Text::overview_in_time, language, answered, level);
}

/// "80 %"; where types of call have targets of their own: "81 % (80–90 % by type of call)".
std::string wanted_words(const ExperimentResult& result, double wanted, const Locale& locale)
{
    const WantedSpan span = wanted_span(result);
    const std::string mean = show_number(100.0 * wanted, 0, locale) + "\u00a0%";
    return span.low < span.high
               ? filled(Text::overview_mixed_target, locale.language, mean, span_words(span, locale))
               : mean;
}

std::string target_words(const ExperimentResult& result, Standing standing, double wanted,
                         const Locale& locale)
{
    const KpiResult* level = result.total.find("service_level");
    if (standing == Standing::no_target || !level)
        return text_of(Text::overview_no_target, locale.language);
    const report::ShareOfRuns runs = report::runs_at_least(*level, wanted);
    const Text words = standing == Standing::kept     ? Text::overview_kept
                       : standing == Standing::missed ? Text::overview_missed
                                                      : Text::overview_close;
    return filled(words, locale.language, wanted_words(result, wanted, locale), in_hundred(runs.share),
                  text_of(period_text(result), locale.language));
}

std::string headline(const ExperimentResult& result, Standing standing, Language language)
{
    switch (standing) {
    case Standing::kept:
        return text_of(Text::overview_headline_kept, language);
    case Standing::missed:
        return text_of(Text::overview_headline_missed, language);
    case Standing::close:
        return text_of(Text::overview_headline_close, language);
    case Standing::no_target:
        break;
    }
    return filled(Text::overview_headline_plain, language,
                  in_hundred(mean_of(result.total, "answer_rate_of_attempts")));
}

/// How busy people are when callers hang up: occupancy of the rows, weighted by who hangs up there.
double occupancy_when_they_hang_up(const ExperimentResult& result)
{
    double sum = 0.0;
    double weights = 0.0;
    for (const RowResult& row : result.rows) {
        const double gone = mean_of(row.total, "abandoned");
        const double occupancy = mean_of(row.total, "occupancy");
        if (gone > 0.0 && !std::isnan(occupancy)) {
            sum += gone * occupancy;
            weights += gone;
        }
    }
    return weights > 0.0 ? sum / weights : mean_of(result.total, "occupancy");
}

std::string when_words(const OverviewInput& input)
{
    const report::WorstSteps worst = report::worst_steps(input.result->rows);
    if (worst.steps == 0)
        return "";
    return filled(input.grid.step_s == 3600.0 ? Text::overview_half_of_them_hours
                                              : Text::overview_half_of_them,
                  input.locale.language, worst.steps, worst.with_calls);
}

LimitLine limit_of(const report::Loss& loss, const OverviewInput& input)
{
    const Language language = input.locale.language;
    const std::string share = show_figure(KpiUnit::share, loss.share, input.locale);
    const auto line = [&](Text cause, std::string words) {
        return LimitLine{text_of(cause, language), std::move(words), "", loss.share};
    };
    switch (loss.kind) {
    case report::LossKind::turned_away:
        return line(Text::overview_limit_hours, filled(Text::overview_limit_hours_words, language, share));
    case report::LossKind::blocked:
        return line(Text::overview_limit_lines, filled(Text::overview_limit_lines_words, language, share));
    case report::LossKind::voicemail_hang_ups:
        return line(Text::overview_limit_voicemail,
                    filled(Text::overview_limit_voicemail_words, language, share));
    case report::LossKind::abandoned:
        break;
    }
    const double occupancy = occupancy_when_they_hang_up(*input.result);
    const std::string occupied = show_figure(KpiUnit::share, occupancy, input.locale);
    LimitLine found = occupancy >= busy
                          ? line(Text::overview_limit_people,
                                 filled(Text::overview_limit_people_words, language, share, occupied))
                          : line(Text::overview_limit_patience,
                                 filled(Text::overview_limit_patience_words, language, share, occupied));
    found.when = when_words(input);
    return found;
}

LimitLine roster_line(const StaffShortage& shortage, const OverviewInput& input)
{
    const Locale& locale = input.locale;
    const auto hours = [&](double of) { return show_number(of, of == std::floor(of) ? 0 : 1, locale); };
    LimitLine line;
    line.cause = text_of(Text::overview_limit_roster, locale.language);
    line.words =
        filled(Text::overview_limit_roster_words, locale.language, shortage.group,
               show_number(shortage.needed, 0, locale), slot_words(input.grid, shortage.row, locale.language),
               show_number(shortage.scheduled, std::round(shortage.scheduled) == shortage.scheduled ? 0 : 1,
                           locale));
    line.when = filled(Text::overview_limit_roster_when, locale.language, hours(shortage.short_hours),
                       hours(shortage.call_hours));
    return line;
}

} // namespace

std::string weekday_words(std::size_t weekday, Language language)
{
    constexpr std::array days{Text::overview_monday,   Text::overview_tuesday, Text::overview_wednesday,
                              Text::overview_thursday, Text::overview_friday,  Text::overview_saturday,
                              Text::overview_sunday};
    return text_of(days.at(weekday), language);
}

std::string slot_words(const report::WeekGrid& grid, std::size_t row, Language language)
{
    return weekday_words(row / grid.slots(), language) + " " + grid.time(row % grid.slots());
}

std::vector<WorstSlot> worst_slots(const ExperimentResult& result, const report::WeekGrid& grid,
                                   std::size_t most, const Locale& locale)
{
    std::vector<WorstSlot> slots;
    const double weeks = std::max(1.0, result.centre.days / 7.0);
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        const double offered = mean_of(result.rows[row].total, "offered") / weeks;
        const double level = mean_of(result.rows[row].total, "service_level");
        if (!(offered >= 1.0) || std::isnan(level) || level >= 0.9995)
            continue;
        slots.push_back(
            {row, slot_words(grid, row, locale.language),
             filled(Text::overview_worst_words, locale.language,
                    show_number(100.0 * level, 0, locale) + "\u00a0%", show_number(offered, 0, locale)),
             level, offered});
    }
    std::stable_sort(slots.begin(), slots.end(),
                     [](const WorstSlot& a, const WorstSlot& b) { return a.level < b.level; });
    slots.resize(std::min(slots.size(), most));
    return slots;
}

OverviewPicture overview_picture(const OverviewInput& input)
{
    const ExperimentResult& result = *input.result;
    OverviewPicture picture;
    picture.wanted_level = wanted_level(result);
    const KpiResult* level = result.total.find("service_level");
    picture.standing = level ? standing_of(level->estimate, picture.wanted_level) : Standing::no_target;
    picture.headline = headline(result, picture.standing, input.locale.language);
    picture.verdict = answered_words(result, input.locale) + " " +
                      target_words(result, picture.standing, picture.wanted_level, input.locale);
    for (const char* name : tile_names)
        picture.tiles.push_back(kpi_tile(result, input.grid, name, input.reference, input.locale));
    picture.tiles.push_back(
        cost_tile(result, input.cost, input.cost_is_complete, input.reference, input.locale));
    picture.tiles.push_back(kpi_tile(result, input.grid, "attempts", input.reference, input.locale));
    const bool any_changed = std::any_of(picture.tiles.begin(), picture.tiles.end(),
                                         [](const KpiTile& tile) { return !tile.change.empty(); });
    if (any_changed && input.reference) // "{} since you opened it": what follows the change
        picture.changes = filled(Text::overview_changes, input.locale.language,
                                 input.reference->words.substr(input.reference->words.find("{} ") + 3));
    for (const report::Loss& loss : report::losses_of(result))
        picture.limits.push_back(limit_of(loss, input));
    if (input.shortage)
        picture.limits.push_back(roster_line(*input.shortage, input));
    if (picture.limits.empty())
        picture.limits_nothing = text_of(Text::overview_limit_nothing, input.locale.language);
    picture.worst = worst_slots(result, input.grid, 5, input.locale);
    return picture;
}

} // namespace switchroom::gui
