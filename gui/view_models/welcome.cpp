#include "gui/view_models/welcome.h"

#include "sim/scenario/template_library.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace switchroom::gui {

std::vector<WelcomeEntry> welcome_entries()
{
    constexpr std::array<std::pair<std::string_view, Text>, 8> described{{
        {"voicemail-only", Text::about_voicemail_only},
        {"daytime-overflow", Text::about_daytime_overflow},
        {"outsourced-reception", Text::about_outsourced_reception},
        {"after-hours-ai", Text::about_after_hours_ai},
        {"callback-windows", Text::about_callback_windows},
        {"round-the-clock", Text::about_round_the_clock},
        {"urgency-routing", Text::about_urgency_routing},
        {"patient-contact-centre", Text::about_patient_contact_centre},
    }};
    const std::vector<Template> library = template_library();
    std::vector<WelcomeEntry> entries;
    for (const auto& [name, about] : described) {
        const auto found = std::find_if(library.begin(), library.end(),
                                        [&](const Template& entry) { return entry.name == name; });
        if (found != library.end())
            entries.push_back({found->name, found->title, about});
    }
    return entries;
}

} // namespace switchroom::gui
