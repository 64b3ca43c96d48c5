#pragma once
/// Quantiles with confidence: of a figure over the replications (risk: "one month in twenty is below …") and
/// of waits over all calls.

#include "sim/stats/estimate.h"
#include "sim/stats/wait_histogram.h"

#include <cstdint>
#include <span>
#include <vector>

namespace switchroom {

/// P(at most k successes of n), each with probability p.
double binomial_cdf(std::int64_t k, std::int64_t n, double p);

/// Ranks (1-based) of two order statistics.
struct RankInterval {
    std::int64_t lower = 0;
    std::int64_t upper = 0;
};

/// The tightest ranks around the p-quantile of n values with P(X(lower) <= quantile < X(upper)) >= level,
/// each side missing with at most half of the rest; lower 0 or upper n + 1 where n is too small (David &
/// Nagaraja 2003, §7.1).
RankInterval quantile_ranks(std::int64_t n, double p, double level);

/// The p-quantile of `values` (the least value that at least the share p does not exceed; NaN values are left
/// out). Its half-width is half of the distance between two order statistics whose interval covers the true
/// quantile with at least `level`, whatever the distribution; NaN where n is
/// too small for such a pair. NaN without values.
Estimate quantile_over(std::span<const double> values, double p, double level = 0.95);

/// The same for values that are sorted already and hold no NaN.
Estimate quantile_of_sorted(std::span<const double> sorted, double p, double level = 0.95);

/// Waits of many replications, pooled, and kept also in up to 32 sections of consecutive replications so that
/// a pooled quantile has a half-width. Fixed memory: when 32 sections are full, neighbours merge and sections
/// double in length. Which replication falls into which section depends on its index alone.
class SectionedWaits {
public:
    /// Replications in index order.
    void add(const WaitHistogram& replication);

    std::int64_t replications() const { return replications_; }
    const WaitHistogram& pooled() const { return pooled_; }

    /// Pooled quantile; half-width t(k−1) · s/√k over the quantiles of the k full sections (at least 8, else
    /// NaN).
    Estimate quantile(double p, double level = 0.95) const;

private:
    static constexpr std::size_t most_sections = 32;
    static constexpr std::size_t least_sections = 8;
    void merge_neighbours();

    WaitHistogram pooled_;
    std::vector<WaitHistogram> sections_; ///< the last one may be growing
    std::int64_t replications_ = 0;
    std::int64_t section_length_ = 1;
};

} // namespace switchroom
