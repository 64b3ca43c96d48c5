#pragma once
/// A contract's term, ready to be simulated: the scenario laid over the days of the term, its model, and for
/// each clause which of the model's counts or calls feed which of its grains.

#include "planner/contract/clause_plan.h"
#include "planner/contract/vendor_bill.h"
#include "sim/base/file_system.h"
#include "sim/base/result.h"
#include "sim/centre/calendar.h"
#include "sim/centre/centre_model.h"
#include "sim/scenario/document.h"
#include "sim/scenario/paths.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace switchroom {

/// Where in a route a stage lies, as seen by the vendor.
struct StageOfVendor {
    bool offered = false;        ///< this stage or one before it asks the vendor's people
    double until_vendor_s = 0.0; ///< how long a caller waits before the first that does
};

struct ClauseFeed {
    const Contract* contract = nullptr;
    const SlaClause* clause = nullptr;
    std::size_t contract_index = 0;
    ClausePlan plan;
    int day_offset = 0;                       ///< day 0 of the plan as a day of the model
    std::vector<std::uint8_t> covers_contact; ///< by contact of the model
    bool by_call = false;                     ///< needs the calls themselves; else counts by cell
    bool counts_items = false;                ///< callbacks or messages on time
    std::vector<std::uint32_t> grain_of_cell; ///< by cell of the model; no_grain: not seen
    std::vector<double> forecast;             ///< by day of the plan
    std::vector<StageOfVendor> stages;        ///< by queue of the model, where calls are needed
    bool windows_independent = true;          ///< no random factor spans two windows of a term
};

/// Not changed once made; shared by all threads. Contracts and clauses point into `document`, which copies
/// share.
struct TermModel {
    std::shared_ptr<const ScenarioDocument> document; ///< [time] is that of the term
    std::shared_ptr<const CentreModel> model;
    std::shared_ptr<const Calendar> calendar;
    std::vector<ClauseFeed> clauses;
    std::vector<VendorTerms> vendors;       ///< by contract
    std::vector<std::uint32_t> day_of_cell; ///< by cell of the model
    bool needs_trace = false;
};

struct TermOptions {
    const FileSystem* files = nullptr;
    DataFolders folders = {};
    /// Contracts without any clause are laid over twelve months, for their invoices; else they are an error.
    bool needs_clause = true;
};

/// Errors: a scenario without clauses (or contracts), what compile refuses, and what cannot be judged from a
/// simulation.
Result<TermModel> make_term_model(const ScenarioDocument& document, const TermOptions& options);

/// The same term with another staffing in its model: same contacts, groups, routes and times.
TermModel with_model(const TermModel& term, CentreModel model);

/// Contacts that a model's arrivals expect on one of its days, before any random factor; replayed calls as
/// they are.
double expected_contacts(const CentreModel& model, std::size_t contact, std::size_t day);

} // namespace switchroom
