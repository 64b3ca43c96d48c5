#include "gui/view_models/sensitivity_view.h"

#include "gui/view_models/compare_words.h"
#include "gui/view_models/kpi_text.h"
#include "gui/view_models/show_given.h"

#include <algorithm>
#include <cmath>

namespace switchroom::gui {

namespace {

const StudiedSwings* studied(const SensitivityFigures& figures, const std::string& name)
{
    for (const StudiedSwings& one : figures.studied)
        if (one.figure.name == name)
            return &one;
    return nullptr;
}

bool is_clear(const Estimate& change)
{
    return std::abs(change.mean) > change.half_width;
}

SensitivityRow row_of(const StudiedSwings& studied, const report::Swing& swing, const Locale& locale)
{
    const KpiUnit unit = studied.figure.unit;
    const auto value = [&](const Estimate& change) {
        return show_to_within(unit, studied.base.mean + change.mean, change.half_width, locale);
    };
    const auto difference = [&](const Estimate& change) {
        return show_difference(unit, change.mean, change.half_width, locale);
    };
    return {.lever = text_of(name_of(swing.variation.lever), locale.language),
            .help = text_of(help_of(swing.variation.lever), locale.language),
            .lower = value(swing.lower),
            .lower_change = difference(swing.lower),
            .higher = value(swing.higher),
            .higher_change = difference(swing.higher),
            .lower_is_clear = is_clear(swing.lower),
            .higher_is_clear = is_clear(swing.higher)};
}

std::string per_cent(double share, const Locale& locale)
{
    return show_number(100.0 * share, 0, locale) + " %";
}

std::string title_of(const StudiedSwings& studied, const SensitivityFigures& figures, const Locale& locale)
{
    const std::string title = figure_title(studied.figure.name, locale.language);
    const KpiDefinition* kpi = find_kpi(KpiScope::contact, studied.figure.name);
    const bool is_total = !kpi || kpi->kind == KpiKind::total;
    return is_total ? title + ", " + period_words(figures.order.base->centre.days, locale.language) : title;
}

PlotSpec plot_of(const StudiedSwings& studied, const SensitivityFigures& figures, const Locale& locale)
{
    const std::string change = per_cent(figures.order.change, locale);
    report::Tornado plot{.x = {.title = title_of(studied, figures, locale),
                               .unit = studied.figure.unit,
                               .currency = locale.currency},
                         .base = studied.base.mean,
                         .low_name = filled(Text::sensitivity_lower, locale.language, change),
                         .high_name = filled(Text::sensitivity_higher, locale.language, change),
                         .bars = {}};
    for (const report::Swing& swing : studied.swings)
        plot.bars.push_back({text_of(name_of(swing.variation.lever), locale.language),
                             studied.base.mean + swing.lower.mean, studied.base.mean + swing.higher.mean});
    return {.title = plot.x.title,
            .caption = filled(Text::sensitivity_caption, locale.language, change),
            .plot = std::move(plot)};
}

std::string lead_of(const StudiedSwings& studied, double change, const Locale& locale)
{
    if (studied.swings.empty())
        return text_of(Text::sensitivity_nothing, locale.language);
    const report::Swing& widest = studied.swings.front();
    const std::string title = figure_title(studied.figure.name, locale.language);
    if (!is_clear(widest.lower) && !is_clear(widest.higher))
        return filled(Text::sensitivity_flat, locale.language, title, per_cent(change, locale));
    const bool by_higher = std::abs(widest.higher.mean) >= std::abs(widest.lower.mean);
    const Estimate& most = by_higher ? widest.higher : widest.lower;
    return filled(by_higher ? Text::sensitivity_lead_higher : Text::sensitivity_lead_lower, locale.language,
                  title, text_of(name_of(widest.variation.lever), locale.language), per_cent(change, locale),
                  show_difference(studied.figure.unit, most.mean, most.half_width, locale),
                  show_estimate(studied.figure.unit, studied.base, locale));
}

bool has_all(const SensitivityFigures& figures, const std::string& name)
{
    const StudiedSwings* found = studied(figures, name);
    return found && found->has_all_levers;
}

/// True if a study under way has no whole answer about a figure yet, and the one that is shown has: then that
/// one stays, as long as it is about the same.
bool knows_less(const SensitivityFigures* fresh, const SensitivityFigures* shown, const std::string& name)
{
    return fresh && shown && !fresh->finished && fresh->order.base == shown->order.base &&
           fresh->order.change == shown->order.change && !has_all(*fresh, name) && has_all(*shown, name);
}

} // namespace

Text name_of(Lever lever)
{
    switch (lever) {
    case Lever::volume:
        return Text::sensitivity_volume;
    case Lever::handle_time:
        return Text::sensitivity_handle_time;
    case Lever::patience:
        return Text::sensitivity_patience;
    case Lever::shrinkage:
        return Text::sensitivity_shrinkage;
    case Lever::forecast_error:
        break;
    }
    return Text::sensitivity_forecast_error;
}

Text help_of(Lever lever)
{
    switch (lever) {
    case Lever::volume:
        return Text::sensitivity_volume_help;
    case Lever::handle_time:
        return Text::sensitivity_handle_time_help;
    case Lever::patience:
        return Text::sensitivity_patience_help;
    case Lever::shrinkage:
        return Text::sensitivity_shrinkage_help;
    case Lever::forecast_error:
        break;
    }
    return Text::sensitivity_forecast_error_help;
}

const std::vector<std::string>& SensitivityView::figure_names()
{
    static const std::vector<std::string> names{"answer_rate", "service_level", "abandonment_rate",
                                                "asa_s",       "lost_callers",  "cost"};
    return names;
}

const std::vector<double>& SensitivityView::changes()
{
    static const std::vector<double> shares{0.05, 0.1, 0.2, 0.3};
    return shares;
}

bool SensitivityView::is_pricing() const
{
    return newest_ && ordered_ && newest_->order == *ordered_ && !newest_->finished &&
           newest_->replications == stages_of(ordered_->precision).replications.back();
}

bool SensitivityView::is_finished() const
{
    return shown_ && ordered_ && shown_->order == *ordered_ && shown_->finished;
}

std::int64_t SensitivityView::terms() const
{
    const bool has_invoices =
        shown_ && figure_names()[figure] == "cost" && has_contract(shown_->order.base->document);
    return has_invoices ? stages_of(shown_->order.precision).terms : 0;
}

void SensitivityView::be_more_precise()
{
    precision_ = std::min(4 * precision_, most_precision);
}

void SensitivityView::update(Desk& desk)
{
    settled_ = false;
    const auto run = desk.results();
    if (!run || !run->loaded) {
        settled_ = run && run->finished;
        shown_.reset();
        newest_.reset();
        written_for_.clear();
        rows_.clear();
        return;
    }
    if (scenario_ != run->scenario) {
        scenario_ = run->scenario;
        precision_ = 1;
    }
    SensitivityOrder order{run->loaded, figure_names(), changes()[change], run->result.seed, precision_};
    if (figure_names()[figure] != "cost")
        order.figures.pop_back();
    const bool is_known = ordered_ && ordered_->base == order.base && ordered_->change == order.change &&
                          ordered_->seed == order.seed && ordered_->precision == order.precision &&
                          ordered_->figures.size() >= order.figures.size();
    if (!is_known) {
        ordered_ = order;
        job_.start([&files = desk.files, order](JobOrder<SensitivityFigures>& job) {
            study_sensitivity(files, order, stages_of(order.precision), job);
        });
    }
    newest_ = job_.latest();
    if (!knows_less(newest_.get(), shown_.get(), figure_names()[figure]))
        shown_ = newest_;
    write({desk.settings.language, run->loaded->document.scenario.currency});
    settled_ = is_known && !job_.busy() && (is_finished() || !job_.failure().empty());
}

void SensitivityView::write(const Locale& locale)
{
    const std::string state = fmt::format("{} {}", figure, code_of(locale.language));
    if (state == written_for_ && written_of_ == shown_)
        return;
    written_for_ = state;
    written_of_ = shown_;
    rows_.clear();
    notes_.clear();
    lead_.clear();
    const StudiedSwings* found = shown_ ? studied(*shown_, figure_names()[figure]) : nullptr;
    if (!found)
        return;
    for (const report::Swing& swing : found->swings) {
        rows_.push_back(row_of(*found, swing, locale));
        notes_.insert(notes_.end(), swing.variation.notes.begin(), swing.variation.notes.end());
    }
    if (found->has_all_levers)
        lead_ = lead_of(*found, shown_->order.change, locale);
    plot_ = plot_of(*found, *shown_, locale);
}

} // namespace switchroom::gui
