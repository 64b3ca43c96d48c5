#include "planner/erlang/erlang_b.h"
#include "planner/erlang/input.h"
#include "planner/erlang/overflow.h"

#include <Eigen/Dense>

#include <utility>
#include <vector>

namespace switchroom::erlang {

namespace {

/// What solving may cost: levels × states of a level cubed, some seconds.
constexpr double most_work = 2e10;

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// The joint law of (i, j, k) busy in the two primary groups and the shared one, solved directly. Levels are
/// the number i busy in the first group; a level's states are the pairs (j, k). Censoring the chain on the
/// levels from i up, one level after the other (Gaver, Jacobs & Latouche 1984, "Finite birth-and-death models
/// in randomly changing environments"), leaves the chain on the full level, whose law Grassmann, Taksar &
/// Heyman's elimination (1985) gives without a subtraction; the way back gives the other levels.
class Chain {
public:
    explicit Chain(const OverflowInput& input)
        : n1_(static_cast<int>(input.primary1)), n2_(static_cast<int>(input.primary2)),
          m_(static_cast<int>(input.shared)), a1_(input.load1), a2_(input.load2),
          levels_(static_cast<std::size_t>(n1_) + 1)
    {
        std::vector<Matrix>
            passage; // mean time in level i's states before level i + 1, when begun in level i
        Matrix censored = local(0);
        for (int i = 0; i < n1_; ++i) {
            passage.push_back((-censored).partialPivLu().inverse());
            censored = local(i + 1) + (i + 1) * a1_ * passage.back();
        }
        levels_.back() = law_of(std::move(censored));
        double total = levels_.back().sum();
        for (int i = n1_ - 1; i >= 0; --i) {
            const auto below = static_cast<std::size_t>(i);
            levels_[below] = (i + 1) * (passage[below].transpose() * levels_[below + 1]);
            total += levels_[below].sum();
        }
        for (Vector& level : levels_)
            level /= total;
    }

    /// P(the first primary group and the shared one are full), and the same of the second.
    double lost1() const
    {
        double total = 0.0;
        for (int j = 0; j <= n2_; ++j)
            total += levels_.back()[state(j, m_)];
        return total;
    }
    double lost2() const
    {
        double total = 0.0;
        for (const Vector& level : levels_)
            total += level[state(n2_, m_)];
        return total;
    }
    double carried() const
    {
        double total = 0.0;
        for (const Vector& level : levels_)
            for (int j = 0; j <= n2_; ++j)
                for (int k = 1; k <= m_; ++k)
                    total += k * level[state(j, k)];
        return total;
    }

private:
    Eigen::Index state(int j, int k) const { return Eigen::Index{j} * (m_ + 1) + k; }

    /// Rates inside level i, on the diagonal minus all that leaves a state, to other levels too.
    Matrix local(int i) const
    {
        const Eigen::Index states = Eigen::Index{n2_ + 1} * (m_ + 1);
        Matrix rates = Matrix::Zero(states, states);
        for (int j = 0; j <= n2_; ++j)
            for (int k = 0; k <= m_; ++k) {
                const Eigen::Index from = state(j, k);
                const auto move = [&](Eigen::Index to, double rate) {
                    rates(from, to) += rate;
                    rates(from, from) -= rate;
                };
                if (j > 0)
                    move(state(j - 1, k), j);
                if (k > 0)
                    move(state(j, k - 1), k);
                if (j < n2_)
                    move(state(j + 1, k), a2_);
                const double over = (j == n2_ ? a2_ : 0.0) + (i == n1_ ? a1_ : 0.0);
                if (k < m_ && over > 0.0)
                    move(state(j, k + 1), over);
                rates(from, from) -= i + (i < n1_ ? a1_ : 0.0);
            }
        return rates;
    }

    /// Stationary law, up to a factor, of the chain with these rates; its diagonal is not read.
    static Vector law_of(Matrix rates)
    {
        const Eigen::Index states = rates.rows();
        for (Eigen::Index last = states - 1; last > 0; --last) {
            rates.col(last).head(last) /= rates.row(last).head(last).sum();
            rates.topLeftCorner(last, last).noalias() +=
                rates.col(last).head(last) * rates.row(last).head(last);
        }
        Vector law(states);
        law[0] = 1.0;
        for (Eigen::Index s = 1; s < states; ++s)
            law[s] = law.head(s).dot(rates.col(s).head(s));
        return law;
    }

    int n1_;
    int n2_;
    int m_;
    double a1_;
    double a2_;
    std::vector<Vector> levels_;
};

Diagnostics checked(const OverflowInput& input)
{
    InputCheck check;
    check.whole("primary servers", input.primary1, 0.0).whole("primary servers", input.primary2, 0.0);
    check.whole("shared servers", input.shared, 0.0).load(input.load1).load(input.load2);
    check.require(input.load1 > 0.0 && input.load2 > 0.0, "both loads must be above 0");
    const double states = (input.primary2 + 1.0) * (input.shared + 1.0);
    check.require(
        !check.ok() || (input.primary1 + 1.0) * states * states * states <= most_work,
        "the exact chain is too large to solve; Wilkinson's or Hayward's approximation has no limit");
    return check.errors();
}

} // namespace

Result<OverflowExact> overflow_exact(const OverflowInput& input)
{
    if (input.primary1 < input.primary2) { // levels of the larger group: fewer states in each
        Result<OverflowExact> mirrored =
            overflow_exact({input.primary2, input.primary1, input.shared, input.load2, input.load1});
        if (mirrored)
            std::swap(mirrored->loss1, mirrored->loss2);
        return mirrored;
    }
    if (Diagnostics errors = checked(input); !errors.empty())
        return errors;
    const Chain chain(input);
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
