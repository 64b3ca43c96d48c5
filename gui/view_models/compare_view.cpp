#include "gui/view_models/compare_view.h"

#include "gui/view_models/break_even_words.h"
#include "gui/view_models/text.h"

#include <algorithm>
#include <utility>

namespace switchroom::gui {

namespace {

bool is_ready(const std::shared_ptr<const RunSnapshot>& run)
{
    return run && run->loaded && run->result.replications > 1;
}

std::string file_name(const std::string& path)
{
    return path.substr(path.find_last_of('/') + 1);
}

/// Two of one name are told apart by their files anyway; the list shows both.
ComparedScenarioRow row_of(const Desk& desk, std::size_t position)
{
    const ScenarioEditor& editor = *desk.scenarios[position];
    const Language language = desk.settings.language;
    ComparedScenarioRow row{.id = editor.id(),
                            .position = position,
                            .name = editor.title(),
                            .file = file_name(editor.path()),
                            .problem = {},
                            .is_baseline = position == desk.baseline,
                            .is_shown = position == desk.active};
    const auto base = desk.scenarios[desk.baseline]->document();
    const auto document = editor.document();
    if (!document)
        row.problem = text_of(Text::compare_has_errors, language);
    else if (base && !same_days(*base, *document)) {
        row.days_differ = true;
        const TimeFrame& time = document->scenario.time;
        row.problem = filled(Text::compare_days_differ, language, time.days, to_text(time.start),
                             base->scenario.time.days, to_text(base->scenario.time.start));
    } else if (const auto run = desk.runs.of(editor.id()); run && !run->loaded && !run->problems.empty())
        row.problem = run->problems.front().message;
    return row;
}

} // namespace

CompareView::CompareView(Wake wake)
    : wake_(std::move(wake)), library_job_(wake_), contracts_(std::make_shared<const ContractStudies>()),
      contracts_job_(wake_), figures_job_(wake_), even_job_(wake_)
{
}

const std::vector<std::string>& CompareView::even_figures()
{
    static const std::vector<std::string> figures{"answer_rate", "service_level", "asa_s", "lost_callers",
                                                  "cost"};
    return figures;
}

void CompareView::tell(const Diagnostics& problems)
{
    trouble.clear();
    for (const Diagnostic& problem : problems)
        trouble += (trouble.empty() ? "" : "\n") + problem.message;
}

void CompareView::update(Desk& desk)
{
    if (desk.empty())
        return;
    if (!library_read_ && !library_job_.busy()) {
        library_read_ = library_job_.latest();
        if (!library_read_)
            library_job_.start([&files = desk.files](JobOrder<std::vector<LibraryEntry>>& job) {
                job.publish(read_library(files));
            });
    }
    list(desk);
    compare(desk);
    study_contracts(desk);
    study_even(desk);
    write(desk);
    judge_settled(desk);
}

void CompareView::list(const Desk& desk)
{
    scenarios_.clear();
    for (std::size_t position = 0; position < desk.scenarios.size(); ++position)
        scenarios_.push_back(row_of(desk, position));
    std::string state = std::to_string(library_read_ != nullptr) + " " + std::to_string(desk.active);
    for (const auto& editor : desk.scenarios)
        state += fmt::format(" {}.{}.{}", editor->id(), editor->revision(), editor->has_unsaved_changes());
    if (state == listed_for_)
        return;
    listed_for_ = state;
    library_.clear();
    if (library_read_)
        std::copy_if(library_read_->begin(), library_read_->end(), std::back_inserter(library_),
                     [&](const LibraryEntry& entry) {
                         return std::none_of(
                             desk.scenarios.begin(), desk.scenarios.end(),
                             [&](const auto& editor) { return editor->path() == entry.path; });
                     });
    suggestions_ = suggestions_for(desk, library_);
}

void CompareView::compare(Desk& desk)
{
    wanted_runs_.clear();
    const auto base = desk.runs.of(desk.scenarios[desk.baseline]->id());
    if (is_ready(base)) {
        wanted_runs_.push_back(base);
        for (std::size_t position = 0; position < desk.scenarios.size(); ++position) {
            const auto run = desk.runs.of(desk.scenarios[position]->id());
            if (position != desk.baseline && is_ready(run) && run->result.seed == base->result.seed &&
                same_days(base->loaded->document, run->loaded->document))
                wanted_runs_.push_back(run);
        }
    }
    if (figures_job_.busy())
        return;
    shown_ = figures_job_.latest();
    if (wanted_runs_.empty() || (wanted_runs_ == compared_runs_ && contracts_ == compared_contracts_))
        return;
    compared_runs_ = wanted_runs_;
    compared_contracts_ = contracts_;
    figures_job_.start([runs = wanted_runs_, contracts = contracts_](JobOrder<CompareFigures>& job) {
        job.publish(compare_runs(runs, *contracts));
    });
}

/// Studies what no study is ordered of. A newer order takes what the one before it had finished.
void CompareView::study_contracts(Desk& desk)
{
    if (const auto fresh = contracts_job_.latest(); fresh && fresh != contracts_)
        contracts_ = fresh;
    std::map<std::uint32_t, std::uint64_t> wanted;
    std::vector<std::shared_ptr<const RunSnapshot>> missing;
    for (const auto& run : wanted_runs_)
        if (has_contract(run->loaded->document)) {
            wanted[run->scenario] = run->revision;
            const auto found = contracts_->find(run->scenario);
            if (found == contracts_->end() || found->second.revision != run->revision)
                missing.push_back(run);
        }
    if (missing.empty() || wanted == contracts_ordered_)
        return;
    contracts_ordered_ = wanted;
    contracts_job_.start([&files = desk.files, before = contracts_, missing](JobOrder<ContractStudies>& job) {
        ContractStudies known = *before;
        for (const auto& run : missing) {
            ContractStudy study = study_of(files, *run, terms_of_invoice, 2, job);
            if (job.stop_requested())
                return;
            known[run->scenario] = std::move(study);
            job.publish(known);
        }
    });
}

void CompareView::study_even(Desk& desk)
{
    even_shown_ = even_job_.latest();
    if (tab != CompareTab::break_even || other >= wanted_runs_.size())
        return;
    BreakEvenOrder order{wanted_runs_[0]->loaded, wanted_runs_[other]->loaded, even_figures()[even_figure],
                         wanted_runs_[0]->result.seed, even_precision_};
    if (even_ordered_ == order)
        return;
    if (even_ordered_)
        even_ordered_->precision = order.precision;
    if (!(even_ordered_ == order)) { // about something else, not only more precise
        order.precision = even_precision_ = 1;
        even_job_.clear();
        even_shown_.reset();
    }
    even_ordered_ = order;
    even_job_.start([&files = desk.files, order](JobOrder<BreakEvenFigures>& job) {
        study_break_even(files, order, even_stages_of(order.precision), job);
    });
}

void CompareView::be_more_precise()
{
    even_precision_ = std::min(4 * even_precision_, most_precision);
}

bool CompareView::is_even_final() const
{
    const bool has_answer = even_shown_ && even_ordered_ && even_shown_->order == *even_ordered_;
    return !even_job_.busy() && ((has_answer && even_shown_->finished) || !even_job_.failure().empty());
}

std::size_t CompareView::position_of(std::size_t scenario) const
{
    for (const ComparedScenarioRow& row : scenarios_)
        if (row.id == shown_->runs[scenario]->scenario)
            return row.position;
    return 0;
}

bool CompareView::costs_known() const
{
    return shown_ && other < shown_->costs_known.size() && shown_->costs_known[0] &&
           shown_->costs_known[other];
}

void CompareView::write(const Desk& desk)
{
    if (!shown_)
        return;
    other = std::clamp<std::size_t>(other, 1, std::max<std::size_t>(shown_->runs.size(), 2) - 1);
    const std::string state =
        fmt::format("{} {} {} {}", other, scope, every_figure, code_of(desk.settings.language));
    const Locale locale{desk.settings.language, shown_->runs[0]->loaded->document.scenario.currency};
    write_even(locale);
    if (state == written_for_ && written_of_ == shown_)
        return;
    written_for_ = state;
    written_of_ = shown_;
    scopes_ = scopes_of(*shown_);
    scope = std::min(scope, scopes_.size() - 1);
    rows_ = rows_of(*shown_, scopes_[scope], every_figure, locale);
    leads_.clear();
    for (std::size_t s = 1; s < shown_->runs.size(); ++s)
        leads_.push_back(lead_of(*shown_, s, locale));
    chances_ = chance_rows_of(*shown_, locale);
    cost_rows_.clear();
    if (other < shown_->runs.size()) {
        cost_rows_ = cost_rows_of(*shown_, other, locale);
        waterfall_ = waterfall_of(*shown_, other, locale);
    }
}

void CompareView::write_even(const Locale& locale)
{
    const std::string state(code_of(locale.language));
    if (state == even_written_for_ && even_written_of_ == even_shown_)
        return;
    even_written_for_ = state;
    even_written_of_ = even_shown_;
    even_sentences_.clear();
    if (!even_shown_ || even_shown_->points.empty())
        return;
    even_sentences_ = even_sentences_of(*even_shown_, locale);
    even_plot_ = even_plot_of(*even_shown_, locale);
}

void CompareView::judge_settled(const Desk& desk)
{
    const bool even_settled = tab != CompareTab::break_even || wanted_runs_.size() < 2 || is_even_final();
    settled_ = desk.runs.settled() && !figures_job_.busy() && !contracts_job_.busy() &&
               wanted_runs_ == compared_runs_ && contracts_ == compared_contracts_ && library_read_ &&
               even_settled;
}

} // namespace switchroom::gui
