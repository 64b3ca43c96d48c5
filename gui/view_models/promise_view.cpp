#include "gui/view_models/promise_view.h"

#include "sim/scenario/read.h"

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

constexpr int most_precision = 64;

bool has_clause(const Scenario& scenario)
{
    return std::any_of(scenario.contracts.begin(), scenario.contracts.end(),
                       [](const Contract& contract) { return !contract.sla.empty(); });
}

} // namespace

PromiseView::PromiseView(Wake wake) : job_(std::move(wake))
{
    read_typed();
}

/// Where the form has errors the last promise without any stays.
void PromiseView::read_typed()
{
    form_read_ = form_;
    reading_ = read_form(form_);
    if (!reading_.promise)
        return;
    const MemoryFileSystem none; // the text includes no file
    auto document = read_scenario_text(none, scenario_text(*reading_.promise), "typed.toml");
    if (!document)
        return;
    typed_document_ = std::make_shared<const ScenarioDocument>(*std::move(document));
    ++typed_revision_;
}

void PromiseView::update(Desk& desk)
{
    if (!(form_ == form_read_))
        read_typed();
    const auto shown = desk.empty() ? nullptr : desk.shown().document();
    has_contract_ = shown && has_clause(shown->scenario);
    const bool typed = is_typed();
    const auto document = typed ? typed_document_ : shown;
    const Wanted wanted{.scenario = typed ? 0 : desk.shown().id(),
                        .revision = typed ? typed_revision_ : desk.shown().revision(),
                        .typed = typed,
                        .assurance = assurance_,
                        .precision = precision_};
    if (document && (number_ == 0 || !(wanted == ordered_))) {
        const bool other_promise = wanted.typed != ordered_.typed || wanted.scenario != ordered_.scenario;
        ordered_ = wanted;
        if (other_promise) {
            job_.clear();
            clause_ = 0;
            ordered_.precision = precision_ = 1;
        }
        order(desk, document);
    }
    picture_ = job_.latest();
    if (picture_ && !picture_->study.clauses.empty())
        clause_ = std::min(clause_, picture_->study.clauses.size() - 1);
}

void PromiseView::order(Desk& desk, std::shared_ptr<const ScenarioDocument> document)
{
    ++number_;
    PromiseOrder order{.document = std::move(document),
                       .folders = {.data_dir = desk.runs.options().data_dir},
                       .assurance = assurance_,
                       .precision = precision_};
    job_.start([files = &desk.files, order = std::move(order), number = number_](auto& job) {
        study_order(*files, order, number, job);
    });
}

bool PromiseView::settled() const
{
    return number_ > 0 && !job_.busy() && picture_ && picture_->number == number_;
}

const ClauseVerdict* PromiseView::clause() const
{
    return picture_ && clause_ < picture_->study.clauses.size() ? &picture_->study.clauses[clause_] : nullptr;
}

const SlaClause* PromiseView::clause_terms() const
{
    return picture_ && clause_ < picture_->clauses.size() ? &picture_->clauses[clause_] : nullptr;
}

void PromiseView::set_assurance(double wanted)
{
    assurance_ = std::clamp(wanted, 0.5, 0.99);
}

void PromiseView::be_more_precise()
{
    precision_ = std::min(4 * precision_, most_precision);
}

void PromiseView::show_typed(bool typed)
{
    typed_ = typed;
}

} // namespace switchroom::gui
