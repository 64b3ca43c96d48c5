#include "sim/stats/service_level.h"

#include <array>
#include <limits>

namespace switchroom {

namespace {

constexpr ServiceLevelTerms answered_in_time{.answered_within = 1};
constexpr ServiceLevelTerms offered{.answered = 1, .abandoned = 1};

constexpr std::array<ServiceLevelFormula, 7> formulas{{
    {"F1", "answered/offered", "answered≤T / (answered + abandoned)",
     "strict; ICMI; Genesys Cloud with all abandons counted", answered_in_time, offered},
    {"F2",
     "answered/answered",
     "answered≤T / answered",
     "older ACD reports",
     answered_in_time,
     {.answered = 1}},
    {"F3",
     "answered/offered-excluding-abandons-within",
     "answered≤T / (answered + abandoned>T)",
     "Bright Pattern and others",
     answered_in_time,
     {.answered = 1, .abandoned = 1, .abandoned_within = -1}},
    {"F4",
     "(answered+abandoned)/offered",
     "(answered≤T + abandoned≤T) / (answered + abandoned)",
     "Amazon Connect: any removal within T counts",
     {.answered_within = 1, .abandoned_within = 1},
     offered},
    {"F5",
     "answered/offered-excluding-short-abandons",
     "answered≤T / (answered + abandoned − abandoned≤s)",
     "Genesys Cloud, Cisco",
     answered_in_time,
     {.answered = 1, .abandoned = 1, .abandoned_short = -1}},
    {"F6",
     "(answered+short-abandoned)/offered",
     "(answered≤T + abandoned≤s) / (answered + abandoned)",
     "centres that count a quick hang-up as served",
     {.answered_within = 1, .abandoned_short = 1},
     offered},
    {"F7",
     "answered/offered+flow-outs",
     "answered≤T / (answered + abandoned + flowed out)",
     "Avaya-style",
     answered_in_time,
     {.answered = 1, .abandoned = 1, .flowed_out = 1}},
}};

} // namespace

double ServiceLevelTerms::of(const ContactCounts& counts) const
{
    const std::int64_t sum = answered * counts.answered + answered_within * counts.answered_within +
                             abandoned * counts.abandoned + abandoned_within * counts.abandoned_within +
                             abandoned_short * counts.abandoned_short + flowed_out * counts.flowed_out +
                             blocked * counts.blocked;
    return static_cast<double>(sum);
}

std::span<const ServiceLevelFormula> service_level_formulas()
{
    return formulas;
}

const ServiceLevelFormula* find_service_level_formula(std::string_view name_or_id)
{
    for (const ServiceLevelFormula& formula : formulas)
        if (formula.name == name_or_id || formula.id == name_or_id)
            return &formula;
    return nullptr;
}

const ServiceLevelFormula& default_service_level_formula()
{
    return formulas.front();
}

double service_level(const ServiceLevelFormula& formula, const ContactCounts& counts)
{
    const double denominator = formula.denominator.of(counts);
    if (denominator == 0.0)
        return std::numeric_limits<double>::quiet_NaN();
    return formula.numerator.of(counts) / denominator;
}

} // namespace switchroom
