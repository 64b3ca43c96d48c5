#pragma once
/// The primary calls of one contact type in one replication, in order of arrival, made 256 at a time.
///
/// Nothing here depends on what happens to the calls: their instants, talk times and patiences are functions
/// of (model, seed, replication) alone, which is what makes random numbers common to scenarios. Drawn
/// arrivals are unit-rate exponential gaps mapped through each day's cumulative rate times its random
/// factors; the gap that passes midnight is dropped and numbers begin again at 0. Replayed rows carry their
/// rank in the whole log as number.
///
/// A block is made in one piece because batches of random numbers are several times cheaper than single ones.

#include "sim/centre/centre_model.h"
#include "sim/random/call_batch.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace switchroom {

/// Up to 256 calls as a structure of arrays. Times in seconds; entries from `count` on are meaningless.
struct CallBlock {
    std::uint32_t count = 0;
    BatchArray arrives_s;
    BatchArray talk_s; ///< before any agent's speed
    BatchArray wrap_up_s;
    BatchArray patience_s;
    std::array<std::uint32_t, calls_per_batch> number;
    std::array<std::int32_t, calls_per_batch> date;
    std::array<std::uint32_t, calls_per_batch> copy; ///< 0, or which duplicate of a replayed row
};

class PrimaryCalls {
public:
    /// Begins the replication and makes the first block. `model` must outlive this.
    void start(const CentreModel& model, std::uint32_t contact, std::uint64_t seed,
               std::uint64_t replication);

    /// The next call is entry position() of block(); when done() there is none.
    bool done() const { return position_ == block_.count; }
    const CallBlock& block() const { return block_; }
    std::uint32_t position() const { return position_; }
    double next_time() const { return done() ? never_s : block_.arrives_s[position_]; }

    /// Moves past the next call; refills the block at its end, so references into it end here.
    void advance()
    {
        if (++position_ == block_.count)
            refill();
    }

private:
    void refill();

    // Drawn arrivals.
    void begin_day();
    void scale_by_interval();
    bool fill_from_day();
    std::uint32_t map_gaps_to_times(std::span<double> gaps);
    void draw_times(std::span<double> talk, std::span<double> patience);
    void scale_handling(std::span<double> values, double factor_of_day) const;

    // Replayed arrivals.
    struct Copy {
        double at_s = 0.0;
        std::uint32_t row = 0;
        std::uint32_t copy = 0;
        bool operator>(const Copy& other) const;
    };
    void fill_from_log();
    void add_copies_of(std::uint32_t row);
    void look_ahead(double until_s);
    void append_replayed(const Copy& call);
    StreamKey key_of(std::uint32_t copy) const;

    const CentreModel* model_ = nullptr;
    const ModelContact* contact_ = nullptr;
    std::uint64_t seed_ = 0;
    std::uint64_t replication_ = 0;
    StreamKey key_;
    CallBlock block_;
    std::uint32_t position_ = 0;

    std::size_t day_ = 0;                  ///< position in the model's days
    std::uint32_t number_ = 0;             ///< of the next call of the day
    std::span<const ArrivalPiece> pieces_; ///< of the day
    std::vector<ArrivalPiece>
        interval_pieces_;   ///< the same cut and scaled, where a factor holds for an interval
    std::size_t piece_ = 0; ///< in pieces_: where the last mapped gap ended
    double factor_ = 1.0;   ///< of the day's rate
    bool rate_varies_within_day_ = false;
    bool handling_varies_within_day_ = false;
    double unit_time_ = 0.0; ///< sum of the day's gaps so far
    bool day_is_over_ = true;

    std::uint32_t row_ = 0;            ///< next original row of the log
    std::uint32_t look_ahead_row_ = 0; ///< next row whose duplicates are not made yet
    std::vector<Copy> copies_;         ///< duplicates ahead, a min-heap by instant
};

} // namespace switchroom
