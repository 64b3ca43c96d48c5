#include "sim/stats/service_level.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace switchroom;

namespace {

double percent(std::string_view formula, const ContactCounts& counts)
{
    const ServiceLevelFormula* found = find_service_level_formula(formula);
    REQUIRE(found != nullptr);
    return std::round(service_level(*found, counts) * 1e4) / 100.0;
}

} // namespace

TEST_CASE("the seven formulas give seven different figures for the golden month")
{
    ContactCounts month;
    month.answered = 1000;
    month.abandoned = 60;
    month.answered_within = 860;
    month.abandoned_within = 20;
    month.abandoned_short = 10;
    CHECK(percent("F1", month) == 81.13);
    CHECK(percent("F2", month) == 86.00);
    CHECK(percent("F3", month) == 82.69);
    CHECK(percent("F4", month) == 83.02);
    CHECK(percent("F5", month) == 81.90);
    CHECK(percent("F6", month) == 82.08);
    CHECK(percent("F7", month) == 81.13); // nothing flowed out
    month.flowed_out = 100;
    CHECK(percent("F7", month) == 74.14); // 860 / 1160
    CHECK(percent("F1", month) == 81.13); // F1 does not see flow-outs
}

TEST_CASE(
    "short abandons leave the denominator: 200 in time, 100 late, 50 short and 50 long abandons make 57.14 %")
{
    ContactCounts counts;
    counts.answered = 300;
    counts.answered_within = 200;
    counts.abandoned = 100;
    counts.abandoned_short = 50;
    CHECK(percent("answered/offered-excluding-short-abandons", counts) == 57.14);
}

TEST_CASE("a short-abandon limit beyond the threshold counts from the times themselves")
{
    // Waits: answered at 5, 15, 40 s; abandoned at 10, 25, 90 s. T = 20 s, s = 30 s.
    ContactCounts counts;
    counts.answered = 3;
    counts.answered_within = 2;
    counts.abandoned = 3;
    counts.abandoned_within = 1;
    counts.abandoned_short = 2;
    CHECK(percent("F5", counts) == 50.00); // 2 of 3 + 1
    CHECK(percent("F6", counts) == 66.67); // 2 + 2 of 6
    CHECK(percent("F3", counts) == 40.00); // 2 of 3 + 2
}

TEST_CASE("formulas are found by name and by id and unknown names are not")
{
    for (const ServiceLevelFormula& formula : service_level_formulas()) {
        CHECK(find_service_level_formula(formula.name) == &formula);
        CHECK(find_service_level_formula(formula.id) == &formula);
    }
    CHECK(find_service_level_formula("virtual-wait") == nullptr);
    CHECK(default_service_level_formula().name == "answered/offered");
}

TEST_CASE("no calls have no service level")
{
    for (const ServiceLevelFormula& formula : service_level_formulas())
        CHECK(std::isnan(service_level(formula, ContactCounts{})));
}
