#include "gui/view_models/report_view.h"

#include "gui/view_models/compare_figures.h"
#include "gui/view_models/text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace switchroom::gui {

namespace {

constexpr int threads = 2; ///< the window needs some of the machine, too

std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string stem_of(const std::string& path)
{
    const std::string file = path.substr(folder_of(path).size());
    return file.substr(0, file.find_last_of('.'));
}

bool has_ending(const std::string& path)
{
    const std::size_t dot = path.find_last_of('.');
    return dot != std::string::npos && dot > folder_of(path).size();
}

} // namespace

ReportView::ReportView(Wake wake) : making_(wake), writing_(wake) {}

const std::vector<std::string>& ReportView::heat_kpis()
{
    static const std::vector<std::string> kpis{"service_level", "answer_rate", "abandonment_rate", "asa_s"};
    return kpis;
}

const std::vector<std::int64_t>& ReportView::terms_offered()
{
    static const std::vector<std::int64_t> terms{0, 20, 100, 400};
    return terms;
}

void ReportView::choose(std::uint32_t id, bool in)
{
    if (in)
        left_out_.erase(id);
    else
        left_out_.insert(id);
}

void ReportView::follow_format()
{
    if (has_ending(path))
        path.resize(path.find_last_of('.'));
    path += ending_of(format);
}

bool ReportView::is_complete() const
{
    return ordered_ && made_ && made_->order == *ordered_ && made_->stage == ReportStage::done &&
           made_->document;
}

void ReportView::list(const Desk& desk)
{
    rows_.clear();
    const auto base = desk.scenarios[desk.baseline]->document();
    for (std::size_t position = 0; position < desk.scenarios.size(); ++position) {
        const ScenarioEditor& editor = *desk.scenarios[position];
        ReportedRow row{.id = editor.id(),
                        .position = position,
                        .name = editor.title(),
                        .chosen = !left_out_.contains(editor.id()),
                        .is_baseline = position == desk.baseline,
                        .problem = {}};
        if (!editor.document())
            row.problem = text_of(Text::compare_has_errors, desk.settings.language);
        else if (base && !same_days(*base, *editor.document()))
            row.problem = text_of(Text::report_days_differ, desk.settings.language);
        if (!row.problem.empty())
            row.chosen = false;
        rows_.push_back(std::move(row));
    }
}

ReportOrder ReportView::order(const Desk& desk) const
{
    ReportOrder order{.documents = {}, .heat_kpi = heat_kpis()[heat_kpi], .terms = terms_offered()[terms]};
    for (const bool baseline : {true, false})
        for (const ReportedRow& row : rows_)
            if (row.chosen && row.is_baseline == baseline)
                order.documents.push_back(desk.scenarios[row.position]->document());
    return order;
}

/// Beside the scenario, or where a copy of the library's would be saved. A path that the reader wrote stays.
void ReportView::propose_path(const Desk& desk)
{
    if (path != proposed_path_)
        return;
    const std::string& scenario = desk.shown().suggested_path();
    path = proposed_path_ = folder_of(scenario) + stem_of(scenario) + "-report" + ending_of(format);
}

void ReportView::update(Desk& desk)
{
    settled_ = false;
    if (desk.empty())
        return;
    list(desk);
    propose_path(desk);
    const ReportOrder wanted = order(desk);
    if (wanted.documents.empty()) {
        making_.clear();
        ordered_.reset();
        made_.reset();
        preview_.clear();
        wants_writing_ = false;
        settled_ = true;
        return;
    }
    if (ordered_ != wanted) {
        ordered_ = wanted;
        making_.start([&files = desk.files, wanted](JobOrder<MadeReport>& job) {
            make_report(files, wanted, threads, job);
        });
    }
    made_ = making_.latest();
    if (made_ && made_->document && made_->document != previewed_)
        show(*made_);
    const bool failed = made_ && made_->stage == ReportStage::done && !made_->document;
    if (wants_writing_ && ordered_ == wanted && is_complete()) {
        wants_writing_ = false;
        writing_.start([&files = desk.files, document = made_->document, form = format,
                        where = path](JobOrder<WrittenReport>& job) {
            job.publish(write_report(files, *document, form, where));
        });
    }
    wants_writing_ = wants_writing_ && !failed && failure().empty();
    written_ = writing_.latest();
    const bool has_answer = made_ && made_->order == wanted && made_->stage == ReportStage::done;
    settled_ = ordered_ == wanted && !making_.busy() && (has_answer || !failure().empty()) && !is_writing();
}

void ReportView::show(const MadeReport& made)
{
    previewed_ = made.document;
    title_ = made.document->title;
    subtitle_ = made.document->subtitle;
    preview_ = preview_of(*made.document);
}

} // namespace switchroom::gui
