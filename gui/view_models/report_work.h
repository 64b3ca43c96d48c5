#pragma once
/// Making and writing a report in the background: what the Report screen orders.

#include "gui/view_models/job.h"
#include "planner/report/document.h"
#include "planner/report/render.h"
#include "sim/base/file_system.h"
#include "sim/scenario/document.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom::gui {

struct ReportOrder {
    std::vector<std::shared_ptr<const ScenarioDocument>> documents; ///< the baseline first
    std::string heat_kpi = "service_level";
    std::int64_t terms = 20; ///< of contracts; 0: they are left out
    friend bool operator==(const ReportOrder&, const ReportOrder&) = default;
};

enum class ReportStage { simulating, contracts, done };

struct MadeReport {
    ReportOrder order;
    ReportStage stage = ReportStage::simulating;
    std::int64_t replications = 0; ///< behind the document; all of them unless the stage is simulating
    std::int64_t wanted = 0;       ///< of the first scenario's [run]
    std::shared_ptr<const report::Document> document; ///< null: not yet, or see problems
    Diagnostics problems;
};

/// The report that `switchroom report` makes of the same scenarios, with the first one's number of runs and
/// its seed. Publishes reports without contracts, the first after four runs of each scenario, then the whole.
void make_report(const FileSystem& files, const ReportOrder& order, int threads, JobOrder<MadeReport>& job);

struct WrittenReport {
    std::string path;
    std::size_t bytes = 0;
    Diagnostics problems; ///< why there is no file; what stood there before still does
};

/// Whole or not at all.
WrittenReport write_report(FileSystem& files, const report::Document& document, report::ReportFormat format,
                           const std::string& path);

/// ".html", ".xlsx" …
std::string ending_of(report::ReportFormat format);

} // namespace switchroom::gui
