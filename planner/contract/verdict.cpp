#include "planner/contract/verdict.h"

#include "sim/stats/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

std::string_view to_text(Verdict verdict)
{
    switch (verdict) {
    case Verdict::undecided:
        return "undecided";
    case Verdict::kept:
        return "kept";
    case Verdict::broken:
        return "broken";
    }
    return "";
}

namespace {

/// The two-sided normal factor: Student's t with so many degrees that no digit differs.
double normal_factor(double level)
{
    return student_t_factor(level, 1e12);
}

double log_beta(double a, double b)
{
    return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
}

/// k log p + (n − k) log(1 − p), 0 log 0 = 0.
double log_likelihood(double k, double n, double p)
{
    const double hit = k > 0.0 ? k * std::log(p) : 0.0;
    const double miss = n - k > 0.0 ? (n - k) * std::log1p(-p) : 0.0;
    return hit + miss;
}

} // namespace

Interval wilson_interval(double k, double n, double level)
{
    if (n <= 0.0)
        return {};
    const double z = normal_factor(level);
    const double p = k / n;
    const double centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / (1.0 + z * z / n);
    return {std::max(centre - half, 0.0), std::min(centre + half, 1.0)};
}

Interval confidence_sequence(double k, double n, double level)
{
    if (n <= 0.0)
        return {};
    const double least = log_beta(k + 0.5, n - k + 0.5) - log_beta(0.5, 0.5) + std::log(1.0 - level);
    const double centre = k / n;
    // The likelihood rises up to its centre and falls after it: one edge on each side.
    const auto edge = [&](double inside, double outside) {
        if (log_likelihood(k, n, outside) >= least)
            return outside;
        for (int i = 0; i < 200; ++i) {
            const double middle = 0.5 * (inside + outside);
            (log_likelihood(k, n, middle) >= least ? inside : outside) = middle;
        }
        return 0.5 * (inside + outside);
    };
    return {edge(centre, 0.0), edge(centre, 1.0)};
}

std::string_view band_of(double probability)
{
    if (std::isnan(probability))
        return "unknown";
    if (probability >= 0.95)
        return "very likely";
    if (probability >= 0.80)
        return "likely";
    if (probability >= 0.20)
        return "toss-up";
    return probability >= 0.05 ? "unlikely" : "very unlikely";
}

PromiseTest::PromiseTest(Assurance assurance, bool windows_independent)
    : assurance_(assurance), windows_independent_(windows_independent)
{
}

void PromiseTest::add(int judged, int kept)
{
    ++terms_;
    if (judged == 0)
        return;
    windows_ += judged;
    kept_ += kept;
    observations_ += windows_independent_ ? judged : 1.0;
    successes_ += windows_independent_ ? kept : static_cast<double>(kept) / judged;
    sum_kk_ += static_cast<double>(kept) * kept;
    sum_km_ += static_cast<double>(kept) * judged;
    sum_mm_ += static_cast<double>(judged) * judged;
}

void PromiseTest::look()
{
    if (verdict_ != Verdict::undecided)
        return;
    const double ratio = log_likelihood(successes_, observations_, assurance_.p1()) -
                         log_likelihood(successes_, observations_, assurance_.p0());
    if (ratio >= std::log((1.0 - assurance_.false_broken) / assurance_.false_kept))
        verdict_ = Verdict::kept;
    else if (ratio <= std::log(assurance_.false_broken / (1.0 - assurance_.false_kept)))
        verdict_ = Verdict::broken;
}

double PromiseTest::probability() const
{
    return windows_ > 0 ? static_cast<double>(kept_) / static_cast<double>(windows_)
                        : std::numeric_limits<double>::quiet_NaN();
}

double PromiseTest::design_effect() const
{
    const double p = probability();
    if (terms_ < 2 || !(p > 0.0 && p < 1.0))
        return 1.0;
    const auto windows = static_cast<double>(windows_);
    const auto terms = static_cast<double>(terms_);
    const double squares = sum_kk_ - 2.0 * p * sum_km_ + p * p * sum_mm_;
    const double by_blocks = terms / (terms - 1.0) * squares / (windows * windows);
    return std::max(by_blocks / (p * (1.0 - p) / windows), 1.0);
}

Interval PromiseTest::interval(bool is_sequential) const
{
    if (is_sequential)
        return confidence_sequence(successes_, observations_);
    const double n = static_cast<double>(windows_) / design_effect();
    return wilson_interval(windows_ > 0 ? probability() * n : 0.0, n);
}

} // namespace switchroom
