#include "planner/erlang/erlang_b.h"
#include "planner/erlang/input.h"
#include "planner/erlang/overflow.h"

#include <cmath>
#include <vector>

namespace switchroom::erlang {

namespace {

constexpr double most_states = 500'000.0;
constexpr int most_sweeps = 20'000;

/// P(k busy) of a loss group by itself, k = 0 … servers.
std::vector<double> loss_group(std::size_t servers, double load)
{
    std::vector<double> p(servers + 1, 0.0);
    double total = 1.0;
    double weight = 1.0;
    for (std::size_t k = servers; k > 0;
         --k) // relative to the full group, downwards: no overflow for heavy loads
        total += weight *= static_cast<double>(k) / load;
    weight = 1.0 / total;
    for (std::size_t k = servers;; --k) {
        p[k] = weight;
        if (k == 0)
            return p;
        weight *= static_cast<double>(k) / load;
    }
}

/// The joint law of (i, j, k) busy in the two primary groups and the shared one, by Gauss–Seidel sweeps. Two
/// facts known exactly pull it along after each sweep: the primary groups know nothing of the shared one, so
/// (i, j) has a product law; and the flow up from level k of the shared group equals the flow down from k
/// + 1.
class Chain {
public:
    explicit Chain(const OverflowInput& input)
        : n1_(static_cast<std::size_t>(input.primary1)), n2_(static_cast<std::size_t>(input.primary2)),
          m_(static_cast<std::size_t>(input.shared)), a1_(input.load1), a2_(input.load2),
          first_(loss_group(n1_, a1_)), second_(loss_group(n2_, a2_)), p_((n1_ + 1) * (n2_ + 1) * (m_ + 1))
    {
        for (std::size_t i = 0; i <= n1_; ++i)
            for (std::size_t j = 0; j <= n2_; ++j)
                for (std::size_t k = 0; k <= m_; ++k)
                    at(i, j, k) = first_[i] * second_[j] / static_cast<double>(m_ + 1);
    }

    bool solve()
    {
        double before = -1.0;
        int settled = 0;
        for (int sweep = 0; sweep < most_sweeps && settled < 3; ++sweep) {
            relax_all(sweep % 2 == 0);
            match_levels();
            match_groups();
            const double now = boundary(n1_, true, m_) + boundary(n2_, false, m_) + carried();
            // Rounding in the long sums of a large chain keeps the last two digits moving for ever.
            const double enough = sweep < 1'000 ? 1e-15 : 3e-14;
            settled = std::fabs(now - before) <= enough * now ? settled + 1 : 0;
            before = now;
        }
        return settled >= 3;
    }

    /// P(this primary group is full and k are busy in the shared one).
    double boundary(std::size_t full, bool of_first, std::size_t k) const
    {
        double total = 0.0;
        for (std::size_t other = 0; other <= (of_first ? n2_ : n1_); ++other)
            total += of_first ? at(full, other, k) : at(other, full, k);
        return total;
    }
    double lost1() const { return boundary(n1_, true, m_); }
    double lost2() const { return boundary(n2_, false, m_); }

    double carried() const
    {
        double total = 0.0;
        for (std::size_t k = 1; k <= m_; ++k)
            total += static_cast<double>(k) * level(k);
        return total;
    }

private:
    double& at(std::size_t i, std::size_t j, std::size_t k) { return p_[(i * (n2_ + 1) + j) * (m_ + 1) + k]; }
    double at(std::size_t i, std::size_t j, std::size_t k) const
    {
        return p_[(i * (n2_ + 1) + j) * (m_ + 1) + k];
    }

    double level(std::size_t k) const
    {
        double total = 0.0;
        for (std::size_t column = 0; column < (n1_ + 1) * (n2_ + 1); ++column)
            total += p_[column * (m_ + 1) + k];
        return total;
    }

    void relax(std::size_t i, std::size_t j, std::size_t k)
    {
        const bool room = k < m_;
        double out = static_cast<double>(i + j + k);
        out += i < n1_ || room ? a1_ : 0.0;
        out += j < n2_ || room ? a2_ : 0.0;
        double in = 0.0;
        if (i > 0)
            in += a1_ * at(i - 1, j, k);
        if (j > 0)
            in += a2_ * at(i, j - 1, k);
        if (k > 0)
            in += ((i == n1_ ? a1_ : 0.0) + (j == n2_ ? a2_ : 0.0)) * at(i, j, k - 1);
        if (i < n1_)
            in += static_cast<double>(i + 1) * at(i + 1, j, k);
        if (j < n2_)
            in += static_cast<double>(j + 1) * at(i, j + 1, k);
        if (room)
            in += static_cast<double>(k + 1) * at(i, j, k + 1);
        if (out > 0.0)
            at(i, j, k) = in / out;
    }

    void relax_all(bool forward)
    {
        const std::size_t states = p_.size();
        for (std::size_t step = 0; step < states; ++step) {
            const std::size_t s = forward ? step : states - 1 - step;
            const std::size_t column = s / (m_ + 1);
            relax(column / (n2_ + 1), column % (n2_ + 1), s % (m_ + 1));
        }
    }

    void match_levels()
    {
        for (std::size_t k = 0; k < m_; ++k) {
            const double up = a1_ * boundary(n1_, true, k) + a2_ * boundary(n2_, false, k);
            const double down = static_cast<double>(k + 1) * level(k + 1);
            if (!(down > 0.0))
                continue;
            for (std::size_t column = 0; column < (n1_ + 1) * (n2_ + 1); ++column)
                p_[column * (m_ + 1) + k + 1] *= up / down;
        }
    }

    void match_groups()
    {
        for (std::size_t i = 0; i <= n1_; ++i)
            for (std::size_t j = 0; j <= n2_; ++j) {
                double total = 0.0;
                for (std::size_t k = 0; k <= m_; ++k)
                    total += at(i, j, k);
                for (std::size_t k = 0; k <= m_ && total > 0.0; ++k)
                    at(i, j, k) *= first_[i] * second_[j] / total;
            }
    }

    std::size_t n1_;
    std::size_t n2_;
    std::size_t m_;
    double a1_;
    double a2_;
    std::vector<double> first_;
    std::vector<double> second_;
    std::vector<double> p_;
};

Diagnostics checked(const OverflowInput& input)
{
    InputCheck check;
    check.whole("primary servers", input.primary1, 0.0).whole("primary servers", input.primary2, 0.0);
    check.whole("shared servers", input.shared, 0.0).load(input.load1).load(input.load2);
    check.require(input.load1 > 0.0 && input.load2 > 0.0, "both loads must be above 0");
    const double states = (input.primary1 + 1.0) * (input.primary2 + 1.0) * (input.shared + 1.0);
    check.require(!check.ok() || states <= most_states,
                  "the exact chain has more than 500 000 states; Wilkinson's or Hayward's approximation has "
                  "no such limit");
    return check.errors();
}

} // namespace

Result<OverflowExact> overflow_exact(const OverflowInput& input)
{
    if (Diagnostics errors = checked(input); !errors.empty())
        return errors;
    Chain chain(input);
    if (!chain.solve())
        return error_in({},
                        "the exact chain of busy lines did not settle: groups of this size need simulation");
    const double offered = input.load1 * erlang_b(input.primary1, input.load1)->blocking +
                           input.load2 * erlang_b(input.primary2, input.load2)->blocking;
    OverflowExact exact;
    exact.loss1 = chain.lost1();
    exact.loss2 = chain.lost2();
    exact.carried_by_shared = chain.carried();
    exact.loss_of_overflow = (input.load1 * exact.loss1 + input.load2 * exact.loss2) / offered;
    return exact;
}

} // namespace switchroom::erlang
