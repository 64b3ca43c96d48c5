#include "planner/contract/economics.h"

#include <array>

namespace switchroom {

namespace {

constexpr std::string_view us_centre = "published for US patient contact centres";
constexpr std::string_view us_service = "US answering services' price lists";
constexpr std::string_view france = "French medical reception, price lists and a survey of 2014";

constexpr std::array<PublishedCost, 19> published{{
    {"wage of a medical secretary", 17.59, 17.59, "USD an hour", "US median of 2019"},
    {"in-house agent, wage", 45000, 65000, "USD a year", us_centre},
    {"in-house agent with on-costs", 70000, 85000, "USD a year", us_centre},
    {"offshore agent", 6, 14, "USD an hour", us_centre},
    {"onboarding of an agent", 16, 24, "hours", us_centre},
    {"refreshers of an agent", 1, 2, "hours a month", us_centre},
    {"training of an agent", 150, 400, "USD a year", us_centre},
    {"bonus pool", 500, 2500, "USD an agent and year", us_centre},
    {"cloud contact centre", 1500, 15000, "USD a month", us_centre},
    {"bots, without integration", 2000, 12000, "USD a month", us_centre},
    {"modernisation of 30 to 50 seats, first year", 75000, 200000, "USD", us_centre},
    {"modernisation of 30 to 50 seats, afterwards", 8000, 35000, "USD a month", us_centre},
    {"saving a contact as first-call resolution rises from 60 to 80 %", 2, 7, "USD", us_centre},
    {"recovered by 15 % fewer missed appointments", 20, 80, "USD a visit", us_centre},
    {"answering service, 125 to 1 000 minutes", 350, 1850, "USD a month", us_service},
    {"answering service, overage", 1.75, 2.5, "USD a minute", us_service},
    {"medical answering", 800, 2500, "USD a month", us_service},
    {"call answered", 0.5, 1.2, "EUR", france},
    {"secretary with on-costs", 2000, 2000, "EUR a month, at least", france},
}};

} // namespace

std::span<const PublishedCost> published_costs()
{
    return published;
}

} // namespace switchroom
