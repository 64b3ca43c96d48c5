#include "gui/view_models/desk.h"

namespace switchroom::gui {

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
