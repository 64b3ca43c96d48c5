#include "gui/view_models/open_intervals.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace switchroom::gui {

OpenIntervals::OpenIntervals(std::vector<Entry> entries) : entries_(std::move(entries))
{
    std::erase_if(entries_, [](const Entry& entry) { return !(entry.from_s < entry.to_s); });
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.from_s != b.from_s ? a.from_s < b.from_s : a.id < b.id;
    });
    double latest = -std::numeric_limits<double>::infinity();
    latest_end_s_.reserve(entries_.size());
    for (const Entry& entry : entries_)
        latest_end_s_.push_back(latest = std::max(latest, entry.to_s));
}

void OpenIntervals::collect(double at_s, std::vector<std::uint32_t>& into) const
{
    const auto behind = std::upper_bound(entries_.begin(), entries_.end(), at_s,
                                         [](double at, const Entry& entry) { return at < entry.from_s; });
    const std::size_t first = into.size();
    for (auto i = static_cast<std::size_t>(behind - entries_.begin()); i-- > 0 && latest_end_s_[i] > at_s;)
        if (entries_[i].to_s > at_s)
            into.push_back(entries_[i].id);
    std::reverse(into.begin() + static_cast<std::ptrdiff_t>(first), into.end());
}

} // namespace switchroom::gui
