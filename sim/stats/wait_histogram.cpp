#include "sim/stats/wait_histogram.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace switchroom {

WaitHistogram& WaitHistogram::operator+=(const WaitHistogram& other)
{
    for (std::size_t i = 0; i < counts_.size(); ++i)
        counts_[i] += other.counts_[i];
    return *this;
}

std::int64_t WaitHistogram::count() const
{
    return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

double WaitHistogram::quantile(double p) const
{
    SWITCHROOM_CHECK(p >= 0.0 && p <= 1.0, "a quantile's level lies between 0 and 1");
    const std::int64_t n = count();
    if (n == 0)
        return std::numeric_limits<double>::quiet_NaN();
    // The small allowance keeps 0.95 · 20 = 19.000000000000004 from asking for the 20th of 20.
    const double wanted = std::ceil(p * static_cast<double>(n) * (1.0 - 1e-15));
    const std::int64_t rank = std::clamp(static_cast<std::int64_t>(wanted), std::int64_t{1}, n);
    std::int64_t below = 0;
    std::size_t bin = 0;
    while (below + counts_[bin] < rank)
        below += counts_[bin++];
    return middle_of(bin);
}

double WaitHistogram::middle_of(std::size_t bin)
{
    if (bin == 0)
        return 0.0;
    if (bin == 1)
        return std::ldexp(0.5, least_exponent);
    const auto prefix = first_prefix + static_cast<std::int64_t>(bin) - bins_below;
    const auto lower = static_cast<std::uint64_t>(prefix) << shift;
    constexpr std::uint64_t half_a_bin = std::uint64_t{1} << (shift - 1);
    return std::bit_cast<double>(lower + half_a_bin);
}

} // namespace switchroom
