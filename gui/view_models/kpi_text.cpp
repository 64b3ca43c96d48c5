#include "gui/view_models/kpi_text.h"

#include "gui/view_models/text.h"
#include "planner/report/find_figures.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace switchroom::gui {

namespace {

struct French {
    std::string_view name;
    const char* title;
    const char* sentence;
};

constexpr std::array french{
#define SWITCHROOM_KPI(name, title, sentence) French{name, title, sentence},
#include "gui/view_models/texts/kpi_french.inc"
#undef SWITCHROOM_KPI
};

const French* french_of(const KpiDefinition& kpi)
{
    for (const French& entry : french)
        if (entry.name == kpi.name)
            return &entry;
    return nullptr;
}

/// With a large first letter, accented French ones included.
std::string with_capital(std::string words)
{
    if (words.starts_with("é"))
        return "É" + words.substr(std::string_view("é").size());
    return report::capitalised(words);
}

} // namespace

std::string kpi_title_inside(const KpiDefinition& kpi, Language language)
{
    const French* entry = language == Language::french ? french_of(kpi) : nullptr;
    if (entry)
        return kpi.key.empty() ? entry->title : fmt::format(fmt::runtime(entry->title), kpi.key);
    return kpi.key.empty() ? std::string(kpi.title) : "service level " + std::string(kpi.key);
}

std::string kpi_title(const KpiDefinition& kpi, Language language)
{
    return with_capital(kpi_title_inside(kpi, language));
}

std::string kpi_sentence(const KpiDefinition& kpi, Language language)
{
    const French* entry = language == Language::french ? french_of(kpi) : nullptr;
    return entry ? entry->sentence : std::string(kpi.help);
}

std::string kpi_help(const KpiDefinition& kpi, Language language)
{
    return kpi_sentence(kpi, language) + "\n" + filled(Text::kpi_formula, language, kpi.formula);
}

std::string unit_title(KpiUnit unit, const Locale& locale)
{
    switch (unit) {
    case KpiUnit::count:
        return text_of(Text::kpi_unit_count, locale.language);
    case KpiUnit::share:
        return text_of(Text::kpi_unit_share, locale.language);
    case KpiUnit::seconds:
        return text_of(Text::kpi_unit_seconds, locale.language);
    case KpiUnit::hours:
        return text_of(Text::kpi_unit_hours, locale.language);
    case KpiUnit::calls:
        return text_of(Text::kpi_unit_calls, locale.language);
    case KpiUnit::agents:
        return text_of(Text::kpi_unit_agents, locale.language);
    case KpiUnit::money:
        return currency_sign(locale.currency);
    }
    return {};
}

} // namespace switchroom::gui
