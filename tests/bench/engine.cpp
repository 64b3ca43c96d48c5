// ns per call of the engine beside the floor (floor.h) on the same work, alternating within one run, thread
// CPU time, medians.
//
//   bench_engine [calls per run, default 2000000] [row]
//
// A row is W1, W2, W3, W1-events, skills, large or scale; without one all are run. Results are checked
// against exact values before any time is printed: Poisson's law of the number in an M/M/n+M system whose
// patience and service have one mean.

#include "sim/centre/replication.h"
#include "tests/bench/bench_models.h"
#include "tests/bench/floor.h"
#include "tests/support/model_builder.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

constexpr int runs = 9;

double thread_cpu_s()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// E[(N − n)+] / n for N ~ Poisson(n): the share that hangs up.
double exact_abandonment(std::uint32_t n)
{
    double probability = std::exp(-static_cast<double>(n) + n * std::log(n) - std::lgamma(n + 1.0));
    double sum = 0.0;
    for (std::uint32_t k = n + 1; probability > 1e-18; ++k) {
        probability *= static_cast<double>(n) / k;
        sum += (k - n) * probability;
    }
    return sum / n;
}

/// Mean and standard error of shares of independent runs lie within 6 standard errors of the exact value.
void check_shares(const char* what, const std::vector<double>& shares, double exact)
{
    double mean = 0.0;
    double squares = 0.0;
    for (const double share : shares)
        mean += share / static_cast<double>(shares.size());
    for (const double share : shares)
        squares += (share - mean) * (share - mean);
    const double count = static_cast<double>(shares.size());
    const double error = std::sqrt(squares / (count - 1.0) / count);
    std::printf("   %-12s %.6f +- %.6f, exact %.6f\n", what, mean, error, exact);
    if (std::abs(mean - exact) > 6.0 * error) {
        std::printf("wrong result: nothing is timed\n");
        std::exit(1);
    }
}

double share(std::int64_t part, std::int64_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// `own_events`: waiting callers have cancellable events of their own, as redials, lines or the longest queue
/// ask for.
void compare_with_floor(const char* name, std::uint32_t agents, double calls, bool own_events)
{
    const double end_s = 60.0 * calls / agents;
    CentreModel model = test::make_erlang_a(agents, end_s);
    model.collect_longest_queue = own_events;
    Workspace workspace;
    std::vector<double> floor_ns, engine_ns, floor_abandoned, engine_abandoned;
    for (int run = 0; run < runs; ++run) {
        double start_s = thread_cpu_s();
        bench::Floor floor(agents, static_cast<std::uint64_t>(run));
        const bench::FloorTotals& by_floor = floor.run(end_s);
        floor_ns.push_back((thread_cpu_s() - start_s) * 1e9 / static_cast<double>(by_floor.calls));
        floor_abandoned.push_back(share(by_floor.abandoned, by_floor.calls));

        start_s = thread_cpu_s();
        const ReplicationResult& result =
            run_replication(model, {1, static_cast<std::uint64_t>(run)}, workspace);
        const ContactCounts& by_engine = result.contact(0, 0);
        engine_ns.push_back((thread_cpu_s() - start_s) * 1e9 / static_cast<double>(by_engine.attempts));
        engine_abandoned.push_back(share(by_engine.abandoned, by_engine.attempts));
    }
    check_shares("floor", floor_abandoned, exact_abandonment(agents));
    check_shares("engine", engine_abandoned, exact_abandonment(agents));
    const double floor_time = median(floor_ns);
    const double engine_time = median(engine_ns);
    std::printf("%-10s n=%-6u floor %6.1f ns   engine %6.1f ns   ratio %.2f\n", name, agents, floor_time,
                engine_time, engine_time / floor_time);
}

void time_engine(const char* name, const CentreModel& model)
{
    Workspace workspace;
    std::vector<double> ns;
    const ReplicationResult* result = nullptr;
    for (int run = 0; run < runs; ++run) {
        const double start_s = thread_cpu_s();
        result = &run_replication(model, {1, static_cast<std::uint64_t>(run)}, workspace);
        ns.push_back((thread_cpu_s() - start_s) * 1e9 / static_cast<double>(result->simulated_attempts));
    }
    std::printf("%-28s engine %6.1f ns per call, %lld calls, %s\n", name, median(ns),
                static_cast<long long>(result->simulated_attempts),
                result->checks.all_hold() ? "checks hold" : "CHECKS VIOLATED");
}

} // namespace

int main(int argc, char** argv)
{
    const double calls = argc > 1 ? std::atof(argv[1]) : 2e6;
    const std::string row = argc > 2 ? argv[2] : "";
    const auto wanted = [&](const char* name) { return row.empty() || row == name; };
    double load[1] = {};
    getloadavg(load, 1);
    std::printf("%d runs of %.0f calls each, load average %.1f\n", runs, calls, load[0]);
    if (wanted("W1"))
        compare_with_floor("W1", 100, calls, false);
    if (wanted("W2"))
        compare_with_floor("W2", 10, calls, false);
    if (wanted("W3"))
        compare_with_floor("W3", 1000, calls, false);
    if (wanted("W1-events"))
        compare_with_floor("W1-events", 100, calls, true);
    if (wanted("skills"))
        time_engine("3 types x 3 groups", bench::make_skill_model(calls));
    if (wanted("large"))
        time_engine("12 types x 20 groups, 1000", bench::make_large_model(calls));
    if (wanted("scale")) {
        for (const std::uint32_t agents : {10U, 100U, 1000U, 10000U})
            time_engine(("1 type, " + std::to_string(agents) + " agents").c_str(),
                        test::make_erlang_a(agents, 60.0 * calls / agents));
        for (const std::uint32_t types : {1U, 5U, 20U, 50U})
            time_engine((std::to_string(types) + " types, 100 agents").c_str(),
                        bench::make_typed_model(types, calls));
    }
    return 0;
}
