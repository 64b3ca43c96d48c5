#pragma once
/// What R independent replications say about a figure, and how sure that is. Undefined figures are NaN (null
/// in JSON), never 0.
///
/// Values are taken in replication order, so the bits of an estimate never depend on which thread finished
/// first.

#include <cstdint>
#include <span>
#include <vector>

namespace switchroom {

/// A mean or ratio and half of the width of its confidence interval. n counts the replications behind it.
struct Estimate {
    double mean = 0.0;
    double half_width = 0.0;
    std::int64_t n = 0;
};

/// Quantile of Student's t: P(T <= result) = p with `degrees` > 0 degrees of freedom. Precondition: 0 < p
/// < 1.
double student_t_quantile(double p, double degrees);

/// Two-sided: the t that a confidence interval of this level multiplies its standard error by.
inline double student_t_factor(double level, double degrees)
{
    return student_t_quantile(0.5 + 0.5 * level, degrees);
}

/// Means, variances and covariance of pairs (numerator, denominator), one pair a replication, by Welford's
/// recurrence (Welford 1962; Chan, Golub & LeVeque 1983 for pairs): no cancellation, whatever the size of the
/// mean.
class PairMoments {
public:
    void add(double numerator, double denominator);

    std::int64_t count() const { return n_; }
    double mean_numerator() const { return mean_y_; }
    double mean_denominator() const { return mean_x_; }
    /// Unbiased; NaN below two pairs.
    double variance_numerator() const { return scaled(yy_); }
    double variance_denominator() const { return scaled(xx_); }
    double covariance() const { return scaled(xy_); }

private:
    double scaled(double sum) const;
    std::int64_t n_ = 0;
    double mean_y_ = 0.0;
    double mean_x_ = 0.0;
    double yy_ = 0.0;
    double xx_ = 0.0;
    double xy_ = 0.0;
};

/// Ratio of expectations r = E[numerator] / E[denominator]. Half-width by the delta method:
///   t(R−1) · sqrt((s²_y − 2 r s_xy + r² s²_x) / R) / x̄
/// (e.g. Law 2015, §9.5, regenerative form). Mean NaN if the denominators' mean is 0, half-width NaN below
/// two pairs.
Estimate estimate_ratio(const PairMoments& pairs, double level = 0.95);

/// Mean of the numerators alone, ± t(R−1) · s/√R.
Estimate estimate_mean(const PairMoments& pairs, double level = 0.95);

/// Mean of `values` ± t · s/√n. NaN values (a replication in which the figure is undefined) are left out; n
/// counts the others.
Estimate estimate_mean(std::span<const double> values, double level = 0.95);

/// One figure of one scenario over the replications: a pair a replication, in order.
struct PairSeries {
    std::vector<double> numerators;
    std::vector<double> denominators;

    void add(double numerator, double denominator);
    std::int64_t count() const { return static_cast<std::int64_t>(numerators.size()); }
    PairMoments moments() const;
};

/// Difference of two ratios of expectations met by the same callers, `changed` − `base`, replication r of one
/// paired with r of the other: the variance of  (y'−r'x')/x̄' − (y−r x)/x̄  over the replications (paired delta
/// method). Precondition: equal counts.
Estimate paired_difference(const PairSeries& base, const PairSeries& changed, double level = 0.95);

/// The level each of `comparisons` intervals needs so that all of them hold at once with at least `level`
/// (Bonferroni).
double simultaneous_level(double level, std::size_t comparisons);

} // namespace switchroom
