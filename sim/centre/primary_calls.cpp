#include "sim/centre/primary_calls.h"

#include "sim/centre/random_factors.h"
#include "sim/centre/timed_values.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace switchroom {

namespace {

/// A duplicate of a replayed call arrives within this much of the original.
constexpr double jitter_s = 900.0;

/// Seconds from the piece's start at which `expected` contacts have come on average: the root of
/// begin·x + slope·x²/2 = expected in the form that does not cancel.
double time_for(const ArrivalPiece& piece, double expected)
{
    if (piece.slope_per_s2 == 0.0)
        return expected / piece.begin_per_s;
    const double discriminant = piece.begin_per_s * piece.begin_per_s + 2.0 * piece.slope_per_s2 * expected;
    return 2.0 * expected / (piece.begin_per_s + std::sqrt(std::max(discriminant, 0.0)));
}

double expected_in(const ArrivalPiece& piece)
{
    const double length_s = piece.to_s - piece.from_s;
    return (piece.begin_per_s + 0.5 * piece.slope_per_s2 * length_s) * length_s;
}

/// Turns uniforms into draws of a law that may change by arrival time; `missing` where none is given.
void draw_by_arrival(const CentreModel& model, Range law, std::span<const double> arrives_s,
                     std::span<double> uniforms_to_draws, double missing)
{
    if (law.count == 0) {
        std::fill(uniforms_to_draws.begin(), uniforms_to_draws.end(), missing);
        return;
    }
    const auto entries = in_range(model.timed_distributions, law);
    std::size_t done = 0;
    for (std::size_t e = 0; e < entries.size() && done < arrives_s.size(); ++e) {
        const bool is_last = e + 1 == entries.size();
        const auto rest = arrives_s.subspan(done);
        const auto end =
            is_last ? rest.end() : std::lower_bound(rest.begin(), rest.end(), entries[e + 1].from_s);
        const auto count = static_cast<std::size_t>(end - rest.begin());
        const auto part = uniforms_to_draws.subspan(done, count);
        if (count > 0)
            sample_n(model.distributions[entries[e].distribution], part, part);
        done += count;
    }
}

void scale(std::span<double> values, double factor)
{
    if (factor != 1.0)
        for (double& value : values)
            value *= factor;
}

} // namespace

bool PrimaryCalls::Copy::operator>(const Copy& other) const
{
    return std::tie(at_s, row, copy) > std::tie(other.at_s, other.row, other.copy);
}

void PrimaryCalls::start(const CentreModel& model, std::uint32_t contact, std::uint64_t seed,
                         std::uint64_t replication)
{
    model_ = &model;
    contact_ = &model.contacts[contact];
    seed_ = seed;
    replication_ = replication;
    key_ = make_stream_key(seed, replication, contact_->stream);
    day_ = 0;
    day_is_over_ = true;
    rate_varies_within_day_ = varies_within_day(model, contact_->factors);
    handling_varies_within_day_ = varies_within_day(model, contact_->handle_factors);
    row_ = contact_->replay.first;
    while (row_ < contact_->replay.end() && model.replay[row_].at_s < model.begin_s)
        ++row_;
    look_ahead_row_ = row_;
    copies_.clear();
    refill();
}

void PrimaryCalls::refill()
{
    position_ = 0;
    block_.count = 0;
    if (contact_->replay.count > 0)
        fill_from_log();
    else if (contact_->day_pieces.count > 0)
        while (fill_from_day()) {
        }
}

void PrimaryCalls::begin_day()
{
    factor_ = factor_on_day(*model_, contact_->factors, day_, seed_, replication_);
    pieces_ = in_range(model_->pieces, model_->piece_ranges[contact_->day_pieces.first + day_]);
    if (rate_varies_within_day_)
        scale_by_interval();
    piece_ = 0;
    number_ = 0;
    unit_time_ = 0.0;
    day_is_over_ = false;
}

/// Cuts the day's pieces at the edges of intervals and puts each interval's factor on them.
void PrimaryCalls::scale_by_interval()
{
    interval_pieces_.clear();
    double before = 0.0;
    for (const ArrivalPiece& piece : pieces_)
        for (double from_s = piece.from_s; from_s < piece.to_s;) {
            const std::uint32_t interval = interval_of_day(*model_, day_, from_s);
            const double edge_s = model_->days[day_].start_s + (interval + 1.0) * model_->interval_s;
            const double factor =
                factor_in_interval(*model_, contact_->factors, day_, interval, seed_, replication_);
            const double rate_per_s = piece.begin_per_s + piece.slope_per_s2 * (from_s - piece.from_s);
            interval_pieces_.push_back({from_s, std::min(edge_s, piece.to_s), factor * rate_per_s,
                                        factor * piece.slope_per_s2, before});
            before += expected_in(interval_pieces_.back());
            from_s = edge_s;
        }
    pieces_ = interval_pieces_;
}

/// One step of filling an empty block. False when the block has calls or none is left.
bool PrimaryCalls::fill_from_day()
{
    if (day_is_over_) {
        while (day_ < model_->days.size() &&
               model_->piece_ranges[contact_->day_pieces.first + day_].count == 0)
            ++day_;
        if (day_ == model_->days.size())
            return false;
        begin_day();
    }
    UniformBatch uniforms;
    const std::int32_t date = model_->days[day_].date;
    draw_uniforms(key_, {.number = number_, .date = date}, Purpose::arrival_gap, uniforms);
    auto& [gaps, talk, patience] = uniforms.lane;
    unit_exponentials(gaps, gaps);
    const std::uint32_t count = map_gaps_to_times(gaps);
    block_.count = count;
    for (std::uint32_t i = 0; i < count; ++i) {
        block_.number[i] = number_ + i;
        block_.date[i] = date;
        block_.copy[i] = 0;
    }
    draw_times(std::span(talk).first(count), std::span(patience).first(count));
    number_ += count;
    if (day_is_over_)
        ++day_;
    return count == 0;
}

/// Arrival instants of the block; sets day_is_over_ at the first gap that passes the day's last rate. Returns
/// how many came.
std::uint32_t PrimaryCalls::map_gaps_to_times(std::span<double> gaps)
{
    std::uint32_t count = 0;
    if (!(factor_ > 0.0)) {
        day_is_over_ = true;
        return 0;
    }
    const double per_unit = 1.0 / factor_;
    const ArrivalPiece* piece = &pieces_[piece_];
    double piece_brings = expected_in(*piece);
    for (const double gap : gaps) {
        unit_time_ += gap;
        double expected = unit_time_ * per_unit - piece->expected_before;
        while (expected >= piece_brings) {
            if (++piece_ == pieces_.size()) {
                day_is_over_ = true;
                return count;
            }
            piece = &pieces_[piece_];
            piece_brings = expected_in(*piece);
            expected = unit_time_ * per_unit - piece->expected_before;
        }
        const double at_s = piece->from_s + time_for(*piece, std::max(expected, 0.0));
        // Rounding must not carry a call over the end of its piece, where another period has begun.
        block_.arrives_s[count++] = at_s < piece->to_s ? at_s : std::nextafter(piece->to_s, piece->from_s);
    }
    return count;
}

void PrimaryCalls::draw_times(std::span<double> talk, std::span<double> patience)
{
    const std::span<const double> arrives(block_.arrives_s.data(), block_.count);
    const double factor = factor_on_day(*model_, contact_->handle_factors, day_, seed_, replication_);
    draw_by_arrival(*model_, contact_->talk, arrives, talk, 0.0);
    scale_handling(talk, factor);
    std::copy(talk.begin(), talk.end(), block_.talk_s.begin());
    draw_by_arrival(*model_, contact_->patience, arrives, patience, never_s);
    std::copy(patience.begin(), patience.end(), block_.patience_s.begin());
    const std::span<double> wrap_up = std::span(block_.wrap_up_s).first(block_.count);
    if (contact_->wrap_up.count == 0) {
        std::fill(wrap_up.begin(), wrap_up.end(), 0.0);
        return;
    }
    UniformBatch uniforms;
    draw_uniforms(key_, {.number = number_, .date = model_->days[day_].date}, Purpose::wrap_up, uniforms);
    std::copy_n(uniforms.lane[0].begin(), block_.count, wrap_up.begin());
    draw_by_arrival(*model_, contact_->wrap_up, arrives, wrap_up, 0.0);
    scale_handling(wrap_up, factor);
}

/// Puts the handle factors on times of the block's calls, in their order.
void PrimaryCalls::scale_handling(std::span<double> values, double factor_of_day) const
{
    scale(values, factor_of_day);
    if (!handling_varies_within_day_)
        return;
    std::uint32_t interval = none;
    double factor = 1.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const std::uint32_t of_call = interval_of_day(*model_, day_, block_.arrives_s[i]);
            of_call != interval) {
            interval = of_call;
            factor =
                factor_in_interval(*model_, contact_->handle_factors, day_, interval, seed_, replication_);
        }
        values[i] *= factor;
    }
}

StreamKey PrimaryCalls::key_of(std::uint32_t copy) const
{
    return copy == 0 ? key_ : make_stream_key(seed_, replication_, contact_->stream, copy);
}

void PrimaryCalls::add_copies_of(std::uint32_t row)
{
    const ReplayedCall& call = model_->replay[row];
    const double wanted = contact_->replay_scale - 1.0;
    for (std::uint32_t copy = 1; static_cast<double>(copy - 1) < wanted; ++copy) {
        const StreamKey key = key_of(copy);
        const DrawAddress address{.number = call.number, .date = call.date};
        const double share = std::min(wanted - static_cast<double>(copy - 1), 1.0);
        if (!(uniform(key, address, Purpose::thinning) < share))
            continue;
        const double shift = jitter_s * (2.0 * uniform(key, address, Purpose::duplicate_jitter) - 1.0);
        const double last_s = std::nextafter(model_->end_s, model_->begin_s);
        copies_.push_back({std::clamp(call.at_s + shift, model_->begin_s, last_s), row, copy});
        std::push_heap(copies_.begin(), copies_.end(), std::greater<>());
    }
}

/// Makes the duplicates of all rows that could arrive up to `until_s`.
void PrimaryCalls::look_ahead(double until_s)
{
    while (look_ahead_row_ < contact_->replay.end() &&
           model_->replay[look_ahead_row_].at_s - jitter_s <= until_s)
        add_copies_of(look_ahead_row_++);
}

void PrimaryCalls::fill_from_log()
{
    while (block_.count < calls_per_batch) {
        const bool has_row = row_ < contact_->replay.end();
        const double row_at_s = has_row ? model_->replay[row_].at_s : never_s;
        look_ahead(row_at_s);
        if (!copies_.empty() && copies_.front().at_s < row_at_s) {
            append_replayed(copies_.front());
            std::pop_heap(copies_.begin(), copies_.end(), std::greater<>());
            copies_.pop_back();
            continue;
        }
        if (!has_row)
            return;
        const ReplayedCall& call = model_->replay[row_];
        const bool kept = contact_->replay_scale >= 1.0 ||
                          uniform(key_, {.number = call.number, .date = call.date}, Purpose::thinning) <
                              contact_->replay_scale;
        if (kept)
            append_replayed({row_at_s, row_, 0});
        ++row_;
    }
}

void PrimaryCalls::append_replayed(const Copy& copy)
{
    const ReplayedCall& call = model_->replay[copy.row];
    const StreamKey key = key_of(copy.copy);
    const DrawAddress address{.number = call.number, .date = call.date};
    const std::uint32_t i = block_.count++;
    block_.arrives_s[i] = copy.at_s;
    block_.number[i] = call.number;
    block_.date[i] = call.date;
    block_.copy[i] = copy.copy;

    const Distribution* talk = law_at(*model_, contact_->talk, copy.at_s);
    block_.talk_s[i] = call.handle_s < never_s ? call.handle_s
                       : talk                  ? sample(*talk, uniform(key, address, Purpose::handle))
                                               : 0.0;
    const Distribution* wrap_up = law_at(*model_, contact_->wrap_up, copy.at_s);
    block_.wrap_up_s[i] = call.wrap_up_s < never_s ? call.wrap_up_s
                          : wrap_up                ? sample(*wrap_up, uniform(key, address, Purpose::wrap_up))
                                                   : 0.0;
    const Distribution* patience = law_at(*model_, contact_->patience, copy.at_s);
    const double u = uniform(key, address, Purpose::patience);
    if (call.patience_known)
        block_.patience_s[i] = call.patience_s;
    else if (patience == nullptr)
        block_.patience_s[i] = never_s;
    else if (call.outlasted_s > 0.0)
        block_.patience_s[i] = quantile_given_longer(*patience, call.outlasted_s, u);
    else
        block_.patience_s[i] = sample(*patience, u);
}

} // namespace switchroom
