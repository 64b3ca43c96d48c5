#pragma once
/// From a simulated run to a vendor's months: which legs its people answered, how many of them were there.

#include "planner/contract/invoice.h"
#include "sim/centre/calendar.h"
#include "sim/centre/centre_model.h"
#include "sim/centre/replication.h"
#include "sim/centre/spans.h"
#include "sim/scenario/scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// A calendar month as far as the run touches it; days of the run, the last one included.
struct BillingSpan {
    std::string label; ///< "2026-04"
    int first_day = 0;
    int last_day = 0;
};

/// What billing needs to know of a contract in a model; made once, read by all replications.
struct VendorTerms {
    const Contract* contract = nullptr;
    std::vector<std::uint8_t> is_vendor; ///< by group of the model
    std::vector<std::uint8_t> is_ours;   ///< by contact of the model: not one of the vendor's other clients
    std::vector<BillingSpan> months;
    std::vector<std::uint32_t> month_of_day;
    std::vector<double> seats;          ///< by month: most people scheduled at once
    std::vector<double> forecast;       ///< by month: contacts that the arrivals expect
    std::vector<std::int64_t> closures; ///< by month: closure days
    Spans practice_hours;               ///< empty: always open
    bool always_open = true;
    std::vector<std::uint8_t> is_booking; ///< by outcome of the model
    bool needs_calls = false;             ///< some term can only be priced from the calls themselves
    bool is_priced = false;               ///< the contract charges anything at all
};

VendorTerms vendor_terms(const Contract& contract, const Scenario& scenario, const CentreModel& model,
                         const Calendar& calendar);

/// Seats anew, by the model's staffing.
void count_seats(const CentreModel& model, const Calendar& calendar, VendorTerms& terms);

/// Fills the meters of one replication. A month's calls are those that rang in it. Every leg that the
/// vendor's people answer is a call of its own on the invoice. Time with bots is the vendor's where the
/// tariff has a price for automated minutes.
class VendorLedger {
public:
    VendorLedger(const VendorTerms& terms, const Calendar& calendar);

    /// Forgets the last replication.
    void begin();
    void add(const TraceRow& row);
    /// After the run: scheduled hours; then the months are complete.
    std::vector<BilledMonth> months(const CentreModel& model, const ReplicationResult& result,
                                    const std::vector<std::uint32_t>& day_of_cell) const;

private:
    const VendorTerms* terms_;
    const Calendar* calendar_;
    std::vector<BillingMeter> meters_;
};

/// The invoices of a whole term: set-up in the first month, no exit fee.
std::vector<Invoice> price_term(const Price& price, const std::vector<BilledMonth>& months);

} // namespace switchroom
