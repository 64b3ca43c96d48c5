/// Chats, several at once by one agent, against exact chains.

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;

namespace {

using Slowdown = std::vector<double>;

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

std::string chat_text(const std::string& name, int per_hour, const std::string& more)
{
    return "[[contacts]]\nname = \"" + name +
           "\"\nchannel = \"chat\"\narrivals.rate_per_hour = " + std::to_string(per_hour) + "\n" + more;
}

std::string exponential(int seconds)
{
    return "{ family = \"exponential\", mean = \"" + std::to_string(seconds) + "s\" }";
}

std::string list_text(const Slowdown& slowdown)
{
    std::string text;
    for (const double factor : slowdown)
        text += (text.empty() ? "" : ", ") + std::to_string(factor);
    return "concurrency = " + std::to_string(slowdown.size()) + "\nslowdown = [" + text + "]\n";
}

const std::string head = "format = 1\nname = \"t\"\n[time]\nstart = 2026-03-02\ndays = 5\nwarm_up = \"4h\"\n";

/// Stationary probabilities of a chain: `rates` tells the transitions out of a state. Gauss–Seidel to 1e-14.
std::vector<double>
stationary(std::size_t states,
           const std::function<void(std::size_t, const std::function<void(std::size_t, double)>&)>& rates)
{
    struct Way {
        std::size_t from;
        double rate;
    };
    std::vector<std::vector<Way>> into(states);
    std::vector<double> out(states, 0.0);
    for (std::size_t s = 0; s < states; ++s)
        rates(s, [&](std::size_t to, double rate) {
            if (to == s || rate == 0.0)
                return;
            into[to].push_back({s, rate});
            out[s] += rate;
        });
    std::vector<double> p(states, 1.0 / static_cast<double>(states));
    for (double change = 1.0; change > 1e-14;) {
        change = 0.0;
        double sum = 0.0;
        for (std::size_t s = 0; s < states; ++s) {
            double flow = 0.0;
            for (const Way& way : into[s])
                flow += p[way.from] * way.rate;
            change = std::max(change, std::abs(flow / out[s] - p[s]));
            p[s] = flow / out[s];
            sum += p[s];
        }
        for (double& probability : p)
            probability /= sum;
    }
    return p;
}

double part_at_a_pace(const Slowdown& slowdown, int chats)
{
    return chats == 0 ? 0.0 : chats / slowdown[static_cast<std::size_t>(chats) - 1];
}

/// What of the exact chain a run can be held against.
struct Exact {
    double waits = 0.0;     ///< of the chats that come
    double abandons = 0.0;  ///< of the chats that come
    double chats = 0.0;     ///< in hand, on average
    double busy = 0.0;      ///< agents with chats or calls, on average
    double per_agent = 0.0; ///< chats at once
};

/// Holds five figures of contact 0, 60 an hour, against exact ones; each within four standard errors.
void check_against(const CentreModel& model, int runs, double span_s, double rate_per_s, const Exact& exact)
{
    check_ratio(
        model, runs,
        [](const ReplicationResult& r) {
            return std::pair(d(r.contact(0, 0).had_to_wait), d(r.contact(0, 0).attempts));
        },
        exact.waits, 0.01);
    check_ratio(
        model, runs,
        [](const ReplicationResult& r) {
            return std::pair(d(r.contact(0, 0).abandoned), d(r.contact(0, 0).attempts));
        },
        exact.abandons, 0.01);
    check_ratio(
        model, runs,
        [](const ReplicationResult& r) {
            return std::pair(r.contact(0, 0).talk_s, d(r.contact(0, 0).answered));
        },
        exact.chats / (rate_per_s * (1.0 - exact.abandons)), 3.0);
    check_ratio(
        model, runs, [span_s](const ReplicationResult& r) { return std::pair(r.group(0, 0).busy_s, span_s); },
        exact.busy, 0.01);
    check_ratio(
        model, runs,
        [](const ReplicationResult& r) { return std::pair(r.side(0, 0).chat_s, r.side(0, 0).chat_agent_s); },
        exact.per_agent, 0.02);
}

constexpr double five_days_s = 5 * 86400.0;

} // namespace

TEST_CASE("one agent with up to three chats is a birth-and-death process")
{
    // 60 chats an hour of 90 s, patience 120 s. With n in hand they end at the rate n / (slowdown × 90 s);
    // the times are exponential, so it does not matter that each is rescaled when n changes.
    const Slowdown slowdown{1.0, 1.3, 1.8};
    const double rate = 1.0 / 60.0;
    constexpr int most = 120;
    std::vector<double> p{1.0};
    double sum = 1.0;
    for (int k = 1; k <= most; ++k) {
        const double ends = part_at_a_pace(slowdown, std::min(k, 3)) / 90.0 + std::max(k - 3, 0) / 120.0;
        p.push_back(p.back() * rate / ends);
        sum += p.back();
    }
    Exact exact;
    double queue = 0.0;
    for (int k = 0; k <= most; ++k) {
        const double probability = p[static_cast<std::size_t>(k)] / sum;
        exact.waits += k >= 3 ? probability : 0.0;
        exact.chats += std::min(k, 3) * probability;
        exact.busy += k > 0 ? probability : 0.0;
        queue += std::max(k - 3, 0) * probability;
    }
    exact.abandons = queue / 120.0 / rate;
    exact.per_agent = exact.chats / exact.busy;
    const std::string text = head +
                             chat_text("chats", 60,
                                       "talk = " + exponential(90) + "\npatience = " + exponential(120) +
                                           "\n" + list_text(slowdown)) +
                             "[[groups]]\nname = \"desk\"\nagents = 1\nskills = [\"chats\"]\n";
    check_against(model_of(text), 40, five_days_s, rate, exact);
}

TEST_CASE(
    "two agents, the less loaded of whom gets the next chat, follow the chain of their numbers of chats")
{
    // States (a ≥ b, queue): an arrival goes to b; with both full it waits, and a freed place takes it.
    const Slowdown slowdown{1.0, 1.5, 2.6};
    const double rate = 1.0 / 60.0;
    constexpr int c = 3;
    constexpr int longest = 60;
    const auto state = [](int a, int b, int q) {
        const int more = std::max(a, b);
        const int fewer = std::min(a, b);
        return static_cast<std::size_t>(q > 0 ? (c + 1) * (c + 1) + q - 1 : more * (c + 1) + fewer);
    };
    std::vector<std::array<int, 3>> states((c + 1) * (c + 1) + longest, {c, c, 0});
    for (int a = 0; a <= c; ++a)
        for (int b = 0; b <= c; ++b)
            states[static_cast<std::size_t>(a * (c + 1) + b)] = {a, b, 0};
    for (int q = 1; q <= longest; ++q)
        states[state(c, c, q)] = {c, c, q};
    const std::vector<double> p = stationary(states.size(), [&](std::size_t s, const auto& go) {
        const auto [a, b, q] = states[s];
        if (a < b)
            return go(state(b, a, q), 1.0); // the same state by its other name
        if (b < c)
            go(state(a, b + 1, q), rate);
        else if (q < longest)
            go(state(a, b, q + 1), rate);
        go(q > 0 ? state(a, b, q - 1) : state(a - 1, b, 0), part_at_a_pace(slowdown, a) / 150.0);
        if (b > 0)
            go(q > 0 ? state(a, b, q - 1) : state(a, b - 1, 0), part_at_a_pace(slowdown, b) / 150.0);
        if (q > 0)
            go(state(a, b, q - 1), q / 120.0);
    });
    Exact exact;
    double queue = 0.0;
    for (std::size_t s = 0; s < states.size(); ++s) {
        const auto [a, b, q] = states[s];
        exact.waits += b == c && a == c ? p[s] : 0.0;
        exact.chats += (a + b) * p[s];
        exact.busy += ((a > 0) + (b > 0)) * p[s];
        queue += q * p[s];
    }
    exact.abandons = queue / 120.0 / rate;
    exact.per_agent = exact.chats / exact.busy;
    const std::string text = head +
                             chat_text("chats", 60,
                                       "talk = " + exponential(150) + "\npatience = " + exponential(120) +
                                           "\n" + list_text(slowdown)) +
                             "[[groups]]\nname = \"desk\"\nagents = 2\nskills = [\"chats\"]\n";
    check_against(model_of(text), 40, five_days_s, rate, exact);
}

TEST_CASE(
    "an agent who also answers calls takes none while chatting, and as many chats as there is room after one")
{
    // One agent. Calls (30 an hour, 60 s, patience 0) are lost unless the agent is idle; chats (60 an hour,
    // 80 s) wait while the agent is on a call, and up to two of them begin together when it ends.
    const Slowdown slowdown{1.0, 1.4};
    const double chat_rate = 1.0 / 60.0;
    const double call_rate = 1.0 / 120.0;
    constexpr int longest = 60;
    // States: 0 … longest: on a call with so many chats waiting; then so many chats in the system, no call.
    const auto on_call = [](int q) { return static_cast<std::size_t>(q); };
    const auto chatting = [](int n) { return static_cast<std::size_t>(longest + 1 + n); };
    const std::vector<double> p = stationary(2 * longest + 2, [&](std::size_t s, const auto& go) {
        const bool call = s <= longest;
        const int n = static_cast<int>(call ? s : s - longest - 1);
        const auto same = [&](int k) { return call ? on_call(k) : chatting(k); };
        if (n < longest)
            go(same(n + 1), chat_rate);
        const int waiting = call ? n : std::max(n - 2, 0);
        if (waiting > 0)
            go(same(n - 1), waiting / 120.0);
        if (call) {
            go(chatting(n), 1.0 / 60.0);
            return;
        }
        if (n == 0)
            go(on_call(0), call_rate);
        else
            go(chatting(n - 1), part_at_a_pace(slowdown, std::min(n, 2)) / 80.0);
    });
    Exact exact;
    double queue = 0.0;
    double with_chats = 0.0;
    for (int k = 0; k <= longest; ++k) {
        const double call = p[on_call(k)];
        const double none_on_call = p[chatting(k)];
        exact.waits += call + (k >= 2 ? none_on_call : 0.0);
        exact.chats += std::min(k, 2) * none_on_call;
        with_chats += k > 0 ? none_on_call : 0.0;
        exact.busy += call + (k > 0 ? none_on_call : 0.0);
        queue += k * call + std::max(k - 2, 0) * none_on_call;
    }
    exact.abandons = queue / 120.0 / chat_rate;
    exact.per_agent = exact.chats / with_chats;
    const std::string text =
        head +
        chat_text("chats", 60,
                  "talk = " + exponential(80) + "\npatience = " + exponential(120) + "\n" +
                      list_text(slowdown)) +
        "[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 30\ntalk = " + exponential(60) +
        "\npatience = \"0s\"\n[[groups]]\nname = \"desk\"\nagents = 1\nskills = [\"chats\", \"calls\"]\n";
    const CentreModel model = model_of(text);
    check_against(model, 40, five_days_s, chat_rate, exact);
    check_ratio(
        model, 40,
        [](const ReplicationResult& r) {
            return std::pair(d(r.contact(1, 0).answered), d(r.contact(1, 0).attempts));
        },
        p[chatting(0)], 0.01);
}
