/// `next = "longest-queue"`: against an exact chain.

#include "sim/centre/replication.h"

#include "tests/centre/exact_ratio.h"
#include "tests/support/model_builder.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;
using test::ModelBuilder;

namespace {

/// Two types, one agent, exponential patience. A state is who waits, in order of joining: bit k of `types` is
/// the type of the k-th. State 0 of the vector is the idle agent; a state of length n with types t is at
/// index 2^n + t, n ≤ most.
struct Chain {
    double arrivals[2];
    double service;
    double leaving;
    int most;
    /// Position in the queue of the call that the freed agent takes.
    std::function<int(int length, unsigned types)> next;

    /// Share of each type's calls that abandon: leaving × mean number waiting / arrivals, in the steady state
    /// (power iteration on the uniformised chain; the queue never gets near `most`).
    std::pair<double, double> abandonment() const
    {
        const std::size_t states = std::size_t{2} << most;
        const double pace = arrivals[0] + arrivals[1] + service + most * leaving;
        std::vector<double> now(states, 0.0);
        now[0] = 1.0;
        for (int step = 0; step < 4000; ++step) {
            std::vector<double> then(states, 0.0);
            move(now, then, pace);
            now.swap(then);
        }
        double waiting[2] = {};
        for (int length = 1; length <= most; ++length)
            for (unsigned types = 0; types < (1U << length); ++types)
                for (int k = 0; k < length; ++k)
                    waiting[(types >> k) & 1U] += now[(std::size_t{1} << length) + types];
        return {leaving * waiting[0] / arrivals[0], leaving * waiting[1] / arrivals[1]};
    }

private:
    static unsigned without(unsigned types, int k)
    {
        const unsigned below = types & ((1U << k) - 1U);
        return below | ((types >> (k + 1)) << k);
    }

    void move(const std::vector<double>& now, std::vector<double>& then, double pace) const
    {
        then[0] += now[0] * (1.0 - (arrivals[0] + arrivals[1]) / pace);
        then[1] += now[0] * (arrivals[0] + arrivals[1]) / pace;
        for (int length = 0; length <= most; ++length)
            for (unsigned types = 0; types < (1U << length); ++types) {
                const std::size_t here = (std::size_t{1} << length) + types;
                const double p = now[here] / pace;
                double stays = pace;
                const auto goes = [&](std::size_t to, double rate) {
                    then[to] += p * rate;
                    stays -= rate;
                };
                for (unsigned type = 0; type < 2 && length < most; ++type)
                    goes((std::size_t{2} << length) + (types | (type << length)), arrivals[type]);
                const std::size_t shorter = std::size_t{1} << std::max(length - 1, 0);
                goes(length == 0 ? 0 : shorter + without(types, next(length, types)), service);
                for (int k = 0; k < length; ++k)
                    goes(shorter + without(types, k), leaving);
                then[here] += p * stays;
            }
    }
};

int first_of(unsigned type, int length, unsigned types)
{
    int k = 0;
    while (k < length && ((types >> k) & 1U) != type)
        ++k;
    return k;
}

int longest_queue(int length, unsigned types)
{
    const int ones = __builtin_popcount(types);
    if (2 * ones == length)
        return 0; // as many of each: who has waited longest
    return first_of(2 * ones > length ? 1U : 0U, length, types);
}

} // namespace

TEST_CASE("a freed agent takes from the longest queue, ties by the longest wait, as the exact chain has it")
{
    constexpr double minute_s = 60.0;
    const Chain chain{{1.0, 0.4}, 1.0, 0.5, 12, longest_queue};
    const auto [exact_often, exact_rare] = chain.abandonment();
    Chain first_come = chain;
    first_come.next = [](int, unsigned) { return 0; };
    const auto [fair_often, fair_rare] = first_come.abandonment();
    CHECK(exact_rare > fair_rare + 0.015); // the short queue suffers; the test sees 0.006
    CHECK(exact_often < fair_often - 0.005);

    ModelBuilder b(100'000.0);
    b.model.measure_from_s = 2'000.0;
    const std::uint32_t desk = b.group(1);
    b.model.groups[desk].next = NextCall::longest_queue;
    for (const double rate : {1.0, 0.4}) {
        const std::uint32_t calls =
            b.contact(rate / minute_s, law::exponential(minute_s), law::exponential(2.0 * minute_s));
        b.skill(desk, calls);
        b.route(calls, {{.groups = {desk}}});
    }
    const CentreModel model = b.build();
    for (const auto& [contact, exact] : {std::pair(0U, exact_often), std::pair(1U, exact_rare)})
        test::check_ratio(
            model, 200,
            [contact](const ReplicationResult& r) {
                const ContactCounts& c = r.contact(contact, 0);
                return std::pair(static_cast<double>(c.abandoned), static_cast<double>(c.attempts));
            },
            exact, 0.0015);
}
