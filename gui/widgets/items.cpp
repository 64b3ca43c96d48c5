#include "gui/widgets/items.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

template <class Condition>
const Item* first(const std::vector<Item>& items, Condition condition)
{
    const auto found = std::find_if(items.begin(), items.end(), condition);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Item* Items::find(std::string_view label) const
{
    return first(items_, [&](const Item& item) { return item.label == label; });
}

const Item* Items::find(ItemKind kind, std::string_view label) const
{
    return first(items_, [&](const Item& item) { return item.kind == kind && item.label == label; });
}

bool Items::shows(std::string_view words) const
{
    return first(items_, [&](const Item& item) {
               return item.label.find(words) != std::string::npos ||
                      item.value.find(words) != std::string::npos;
           }) != nullptr;
}

} // namespace switchroom::gui
