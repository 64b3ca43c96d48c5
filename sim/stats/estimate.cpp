#include "sim/stats/estimate.h"

#include "sim/base/check.h"

#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double half_width(double variance, std::int64_t n, double level)
{
    if (n < 2)
        return undefined;
    const auto count = static_cast<double>(n);
    return student_t_factor(level, count - 1.0) * std::sqrt(std::max(variance, 0.0) / count);
}

} // namespace

void PairMoments::add(double numerator, double denominator)
{
    ++n_;
    const auto n = static_cast<double>(n_);
    const double dy = numerator - mean_y_;
    const double dx = denominator - mean_x_;
    mean_y_ += dy / n;
    mean_x_ += dx / n;
    yy_ += dy * (numerator - mean_y_);
    xx_ += dx * (denominator - mean_x_);
    xy_ += dx * (numerator - mean_y_);
}

double PairMoments::scaled(double sum) const
{
    return n_ < 2 ? undefined : sum / static_cast<double>(n_ - 1);
}

Estimate estimate_ratio(const PairMoments& pairs, double level)
{
    const double x = pairs.mean_denominator();
    if (pairs.count() == 0 || x == 0.0)
        return {undefined, undefined, pairs.count()};
    const double r = pairs.mean_numerator() / x;
    const double variance =
        pairs.variance_numerator() - 2.0 * r * pairs.covariance() + r * r * pairs.variance_denominator();
    return {r, half_width(variance, pairs.count(), level) / std::abs(x), pairs.count()};
}

Estimate estimate_mean(const PairMoments& pairs, double level)
{
    if (pairs.count() == 0)
        return {undefined, undefined, 0};
    return {pairs.mean_numerator(), half_width(pairs.variance_numerator(), pairs.count(), level),
            pairs.count()};
}

Estimate estimate_mean(std::span<const double> values, double level)
{
    PairMoments moments;
    for (const double value : values)
        if (!std::isnan(value))
            moments.add(value, 1.0);
    return estimate_mean(moments, level);
}

void PairSeries::add(double numerator, double denominator)
{
    numerators.push_back(numerator);
    denominators.push_back(denominator);
}

PairMoments PairSeries::moments() const
{
    PairMoments moments;
    for (std::size_t i = 0; i < numerators.size(); ++i)
        moments.add(numerators[i], denominators[i]);
    return moments;
}

Estimate paired_difference(const PairSeries& base, const PairSeries& changed, double level)
{
    SWITCHROOM_CHECK(base.count() == changed.count(), "paired series hold the same replications");
    const PairMoments a = base.moments();
    const PairMoments b = changed.moments();
    const std::int64_t n = base.count();
    if (n == 0 || a.mean_denominator() == 0.0 || b.mean_denominator() == 0.0)
        return {undefined, undefined, n};
    const double ra = a.mean_numerator() / a.mean_denominator();
    const double rb = b.mean_numerator() / b.mean_denominator();
    PairMoments influence;
    for (std::size_t i = 0; i < base.numerators.size(); ++i) {
        const double of_base = (base.numerators[i] - ra * base.denominators[i]) / a.mean_denominator();
        const double of_changed =
            (changed.numerators[i] - rb * changed.denominators[i]) / b.mean_denominator();
        influence.add(of_changed - of_base, 1.0);
    }
    return {rb - ra, half_width(influence.variance_numerator(), n, level), n};
}

double simultaneous_level(double level, std::size_t comparisons)
{
    return comparisons <= 1 ? level : 1.0 - (1.0 - level) / static_cast<double>(comparisons);
}

} // namespace switchroom
