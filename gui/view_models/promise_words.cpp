#include "gui/view_models/promise_words.h"

#include "gui/view_models/show_given.h"
#include "gui/view_models/text.h"
#include "planner/contract/clause_counts.h"
#include "sim/scenario/enum_names.h"

#include <cmath>
#include <iterator>
#include <string_view>

namespace switchroom::gui {

namespace {

struct WindowNames {
    std::string_view name;
    Text one, several;
};

constexpr WindowNames window_names[] = {
    {"interval", Text::promise_interval, Text::promise_intervals},
    {"hour", Text::promise_hour, Text::promise_hours},
    {"day", Text::promise_day, Text::promise_days},
    {"week", Text::promise_week, Text::promise_weeks},
    {"month", Text::promise_month, Text::promise_months},
    {"quarter", Text::promise_quarter, Text::promise_quarters},
    {"year", Text::promise_year, Text::promise_years},
    {"term", Text::promise_term, Text::promise_terms},
};

Text text_of_metric(SlaMetric metric)
{
    switch (metric) {
    case SlaMetric::service_level:
        return Text::promise_of_service_level;
    case SlaMetric::abandonment:
        return Text::promise_of_abandonment;
    case SlaMetric::asa:
        return Text::promise_of_asa;
    case SlaMetric::answered:
        return Text::promise_of_answered;
    case SlaMetric::longest_wait:
        return Text::promise_of_longest;
    case SlaMetric::callback_on_time:
        return Text::promise_of_callbacks;
    case SlaMetric::message_on_time:
        return Text::promise_of_messages;
    case SlaMetric::hold:
        break;
    }
    return Text::promise_of_hold;
}

/// 0.973 → "97"; with a decimal near the ends, where it matters.
std::string in_100(double probability, const Locale& locale)
{
    const double of_100 = 100.0 * probability;
    const bool near_end = (of_100 > 98.5 && of_100 < 100.0) || (of_100 < 1.5 && of_100 > 0.0);
    return show_number(of_100, near_end ? 1 : 0, locale);
}

/// A wanted probability without needless decimals: "95", "99.5".
std::string wanted_in_100(double wanted, const Locale& locale)
{
    const double of_100 = 100.0 * wanted;
    return show_number(of_100, std::abs(of_100 - std::round(of_100)) < 0.05 ? 0 : 1, locale);
}

std::string unit_of(const ClauseVerdict& clause, bool several, const Locale& locale)
{
    return window_word(clause.by_term ? "term" : clause.window, several, locale);
}

} // namespace

std::string window_word(const std::string& window, bool several, const Locale& locale)
{
    for (const WindowNames& names : window_names)
        if (names.name == window)
            return text_of(several ? names.several : names.one, locale.language);
    return window;
}

std::string show_clause_figure(const ClauseVerdict& clause, double value, const Locale& locale)
{
    return show_figure(clause.is_time ? KpiUnit::seconds : KpiUnit::share, value, locale);
}

std::string promise_words(const SlaClause& clause, const Locale& locale)
{
    const KpiUnit unit = is_time(clause.metric) ? KpiUnit::seconds : KpiUnit::share;
    const std::string what =
        filled(text_of_metric(clause.metric), locale.language,
               clause.within ? show_given(KpiUnit::seconds, clause.within->seconds, locale) : std::string());
    return filled(clause.at_least ? Text::promise_at_least : Text::promise_at_most, locale.language,
                  show_given(unit, limit_of(clause), locale), what,
                  window_word(std::string(to_name(clause.window)), false, locale));
}

std::string kept_words(const ClauseVerdict& clause, const Locale& locale)
{
    const std::string windows = unit_of(clause, true, locale);
    if (clause.windows == 0)
        return text_of(Text::promise_nothing_judged, locale.language);
    if (clause.probability >= 1.0 && !clause.by_term)
        return filled(Text::promise_kept_always, locale.language,
                      show_number(static_cast<double>(clause.windows), 0, locale), windows);
    if (clause.probability <= 0.0 && !clause.by_term)
        return filled(Text::promise_kept_never, locale.language,
                      show_number(static_cast<double>(clause.windows), 0, locale), windows);
    return filled(Text::promise_kept_share, locale.language, in_100(clause.probability, locale), windows);
}

std::string verdict_words(const ClauseVerdict& clause, double wanted, const Locale& locale)
{
    const Text text = clause.verdict == Verdict::kept     ? Text::promise_is_kept
                      : clause.verdict == Verdict::broken ? Text::promise_is_broken
                                                          : Text::promise_is_undecided;
    return filled(text, locale.language, wanted_in_100(wanted, locale));
}

std::string certainty_words(const ClauseVerdict& clause, std::int64_t terms, const Locale& locale)
{
    const bool is_fixed = clause.method.starts_with("fixed");
    const std::int64_t judged = clause.by_term ? terms : clause.windows;
    return filled(
        Text::promise_certainty, locale.language, show_figure(KpiUnit::share, clause.interval_95.low, locale),
        show_figure(KpiUnit::share, clause.interval_95.high, locale),
        show_number(static_cast<double>(judged), 0, locale), unit_of(clause, true, locale),
        show_number(static_cast<double>(terms), 0, locale),
        text_of(is_fixed ? Text::promise_method_fixed : Text::promise_method_sequential, locale.language));
}

std::string spread_words(const ClauseVerdict& clause, const Locale& locale)
{
    if (!(clause.binomial_sd > 0.0) || !(clause.figure_sd > 0.0))
        return {};
    return filled(Text::promise_spread, locale.language, window_word(clause.window, true, locale),
                  show_number(100.0 * clause.figure_sd, 2, locale),
                  show_number(clause.figure_sd / clause.binomial_sd, 1, locale),
                  show_number(100.0 * clause.binomial_sd, 2, locale));
}

std::string least_words(const StaffingCurve& curve, double wanted, const Locale& locale)
{
    if (curve.least < 0)
        return filled(Text::promise_none_suffices, locale.language, wanted_in_100(wanted, locale));
    const StaffingPoint& least = curve.points[static_cast<std::size_t>(curve.least)];
    return filled(Text::promise_least, locale.language, show_number(least.hours_a_week, 0, locale),
                  least.most_agents);
}

} // namespace switchroom::gui
