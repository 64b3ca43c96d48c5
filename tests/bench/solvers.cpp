// Nanoseconds per evaluation and per inverse of the Erlang solvers at n = 10, 1 000, 100 000, beside the
// textbook recursion in the same run. The recursion does less (one blocking probability in binary64) and yet
// grows with n; the solvers do not, or like its root.

#include "planner/erlang/erlang_a.h"
#include "planner/erlang/erlang_b.h"
#include "planner/erlang/erlang_c.h"
#include "planner/erlang/mmnk.h"
#include "planner/erlang/staffing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

namespace {

using namespace switchroom::erlang;

double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double sink = 0.0; // keeps results alive

/// Median of five rounds of about 20 ms each, ns per call.
template <class F>
double nanoseconds(const F& f)
{
    long calls = 1;
    std::vector<double> rounds;
    while (rounds.size() < 5) {
        const double start = thread_seconds();
        for (long i = 0; i < calls; ++i)
            sink += f(1.0 +
                      1e-9 * static_cast<double>(i % 64)); // the load varies a little: nothing can be hoisted
        const double spent = thread_seconds() - start;
        if (spent < 0.02)
            calls *= 2;
        else
            rounds.push_back(1e9 * spent / static_cast<double>(calls));
    }
    std::nth_element(rounds.begin(), rounds.begin() + 2, rounds.end());
    return rounds[2];
}

double blocking_by_recursion(int servers, double load)
{
    double b = 1.0;
    for (int n = 1; n <= servers; ++n)
        b = load * b / (n + load * b);
    return b;
}

void row(const char* name, const double (&ns)[3])
{
    std::printf("%-44s %12.0f %12.0f %12.0f\n", name, ns[0], ns[1], ns[2]);
}

template <class F>
void measure(const char* name, const F& f)
{
    double ns[3];
    int place = 0;
    for (const double agents : {10.0, 1000.0, 100000.0}) {
        const double load = agents - std::sqrt(agents);
        ns[place++] = nanoseconds([&](double factor) { return f(agents, load * factor); });
    }
    row(name, ns);
}

} // namespace

int main()
{
    const Target level{.bound = 0.8, .awt_s = 20.0};
    const Target lost{.measure = Measure::blocking, .at_least = false, .bound = 0.01};
    std::printf("%-44s %12s %12s %12s\n", "ns per call, load = n - sqrt(n)", "n = 10", "1 000", "100 000");
    measure("plain recursion, Erlang B",
            [](double n, double a) { return blocking_by_recursion(static_cast<int>(n), a); });
    measure("Erlang B", [](double n, double a) { return erlang_b(n, a)->blocking; });
    measure("Erlang C", [](double n, double a) { return erlang_c(n, a, 180)->mean_wait_s; });
    measure("Erlang A", [](double n, double a) { return erlang_a({n, a, 180, 120})->probability_abandon; });
    measure("Erlang A, service level", [](double n, double a) {
        return service_level(*erlang_a({n, a, 180, 120}), 20);
    });
    measure("Erlang A, mean waits by outcome", [](double n, double a) {
        return mean_waits(*erlang_a({n, a, 180, 120})).served_s;
    });
    measure("M/M/n/K+M, K = 1.1 n", [](double n, double a) {
        return mmnk({n, std::floor(1.1 * n), a, 180, 120})->probability_block;
    });
    measure("inverse B: least lines, 1 % blocked", [&](double, double a) {
        return *least_agents({.kind = QueueKind::erlang_b, .offered_load = a}, {&lost, 1});
    });
    measure("inverse B by scanning the recursion", [](double, double a) {
        double b = 1.0;
        int n = 0;
        while (b > 0.01) {
            ++n;
            b = a * b / (n + a * b);
        }
        return static_cast<double>(n);
    });
    measure("inverse C: least agents, 80 % in 20 s", [&](double, double a) {
        return *least_agents({.kind = QueueKind::erlang_c, .offered_load = a, .handle_s = 180}, {&level, 1});
    });
    measure("inverse A: least agents, 80 % in 20 s", [&](double, double a) {
        return *least_agents(
            {.kind = QueueKind::erlang_a, .offered_load = a, .handle_s = 180, .patience_s = 120},
            {&level, 1});
    });
    measure("inverse A: greatest load, 80 % in 20 s", [&](double n, double) {
        return *greatest_load({.kind = QueueKind::erlang_a, .handle_s = 180, .patience_s = 120}, n,
                              {&level, 1});
    });
    return sink == 0.0 ? 1 : 0;
}
