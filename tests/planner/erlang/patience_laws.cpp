#include "tests/planner/erlang/patience_laws.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace switchroom::test {

namespace {

using erlang::PatienceLaw;

/// A law from its survival and cdf, each written without cancellation.
PatienceLaw smooth(std::function<double(double)> cdf, std::function<double(double)> survival)
{
    return {std::move(cdf), std::move(survival), {}};
}

PatienceLaw uniform(double a, double b)
{
    return {[=](double t) { return std::clamp((t - a) / (b - a), 0.0, 1.0); },
            [=](double t) { return std::clamp((b - t) / (b - a), 0.0, 1.0); },
            {a, b}};
}

PatienceLaw lognormal(double mean, double sd)
{
    const double variance = std::log1p(sd * sd / (mean * mean));
    const double scale = std::sqrt(2.0 * variance);
    const double mu = std::log(mean) - variance / 2.0;
    return smooth([=](double t) { return std::erfc((mu - std::log(t)) / scale) / 2.0; },
                  [=](double t) { return std::erfc((std::log(t) - mu) / scale) / 2.0; });
}

} // namespace

erlang::PatienceLaw patience_law_of(const std::string& text)
{
    std::istringstream in(text);
    std::string kind;
    std::getline(in, kind, ':');
    std::vector<double> p;
    for (std::string word; std::getline(in, word, ':');)
        p.push_back(std::stod(word));
    if (kind == "exp")
        return smooth([=](double t) { return -std::expm1(-t / p[0]); },
                      [=](double t) { return std::exp(-t / p[0]); });
    if (kind == "det")
        return {[=](double t) { return t >= p[0] ? 1.0 : 0.0; },
                [=](double t) { return t >= p[0] ? 0.0 : 1.0; },
                {p[0]}};
    if (kind == "uniform")
        return uniform(p[0], p[1]);
    if (kind == "erlang2") {
        const double rate = 2.0 / p[0];
        return smooth([=](double t) { return -std::expm1(-rate * t) - rate * t * std::exp(-rate * t); },
                      [=](double t) { return (1.0 + rate * t) * std::exp(-rate * t); });
    }
    if (kind == "hyper")
        return smooth(
            [=](double t) { return -p[0] * std::expm1(-t / p[1]) - (1.0 - p[0]) * std::expm1(-t / p[2]); },
            [=](double t) { return p[0] * std::exp(-t / p[1]) + (1.0 - p[0]) * std::exp(-t / p[2]); });
    if (kind == "balkexp")
        return smooth([=](double t) { return p[0] - (1.0 - p[0]) * std::expm1(-t / p[1]); },
                      [=](double t) { return (1.0 - p[0]) * std::exp(-t / p[1]); });
    if (kind == "shiftexp")
        return {[=](double t) { return t < p[0] ? 0.0 : -std::expm1(-(t - p[0]) / p[1]); },
                [=](double t) { return t < p[0] ? 1.0 : std::exp(-(t - p[0]) / p[1]); },
                {p[0]}};
    if (kind == "weibull")
        return smooth([=](double t) { return -std::expm1(-std::pow(t / p[1], p[0])); },
                      [=](double t) { return std::exp(-std::pow(t / p[1], p[0])); });
    if (kind == "lognormal")
        return lognormal(p[0], p[1]);
    throw std::runtime_error("no such law: " + text);
}

} // namespace switchroom::test
