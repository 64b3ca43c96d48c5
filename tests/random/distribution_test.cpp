// Every family against exact formulas and against itself: round trips, moments, scaling, drawing given a wait
// already stood.
#include "sim/random/distribution.h"
#include "sim/random/keyed_stream.h"
#include "tests/random/all_families.h"

#include <doctest/doctest.h>

#include <cmath>

namespace switchroom {

namespace {

std::vector<double> some_uniforms(std::size_t count, std::uint64_t key)
{
    std::vector<double> u(count);
    for (std::size_t i = 0; i < count; ++i)
        u[i] = uniform({key}, {.number = static_cast<std::uint32_t>(i)}, Purpose::handle);
    return u;
}

bool composes(const Distribution& d)
{
    return d.mass == 1.0 && (d.family == Family::hyperexponential || d.family == Family::mixture);
}

} // namespace

TEST_CASE("a family's name in scenario files leads back to the family")
{
    for (int i = 0; i <= static_cast<int>(Family::hazard); ++i)
        CHECK(family_from_text(to_text(static_cast<Family>(i))) == static_cast<Family>(i));
    CHECK(!family_from_text("normal"));
}

TEST_CASE("cdf and quantile are inverse to each other where the law has a density")
{
    for (const auto& [name, d] : test::continuous_families()) {
        CAPTURE(name);
        for (const double u : {1e-6, 0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999, 1.0 - 1e-7}) {
            CAPTURE(u);
            const double x = quantile(d, u);
            CHECK(cdf(d, x) == doctest::Approx(u).epsilon(1e-11));
            CHECK(survival(d, x) == doctest::Approx(1.0 - u).epsilon(1e-8));
        }
    }
}

TEST_CASE("mean and cv given to a family come back")
{
    struct Row {
        Family family;
        double cv;
    };
    for (const Row row :
         {Row{Family::constant, 0.0}, Row{Family::exponential, 1.0}, Row{Family::lognormal, 0.001},
          Row{Family::lognormal, 0.8}, Row{Family::lognormal, 5.0}, Row{Family::gamma, 0.05},
          Row{Family::gamma, 1.7}, Row{Family::weibull, 0.01}, Row{Family::weibull, 1.2},
          Row{Family::weibull, 6.0}, Row{Family::erlang, 0.5}, Row{Family::hyperexponential, 1.0},
          Row{Family::hyperexponential, 3.0}, Row{Family::uniform, 0.4}, Row{Family::triangular, 0.4}}) {
        CAPTURE(to_text(row.family));
        CAPTURE(row.cv);
        const auto d = from_mean_cv(row.family, 190.0, row.cv);
        REQUIRE(d.ok());
        CHECK(mean(*d) == doctest::Approx(190.0).epsilon(1e-11));
        CHECK(cv(*d) == doctest::Approx(row.cv).epsilon(1e-9));
    }
}

TEST_CASE("a family that cannot have a cv says so")
{
    CHECK(!from_mean_cv(Family::constant, 10.0, 0.1));
    CHECK(!from_mean_cv(Family::exponential, 10.0, 0.9));
    CHECK(!from_mean_cv(Family::erlang, 10.0, 0.8));
    CHECK(!from_mean_cv(Family::hyperexponential, 10.0, 0.9));
    CHECK(!from_mean_cv(Family::uniform, 10.0, 0.6));
    CHECK(!from_mean_cv(Family::triangular, 10.0, 0.5));
    CHECK(!from_mean_cv(Family::lognormal, 10.0, std::nullopt));
    CHECK(!from_mean_cv(Family::lognormal, 10.0, -1.0));
    CHECK(!from_mean_cv(Family::lognormal, 0.0, 1.0));
    CHECK(!from_mean_cv(Family::gamma, 10.0, std::nan("")));
    CHECK(!from_mean_cv(Family::hazard, 10.0, 1.0));
    CHECK(from_mean_cv(Family::erlang, 10.0, 0.707).ok()); // two stages, as people write it
    CHECK(from_mean_cv(Family::uniform, 10.0, 0.577).ok());
    CHECK(!make_hazard({0.0, 2.0, 2.0}, {1.0, 1.0, 1.0}));
    CHECK(!make_hazard({1.0}, {1.0}));
    CHECK(!make_mixture({law::constant(1.0)}, {0.0}));
    CHECK(!make_empirical({}));
    CHECK(!make_triangular(3.0, 2.0, 5.0));
    CHECK(!truncated(law::uniform(10.0, 20.0), 5.0));
    CHECK(!shifted(law::uniform(10.0, 20.0), -11.0));
}

TEST_CASE("mean and variance are those of the quantile function, truncated and shifted or not")
{
    for (const auto& [name, d] : test::all_distributions()) {
        if (!std::isfinite(mean(d)))
            continue;
        CAPTURE(name);
        // E f(X) = ∫ f(q(u)) du by the midpoint rule in v, u = 3v² − 2v³ (crowds both ends); good to about
        // 1e-4 with heavy tails.
        double first = 0.0;
        double second = 0.0;
        const int points = 40000;
        for (int i = 0; i < points; ++i) {
            const double v = (i + 0.5) / points;
            const double x = quantile(d, v * v * (3.0 - 2.0 * v));
            const double weight = 6.0 * v * (1.0 - v) / points;
            first += weight * x;
            second += weight * x * x;
        }
        CHECK(mean(d) == doctest::Approx(first).epsilon(1e-3));
        CHECK(std::sqrt(variance(d) + mean(d) * mean(d)) == doctest::Approx(std::sqrt(second)).epsilon(0.02));
    }
}

TEST_CASE("a draw is the quantile at its uniform, but for compositions")
{
    const auto u = some_uniforms(3000, 11);
    for (const auto& [name, d] : test::all_distributions()) {
        if (composes(d))
            continue;
        CAPTURE(name);
        double worst = 0.0;
        for (const double v : u) {
            const double exact = quantile(d, v);
            worst = std::max(worst, std::fabs(sample(d, v) - exact) / std::max(exact, 1e-12 * mean(d)));
        }
        CHECK(worst < 1e-9);
    }
}

TEST_CASE("the batch form gives the bits of the scalar form, in place too")
{
    for (const std::size_t count : std::vector<std::size_t>{256, 3, 0, 101}) {
        const auto u = some_uniforms(count, 5);
        for (const auto& [name, d] : test::all_distributions()) {
            CAPTURE(name);
            std::vector<double> out(count);
            sample_n(d, u, out);
            std::vector<double> in_place = u;
            sample_n(d, in_place, in_place);
            bool same = in_place == out;
            for (std::size_t i = 0; i < count; ++i)
                same = same && out[i] == sample(d, u[i]);
            CHECK(same);
        }
    }
}

TEST_CASE("scaling by two doubles every draw exactly, and so does a doubled mean")
{
    const auto u = some_uniforms(500, 6);
    for (const auto& [name, d] : test::all_distributions()) {
        CAPTURE(name);
        const Distribution twice = scaled(d, 2.0);
        bool exact = true;
        for (const double v : u)
            exact = exact && sample(twice, v) == 2.0 * sample(d, v);
        CHECK(exact);
    }
    for (const Family family :
         {Family::exponential, Family::lognormal, Family::gamma, Family::weibull, Family::erlang,
          Family::hyperexponential, Family::uniform, Family::triangular}) {
        CAPTURE(to_text(family));
        const double cv = family == Family::triangular || family == Family::uniform ? 0.3 : 1.0;
        const Distribution once = *from_mean_cv(family, 77.7, cv);
        const Distribution twice = *from_mean_cv(family, 2.0 * 77.7, cv);
        bool exact = true;
        for (const double v : u)
            exact = exact && sample(twice, v) == 2.0 * sample(once, v);
        CHECK(exact);
    }
}

TEST_CASE("an exponential draw is exactly the mean times the unit exponential")
{
    for (const double v : some_uniforms(1000, 7))
        CHECK(sample(law::exponential(63.7), v) == 63.7 * sample(law::exponential(1.0), v));
}

TEST_CASE("a draw never passes the limit and never falls below the shift")
{
    const auto u = some_uniforms(2000, 8);
    for (const auto& [name, d] : test::all_distributions()) {
        CAPTURE(name);
        for (const double v : u) {
            const double x = sample(d, v);
            REQUIRE(x <= d.at_most);
            REQUIRE(x >= d.shift);
        }
    }
}

TEST_CASE("given longer than t, the rest of the law is the law's own beyond t")
{
    for (const auto& [name, d] : test::all_distributions()) {
        if (d.family == Family::constant || d.family == Family::empirical)
            continue;
        CAPTURE(name);
        const double t = quantile(d, 0.6);
        for (const double u : {0.01, 0.5, 0.9, 0.9999}) {
            const double x = quantile_given_longer(d, t, u);
            CHECK(x >= t);
            if (std::isfinite(x))
                CHECK(survival(d, x) == doctest::Approx((1.0 - u) * survival(d, t)).epsilon(1e-8));
        }
    }
    CHECK(quantile_given_longer(law::exponential(100.0), 1e6, 0.5) ==
          doctest::Approx(1e6 + 100.0 * std::log(2.0)));
    CHECK(quantile_given_longer(law::constant(30.0), 10.0, 0.2) == 30.0);
    CHECK(quantile_given_longer(law::constant(30.0), 40.0, 0.2) == 40.0);
    CHECK(quantile_given_longer(*make_empirical({5.0, 1.0, 3.0}), 2.0, 0.75) == 5.0);
}

TEST_CASE("a hazard whose last rate is zero lets some callers wait for ever")
{
    const Distribution d = *make_hazard({0.0, 10.0}, {0.05, 0.0});
    CHECK(survival(d, 1e9) == doctest::Approx(std::exp(-0.5)));
    CHECK(std::isinf(mean(d)));
    CHECK(std::isinf(sample(d, 0.5)));
    CHECK(sample(d, 0.1) == doctest::Approx(-std::log(0.9) / 0.05));
}

TEST_CASE("the density is the slope of the cdf")
{
    for (const auto& [name, d] : test::continuous_families()) {
        CAPTURE(name);
        for (const double u : {0.02, 0.4, 0.9}) {
            const double x = quantile(d, u);
            const double h = 1e-4 * x;
            CHECK(density(d, x) ==
                  doctest::Approx((cdf(d, x + h) - cdf(d, x - h)) / (2.0 * h)).epsilon(1e-5));
        }
    }
}

TEST_CASE("the likelihood of an exponential with censored waits peaks at total time over events")
{
    const std::vector<double> left = {10.0, 40.0, 25.0};
    const std::vector<double> answered = {30.0, 60.0, 5.0, 100.0};
    const double best = 270.0 / 3.0;
    const double at_best = log_likelihood(law::exponential(best), left, answered);
    CHECK(at_best == doctest::Approx(-3.0 * std::log(best) - 3.0));
    CHECK(log_likelihood(law::exponential(best * 1.05), left, answered) < at_best);
    CHECK(log_likelihood(law::exponential(best * 0.95), left, answered) < at_best);
}

TEST_CASE("a unit-mean form has mean 1 and the same cv")
{
    for (const auto& [name, d] : test::all_distributions()) {
        if (!std::isfinite(mean(d)))
            continue;
        CAPTURE(name);
        CHECK(mean(unit_mean(d)) == doctest::Approx(1.0).epsilon(1e-12));
        CHECK(cv(unit_mean(d)) == doctest::Approx(cv(d)).epsilon(1e-9));
    }
}

} // namespace switchroom
