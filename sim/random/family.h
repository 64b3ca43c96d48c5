#pragma once
/// The families of distributions, by the names of the scenario format. Apart from Distribution so that
/// documents which only name a family need not know how it is sampled. Each line says how a Distribution
/// holds it.

#include <cstdint>

namespace switchroom {

enum class Family : std::uint8_t {
    constant,         ///< length 0: the value
    exponential,      ///< length 0: mean
    lognormal,        ///< length 0: median; shape 0: σ of the logarithm
    gamma,            ///< length 0: scale θ = mean / k; shape 0: k
    weibull,          ///< length 0: scale; shape 0: k, shape 1: 1 / k
    erlang,           ///< as gamma, k a whole number
    hyperexponential, ///< H2: length 0, 1: the two means; shape 0: probability of the first
    uniform,          ///< length 0, 1: low, high
    triangular,       ///< length 0, 1, 2: low, mode, high
    empirical,        ///< length 0: unit of the tabulated values; each observed value equally likely
    mixture,          ///< length 0: unit of the parts
    hazard, ///< length 0: unit of the tabulated times; piecewise-constant hazard, the last rate holds for
            ///< ever
};

} // namespace switchroom
