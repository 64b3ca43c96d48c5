#include "gui/view_models/erlang_words.h"

#include "gui/view_models/show_given.h"

#include <cmath>
#include <limits>

namespace switchroom::gui {

namespace {

struct ModelWords {
    std::string_view name;
    Text title, holds;
};

constexpr ModelWords model_words[] = {
    {"b", Text::erlang_model_b, Text::erlang_holds_b},
    {"c", Text::erlang_model_c, Text::erlang_holds_c},
    {"a", Text::erlang_model_a, Text::erlang_holds_a},
    {"mmnk", Text::erlang_model_mmnk, Text::erlang_holds_mmnk},
    {"busyness", Text::erlang_model_busyness, Text::erlang_holds_busyness},
    {"engset", Text::erlang_model_engset, Text::erlang_holds_engset},
    {"overflow", Text::erlang_model_overflow, Text::erlang_holds_overflow},
    {"inverse", Text::erlang_model_inverse, Text::erlang_holds_inverse},
    {"priority", Text::erlang_model_priority, Text::erlang_holds_priority},
    {"mg1", Text::erlang_model_mg1, Text::erlang_holds_mg1},
    {"mdn", Text::erlang_model_mdn, Text::erlang_holds_mdn},
    {"mgn", Text::erlang_model_mgn, Text::erlang_holds_mgn},
    {"ging", Text::erlang_model_ging, Text::erlang_holds_ging},
    {"retrial", Text::erlang_model_retrial, Text::erlang_holds_retrial},
    {"mmng", Text::erlang_model_mmng, Text::erlang_holds_mmng},
    {"transient", Text::erlang_model_transient, Text::erlang_holds_transient},
};

const ModelWords* words_of(const erlang::CaseModel& model)
{
    for (const ModelWords& words : model_words)
        if (words.name == model.name)
            return &words;
    return nullptr;
}

struct ResultWords {
    std::string_view name;
    Text title;
};

constexpr ResultWords result_words[] = {
    {"probability_wait", Text::erlang_result_wait},
    {"probability_abandon", Text::erlang_result_abandon},
    {"probability_block", Text::erlang_result_block},
    {"asa_s", Text::erlang_result_asa},
    {"mean_wait_s", Text::erlang_result_mean_wait},
    {"service_level", Text::erlang_result_service_level_plain},
    {"occupancy", Text::erlang_result_occupancy},
};

/// Differences below this, in points, are told as agreement.
constexpr double agreement = 0.5;

std::string points(double share, const Locale& locale)
{
    return show_number(std::abs(100.0 * share), 1, locale);
}

std::string share(double value, const Locale& locale)
{
    return show_figure(KpiUnit::share, value, locale);
}

std::string why_formulas_differ(const HourPicture& picture, const Locale& locale)
{
    const HourPoint& here = picture.here();
    const double c = here.c.service_level.mean;
    const double a = here.a.service_level.mean;
    const std::string leave = share(here.a.abandonment.mean, locale);
    if (std::isnan(c))
        return filled(Text::erlang_why_overload, locale.language, show_number(picture.hour.load(), 2, locale),
                      here.agents, leave);
    const double difference = c - a;
    if (std::abs(100.0 * difference) < agreement)
        return filled(Text::erlang_why_same, locale.language, points(difference, locale),
                      share(picture.hour.load() / here.agents, locale));
    return filled(difference < 0.0 ? Text::erlang_why_c_lower : Text::erlang_why_c_higher, locale.language,
                  points(difference, locale), leave);
}

void add_why_simulation_differs(const HourPicture& picture, const Locale& locale,
                                std::vector<std::string>& sentences)
{
    const HourPoint& here = picture.here();
    const Estimate& simulated = here.simulated.service_level;
    const double difference = simulated.mean - here.a.service_level.mean;
    if (!std::isfinite(difference))
        return;
    if (std::abs(difference) <= simulated.half_width) {
        sentences.push_back(
            filled(Text::erlang_why_agrees, locale.language, points(simulated.half_width, locale)));
    } else {
        sentences.push_back(filled(difference > 0.0 ? Text::erlang_why_above : Text::erlang_why_below,
                                   locale.language, points(difference, locale),
                                   points(simulated.half_width, locale)));
        if (const double start = picture.from_empty - here.a.service_level.mean;
            picture.hour.starts_empty && std::isfinite(start))
            sentences.push_back(filled(Text::erlang_why_empty, locale.language, points(start, locale)));
        if (picture.hour.mixed_patience && std::isfinite(picture.hour.patience_s))
            sentences.emplace_back(text_of(Text::erlang_why_patience, locale.language));
        if (picture.hour.uneven_load)
            sentences.emplace_back(text_of(Text::erlang_why_uneven, locale.language));
    }
    if (std::isfinite(picture.unlucky))
        sentences.push_back(filled(Text::erlang_why_luck, locale.language, share(picture.unlucky, locale)));
}

} // namespace

std::string model_title(const erlang::CaseModel& model, Language language)
{
    const ModelWords* words = words_of(model);
    return words ? text_of(words->title, language) : std::string(model.title);
}

std::string model_holds(const erlang::CaseModel& model, Language language)
{
    const ModelWords* words = words_of(model);
    return words ? text_of(words->holds, language) : std::string(model.holds_for);
}

std::string result_title(std::string_view name, double within_s, const Locale& locale)
{
    if (name == "service_level" && std::isfinite(within_s))
        return filled(Text::erlang_result_service_level, locale.language,
                      show_given(KpiUnit::seconds, within_s, locale));
    for (const ResultWords& words : result_words)
        if (words.name == name)
            return text_of(words.title, locale.language);
    return std::string(name);
}

std::vector<std::string> reasons(const HourPicture& picture, const Locale& locale)
{
    std::vector<std::string> sentences{why_formulas_differ(picture, locale)};
    if (picture.here().simulated.service_level.n > 0)
        add_why_simulation_differs(picture, locale, sentences);
    return sentences;
}

PlotSpec hour_plot(const HourPicture& picture, const Locale& locale)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    report::LineChart chart;
    chart.x = {text_of(Text::erlang_plot_agents, locale.language), KpiUnit::agents, locale.currency};
    chart.y = {text_of(Text::erlang_plot_service_level, locale.language), KpiUnit::share, locale.currency};
    chart.series.resize(3);
    chart.series[0].name = text_of(Text::erlang_by_c, locale.language);
    chart.series[1].name = text_of(Text::erlang_by_a, locale.language);
    chart.series[2].name = text_of(Text::erlang_by_simulation, locale.language);
    for (const HourPoint& point : picture.points) {
        chart.labels.push_back(std::to_string(point.agents));
        chart.series[0].values.push_back(point.c.service_level.mean);
        chart.series[1].values.push_back(point.a.service_level.mean);
        const Estimate& simulated = point.simulated.service_level;
        const bool known = simulated.n > 0;
        chart.series[2].values.push_back(known ? simulated.mean : nan);
        chart.series[2].low.push_back(known ? simulated.mean - simulated.half_width : nan);
        chart.series[2].high.push_back(known ? simulated.mean + simulated.half_width : nan);
    }
    return {filled(Text::erlang_plot, locale.language,
                   show_given(KpiUnit::seconds, picture.hour.within_s, locale)),
            text_of(Text::erlang_plot_caption, locale.language), std::move(chart)};
}

} // namespace switchroom::gui
