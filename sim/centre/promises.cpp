#include "sim/centre/promises.h"

#include "sim/centre/timed_values.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Opening time that has passed at `instant_s`.
double opened_s(std::span<const OpeningSpan> spans, double instant_s)
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), instant_s,
                                        [](double t, const OpeningSpan& span) { return t < span.from_s; });
    if (after == spans.begin())
        return 0.0;
    const OpeningSpan& last = *(after - 1);
    return last.open_before_s + std::min(instant_s, last.to_s) - last.from_s;
}

/// The first instant at which so much opening time has passed.
double instant_of_opened(std::span<const OpeningSpan> spans, double open_s)
{
    const auto reaches =
        std::lower_bound(spans.begin(), spans.end(), open_s, [](const OpeningSpan& span, double open) {
            return span.open_before_s + (span.to_s - span.from_s) < open;
        });
    return reaches == spans.end() ? never_s : reaches->from_s + (open_s - reaches->open_before_s);
}

} // namespace

double due_s(const CentreModel& model, const ModelPromise& promise, double from_s)
{
    switch (promise.kind) {
    case PromiseKind::open_ended:
        break;
    case PromiseKind::elapsed:
        return from_s + promise.within_s;
    case PromiseKind::opening: {
        const auto spans = in_range(model.opening, promise.opening);
        return instant_of_opened(spans, opened_s(spans, from_s) + promise.within_s);
    }
    case PromiseKind::deadline: {
        const auto deadlines = in_range(model.deadlines, promise.deadlines);
        const auto next = std::upper_bound(deadlines.begin(), deadlines.end(), from_s);
        return next == deadlines.end() ? never_s : *next;
    }
    }
    return never_s;
}

const Span* window_at(const CentreModel& model, Range windows, double instant_s)
{
    const auto all = in_range(model.windows, windows);
    const auto open = std::upper_bound(all.begin(), all.end(), instant_s,
                                       [](double t, const Span& window) { return t < window.to_s; });
    return open == all.end() ? nullptr : &*open;
}

} // namespace switchroom
