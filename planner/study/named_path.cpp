#include "planner/study/named_path.h"

#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace switchroom {

namespace {

template <class T, class Name>
std::vector<std::string_view> names_of(const std::vector<T>& things, Name name)
{
    std::vector<std::string_view> names;
    for (const T& thing : things)
        names.push_back(name(thing));
    return names;
}

/// How the elements of the list at this path are called; empty where they have no names.
std::vector<std::string_view> names_at(const Scenario& s, std::string_view list)
{
    const auto by_name = [](const auto& thing) { return std::string_view(thing.name); };
    if (list == "contacts")
        return names_of(s.contacts, by_name);
    if (list == "groups")
        return names_of(s.groups, by_name);
    if (list == "profiles")
        return names_of(s.profiles, by_name);
    if (list == "lines")
        return names_of(s.lines, by_name);
    if (list == "segments")
        return names_of(s.segments, by_name);
    if (list == "contracts")
        return names_of(s.contracts, [](const Contract& c) { return std::string_view(c.vendor); });
    if (list == "routes")
        return names_of(s.routes, [](const Route& r) {
            return r.contacts.empty() ? std::string_view() : std::string_view(r.contacts.front());
        });
    for (std::size_t c = 0; c < s.contracts.size(); ++c)
        if (list == fmt::format("contracts[{}].sla", c))
            return names_of(s.contracts[c].sla, by_name);
    return {};
}

bool is_number(std::string_view words)
{
    return !words.empty() &&
           std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<std::string> positions_of(const Scenario& scenario, std::string_view path)
{
    std::string by_position;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t open = path.find('[', at);
        const std::size_t close = open == std::string_view::npos ? open : path.find(']', open);
        if (close == std::string_view::npos) {
            by_position += path.substr(at);
            break;
        }
        by_position += path.substr(at, open - at);
        const std::string_view inside = path.substr(open + 1, close - open - 1);
        if (is_number(inside))
            by_position += fmt::format("[{}]", inside);
        else {
            const auto names = names_at(scenario, by_position);
            const auto found = std::find(names.begin(), names.end(), inside);
            if (found == names.end())
                return error_in("", fmt::format("found no \"{}\" in {}{}{}", inside, by_position,
                                                did_you_mean(inside, names),
                                                names.empty() ? "" : ", expected " + listed(names)));
            by_position += fmt::format("[{}]", found - names.begin());
        }
        at = close + 1;
    }
    return by_position;
}

} // namespace switchroom
