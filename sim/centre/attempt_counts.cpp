#include "sim/centre/attempt_counts.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

SteadyQueue steady_queue_of_whole(double arrivals_per_s, double handle_s, double patience_s, int agents)
{
    if (arrivals_per_s == 0.0)
        return {};
    if (agents == 0)
        return {1.0, std::isinf(patience_s) ? 0.0 : 1.0};
    constexpr int longest_queue = 20000; // with infinite patience under overload the queue has no end
    constexpr double negligible = 1e-13;
    constexpr double too_large = 1e200;
    double weight = 1.0; // of the state with k calls; state 0 to begin with
    double all = 1.0;
    double waiting_states = 0.0;
    double queue = 0.0;
    for (int k = 1; k < agents + longest_queue; ++k) {
        const double leaving = std::min(k, agents) / handle_s + std::max(0, k - agents) / patience_s;
        weight *= arrivals_per_s / leaving;
        all += weight;
        if (k >= agents) {
            waiting_states += weight;
            queue += (k - agents) * weight;
        }
        if (k >= agents && weight < negligible * all)
            break;
        if (all > too_large) {
            for (double* sum : {&weight, &all, &waiting_states, &queue})
                *sum /= too_large;
        }
    }
    return {waiting_states / all, queue / all / patience_s / arrivals_per_s};
}

/// Share of the redials of a cell that fall into the d-th cell after it, attempts spread evenly over their
/// cell.
double share_after(const Distribution& delay, int d, double cell_s)
{
    constexpr int points = 8;
    double share = 0.0;
    for (int i = 0; i < points; ++i) {
        const double rest = 1.0 - (i + 0.5) / points; // of its own cell that is left
        const double from_s = (d - 1 + rest) * cell_s;
        share += cdf(delay, (d + rest) * cell_s) - (d == 0 ? 0.0 : cdf(delay, from_s));
    }
    return share / points;
}

/// share_after for d = 0, 1, … as far as it matters, at most `most` of them.
std::vector<double> shares_after(const Distribution& delay, double cell_s, std::size_t most)
{
    std::vector<double> shares;
    double left = 1.0;
    while (left > 1e-6 && shares.size() < most) {
        shares.push_back(share_after(delay, static_cast<int>(shares.size()), cell_s));
        left -= shares.back();
    }
    return shares;
}

} // namespace

SteadyQueue steady_queue(double arrivals_per_s, double handle_s, double patience_s, double agents)
{
    const int below = static_cast<int>(std::floor(agents));
    const double part = agents - below;
    const SteadyQueue low = steady_queue_of_whole(arrivals_per_s, handle_s, patience_s, below);
    if (part == 0.0)
        return low;
    const SteadyQueue high = steady_queue_of_whole(arrivals_per_s, handle_s, patience_s, below + 1);
    return {low.waits + part * (high.waits - low.waits),
            low.abandons + part * (high.abandons - low.abandons)};
}

std::vector<double> needs_of_attempts(const std::vector<double>& attempts, const std::vector<double>& follows,
                                      const Distribution& delay, std::uint32_t at_most, double cell_s)
{
    const std::size_t cells = attempts.size();
    const std::vector<double> shares = shares_after(delay, cell_s, cells);
    std::vector<std::vector<double>> incoming(
        at_most + 1, std::vector<double>(cells, 0.0)); // by ordinal, from earlier cells
    std::vector<double> needs(cells, 0.0);
    std::vector<double> known(at_most + 1); // attempts by ordinal that do not depend on this cell's needs
    for (std::size_t k = 0; k < cells; ++k) {
        const double at_once = follows[k] * (shares.empty() ? 0.0 : shares[0]);
        double slope = 1.0; // attempts of this ordinal per need
        double slopes = 1.0;
        double sum = known[0] = 0.0;
        for (std::uint32_t j = 1; j <= at_most; ++j) {
            known[j] = incoming[j][k] + at_once * known[j - 1];
            sum += known[j];
            slope *= at_once;
            slopes += slope;
        }
        needs[k] = std::max(0.0, (attempts[k] - sum) / slopes);
        slope = 1.0;
        for (std::uint32_t j = 0; j < at_most; ++j, slope *= at_once)
            for (std::size_t d = 1; d < shares.size() && k + d < cells; ++d)
                incoming[j + 1][k + d] += (needs[k] * slope + known[j]) * follows[k] * shares[d];
    }
    return needs;
}

std::vector<double> repeats_of_attempts(const std::vector<double>& attempts,
                                        const std::vector<double>& repeats, const Distribution& delay,
                                        double cell_s)
{
    const std::size_t cells = attempts.size();
    const std::vector<double> shares = shares_after(delay, cell_s, cells);
    std::vector<double> calls(cells, 0.0);
    for (std::size_t k = 0; k < cells; ++k)
        for (std::size_t d = 0; d < shares.size() && k + d < cells; ++d)
            calls[k + d] += attempts[k] * repeats[k] * shares[d];
    return calls;
}

} // namespace switchroom
