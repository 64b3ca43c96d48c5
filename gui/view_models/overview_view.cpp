#include "gui/view_models/overview_view.h"

#include "gui/view_models/text.h"

#include <cmath>

namespace switchroom::gui {

OverviewView::Opened& OverviewView::opened(const Desk& desk)
{
    const ScenarioEditor& editor = desk.shown();
    const auto [entry, is_new] = opened_.try_emplace(editor.id());
    if (is_new) {
        entry->second.text = editor.text();
        entry->second.revision = editor.revision();
        for (const ScenarioLever& lever : switchroom::gui::levers(editor, desk.settings.language))
            entry->second.levers[lever.id] = lever.value;
    }
    return entry->second;
}

void OverviewView::take_levers(const Desk& desk)
{
    const ScenarioEditor& editor = desk.shown();
    if (scenario_ == editor.id() && revision_ == editor.revision() && language_ == desk.settings.language)
        return;
    levers_ = switchroom::gui::levers(editor, desk.settings.language);
    scenario_ = editor.id();
    revision_ = editor.revision();
}

void OverviewView::look_for_shortage(const std::shared_ptr<const RunSnapshot>& results)
{
    if (!results || !results->finished || !results->loaded ||
        (looked_scenario_ == results->scenario && looked_revision_ == results->revision))
        return;
    looked_scenario_ = results->scenario;
    looked_revision_ = results->revision;
    shortage_.start([results](JobOrder<Shortage>& order) {
        order.publish({results->scenario, results->revision, staff_shortage(*results)});
    });
}

TileReference OverviewView::reference_for(const Desk& desk, bool is_opened_state, const Opened& was) const
{
    const Estimate unknown{std::nan(""), std::nan(""), 0};
    const Language language = desk.settings.language;
    TileReference reference;
    if (compared_ && compared_->loaded) {
        const CostFeed::Cost cost = baseline_costs_.of(*compared_);
        reference.total = &compared_->result.total;
        reference.words =
            filled(Text::overview_against, language, "{}", desk.scenarios[desk.baseline]->title());
        reference.cost = cost.is_complete ? cost.a_month : unknown;
    } else if (!is_opened_state && !was.total.kpis.empty()) {
        reference.total = &was.total;
        reference.words = text_of(Text::overview_since_opened, language);
        reference.cost = was.has_cost ? was.cost : unknown;
    }
    return reference;
}

void OverviewView::make_picture(const Desk& desk, const RunSnapshot& results)
{
    const CostFeed::Cost cost = costs_.of(results);
    Opened& was = opened(desk);
    const bool is_opened_state = results.revision == was.revision;
    if (is_opened_state) {
        was.total = results.result.total;
        was.cost = cost.a_month;
        was.has_cost = cost.is_complete;
    }
    const TileReference reference = reference_for(desk, is_opened_state, was);
    const bool knows_shortage = found_shortage_ && found_shortage_->worst &&
                                found_shortage_->scenario == results.scenario &&
                                found_shortage_->revision == results.revision;
    picture_ = overview_picture({.result = &results.result,
                                 .grid = results.grid,
                                 .cost = cost.a_month,
                                 .cost_is_complete = cost.is_complete,
                                 .reference = reference.total ? &reference : nullptr,
                                 .shortage = knows_shortage ? &*found_shortage_->worst : nullptr,
                                 .locale = desk.locale()});
    cost_complete_ = cost.is_complete;
    compared_cost_complete_ = compared_ && compared_->loaded && baseline_costs_.of(*compared_).is_complete;
}

bool OverviewView::money_came() const
{
    return (shown_ && shown_->loaded && !cost_complete_ && costs_.of(*shown_).is_complete) ||
           (compared_ && compared_->loaded && !compared_cost_complete_ &&
            baseline_costs_.of(*compared_).is_complete);
}

void OverviewView::update(Desk& desk)
{
    if (desk.empty()) {
        picture_.reset();
        levers_.clear();
        return;
    }
    (void)opened(desk);
    const auto results = desk.results();
    const auto compared =
        desk.baseline != desk.active ? desk.runs.of(desk.scenarios[desk.baseline]->id()) : nullptr;
    costs_.update(desk, results);
    baseline_costs_.update(desk, compared);
    look_for_shortage(results);
    share_done_ = desk.runs.share_done(desk.shown().id());
    const bool language_changed = language_ != desk.settings.language;
    take_levers(desk);
    const auto shortage = shortage_.latest();
    if (results == shown_ && compared == compared_ && !language_changed && shortage == found_shortage_ &&
        !money_came())
        return;
    shown_ = results;
    compared_ = compared;
    found_shortage_ = shortage;
    language_ = desk.settings.language;
    problems_.clear();
    if (results && results->loaded)
        make_picture(desk, *results);
    else {
        picture_.reset();
        if (results)
            problems_ = results->problems;
    }
}

void OverviewView::set_lever(Desk& desk, std::size_t lever, double value)
{
    (void)apply(levers_.at(lever), desk.shown(), value);
}

double OverviewView::opened_value(const Desk& desk, std::size_t lever) const
{
    const auto entry = opened_.find(desk.shown().id());
    if (entry == opened_.end())
        return std::nan("");
    const auto value = entry->second.levers.find(levers_.at(lever).id);
    return value == entry->second.levers.end() ? std::nan("") : value->second;
}

bool OverviewView::can_reset(const Desk& desk) const
{
    const auto entry = desk.empty() ? opened_.end() : opened_.find(desk.shown().id());
    return entry != opened_.end() && entry->second.text != desk.shown().text();
}

void OverviewView::reset(Desk& desk)
{
    if (can_reset(desk))
        desk.shown().set_text(opened_.at(desk.shown().id()).text,
                              text_of(Text::overview_reset_name, desk.settings.language));
}

} // namespace switchroom::gui
