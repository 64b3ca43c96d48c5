#include "sim/random/distribution.h"

#include "sim/base/check.h"
#include "sim/random/family_law.h"
#include "sim/random/gamma_table.h"
#include "sim/random/special_functions.h"
#include "sim/random/vector_math.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <string>

namespace switchroom {

namespace {

namespace vm = vector_math;

std::string number(double value)
{
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

Diagnostic problem(std::string message)
{
    return {Severity::error, {}, std::move(message)};
}

Diagnostic wrong_cv(Family family, std::string_view must, double found)
{
    return problem("a distribution of family " + std::string(to_text(family)) + " has " + std::string(must) +
                   "; found cv " + number(found));
}

Distribution plain(Family family, std::array<double, 3> length, std::array<double, 2> shape = {})
{
    Distribution d;
    d.family = family;
    d.length = length;
    d.shape = shape;
    return d;
}

template <class Table>
Distribution tabled(Family family, Table table)
{
    Distribution d = plain(family, {1.0});
    d.table = std::make_shared<const DistributionTable>(DistributionTable{std::move(table)});
    return d;
}

Distribution gamma_like(Family family, double k, double mean)
{
    Distribution d = plain(family, {mean / k}, {k});
    d.table = std::make_shared<const DistributionTable>(DistributionTable{make_gamma_table(k)});
    return d;
}

Distribution lognormal_by_cv(double mean, double cv)
{
    const double variance_of_log = vm::log1p(cv * cv);
    return plain(Family::lognormal, {mean * vm::exp(-0.5 * variance_of_log)}, {std::sqrt(variance_of_log)});
}

// The shape k whose cv² = Γ(1 + 2/k) / Γ(1 + 1/k)² − 1; the right side falls in k. Bisection on log k.
double weibull_shape(double cv)
{
    double low = -4.0; // k = 0.018
    double high = 8.0; // k = 2981
    for (int i = 0; i < 100; ++i) {
        const double middle = 0.5 * (low + high);
        const double x = vm::exp(-middle);
        const double squared =
            vm::expm1(special::log_gamma(1.0 + 2.0 * x) - 2.0 * special::log_gamma(1.0 + x));
        (squared > cv * cv ? low : high) = middle;
    }
    return vm::exp(0.5 * (low + high));
}

Distribution balanced_hyperexponential(double mean, double cv)
{
    const double c2 = cv * cv;
    const double p = 0.5 * (1.0 + std::sqrt((c2 - 1.0) / (c2 + 1.0)));
    return plain(Family::hyperexponential, {mean / (2.0 * p), mean / (2.0 * (1.0 - p))}, {p});
}

Result<Distribution> erlang_by_cv(double mean, double cv)
{
    const double stages = std::round(1.0 / (cv * cv));
    if (stages < 1.0 || stages > 1e6 || std::fabs(cv * std::sqrt(stages) - 1.0) > 0.005)
        return wrong_cv(Family::erlang,
                        "cv = 1/sqrt(k) for a whole number k of stages (1, 0.707, 0.577, 0.5 ...)", cv);
    return gamma_like(Family::erlang, stages, mean);
}

Result<Distribution> symmetric(Family family, double mean, double cv)
{
    const bool is_uniform = family == Family::uniform;
    const double reach = std::sqrt(is_uniform ? 3.0 : 6.0) * cv;
    if (cv == 0.0 || reach > 1.0 + 1e-4)
        return wrong_cv(family, is_uniform ? "0 < cv <= 0.577 (1/sqrt 3)" : "0 < cv <= 0.408 (1/sqrt 6)", cv);
    const double low = mean * std::max(0.0, 1.0 - reach);
    const double high = mean * (1.0 + std::min(1.0, reach));
    return is_uniform ? plain(family, {low, high}) : plain(family, {low, mean, high});
}

Result<Distribution> with_range(Family family, double mean, double cv)
{
    constexpr double least = 0.001;
    constexpr double largest = 50.0;
    if (cv < least || cv > largest)
        return wrong_cv(family, "cv from 0.001 to 50 (use constant for 0)", cv);
    if (family == Family::lognormal)
        return lognormal_by_cv(mean, cv);
    return family == Family::gamma
               ? law::gamma(1.0 / (cv * cv), mean)
               : law::weibull(weibull_shape(cv),
                              mean / vm::exp(special::log_gamma(1.0 + 1.0 / weibull_shape(cv))));
}

bool all_at_least_zero(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [](double v) { return v >= 0.0 && std::isfinite(v); });
}

} // namespace

Result<Distribution> from_mean_cv(Family family, double mean, std::optional<double> given)
{
    if (!(mean >= 0.0) || !std::isfinite(mean) || (mean == 0.0 && family != Family::constant))
        return problem("the mean of a distribution is positive and finite; found " + number(mean));
    if (given && !(*given >= 0.0 && std::isfinite(*given)))
        return problem("the cv of a distribution is 0 or more; found " + number(*given));
    if (!given && family != Family::constant && family != Family::exponential)
        return problem("a distribution of family " + std::string(to_text(family)) + " needs a cv");
    const double cv = given.value_or(family == Family::exponential ? 1.0 : 0.0);
    switch (family) {
    case Family::constant:
        return cv == 0.0 ? Result<Distribution>(law::constant(mean)) : wrong_cv(family, "cv = 0", cv);
    case Family::exponential:
        return cv == 1.0 ? Result<Distribution>(law::exponential(mean)) : wrong_cv(family, "cv = 1", cv);
    case Family::lognormal:
    case Family::gamma:
    case Family::weibull:
        return with_range(family, mean, cv);
    case Family::erlang:
        return erlang_by_cv(mean, cv);
    case Family::hyperexponential:
        return cv >= 1.0 && cv <= 1000.0 ? Result<Distribution>(balanced_hyperexponential(mean, cv))
                                         : wrong_cv(family, "cv from 1 to 1000", cv);
    case Family::uniform:
    case Family::triangular:
        return symmetric(family, mean, cv);
    case Family::empirical:
    case Family::mixture:
    case Family::hazard:
        break;
    }
    return problem("a distribution of family " + std::string(to_text(family)) +
                   " is not given by mean and cv");
}

Result<Distribution> make_triangular(double low, double mode, double high)
{
    if (!(low >= 0.0 && low <= mode && mode <= high && low < high && std::isfinite(high)))
        return problem("a triangular distribution has 0 <= low <= mode <= high and low < high; found " +
                       number(low) + ", " + number(mode) + ", " + number(high));
    return plain(Family::triangular, {low, mode, high});
}

Result<Distribution> make_empirical(std::vector<double> values)
{
    if (values.empty() || !all_at_least_zero(values))
        return problem("an empirical distribution needs at least one value, each 0 or more and finite");
    std::sort(values.begin(), values.end());
    return tabled(Family::empirical, EmpiricalTable{std::move(values)});
}

Result<Distribution> make_mixture(std::vector<Distribution> parts, std::vector<double> weights)
{
    if (parts.empty() || parts.size() != weights.size())
        return problem("a mixture has as many weights as parts, at least one; found " +
                       std::to_string(parts.size()) + " parts and " + std::to_string(weights.size()) +
                       " weights");
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!all_at_least_zero(weights) || !(total > 0.0) || !std::isfinite(total))
        return problem("the weights of a mixture are 0 or more and not all 0");
    MixtureTable table;
    double sum = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (weights[i] == 0.0) // so that the last cumulative weight, 1, belongs to a part that can be drawn
            continue;
        table.parts.push_back(std::move(parts[i]));
        table.weights.push_back(weights[i] / total);
        sum += weights[i];
        table.cumulative.push_back(sum / total);
    }
    table.cumulative.back() = 1.0;
    return tabled(Family::mixture, std::move(table));
}

Result<Distribution> make_hazard(std::vector<double> edges, std::vector<double> rates)
{
    if (edges.empty() || edges.size() != rates.size())
        return problem("a hazard has as many rates as edges, at least one; found " +
                       std::to_string(edges.size()) + " edges and " + std::to_string(rates.size()) +
                       " rates");
    const bool increasing =
        std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
    if (edges[0] != 0.0 || !increasing || !std::isfinite(edges.back()))
        return problem("the edges of a hazard start at 0 and increase");
    if (!all_at_least_zero(rates))
        return problem("the rates of a hazard are 0 or more and finite");
    HazardTable table{std::move(edges), std::move(rates), {0.0}};
    for (std::size_t i = 1; i < table.edges.size(); ++i)
        table.cumulative.push_back(table.cumulative[i - 1] +
                                   table.rates[i - 1] * (table.edges[i] - table.edges[i - 1]));
    return tabled(Family::hazard, std::move(table));
}

Result<Distribution> shifted(Distribution d, double shift)
{
    if (!std::isfinite(shift) || quantile(d, 0.0) + shift < 0.0)
        return problem("a shift is finite and leaves no value below 0; found " + number(shift) + " s");
    d.shift += shift;
    d.at_most += shift;
    return d;
}

Result<Distribution> truncated(Distribution d, double at_most)
{
    if (at_most >= d.at_most)
        return d;
    const double mass = family_cdf(d, at_most - d.shift);
    if (!(mass > 0.0))
        return problem("no value of the distribution is at or below at_most = " + number(at_most) + " s");
    d.at_most = at_most;
    d.mass = mass;
    return d;
}

Distribution scaled(Distribution d, double factor)
{
    SWITCHROOM_CHECK(factor > 0.0 && std::isfinite(factor), "a distribution is scaled by a positive factor");
    for (double& length : d.length)
        length *= factor;
    d.shift *= factor;
    d.at_most *= factor;
    return d;
}

Distribution unit_mean(const Distribution& d)
{
    return scaled(d, 1.0 / mean(d));
}

namespace law {

Distribution constant(double value)
{
    SWITCHROOM_CHECK(value >= 0.0, "a constant is 0 or more");
    return plain(Family::constant, {value});
}

Distribution exponential(double mean)
{
    SWITCHROOM_CHECK(mean > 0.0 && std::isfinite(mean), "the mean of an exponential is positive");
    return plain(Family::exponential, {mean});
}

Distribution lognormal(double mean, double standard_deviation)
{
    SWITCHROOM_CHECK(mean > 0.0 && standard_deviation >= 0.0, "the mean of a lognormal is positive");
    return lognormal_by_cv(mean, standard_deviation / mean);
}

Distribution gamma(double shape, double mean)
{
    SWITCHROOM_CHECK(shape > 0.0 && mean > 0.0, "shape and mean of a gamma are positive");
    return gamma_like(Family::gamma, shape, mean);
}

Distribution weibull(double shape, double scale)
{
    SWITCHROOM_CHECK(shape > 0.0 && scale > 0.0, "shape and scale of a Weibull are positive");
    return plain(Family::weibull, {scale}, {shape, 1.0 / shape});
}

Distribution erlang(int stages, double mean)
{
    SWITCHROOM_CHECK(stages >= 1 && mean > 0.0, "an Erlang has at least one stage and a positive mean");
    return gamma_like(Family::erlang, stages, mean);
}

Distribution hyperexponential(double probability_1, double mean_1, double mean_2)
{
    SWITCHROOM_CHECK(probability_1 > 0.0 && probability_1 < 1.0, "a probability strictly between 0 and 1");
    SWITCHROOM_CHECK(mean_1 > 0.0 && mean_2 > 0.0, "both means are positive");
    return plain(Family::hyperexponential, {mean_1, mean_2}, {probability_1});
}

Distribution uniform(double low, double high)
{
    SWITCHROOM_CHECK(low >= 0.0 && low < high, "0 <= low < high");
    return plain(Family::uniform, {low, high});
}

} // namespace law

} // namespace switchroom
