#include "gui/view_models/desk.h"

namespace switchroom::gui {

void close_scenario(Desk& desk, std::size_t position)
{
    if (position >= desk.scenarios.size())
        return;
    desk.scenarios.erase(desk.scenarios.begin() + static_cast<std::ptrdiff_t>(position));
    for (std::size_t* kept : {&desk.active, &desk.baseline})
        if (*kept > position || *kept == desk.scenarios.size())
            *kept = *kept == 0 ? 0 : *kept - 1;
}

void order_runs(Desk& desk)
{
    std::vector<RunOrder> orders;
    const auto add = [&](const ScenarioEditor& editor) {
        if (editor.document())
            orders.push_back({editor.id(), editor.revision(), editor.document()});
    };
    if (desk.baseline < desk.scenarios.size())
        add(*desk.scenarios[desk.baseline]); // first: its seed is everybody's
    for (std::size_t i = 0; i < desk.scenarios.size(); ++i)
        if (i != desk.baseline)
            add(*desk.scenarios[i]);
    desk.runs.want(orders);
}

} // namespace switchroom::gui
