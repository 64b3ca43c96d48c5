// What keyed random numbers cost per call: Philox in batches of 256, three unit exponentials, and the draws
// of each family. Thread CPU time, the least of several rounds; a bench, no test.
#include "sim/random/call_batch.h"
#include "sim/random/distribution.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace switchroom;

namespace {

double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Nanoseconds per call of work on batches of 256 calls.
double ns_per_call(const std::function<double(std::uint32_t)>& work)
{
    constexpr std::uint32_t batches = 4000;
    double best = 1e30;
    double sink = 0.0;
    for (int round = 0; round < 15; ++round) {
        const double start = thread_seconds();
        for (std::uint32_t k = 0; k < batches; ++k)
            sink += work(k);
        best = std::min(best, thread_seconds() - start);
    }
    if (sink == 0.125) // keeps the work from being optimised away
        std::puts("");
    return best * 1e9 / batches / calls_per_batch;
}

} // namespace

int main()
{
    UniformBatch batch;
    const StreamKey key = make_stream_key(1, 0, hash_name("bench"));
    const auto draw = [&](std::uint32_t k) {
        draw_uniforms(key, {.number = k * 256, .date = 1}, Purpose::arrival_gap, batch);
        return batch.lane[0][k % 256];
    };
    std::printf("three uniforms                   %6.2f ns per call\n", ns_per_call(draw));
    std::printf("three unit exponentials          %6.2f ns per call\n", ns_per_call([&](std::uint32_t k) {
                    draw(k);
                    for (BatchArray& lane : batch.lane)
                        unit_exponentials(lane, lane);
                    return batch.lane[1][k % 256];
                }));

    draw(0);
    BatchArray out;
    const auto row = [&](const Distribution& d) {
        std::printf("sample_n %-23s %6.2f ns per draw\n", std::string(to_text(d.family)).c_str(),
                    ns_per_call([&](std::uint32_t k) {
                        sample_n(d, batch.lane[k % 3], out);
                        return out[k % 256];
                    }));
    };
    row(law::exponential(60.0));
    row(law::lognormal(60.0, 50.0));
    row(law::weibull(0.8, 60.0));
    row(law::hyperexponential(0.3, 20.0, 90.0));
    row(law::uniform(20.0, 90.0));
    row(law::gamma(1.4, 60.0));
    row(*make_triangular(20.0, 40.0, 90.0));
    row(*make_hazard({0.0, 5.0, 20.0, 60.0}, {0.01, 0.002, 0.003, 0.005}));
    row(*make_mixture({law::constant(0.0), law::exponential(1000.0)}, {0.1, 0.9}));
}
