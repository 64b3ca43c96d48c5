#include "gui/view_models/scenario_editor.h"
#include "sim/scenario/value_path.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

std::string words(std::string key)
{
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

template <class T, class Name>
std::string named(const std::vector<T>& list, std::size_t position, Name name)
{
    return position < list.size() ? name(list[position]) : std::string();
}

/// What the scenario calls the element: "front desk".
std::string element_name(const Scenario& s, const std::string& list, std::size_t position)
{
    const auto name = [](const auto& element) { return element.name; };
    if (list == "contacts")
        return named(s.contacts, position, name);
    if (list == "groups")
        return named(s.groups, position, name);
    if (list == "profiles")
        return named(s.profiles, position, name);
    if (list == "lines")
        return named(s.lines, position, name);
    if (list == "segments")
        return named(s.segments, position, name);
    if (list == "costs")
        return named(s.costs, position, name);
    if (list == "contracts")
        return named(s.contracts, position, [](const Contract& contract) { return contract.vendor; });
    if (list == "routes")
        return named(s.routes, position, [](const Route& route) {
            std::string all;
            for (const std::string& contact : route.contacts)
                all += (all.empty() ? "" : ", ") + contact;
            return all;
        });
    return "";
}

} // namespace

std::string name_of_change(const Scenario& scenario, std::string_view text)
{
    const auto path = parse_path(text);
    if (!path)
        return "";
    std::string whose = words((*path)[0].key);
    std::size_t at = 1;
    if (path->size() > 1 && (*path)[1].position) {
        at = 2;
        if (std::string name = element_name(scenario, (*path)[0].key, *(*path)[1].position); !name.empty())
            whose = std::move(name);
    }
    std::string what;
    for (; at < path->size() && !(*path)[at].position; ++at)
        what += (what.empty() ? "" : " ") + words((*path)[at].key);
    return what.empty() ? whose : whose + ": " + what;
}

} // namespace switchroom::gui
