#pragma once
/// The invoice of a month, line by line, as somebody with the quantities recomputes it by hand: amount =
/// quantity × unit price, rounded to whole cents; the total is the sum of the lines.

#include "planner/contract/billing.h"
#include "planner/contract/money.h"

#include <string>
#include <vector>

namespace switchroom {

struct InvoiceLine {
    std::string item; ///< "calls above 500"
    double quantity = 0.0;
    std::string unit; ///< "call", "minute", "month" …
    double unit_price = 0.0;
    Cents amount = 0;
};

struct Invoice {
    std::string month; ///< "2026-04"
    std::vector<InvoiceLine> lines;
    Cents usage = 0; ///< what credits and bonuses as shares of "the invoice" are taken of: all lines of the
                     ///< month but set-up, exit fee, credits and bonuses
    Cents total = 0;

    /// Appends a line and adds it to the total.
    void add(std::string item, double quantity, std::string unit, double unit_price);
    /// A credit (negative) or bonus of a clause.
    void add_amount(std::string item, Cents amount);
};

/// Where in the contract the month lies.
struct InvoiceMonth {
    bool is_first = false;      ///< the set-up is due
    bool ends_contract = false; ///< the exit fee is due
};

/// The lines of one month, in this order: set-up; base; calls by tier; minutes by tier; after-hours
/// surcharge; automated, patch and handle minutes; seats; agent hours; full-time agents; messages; bookings;
/// settled matters; closure days; least share of the forecast; what is missing up to the minimum; exit fee.
/// Terms that the tariff lacks, and lines of nothing, are left out.
///
/// Tiers. A month's calls are counted from 1. The included ones cost nothing; a call numbered above a tier's
/// limit costs the price of the highest such tier (marginal), or, with whole_volume, every call beyond the
/// included ones costs the price of the tier that the month's number has reached. Minutes alike; their price
/// below the tiers is overage_per_minute where that is given, else per_minute.
///
/// The surcharge is (after_hours_factor − 1) × per_call (per minute: the price below the tiers) for every
/// billed call (minute) outside of the practice's hours, included ones too.
Invoice price_month(const Price& price, const BilledMonth& month, InvoiceMonth place);

/// Lines as CSV: month,item,quantity,unit,unit_price,amount.
std::string to_csv(const std::vector<Invoice>& invoices);

} // namespace switchroom
