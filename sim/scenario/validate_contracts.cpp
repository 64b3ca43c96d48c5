#include "sim/scenario/validation.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

bool is_time(SlaMetric metric)
{
    return metric == SlaMetric::asa || metric == SlaMetric::longest_wait || metric == SlaMetric::hold;
}

/// Metrics of which less is better.
bool is_bounded_above(SlaMetric metric)
{
    return is_time(metric) || metric == SlaMetric::abandonment;
}

/// Days of the calendar, roughly, to compare lengths.
double days_of(SlaWindow window)
{
    constexpr double days[] = {0.0, 1.0 / 24.0, 1.0, 7.0, 28.0, 89.0, 365.0, 0.0};
    return days[static_cast<std::size_t>(window)];
}

double days_of(const Term& term)
{
    constexpr double days[] = {1.0, 7.0, 30.5, 91.4, 365.3};
    return term.count * days[static_cast<std::size_t>(term.unit)];
}

class ClauseCheck {
public:
    ClauseCheck(Validation& v, const Contract& contract, std::string path, const SlaClause& clause)
        : v_(v), contract_(contract), path_(std::move(path)), c_(clause)
    {
    }

    void run()
    {
        v_.need_contacts(at("contacts"), c_.contacts);
        if (c_.hours)
            validate_windows(v_, at("hours"), *c_.hours);
        if (!v_.report.broken(at("metric")))
            limit();
        service_level();
        clock();
        windows();
        volume();
        if (c_.earn_back && !v_.report.broken(at("earn_back.reaching")))
            same_unit(path_ + ".earn_back.reaching", c_.earn_back->reaching);
        if (c_.earn_back && !c_.credit)
            v_.error(at("earn_back"), "there is no \"credit\" that could be given back");
        if (c_.termination && c_.termination->misses > c_.termination->of)
            v_.error(at("termination") + ".misses", "{} misses never fit into {} windows",
                     c_.termination->misses, c_.termination->of);
        if (c_.scope == SlaScope::vendor)
            vendor_has_groups();
        if (c_.credit)
            credit(*c_.credit);
        if (c_.bonus)
            bonus(*c_.bonus);
    }

private:
    std::string at(std::string_view key) const { return join_path(path_, key); }

    void limit()
    {
        need_one_of(v_, path_, {{"at_least", c_.at_least.has_value()}, {"at_most", c_.at_most.has_value()}},
                    false, "what is promised");
        const std::string_view metric = to_name(c_.metric);
        if (is_bounded_above(c_.metric) && c_.at_least && !c_.at_most)
            v_.error(at("at_least"), "less {} is better, expected \"at_most\"", metric);
        if (!is_bounded_above(c_.metric) && c_.at_most && !c_.at_least)
            v_.error(at("at_most"), "more {} is better, expected \"at_least\"", metric);
        for (const auto& [key, limit] : {std::pair("at_least", c_.at_least), {"at_most", c_.at_most}})
            if (limit)
                same_unit(at(key), *limit);
        if (c_.bonus && !v_.report.broken(at("bonus.above")))
            same_unit(path_ + ".bonus.above", c_.bonus->above);
    }

    void clock()
    {
        const bool needs_greeting =
            c_.clock == SlaClock::after_greeting || c_.clock_stops == SlaClockStop::greeting;
        if (needs_greeting && c_.greeting.seconds == 0.0)
            v_.missing(
                path_, {"greeting"},
                "a clock that starts or stops with the greeting needs its length, \"greeting\" = \"8s\"");
        if (c_.clock_stops == SlaClockStop::greeting && c_.greeting.seconds > 0.0)
            v_.warning(at("clock_stops"),
                       "a recorded greeting that stops the clock answers every call at once, so this clause "
                       "says nothing about how long callers wait for a person");
        if (c_.over == WaitOf::received && c_.metric != SlaMetric::asa && !v_.report.broken(at("metric")))
            v_.error(at("over"), "\"over\" belongs to the metric asa, not to {}", to_name(c_.metric));
    }

    void volume()
    {
        if (c_.only_if_volume_within && c_.band)
            v_.error(at("band"), "\"only_if_volume_within\" says the same, expected one of them");
        if (c_.band && !c_.band->above && !c_.band->below)
            v_.missing(path_ + ".band", {"above", "below"},
                       "a band needs \"above\", \"below\" or both, as shares of the forecast");
        if (c_.volume && !c_.volume->at_least && !c_.volume->at_most)
            v_.missing(path_ + ".volume", {"at_least", "at_most"},
                       "a volume needs \"at_least\", \"at_most\" or both");
        if (c_.band && c_.band->relief == Relief::cap && !c_.band->above && c_.band->below)
            v_.error(at("band") + ".below", "a cap cuts what is above, expected \"above\"");
    }

    void same_unit(const std::string& path, const Limit& limit)
    {
        if (v_.report.broken(path))
            return;
        if (is_time(c_.metric) && !std::holds_alternative<Duration>(limit))
            v_.error(path, "found a share, {} is a time such as \"45s\"", to_name(c_.metric));
        if (!is_time(c_.metric) && std::holds_alternative<Duration>(limit))
            v_.error(path, "found a time, {} is a share from 0 to 1", to_name(c_.metric));
    }

    void service_level()
    {
        if (c_.metric == SlaMetric::service_level && !c_.within)
            v_.missing(path_, {"within", "metric"},
                       "a service level needs \"within\", the waiting time that counts as in time");
        if (c_.metric != SlaMetric::service_level && c_.within && !v_.report.broken(at("metric")))
            v_.error(at("within"), "\"within\" belongs to the metric service_level, not to {}",
                     to_name(c_.metric));
        if (c_.formula == Formula::virtual_wait)
            v_.error(
                at("formula"),
                "\"virtual-wait\" is a formula of the solvers, expected one that calls can be counted by");
        const bool short_ones = c_.formula == Formula::answered_offered_excluding_short_abandons ||
                                c_.formula == Formula::answered_short_abandoned_offered;
        if (short_ones && c_.short_abandon.seconds == 0.0)
            v_.missing(path_, {"short_abandon"},
                       fmt::format("the formula \"{}\" needs \"short_abandon\", such as \"5s\"",
                                   to_name(c_.formula)));
    }

    void windows()
    {
        const bool grains = c_.aggregate != Aggregate::pooled;
        if (grains && !c_.grain)
            v_.missing(path_, {"grain"},
                       fmt::format("the aggregate \"{}\" needs a \"grain\", such as \"30min\"",
                                   to_name(c_.aggregate)));
        if (!grains && c_.grain && !v_.report.broken(at("aggregate")))
            v_.error(at("grain"),
                     "a pooled window has no grains, expected another \"aggregate\" or no \"grain\"");
        constexpr double day_s = 86400.0;
        if (c_.grain && (c_.grain->seconds > day_s || std::fmod(day_s, c_.grain->seconds) != 0.0))
            v_.error(at("grain"),
                     "found {}, expected a length that divides the day, such as \"30min\" or \"1d\"",
                     to_text(*c_.grain));
        if (c_.aggregate == Aggregate::share_of_grains && !c_.of_grains)
            v_.missing(
                path_, {"of_grains"},
                "the aggregate \"share_of_grains\" needs \"of_grains\", the share that must comply, such "
                "as 0.9");
        if (c_.aggregate != Aggregate::share_of_grains && c_.of_grains && !v_.report.broken(at("aggregate")))
            v_.error(at("of_grains"), "\"of_grains\" belongs to the aggregate share_of_grains, not to {}",
                     to_name(c_.aggregate));
        if (days_of(c_.window) > days_of(c_.term))
            v_.error(v_.report.has_place(at("term")) ? at("term") : at("window"),
                     "a term of {} holds no whole {}", term_literal(c_.term), to_name(c_.window));
    }

    void vendor_has_groups()
    {
        const auto& groups = v_.scenario.groups;
        if (std::none_of(groups.begin(), groups.end(),
                         [&](const Group& group) { return group.employer == contract_.vendor; }))
            v_.error(at("scope"), "no group has the employer \"{}\", so no call is offered to this vendor",
                     contract_.vendor);
    }

    void credit(const Credit& credit)
    {
        need_one_of(v_, path_ + ".credit",
                    {{"per_point", credit.per_point.has_value()},
                     {"amount_per_point", credit.amount_per_point.has_value()},
                     {"flat", credit.flat.has_value()},
                     {"tiers", !credit.tiers.empty()}},
                    false, "what a miss costs");
        if (credit.of == CreditBase::at_risk && !credit.at_risk)
            v_.missing(path_ + ".credit", {"at_risk"},
                       "a credit of the amount at risk needs that amount, \"at_risk\"");
        for (std::size_t i = 1; i < credit.tiers.size(); ++i) {
            const bool rising = credit.tiers[i].from > credit.tiers[i - 1].from;
            if (rising != is_bounded_above(c_.metric) || credit.tiers[i].from == credit.tiers[i - 1].from)
                v_.error(join_path(path_ + ".credit.tiers", i),
                         "tiers go from the nearest miss to the worst, found {} after {}",
                         credit.tiers[i].from, credit.tiers[i - 1].from);
        }
    }

    void bonus(const Bonus& bonus)
    {
        need_one_of(v_, path_ + ".bonus",
                    {{"share", bonus.share.has_value()},
                     {"per_point", bonus.per_point.has_value()},
                     {"flat", bonus.flat.has_value()}},
                    false, "what it earns");
        if (bonus.of == CreditBase::at_risk && !(c_.credit && c_.credit->at_risk))
            v_.missing(path_ + ".credit", {"at_risk"},
                       "a bonus of the amount at risk needs \"at_risk\" in \"credit\"");
    }

    Validation& v_;
    const Contract& contract_;
    std::string path_;
    const SlaClause& c_;
};

void validate_price(Validation& v, const std::string& path, const Price& price)
{
    for (std::size_t i = 1; i < price.tiers.size(); ++i)
        if (price.tiers[i].above <= price.tiers[i - 1].above)
            v.error(join_path(path + ".tiers", i) + ".above", "found {} after {}, expected rising volumes",
                    price.tiers[i].above, price.tiers[i - 1].above);
    if (!price.tiers.empty() && !price.per_call)
        v.missing(path, {"per_call"}, "the tiers need \"per_call\", the price below them");
    for (std::size_t i = 1; i < price.minute_tiers.size(); ++i)
        if (price.minute_tiers[i].above <= price.minute_tiers[i - 1].above)
            v.error(join_path(path + ".minute_tiers", i) + ".above",
                    "found {} after {}, expected rising volumes", price.minute_tiers[i].above,
                    price.minute_tiers[i - 1].above);
    if (!price.minute_tiers.empty() && !price.per_minute)
        v.missing(path, {"per_minute"}, "the tiers need \"per_minute\", the price below them");
    if (price.bill_wrap_up && price.flat_wrap_up)
        v.error(path + ".flat_wrap_up", "wrap-up is billed as it is or flat, expected one of them");
    if (price.least_share_of_forecast && !price.per_call)
        v.error(path + ".least_share_of_forecast",
                "found a least volume without \"per_call\", the price of what is missing");
    if (price.included_calls > 0.0 && !price.per_call)
        v.error(path + ".included_calls",
                "found included calls without \"per_call\", the price of the others");
    if (price.included_minutes > 0.0 && !price.per_minute && !price.overage_per_minute)
        v.error(path + ".included_minutes", "found included minutes without \"per_minute\" or "
                                            "\"overage_per_minute\", the price of the others");
}

} // namespace

void validate_contracts(Validation& v)
{
    std::set<std::string_view> vendors;
    for (std::size_t i = 0; i < v.scenario.contracts.size(); ++i) {
        const Contract& contract = v.scenario.contracts[i];
        const std::string path = join_path("contracts", i);
        if (!contract.vendor.empty() && !vendors.insert(contract.vendor).second)
            v.error(path + ".vendor", "there is another contract with \"{}\", expected one for each vendor",
                    contract.vendor);
        validate_price(v, path + ".price", contract.price);
        std::set<std::string_view> clauses;
        for (std::size_t k = 0; k < contract.sla.size(); ++k) {
            const std::string at = join_path(path + ".sla", k);
            if (!contract.sla[k].name.empty() && !clauses.insert(contract.sla[k].name).second)
                v.error(at + ".name", "there is another clause called \"{}\", expected a name of its own",
                        contract.sla[k].name);
            ClauseCheck(v, contract, at, contract.sla[k]).run();
        }
    }
}

} // namespace switchroom
