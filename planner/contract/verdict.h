#pragma once
/// "Is the probability that a window is kept at least the assurance?" – answered while simulated terms come
/// in, with stated error rates, and "undecided" where they do not suffice.

#include <cstdint>
#include <string_view>

namespace switchroom {

enum class Verdict { undecided, kept, broken };
std::string_view to_text(Verdict verdict);

/// Between p0 = wanted − margin and p1 = wanted + margin (at most 0.995) nobody minds which way it goes.
struct Assurance {
    double wanted = 0.95;
    double margin = 0.02;
    double false_kept = 0.05;   ///< probability of saying kept at p ≤ p0
    double false_broken = 0.05; ///< probability of saying broken at p ≥ p1

    double p0() const { return wanted - margin; }
    double p1() const { return wanted + margin < 0.995 ? wanted + margin : 0.995; }
};

struct Interval {
    double low = 0.0;
    double high = 1.0;
};

/// Wilson's score interval (Wilson 1927) for k successes of n; k may be fractional. [0, 1] without any n.
Interval wilson_interval(double k, double n, double level = 0.95);

/// The confidence sequence of the beta-binomial mixture (Robbins 1970): all p with
///   B(k + ½, n − k + ½) / B(½, ½) ≤ p^k (1 − p)^(n − k) / (1 − level).
/// It holds at every n at once with probability `level`, so it may be looked at as often as one likes. k may
/// be a sum of shares: each factor of the mixture is convex in the share, so its mean is at most 1 and
/// Ville's inequality still holds.
Interval confidence_sequence(double k, double n, double level = 0.95);

/// Probability in a word: ≥ 0.95 very likely, ≥ 0.80 likely, ≥ 0.20 toss-up, ≥ 0.05 unlikely, else very
/// unlikely.
std::string_view band_of(double probability);

/// Wald's sequential probability ratio test (Wald 1945) over terms. Where windows of a term are independent
/// each of them is an observation; where they hang together (a factor drawn once a term) the term's share of
/// kept windows is one observation, whatever the dependence (see confidence_sequence).
class PromiseTest {
public:
    PromiseTest(Assurance assurance, bool windows_independent);

    /// One term: windows that were judged and that were kept.
    void add(int judged, int kept);
    /// A look: decides if a bound has been reached, and keeps to it.
    void look();

    Verdict verdict() const { return verdict_; }
    std::int64_t terms() const { return terms_; }
    std::int64_t windows() const { return windows_; }
    /// Kept / judged over all terms; NaN if none was judged.
    double probability() const;
    /// Sequential: the confidence sequence. Fixed: Wilson, its n divided by the design effect (Kish 1965) of
    /// the terms as blocks.
    Interval interval(bool is_sequential) const;
    /// Variance of the pooled share by terms as blocks / that of independent windows; at least 1.
    double design_effect() const;

private:
    Assurance assurance_;
    bool windows_independent_;
    Verdict verdict_ = Verdict::undecided;
    std::int64_t terms_ = 0;
    std::int64_t windows_ = 0;
    std::int64_t kept_ = 0;
    double observations_ = 0.0; ///< windows, or terms
    double successes_ = 0.0;
    double sum_kk_ = 0.0; ///< over terms, for the design effect
    double sum_km_ = 0.0;
    double sum_mm_ = 0.0;
};

} // namespace switchroom
