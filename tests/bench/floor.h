#pragma once
/// The floor: the fastest event-driven M/M/n+M that we can write by hand, with nothing general in it. The
/// engine's time per call is stated as a multiple of it.
///
/// One winner tree over the agents' ends of service, one scalar for the next arrival, a ring of waiting
/// callers. An impatient caller is noticed when an agent reaches them (lazy abandonment), which is exact
/// here. Idle agents form a stack, because nobody asks who has been idle longest. Random numbers come from
/// the same batches as the engine's. Kept: calls, answered, answered within T, abandoned, had to wait, sums
/// of waits and of service, the longest wait, and the histogram of all waits of answered callers.

#include "sim/random/call_batch.h"
#include "sim/stats/wait_histogram.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace switchroom::bench {

struct FloorTotals {
    std::int64_t calls = 0;
    std::int64_t answered = 0;
    std::int64_t answered_within = 0;
    std::int64_t abandoned = 0;
    std::int64_t had_to_wait = 0;
    double wait_answered = 0.0;
    double wait_abandoned = 0.0;
    double longest_wait = 0.0;
    double service = 0.0;
    WaitHistogram waits;
};

/// Rate n per minute, mean service and patience one minute; times in seconds; `end_s` of arrivals, then until
/// empty.
class Floor {
public:
    Floor(std::uint32_t agents, std::uint64_t seed)
        : key_(make_stream_key(seed, 0, hash_name("floor"))), mean_gap_s_(60.0 / agents),
          leaves_(std::bit_ceil(std::max(agents, 2U))), ends_(leaves_, never), winners_(2 * leaves_),
          ring_(1024)
    {
        for (std::uint32_t i = 0; i < leaves_; ++i)
            winners_[leaves_ + i] = i;
        for (std::uint32_t node = leaves_ - 1; node > 0; --node)
            winners_[node] = winners_[2 * node];
        for (std::uint32_t agent = agents; agent-- > 0;)
            idle_.push_back(agent);
        refill();
    }

    const FloorTotals& run(double end_s)
    {
        double arrival = batch_.lane[0][0];
        for (;;) {
            const double end = ends_[winners_[1]];
            if (arrival < end) {
                if (arrival >= end_s)
                    break;
                arrive(arrival);
                arrival += batch_.lane[0][next_];
            } else {
                end_of_service(end);
            }
        }
        while (ends_[winners_[1]] < never)
            end_of_service(ends_[winners_[1]]);
        return totals_;
    }

private:
    static constexpr double never = std::numeric_limits<double>::infinity();
    static constexpr double threshold_s = 20.0;

    struct Waiting {
        double joined;
        double leaves;
        double service;
    };

    void refill()
    {
        draw_uniforms(key_, {.number = number_, .date = 0}, Purpose::arrival_gap, batch_);
        number_ += static_cast<std::uint32_t>(calls_per_batch);
        for (std::size_t lane = 0; lane < 3; ++lane) {
            unit_exponentials(batch_.lane[lane], batch_.lane[lane]);
            const double mean = lane == 0 ? mean_gap_s_ : 60.0;
            for (double& value : batch_.lane[lane])
                value *= mean;
        }
        next_ = 0;
    }

    void arrive(double now)
    {
        ++totals_.calls;
        const double service = batch_.lane[1][next_];
        const double patience = batch_.lane[2][next_];
        if (++next_ == calls_per_batch)
            refill();
        if (!idle_.empty()) {
            const std::uint32_t agent = idle_.back();
            idle_.pop_back();
            serve(now, agent, 0.0, service);
            return;
        }
        ++totals_.had_to_wait;
        if (tail_ - head_ == ring_.size())
            grow();
        ring_[tail_++ & (ring_.size() - 1)] = {now, now + patience, service};
    }

    void end_of_service(double now)
    {
        const std::uint32_t agent = winners_[1];
        while (head_ != tail_) {
            const Waiting& call = ring_[head_++ & (ring_.size() - 1)];
            if (call.leaves >= now) {
                serve(now, agent, now - call.joined, call.service);
                return;
            }
            const double wait = call.leaves - call.joined;
            ++totals_.abandoned;
            totals_.wait_abandoned += wait;
            totals_.longest_wait = std::max(totals_.longest_wait, wait);
        }
        set(agent, never);
        idle_.push_back(agent);
    }

    void serve(double now, std::uint32_t agent, double wait, double service)
    {
        ++totals_.answered;
        totals_.answered_within += wait <= threshold_s;
        totals_.wait_answered += wait;
        totals_.longest_wait = std::max(totals_.longest_wait, wait);
        totals_.service += service;
        totals_.waits.add(wait);
        set(agent, now + service);
    }

    void set(std::uint32_t agent, double time)
    {
        ends_[agent] = time;
        std::uint32_t winner = agent;
        std::uint32_t* const winners = winners_.data();
        const double* const ends = ends_.data();
        for (std::uint32_t node = leaves_ + agent; node > 1; node >>= 1U) {
            const std::uint32_t rival = winners[node ^ 1U];
            const double rival_time = ends[rival];
            const std::uint32_t rival_wins = 0U - static_cast<std::uint32_t>(rival_time < time);
            winner ^= (winner ^ rival) & rival_wins;
            time = rival_time < time ? rival_time : time;
            winners[node >> 1U] = winner;
        }
    }

    void grow()
    {
        std::vector<Waiting> larger(2 * ring_.size());
        for (std::size_t i = head_; i != tail_; ++i)
            larger[i & (larger.size() - 1)] = ring_[i & (ring_.size() - 1)];
        ring_.swap(larger);
    }

    StreamKey key_;
    double mean_gap_s_;
    std::uint32_t leaves_;
    std::vector<double> ends_;
    std::vector<std::uint32_t> winners_;
    std::vector<std::uint32_t> idle_;
    std::vector<Waiting> ring_;
    std::size_t head_ = 0;
    std::size_t tail_ = 0;
    UniformBatch batch_;
    std::uint32_t number_ = 0;
    std::uint32_t next_ = 0;
    FloorTotals totals_;
};

} // namespace switchroom::bench
