#include "sim/centre/rate_curve.h"

#include <algorithm>
#include <cstddef>

namespace switchroom {

namespace {

constexpr double seconds_per_hour = 3600.0;

void append(RateCurve& curve, RatePiece piece)
{
    if (piece.from_s >= piece.to_s || (piece.begin_per_s == 0.0 && piece.end_per_s == 0.0))
        return;
    if (!curve.empty()) {
        RatePiece& last = curve.back();
        const bool goes_on = last.to_s == piece.from_s && last.begin_per_s == last.end_per_s &&
                             piece.begin_per_s == piece.end_per_s && last.end_per_s == piece.begin_per_s;
        if (goes_on) {
            last.to_s = piece.to_s;
            return;
        }
    }
    curve.push_back(piece);
}

} // namespace

RateCurve profile_curve(const DaySteps<double>& per_hour, ProfileShape shape, const Calendar& calendar,
                        int day)
{
    RateCurve curve;
    for (std::size_t i = 0; i < per_hour.size(); ++i) {
        const bool last = i + 1 == per_hour.size();
        const double begin = per_hour[i].value / seconds_per_hour;
        const double end =
            shape == ProfileShape::linear && !last ? per_hour[i + 1].value / seconds_per_hour : begin;
        const double to_s = last ? calendar.day(day).end_s() : calendar.at(day, per_hour[i + 1].from);
        append(curve, {calendar.at(day, per_hour[i].from), to_s, begin, end});
    }
    return curve;
}

RateCurve constant_curve(const TimeVarying<double>& per_hour, const Spans& hours, const Calendar& calendar,
                         int day)
{
    const LocalDay& local = calendar.day(day);
    // The steps of the day, from midnight on: before the first one the last one's value holds.
    DaySteps<double> steps = per_hour.steps;
    if (steps.front().from != ClockTime{0})
        steps.insert(steps.begin(), {ClockTime{0}, per_hour.steps.back().value});
    const RateCurve all_day = profile_curve(steps, ProfileShape::steps, calendar, day);

    RateCurve curve;
    for (const Span& open : intersection(hours, {{local.start_s, local.end_s()}}))
        for (const RatePiece& piece : all_day)
            append(curve, {std::max(open.from_s, piece.from_s), std::min(open.to_s, piece.to_s),
                           piece.begin_per_s, piece.end_per_s});
    return curve;
}

RateCurve scaled(RateCurve curve, double factor)
{
    if (factor == 0.0)
        return {};
    for (RatePiece& piece : curve) {
        piece.begin_per_s *= factor;
        piece.end_per_s *= factor;
    }
    return curve;
}

namespace {

double rate_at(const RatePiece& piece, double instant_s)
{
    const double share = (instant_s - piece.from_s) / (piece.to_s - piece.from_s);
    return piece.begin_per_s + share * (piece.end_per_s - piece.begin_per_s);
}

} // namespace

RateCurve cut_before(const RateCurve& curve, double from_s)
{
    RateCurve rest;
    for (const RatePiece& piece : curve) {
        if (piece.from_s >= from_s)
            append(rest, piece);
        else if (piece.to_s > from_s)
            append(rest, {from_s, piece.to_s, rate_at(piece, from_s), piece.end_per_s});
    }
    return rest;
}

RateCurve cut_after(const RateCurve& curve, double to_s)
{
    RateCurve rest;
    for (const RatePiece& piece : curve) {
        if (piece.to_s <= to_s)
            append(rest, piece);
        else if (piece.from_s < to_s)
            append(rest, {piece.from_s, to_s, piece.begin_per_s, rate_at(piece, to_s)});
    }
    return rest;
}

double expected_contacts(const RateCurve& curve)
{
    double total = 0.0;
    for (const RatePiece& piece : curve)
        total += piece.expected();
    return total;
}

} // namespace switchroom
