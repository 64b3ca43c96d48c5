#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace switchroom::erlang;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double relative(double ours, double truth)
{
    return std::fabs(ours - truth) / std::fabs(truth);
}

/// The textbook recursion B(n) = a B(n−1) / (n + a B(n−1)), an independent route for whole n.
double blocking_by_recursion(int servers, double load)
{
    long double b = 1.0L;
    for (int n = 1; n <= servers; ++n)
        b = load * b / (n + load * b);
    return static_cast<double>(b);
}

} // namespace

TEST_CASE("Erlang B equals the textbook recursion from an empty to a flooded system")
{
    for (const int servers : {1, 2, 3, 7, 20, 100, 640, 3000})
        for (const double factor : {0.01, 0.3, 0.7, 0.95, 1.0, 1.001, 1.3, 20.0}) {
            CAPTURE(servers);
            CAPTURE(factor);
            const double truth = blocking_by_recursion(servers, servers * factor);
            if (truth > 1e-300)
                CHECK(relative(erlang_b(servers, servers * factor)->blocking, truth) < 1e-12);
        }
}

TEST_CASE("Erlang B for real n satisfies the recursion between n and n + 1")
{
    for (const double n : {0.001, 0.5, 1.3, 17.44497, 640.25, 99999.5})
        for (const double load : {0.01, 1.0, 640.0, 1e5}) {
            const double here = erlang_b(n, load)->blocking;
            const double next = erlang_b(n + 1.0, load)->blocking;
            CAPTURE(n);
            CAPTURE(load);
            if (next > 1e-300)
                CHECK(relative(next, load * here / (n + 1.0 + load * here)) < 1e-11);
        }
}

TEST_CASE("without servers every call is lost and without calls none is")
{
    CHECK(erlang_b(0.0, 5.0)->blocking == 1.0);
    CHECK(erlang_b(0.0, 0.0)->blocking == 1.0);
    CHECK(erlang_b(5.0, 0.0)->blocking == 0.0);
    CHECK(std::isinf(erlang_b(5.0, 0.0)->ln_blocking));
}

TEST_CASE("Erlang B's inverses lead back to where they came from")
{
    for (const double servers : {0.7, 1.0, 17.0, 500.0, 1e5})
        for (const double blocking : {1e-9, 0.01, 0.5, 0.99}) {
            const double load = *erlang_b_load(servers, blocking);
            CAPTURE(servers);
            CAPTURE(blocking);
            CHECK(relative(erlang_b(servers, load)->blocking, blocking) < 1e-9);
            CHECK(relative(*erlang_b_servers(load, blocking), servers) < 1e-9);
        }
}

TEST_CASE("Erlang A with endless patience is Erlang C and with none is Erlang B")
{
    const ErlangC c = *erlang_c(12, 10, 180);
    const ErlangA endless = *erlang_a({12, 10, 180, infinity});
    const ErlangA long_patience = *erlang_a({12, 10, 180, 1e12});
    CHECK(endless.mean_wait_s == c.mean_wait_s);
    CHECK(relative(mean_waits(long_patience).served_s, c.mean_wait_s) < 1e-6);
    CHECK(relative(service_level(long_patience, 20), service_level(c, 20)) < 1e-6);

    const ErlangB b = *erlang_b(12, 10);
    CHECK(erlang_a({12, 10, 180, 0.0})->probability_abandon == b.blocking);
    CHECK(relative(erlang_a({12, 10, 180, 1e-9})->probability_abandon, b.blocking) < 1e-6);
}

TEST_CASE("with patience as long as handle times Erlang A is M/M/infinity")
{
    // Each of the callers present leaves at the same rate, so the number present is Poisson: P(wait) =
    // P(Poisson(a) >= n).
    const double load = 15.0;
    double below = 0.0;
    double term = std::exp(-load);
    for (int k = 0; k < 12; ++k, term *= load / k)
        below += term;
    CHECK(relative(erlang_a({12, load, 200, 200})->probability_wait, 1.0 - below) < 1e-12);
}

TEST_CASE("nonsense is refused with a message")
{
    for (const double bad : {-1.0, std::nan(""), infinity, 1e12}) {
        CHECK_FALSE(erlang_b(bad, 5));
        CHECK_FALSE(erlang_b(5, bad));
        CHECK_FALSE(erlang_c(bad, 5, 180));
        CHECK_FALSE(erlang_a({bad, 5, 180, 60}));
        CHECK_FALSE(erlang_a({5, bad, 180, 60}));
    }
    CHECK_FALSE(erlang_c(0, 0, 180));
    CHECK_FALSE(erlang_a({0, 5, 180, 60}));
    CHECK_FALSE(erlang_a({5, 5, 0, 60}));
    CHECK_FALSE(erlang_a({5, 5, 180, -60}));
    CHECK(erlang_c(10, 10, 180).errors().front().message.find("grows for ever") != std::string::npos);
}
