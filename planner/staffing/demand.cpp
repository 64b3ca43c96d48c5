#include "planner/staffing/demand.h"

#include <algorithm>
#include <numeric>

namespace switchroom {

namespace {

double expected_until(const RatePiece& piece, double at_s)
{
    const double part_s = std::min(at_s, piece.to_s) - piece.from_s;
    const double slope = (piece.end_per_s - piece.begin_per_s) / (piece.to_s - piece.from_s);
    return part_s * (piece.begin_per_s + 0.5 * slope * part_s);
}

} // namespace

CumulativeRate::CumulativeRate(RateCurve pieces) : pieces_(std::move(pieces))
{
    double sum = 0.0;
    for (const RatePiece& piece : pieces_) {
        before_.push_back(sum);
        sum += piece.expected();
    }
}

std::size_t CumulativeRate::piece_before(double at_s) const
{
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at_s,
                                        [](double t, const RatePiece& piece) { return t < piece.from_s; });
    return static_cast<std::size_t>(after - pieces_.begin());
}

double CumulativeRate::until(double at_s) const
{
    const std::size_t k = piece_before(at_s);
    return k == 0 ? 0.0 : before_[k - 1] + expected_until(pieces_[k - 1], at_s);
}

double CumulativeRate::rate(double at_s) const
{
    const std::size_t k = piece_before(at_s);
    if (k == 0 || at_s >= pieces_[k - 1].to_s)
        return 0.0;
    const RatePiece& piece = pieces_[k - 1];
    return piece.begin_per_s +
           (piece.end_per_s - piece.begin_per_s) * (at_s - piece.from_s) / (piece.to_s - piece.from_s);
}

double infinite_server_load(const Stream& stream, double at_s)
{
    const double now = stream.arrivals.until(at_s);
    double load = 0.0;
    for (const HandlePoint& point : stream.handle)
        load += point.weight * (now - stream.arrivals.until(at_s - point.s));
    return load;
}

double agent_hours(const StaffingPlan& plan, const IntervalGrid& grid)
{
    std::int64_t agents = 0;
    for (const std::vector<int>& pool : plan)
        agents = std::accumulate(pool.begin(), pool.end(), agents);
    return static_cast<double>(agents) * grid.length_s / 3600.0;
}

} // namespace switchroom
