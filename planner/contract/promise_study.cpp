#include "planner/contract/promise_study.h"

#include "planner/contract/clause_counts.h"
#include "planner/contract/clause_text.h"
#include "planner/contract/term_run.h"
#include "sim/experiment/replicate.h"
#include "sim/scenario/enum_names.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>

namespace switchroom {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_figures_kept = 4000;

/// Amounts and how often they occurred.
class Amounts {
public:
    void add(Cents amount)
    {
        ++seen_[amount];
        ++n_;
    }
    /// The least amount that at least the share `p` does not exceed; NaN without any.
    double quantile(double p) const
    {
        std::int64_t below = 0;
        for (const auto& [amount, count] : seen_) {
            below += count;
            if (static_cast<double>(below) >= p * static_cast<double>(n_))
                return amount_of(amount);
        }
        return nan;
    }

private:
    std::map<Cents, std::int64_t> seen_;
    std::int64_t n_ = 0;
};

/// The p-quantile of sorted values, between neighbours by a straight line (type 7 of Hyndman & Fan 1996).
double quantile_of(const std::vector<double>& sorted, double p)
{
    if (sorted.empty())
        return nan;
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// What one clause's terms come to.
class ClauseTally {
public:
    ClauseTally(const ClauseFeed& feed, const PromiseOptions& options)
        : feed_(feed), by_term_(feed.clause->of_windows.value < 1.0),
          test_(options.assurance, by_term_ || feed.windows_independent)
    {
    }

    void add(const TermJudgement& term)
    {
        test_.add(by_term_ ? term.judged > 0 : term.judged,
                  by_term_ ? term.judged > 0 && term.promise_kept : term.kept);
        credit_.add(amount_of(term.credit), term.judged);
        bonus_.add(amount_of(term.bonus), term.judged);
        terminated_ += term.terminated_after >= 0;
        for (const WindowJudgement& window : term.windows) {
            if (window.state == WindowState::not_judged) {
                ++not_judged_;
                continue;
            }
            ++windows_;
            credits_.add(window.credit);
            contacts_ += window.contacts;
            figures_.add(window.figure, 1.0);
            if (kept_figures_.size() < most_figures_kept)
                kept_figures_.push_back(window.figure);
        }
    }

    void look() { test_.look(); }
    Verdict verdict() const { return test_.verdict(); }

    ClauseVerdict result(const std::string& vendor, const std::string& currency, bool is_sequential) const
    {
        const SlaClause& clause = *feed_.clause;
        ClauseVerdict result;
        result.vendor = vendor;
        result.name = clause.name;
        result.text = clause_text(clause, vendor, currency);
        result.formula =
            clause.metric == SlaMetric::service_level ? to_name(clause.formula) : to_name(clause.metric);
        result.window = to_name(clause.window);
        result.less_is_better =
            is_bounded_above(clause.metric) && clause.aggregate != Aggregate::share_of_grains;
        result.is_time = is_time(clause.metric) && clause.aggregate != Aggregate::share_of_grains;
        result.promise =
            clause.aggregate == Aggregate::share_of_grains ? clause.of_grains->value : limit_of(clause);
        result.verdict = test_.verdict();
        result.probability = test_.probability();
        result.by_term = by_term_;
        result.interval_95 = test_.interval(is_sequential);
        result.method = is_sequential ? "sequential test, confidence sequence" : "fixed number, Wilson";
        result.windows = windows_;
        result.not_judged = not_judged_;
        fill_figures(result);
        result.credit = estimate_ratio(credit_);
        result.credit_p95 = credits_.quantile(0.95);
        result.bonus = estimate_ratio(bonus_);
        result.terminated =
            test_.terms() > 0 ? static_cast<double>(terminated_) / static_cast<double>(test_.terms()) : nan;
        return result;
    }

private:
    void fill_figures(ClauseVerdict& result) const
    {
        result.figures = kept_figures_;
        std::vector<double> sorted = kept_figures_;
        std::sort(sorted.begin(), sorted.end());
        result.figure_p05 = quantile_of(sorted, 0.05);
        result.figure_p50 = quantile_of(sorted, 0.50);
        result.figure_p95 = quantile_of(sorted, 0.95);
        const double p = windows_ > 0 ? figures_.mean_numerator() : nan;
        result.mean_figure = p;
        result.figure_sd = std::sqrt(figures_.variance_numerator());
        result.binomial_sd = result.is_time || windows_ == 0
                                 ? nan
                                 : std::sqrt(p * (1.0 - p) * static_cast<double>(windows_) / contacts_);
    }

    const ClauseFeed& feed_;
    bool by_term_;
    PromiseTest test_;
    PairMoments credit_, bonus_, figures_;
    Amounts credits_;
    std::vector<double> kept_figures_;
    double contacts_ = 0.0;
    std::int64_t windows_ = 0;
    std::int64_t not_judged_ = 0;
    std::int64_t terminated_ = 0;
};

/// What one vendor's months come to.
class VendorTally {
public:
    explicit VendorTally(const VendorTerms& terms) : terms_(terms) {}

    void add(const std::vector<Invoice>& invoices)
    {
        std::map<std::string, std::pair<double, double>> sums; // quantity, amount of this term
        double total = 0.0;
        for (const Invoice& invoice : invoices) {
            months_seen_.add(invoice.total);
            total += amount_of(invoice.total);
            for (const InvoiceLine& line : invoice.lines) {
                if (!lines_.contains(line.item)) {
                    order_.push_back(line.item);
                    lines_[line.item] = {.unit = line.unit, .unit_price = line.unit_price};
                }
                sums[line.item].first += line.unit.empty() ? 0.0 : line.quantity;
                sums[line.item].second += amount_of(line.amount);
            }
        }
        const auto months = static_cast<double>(invoices.size());
        for (auto& [item, tally] : lines_) {
            for (; tally.amount.count() <
                   terms_seen_;) // terms before the line first occurred had nothing of it
                tally.amount.add(0.0, months);
            tally.amount.add(sums[item].second, months);
            tally.quantity += sums[item].first;
        }
        total_.add(total, months);
        months_ += months;
        ++terms_seen_;
        if (first_term_.empty())
            first_term_ = invoices;
    }

    VendorInvoice result() const
    {
        VendorInvoice result;
        result.vendor = terms_.contract->vendor;
        result.is_priced = terms_.is_priced;
        result.monthly = estimate_ratio(total_);
        result.monthly_p95 = months_seen_.quantile(0.95);
        for (const std::string& item : order_) {
            const LineTally& tally = lines_.at(item);
            result.lines.push_back(
                {item, tally.unit, tally.quantity / months_, tally.unit_price, estimate_ratio(tally.amount)});
        }
        result.first_term = first_term_;
        return result;
    }

private:
    struct LineTally {
        std::string unit;
        double unit_price = 0.0;
        double quantity = 0.0;
        PairMoments amount = {};
    };

    const VendorTerms& terms_;
    std::vector<std::string> order_;
    std::map<std::string, LineTally> lines_;
    PairMoments total_;
    Amounts months_seen_;
    double months_ = 0.0;
    std::int64_t terms_seen_ = 0;
    std::vector<Invoice> first_term_;
};

/// Outcomes on their way from the workers, which finish in any order, to the tallies, which take them in
/// index order.
class Waiting {
public:
    void put(std::int64_t index, TermOutcome outcome)
    {
        const std::lock_guard lock(mutex_);
        outcomes_.emplace(index, std::move(outcome));
    }
    TermOutcome take(std::int64_t index)
    {
        const std::lock_guard lock(mutex_);
        return std::move(outcomes_.extract(index).mapped());
    }

private:
    std::mutex mutex_;
    std::map<std::int64_t, TermOutcome> outcomes_;
};

class Study {
public:
    Study(const TermModel& term, const PromiseOptions& options,
          const std::function<void(const PromiseStudy&)>& show)
        : term_(term), options_(options), show_(show)
    {
        for (const ClauseFeed& feed : term.clauses)
            clauses_.emplace_back(feed, options);
        for (const VendorTerms& vendor : term.vendors)
            vendors_.emplace_back(vendor);
    }

    PromiseStudy run(Progress& progress)
    {
        ReplicationPlan plan{.at_most = options_.fixed_terms.value_or(options_.most_terms),
                             .enough = {},
                             .threads = options_.threads};
        plan.first_look = plan.batch = terms_between_looks;
        if (!options_.fixed_terms)
            plan.enough = [this] { return look(); };
        const auto make_runner = [this]() -> Replicator {
            return [this, runner = std::make_shared<TermRunner>(term_)](std::int64_t index,
                                                                        ReplicationFigures&) {
                waiting_.put(index, runner->run({.seed = options_.seed,
                                                 .replication = static_cast<std::uint64_t>(index)}));
            };
        };
        const ReplicationOutcome outcome = replicate(
            plan, make_runner, [this](const ReplicationFigures&) { consume(); }, progress);
        look(); // fixed numbers and spent budgets: the last look
        return result(outcome);
    }

private:
    void consume()
    {
        const TermOutcome outcome = waiting_.take(terms_);
        if (!outcome.checks_hold && first_violation_ < 0)
            first_violation_ = terms_;
        ++terms_;
        for (std::size_t k = 0; k < clauses_.size(); ++k)
            clauses_[k].add(outcome.clauses[k]);
        for (std::size_t v = 0; v < vendors_.size(); ++v)
            vendors_[v].add(outcome.invoices[v]);
        if (show_ && (terms_ == 1 || terms_ == 2 || terms_ == 5 || terms_ % terms_between_looks == 0))
            show_(result({}));
    }

    bool look()
    {
        for (ClauseTally& clause : clauses_)
            clause.look();
        return std::none_of(clauses_.begin(), clauses_.end(),
                            [](const ClauseTally& c) { return c.verdict() == Verdict::undecided; });
    }

    PromiseStudy result(const ReplicationOutcome& outcome) const
    {
        const Scenario& scenario = term_.document->scenario;
        PromiseStudy study;
        study.scenario = scenario.name;
        study.currency = scenario.currency;
        study.seed = options_.seed;
        study.assurance = options_.assurance;
        study.terms = terms_;
        study.is_sequential = !options_.fixed_terms.has_value();
        study.stopped_early = outcome.stopped_early;
        study.first_violation = first_violation_;
        for (std::size_t k = 0; k < clauses_.size(); ++k)
            study.clauses.push_back(clauses_[k].result(term_.clauses[k].contract->vendor, scenario.currency,
                                                       study.is_sequential));
        for (const VendorTally& vendor : vendors_)
            study.vendors.push_back(vendor.result());
        return study;
    }

    const TermModel& term_;
    const PromiseOptions& options_;
    const std::function<void(const PromiseStudy&)>& show_;
    std::vector<ClauseTally> clauses_;
    std::vector<VendorTally> vendors_;
    Waiting waiting_;
    std::int64_t terms_ = 0;
    std::int64_t first_violation_ = -1;
};

} // namespace

bool PromiseStudy::any_broken() const
{
    return std::any_of(clauses.begin(), clauses.end(),
                       [](const ClauseVerdict& clause) { return clause.verdict == Verdict::broken; });
}

PromiseStudy study_promises(const TermModel& term, const PromiseOptions& options, Progress& progress)
{
    return study_promises(term, options, progress, {});
}

PromiseStudy study_promises(const TermModel& term, const PromiseOptions& options, Progress& progress,
                            const std::function<void(const PromiseStudy&)>& show)
{
    return Study(term, options, show).run(progress);
}

} // namespace switchroom
