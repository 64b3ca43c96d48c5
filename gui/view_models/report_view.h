#pragma once
/// The Report screen: which scenarios, in which form, where to; a preview of what it says; writing it.

#include "gui/view_models/desk.h"
#include "gui/view_models/report_work.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace switchroom::gui {

/// A scenario that can be in the report.
struct ReportedRow {
    std::uint32_t id = 0;
    std::size_t position = 0; ///< in the desk
    std::string name;
    bool chosen = true;
    bool is_baseline = false;
    std::string problem; ///< why it cannot be in it; empty: it can
};

/// One block of the preview.
struct PreviewBlock {
    enum class Kind { heading, lead, paragraph, note, bullet, figures, chart, table } kind = Kind::paragraph;
    std::string words;
    std::vector<std::pair<std::string, std::string>> figures; ///< of `figures`: label and value
};

class ReportView {
public:
    explicit ReportView(Wake wake);

    void update(Desk& desk);
    bool settled() const { return settled_; }

    const std::vector<ReportedRow>& scenarios() const { return rows_; }
    void choose(std::uint32_t id, bool in);

    bool has_chosen() const { return ordered_.has_value(); }

    const std::string& title() const { return title_; }
    const std::string& subtitle() const { return subtitle_; }
    const std::vector<PreviewBlock>& preview() const { return preview_; }
    /// Null: nothing was ordered yet.
    const MadeReport* made() const { return made_.get(); }
    bool is_complete() const; ///< the preview is the whole report of what is chosen
    double share_done() const { return making_.share_done(); }
    /// Why the work ended without a report; empty: it did not.
    std::string failure() const { return making_.failure(); }

    /// Writes the report as soon as it is complete.
    void write() { wants_writing_ = true; }
    bool is_writing() const { return wants_writing_ || writing_.busy(); }
    /// Null: nothing was written yet.
    const WrittenReport* written() const { return written_.get(); }

    static const std::vector<std::string>& heat_kpis();
    static const std::vector<std::int64_t>& terms_offered();

    report::ReportFormat format = report::ReportFormat::html;
    std::size_t heat_kpi = 0; ///< of heat_kpis()
    std::size_t terms = 1;    ///< of terms_offered()
    std::string path;
    /// Hands a file to the desktop; set by whoever has one. Empty: nothing is offered to be opened.
    std::function<void(const std::string&)> open_file;
    /// After the format was chosen: the path's ending follows it.
    void follow_format();

private:
    void list(const Desk& desk);
    void propose_path(const Desk& desk);
    ReportOrder order(const Desk& desk) const;
    void show(const MadeReport& made);

    Job<MadeReport> making_;
    Job<WrittenReport> writing_;
    std::optional<ReportOrder> ordered_;
    std::shared_ptr<const MadeReport> made_;
    std::shared_ptr<const WrittenReport> written_;
    std::vector<ReportedRow> rows_;
    std::set<std::uint32_t> left_out_;
    std::string proposed_path_;
    std::string title_;
    std::string subtitle_;
    std::vector<PreviewBlock> preview_;
    std::shared_ptr<const report::Document> previewed_;
    bool wants_writing_ = false;
    bool settled_ = false;
};

/// A report as texts, in order: key figures and words as they are, charts and tables by their titles.
std::vector<PreviewBlock> preview_of(const report::Document& document);

} // namespace switchroom::gui
