#pragma once
/// Term after term is simulated until it is decided, clause by clause, whether the promise is kept often
/// enough, or the budget is spent.
///
///   auto term = make_term_model(document, {.files = &disk});
///   const PromiseStudy study = study_promises(*term, {.seed = 1}, progress);

#include "planner/contract/term_model.h"
#include "planner/contract/verdict.h"
#include "sim/base/progress.h"
#include "sim/stats/estimate.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

struct PromiseOptions {
    std::uint64_t seed = 1;
    Assurance assurance;
    std::int64_t most_terms = 1000;          ///< budget of the sequential test
    std::optional<std::int64_t> fixed_terms; ///< exactly so many instead, without stopping early
    int threads = 0;                         ///< 0: all of the machine's; never changes a result
};

/// Looks are made after so many terms, so many more, …
inline constexpr std::int64_t terms_between_looks = 10;

struct ClauseVerdict {
    std::string vendor;
    std::string name;
    std::string text;    ///< the clause in words
    std::string formula; ///< of its figure: the service-level formula, else the metric
    std::string window;  ///< "month"
    bool less_is_better = false;
    bool is_time = false; ///< figures are seconds, else shares
    double promise = 0.0; ///< what a window's figure is compared with
    Verdict verdict = Verdict::undecided;
    double probability = 0.0; ///< that a window is kept; of windows of all terms that were judged
    /// Where only a share of the windows must comply: that a term is kept. Then it is `probability`.
    bool by_term = false;
    Interval interval_95;
    std::string method;
    std::int64_t windows = 0; ///< judged
    std::int64_t not_judged = 0;
    double mean_figure = 0.0; ///< over judged windows
    double figure_sd = 0.0;
    double figure_p05 = 0.0;
    double figure_p50 = 0.0;
    double figure_p95 = 0.0;
    /// What a binomial law would make of the spread of a share, for comparison: √(p (1 − p) / contacts).
    double binomial_sd = 0.0;
    Estimate credit; ///< money a window: mean ± 95 % by terms
    double credit_p95 = 0.0;
    Estimate bonus;
    double terminated = 0.0;     ///< share of terms in which the client may leave
    std::vector<double> figures; ///< of the first windows, for pictures (at most 4 000)
};

/// What the practice pays a vendor in a month.
struct VendorInvoice {
    std::string vendor;
    bool is_priced = false;
    Estimate monthly; ///< total of a month, credits and bonuses in it
    double monthly_p95 = 0.0;
    struct Line {
        std::string item;
        std::string unit;
        double quantity = 0.0; ///< mean a month
        double unit_price = 0.0;
        Estimate amount; ///< a month
    };
    std::vector<Line> lines;
    std::vector<Invoice> first_term; ///< of replication 0, to be recomputed by hand
};

struct PromiseStudy {
    std::string scenario;
    std::string currency;
    std::uint64_t seed = 0;
    Assurance assurance;
    std::int64_t terms = 0;
    bool is_sequential = true;
    bool stopped_early = false;        ///< somebody asked to stop
    std::int64_t first_violation = -1; ///< the term whose own checks failed
    std::vector<ClauseVerdict> clauses;
    std::vector<VendorInvoice> vendors;

    bool any_broken() const;
};

PromiseStudy study_promises(const TermModel& term, const PromiseOptions& options, Progress& progress);

/// The same, with pictures on the way: `show` is called with the terms so far after 1, 2, 5 and every 10 of
/// them, by one thread at a time. It never changes the result.
PromiseStudy study_promises(const TermModel& term, const PromiseOptions& options, Progress& progress,
                            const std::function<void(const PromiseStudy&)>& show);

} // namespace switchroom
