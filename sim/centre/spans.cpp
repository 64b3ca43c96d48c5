#include "sim/centre/spans.h"

#include <algorithm>
#include <utility>

namespace switchroom {

Spans normalised(Spans spans)
{
    std::erase_if(spans, [](Span s) { return s.to_s <= s.from_s; });
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.from_s < b.from_s; });
    Spans result;
    for (const Span& span : spans) {
        if (!result.empty() && span.from_s <= result.back().to_s)
            result.back().to_s = std::max(result.back().to_s, span.to_s);
        else
            result.push_back(span);
    }
    return result;
}

Spans intersection(const Spans& a, const Spans& b)
{
    Spans result;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        const Span common{std::max(left->from_s, right->from_s), std::min(left->to_s, right->to_s)};
        if (common.from_s < common.to_s)
            result.push_back(common);
        if (left->to_s < right->to_s)
            ++left;
        else
            ++right;
    }
    return result;
}

Spans difference(const Spans& a, const Spans& b)
{
    Spans result;
    auto cut = b.begin();
    for (Span rest : a) {
        while (cut != b.end() && cut->to_s <= rest.from_s)
            ++cut;
        for (auto c = cut; c != b.end() && c->from_s < rest.to_s; ++c) {
            if (rest.from_s < c->from_s)
                result.push_back({rest.from_s, c->from_s});
            rest.from_s = c->to_s;
        }
        if (rest.from_s < rest.to_s)
            result.push_back(rest);
    }
    return result;
}

bool contains(const Spans& spans, double instant_s)
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), instant_s,
                                        [](double t, const Span& span) { return t < span.from_s; });
    return after != spans.begin() && instant_s < std::prev(after)->to_s;
}

double length_s(const Spans& spans)
{
    double total = 0.0;
    for (const Span& span : spans)
        total += span.to_s - span.from_s;
    return total;
}

} // namespace switchroom
