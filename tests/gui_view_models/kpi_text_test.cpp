#include "gui/view_models/kpi_text.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace switchroom;
using namespace switchroom::gui;

TEST_CASE("every KPI has a title and a definition in every language, and the French ones are French")
{
    for (const KpiDefinition& kpi : kpi_table()) {
        INFO(kpi.name, " ", kpi.key);
        for (const Language language : all_languages) {
            CHECK_FALSE(kpi_title(kpi, language).empty());
            CHECK_FALSE(kpi_sentence(kpi, language).empty());
        }
        CHECK(kpi_sentence(kpi, Language::french) != kpi_sentence(kpi, Language::english));
        CHECK(kpi_title(kpi, Language::french).find('\'') == std::string::npos);
        CHECK(kpi_sentence(kpi, Language::french).find('\'') == std::string::npos);
        CHECK(kpi_sentence(kpi, Language::french).ends_with('.'));
    }
}

TEST_CASE("no two KPIs of a scope have the same title in French")
{
    std::map<KpiScope, std::set<std::string>> titles;
    for (const KpiDefinition& kpi : kpi_table()) {
        INFO(kpi.name, " ", kpi.key);
        CHECK(titles[kpi.scope].insert(kpi_title(kpi, Language::french)).second);
    }
}

TEST_CASE("a KPI is told by its title, its sentence and its formula")
{
    const KpiDefinition& answer_rate = *find_kpi(KpiScope::contact, "answer_rate");
    CHECK(kpi_title(answer_rate, Language::english) == "Answer rate");
    CHECK(kpi_title_inside(answer_rate, Language::french) == "taux de décroché");
    CHECK(kpi_help(answer_rate, Language::english).ends_with("\nFormula: answered / offered"));
    CHECK(kpi_help(answer_rate, Language::french).ends_with("\nFormule : answered / offered"));
    const KpiDefinition& f1 = *find_kpi(KpiScope::contact, "service_level_by_formula", "answered/offered");
    CHECK(kpi_title(f1, Language::french) == "Niveau de service answered/offered");
    CHECK(unit_title(KpiUnit::money, {Language::french, "GBP"}) == "£");
}
