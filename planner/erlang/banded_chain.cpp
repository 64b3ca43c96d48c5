#include "planner/erlang/banded_chain.h"

#include "sim/base/check.h"

#include <algorithm>
#include <numeric>

namespace switchroom::erlang {

BandedChain::BandedChain(std::size_t states, std::size_t band)
    : states_(states), band_(band), width_(2 * band + 1), rates_(states * width_, 0.0)
{
}

void BandedChain::add(std::size_t from, std::size_t to, double amount)
{
    SWITCHROOM_ASSERT(from < states_ && to < states_ && from != to, "a rate outside the chain");
    rate(from, to) += amount;
}

std::vector<double> BandedChain::steady_state() &&
{
    // From the last state on, each is cut out: who went through it now goes straight on to where it led.
    std::vector<double> leaving(states_, 0.0);
    for (std::size_t s = states_ - 1; s > 0; --s) {
        const std::size_t low = s > band_ ? s - band_ : 0;
        const double* onward = &rate(s, low);
        leaving[s] = std::accumulate(onward, onward + (s - low), 0.0);
        SWITCHROOM_CHECK(leaving[s] > 0.0, "a state that never comes back");
        for (std::size_t from = low; from < s; ++from) {
            const double share = rate(from, s) / leaving[s];
            if (share == 0.0)
                continue;
            double* row = &rate(from, low);
            for (std::size_t k = 0; k < s - low; ++k)
                row[k] += share * onward[k];
        }
    }
    std::vector<double> mass(states_, 0.0);
    mass[0] = 1.0;
    for (std::size_t s = 1; s < states_; ++s) {
        const std::size_t low = s > band_ ? s - band_ : 0;
        double inflow = 0.0;
        for (std::size_t from = low; from < s; ++from)
            inflow += mass[from] * rate(from, s);
        mass[s] = inflow / leaving[s];
        if (mass[s] > 1e200)
            std::for_each(mass.begin(), mass.begin() + static_cast<std::ptrdiff_t>(s) + 1,
                          [](double& m) { m *= 1e-200; });
    }
    const double total = std::accumulate(mass.begin(), mass.end(), 0.0);
    for (double& m : mass)
        m /= total;
    return mass;
}

} // namespace switchroom::erlang
