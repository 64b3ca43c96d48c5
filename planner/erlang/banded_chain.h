#pragma once
/// Steady state of a Markov chain whose states only reach others within a band of the numbering.
///
/// Elimination after Grassmann, Taksar & Heyman (1985): no subtraction anywhere, so every probability,
/// however small, has its full relative accuracy. Memory states × (2 band + 1), time states × band².

#include <cstddef>
#include <vector>

namespace switchroom::erlang {

class BandedChain {
public:
    BandedChain(std::size_t states, std::size_t band);

    /// Adds a rate > 0 from one state to another, |from − to| ≤ band, from ≠ to.
    void add(std::size_t from, std::size_t to, double rate);

    /// The probabilities, sum 1. Every state must reach state 0. Uses the chain up.
    std::vector<double> steady_state() &&;

private:
    double& rate(std::size_t from, std::size_t to) { return rates_[from * width_ + to + band_ - from]; }
    std::size_t states_;
    std::size_t band_;
    std::size_t width_;
    std::vector<double> rates_;
};

} // namespace switchroom::erlang
