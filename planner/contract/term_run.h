#pragma once
/// One simulated term: what every clause and every invoice says of it.

#include "planner/contract/clause_judgement.h"
#include "planner/contract/term_model.h"
#include "sim/centre/replication.h"

#include <vector>

namespace switchroom {

/// What is kept of one term.
struct TermOutcome {
    std::vector<TermJudgement> clauses;         ///< as TermModel::clauses
    std::vector<std::vector<Invoice>> invoices; ///< by contract and month; credits and bonuses stand in them
    std::vector<std::vector<BilledMonth>> months; ///< what the invoices were priced from
    bool checks_hold = true;
};

/// Runs terms; the memory is kept from one to the next. One thread.
class TermRunner {
public:
    explicit TermRunner(const TermModel& term);

    TermOutcome run(ReplicationKey key);

private:
    class Sink;
    void count_cells(const ReplicationResult& result);
    void count_call(const TraceRow& row);
    void add_credits(TermOutcome& outcome) const;

    const TermModel& term_;
    Workspace workspace_;
    std::vector<std::vector<ClauseCounts>> counts_; ///< by clause and grain
    std::vector<VendorLedger> ledgers_;             ///< by contract
};

/// The base of a clause's credits (or bonuses) in each of its windows: the invoices' usage or the monthly fee
/// of the months that the window holds; of a shorter window, of the month in which it begins.
std::vector<double> window_bases(const ClauseFeed& feed, CreditBase of, const VendorTerms& vendor,
                                 const std::vector<Invoice>& invoices);

} // namespace switchroom
