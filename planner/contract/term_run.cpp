#include "planner/contract/term_run.h"

#include <algorithm>

namespace switchroom {

class TermRunner::Sink final : public TraceSink {
public:
    explicit Sink(TermRunner& to) : to_(to) {}
    void row(const TraceRow& row) override { to_.count_call(row); }

private:
    TermRunner& to_;
};

TermRunner::TermRunner(const TermModel& term) : term_(term), counts_(term.clauses.size())
{
    for (const VendorTerms& vendor : term.vendors)
        ledgers_.emplace_back(vendor, *term.calendar);
}

void TermRunner::count_cells(const ReplicationResult& result)
{
    const std::size_t contacts = term_.model->contacts.size();
    for (std::size_t k = 0; k < term_.clauses.size(); ++k) {
        const ClauseFeed& feed = term_.clauses[k];
        if (feed.by_call || (feed.counts_items && result.side_cells.empty()))
            continue;
        for (std::size_t c = 0; c < contacts; ++c) {
            if (feed.covers_contact[c] == 0)
                continue;
            for (std::uint32_t cell = 0; cell < result.cells; ++cell) {
                const std::uint32_t grain = feed.grain_of_cell[cell];
                if (grain == no_grain)
                    continue;
                if (feed.counts_items) {
                    counts_[k][grain].promised += static_cast<double>(result.side(c, cell).items_promised);
                    counts_[k][grain].on_time += static_cast<double>(result.side(c, cell).items_on_time);
                } else {
                    counts_[k][grain] += clause_counts(result.contact(c, cell));
                }
            }
        }
    }
}

namespace {

/// How an attempt left its queue; empty where it was in none: bots, work without a caller, callers turned
/// away. Who comes to a voicemail or callback at once has not waited for anybody.
std::optional<CallEnd> end_of(const TraceRow& row)
{
    switch (row.outcome) {
    case Outcome::answered:
        return CallEnd::answered;
    case Outcome::abandoned:
        return CallEnd::abandoned;
    case Outcome::blocked:
        return CallEnd::blocked;
    case Outcome::voicemail:
    case Outcome::callback:
        return row.queue_left_s > row.arrived_s ? std::optional(CallEnd::flowed_out) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// The attempt's first leg as clauses see it.
std::optional<JudgedCall> judged_call(const ClauseFeed& feed, const VendorTerms& vendor, const TraceRow& row)
{
    const std::optional<CallEnd> end = end_of(row);
    if (row.leg > 0 || !end)
        return std::nullopt;
    JudgedCall call;
    call.end = *end;
    call.before_queue_s = row.arrived_s - row.rang_s;
    call.wait_s = row.queue_left_s - row.arrived_s;
    call.hold_s = row.hold_s;
    if (row.stage != none) {
        call.offered_to_vendor = feed.stages[row.stage].offered;
        // Who came to the vendor sooner passed over steps at which nobody was on duty.
        const double until_s = feed.stages[row.stage].until_vendor_s;
        call.until_vendor_s = call.wait_s >= until_s ? until_s : 0.0;
    }
    if (row.group != none && vendor.is_vendor[row.group] != 0)
        call.offered_to_vendor = true;
    return call;
}

} // namespace

void TermRunner::count_call(const TraceRow& row)
{
    for (std::size_t v = 0; v < ledgers_.size(); ++v)
        if (term_.vendors[v].needs_calls)
            ledgers_[v].add(row);
    if (row.rang_s < 0.0)
        return;
    for (std::size_t k = 0; k < term_.clauses.size(); ++k) {
        const ClauseFeed& feed = term_.clauses[k];
        if (!feed.by_call || feed.covers_contact[row.contact] == 0)
            continue;
        const int day = term_.calendar->day_at(row.rang_s);
        const std::uint32_t grain =
            feed.plan.grain_at(day - feed.day_offset, term_.calendar->clock_s(day, row.rang_s));
        if (grain == no_grain)
            continue;
        if (const auto call = judged_call(feed, term_.vendors[feed.contract_index], row))
            switchroom::count_call(*feed.clause, *call, counts_[k][grain]);
    }
}

std::vector<double> window_bases(const ClauseFeed& feed, CreditBase of, const VendorTerms& vendor,
                                 const std::vector<Invoice>& invoices)
{
    std::vector<double> bases;
    const auto fee_of = [&](std::size_t month) {
        return of == CreditBase::invoice ? amount_of(invoices[month].usage)
                                         : vendor.contract->price.monthly.amount;
    };
    for (const ClauseWindow& window : feed.plan.windows) {
        const int first = window.first_day + feed.day_offset;
        const int last = window.last_day + feed.day_offset;
        double base = 0.0;
        bool holds_month = false;
        for (std::size_t m = 0; m < vendor.months.size(); ++m)
            if (vendor.months[m].first_day >= first && vendor.months[m].last_day <= last) {
                base += fee_of(m);
                holds_month = true;
            }
        if (!holds_month)
            base = fee_of(vendor.month_of_day[static_cast<std::size_t>(first)]);
        bases.push_back(base);
    }
    return bases;
}

/// A credit or bonus stands in the invoice of the month in which its window ends.
void TermRunner::add_credits(TermOutcome& outcome) const
{
    for (std::size_t k = 0; k < term_.clauses.size(); ++k) {
        const ClauseFeed& feed = term_.clauses[k];
        std::vector<Invoice>& invoices = outcome.invoices[feed.contract_index];
        const VendorTerms& vendor = term_.vendors[feed.contract_index];
        for (std::size_t w = 0; w < feed.plan.windows.size(); ++w) {
            const WindowJudgement& window = outcome.clauses[k].windows[w];
            if (window.credit == 0 && window.bonus == 0)
                continue;
            const int last = feed.plan.windows[w].last_day + feed.day_offset;
            Invoice& invoice = invoices[vendor.month_of_day[static_cast<std::size_t>(last)]];
            invoice.add_amount("credit: " + feed.clause->name, -window.credit);
            invoice.add_amount("bonus: " + feed.clause->name, window.bonus);
        }
    }
}

TermOutcome TermRunner::run(ReplicationKey key)
{
    for (std::size_t k = 0; k < counts_.size(); ++k)
        counts_[k].assign(term_.clauses[k].plan.grains.size(), ClauseCounts{});
    for (VendorLedger& ledger : ledgers_)
        ledger.begin();
    Sink sink(*this);
    const ReplicationResult& result =
        run_replication(*term_.model, key, workspace_, term_.needs_trace ? &sink : nullptr);
    count_cells(result);
    TermOutcome outcome;
    outcome.checks_hold = result.checks.all_hold();
    for (std::size_t v = 0; v < ledgers_.size(); ++v) {
        outcome.months.push_back(ledgers_[v].months(*term_.model, result, term_.day_of_cell));
        outcome.invoices.push_back(price_term(term_.vendors[v].contract->price, outcome.months.back()));
    }
    for (std::size_t k = 0; k < counts_.size(); ++k) {
        const ClauseFeed& feed = term_.clauses[k];
        const SlaClause& clause = *feed.clause;
        const VendorTerms& vendor = term_.vendors[feed.contract_index];
        const std::vector<Invoice>& invoices = outcome.invoices[feed.contract_index];
        std::vector<double> credit_bases, bonus_bases;
        if (clause.credit)
            credit_bases = window_bases(feed, clause.credit->of, vendor, invoices);
        if (clause.bonus)
            bonus_bases = window_bases(feed, clause.bonus->of, vendor, invoices);
        outcome.clauses.push_back(judge(clause, feed.plan,
                                        {.counts = counts_[k],
                                         .forecast = feed.forecast,
                                         .credit_bases = credit_bases,
                                         .bonus_bases = bonus_bases}));
    }
    add_credits(outcome);
    return outcome;
}

} // namespace switchroom
