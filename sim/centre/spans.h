#pragma once
/// Sets of instants as stretches of time [from, to): opening hours, closures, absences.
/// Invariant of every Spans made here: ascending, disjoint, not touching, none empty. Seconds as in
/// calendar.h.

#include <vector>

namespace switchroom {

struct Span {
    double from_s = 0.0;
    double to_s = 0.0;
    friend bool operator==(Span, Span) = default;
};

using Spans = std::vector<Span>;

/// The same instants, in order; overlapping and touching stretches become one, empty ones vanish.
Spans normalised(Spans spans);

/// Instants that are in both.
Spans intersection(const Spans& a, const Spans& b);

/// Instants of `a` that are not in `b`.
Spans difference(const Spans& a, const Spans& b);

bool contains(const Spans& spans, double instant_s);

/// Total seconds.
double length_s(const Spans& spans);

} // namespace switchroom
