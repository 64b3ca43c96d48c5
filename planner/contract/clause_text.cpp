#include "planner/contract/clause_text.h"

#include "planner/contract/clause_counts.h"
#include "planner/contract/money.h"
#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <cmath>

namespace switchroom {

namespace {

/// "95 %", "1.5 %".
std::string percent(double share)
{
    return fmt::format("{:g} %", std::round(share * 1e8) / 1e6);
}

/// "30 s", "2 min", "2 h", "90 days".
std::string time_text(Duration duration)
{
    const double s = duration.seconds;
    const auto whole = [s](double unit) { return s >= unit && std::fmod(s, unit) == 0.0; };
    if (whole(86400.0))
        return fmt::format("{:g} day{}", s / 86400.0, s == 86400.0 ? "" : "s");
    if (whole(3600.0))
        return fmt::format("{:g} h", s / 3600.0);
    if (whole(60.0))
        return fmt::format("{:g} min", s / 60.0);
    return fmt::format("{:g} s", s);
}

std::string money(Money amount, const std::string& currency)
{
    return money_text(to_cents(amount.amount), currency);
}

std::string limit_text(const Limit& limit)
{
    if (const auto* time = std::get_if<Duration>(&limit))
        return time_text(*time);
    return percent(std::get<Probability>(limit).value);
}

class Telling {
public:
    Telling(const SlaClause& clause, const std::string& vendor, const std::string& currency)
        : c_(clause), vendor_(vendor), currency_(currency)
    {
    }

    std::string text() const
    {
        std::string told = when() + " " + what() + aggregate();
        if (c_.credit)
            told += "; otherwise " + credit(*c_.credit);
        told += ".";
        for (const std::string& sentence :
             {clock(), windows(), exclusions(), volume(), bonus(), earn_back(), termination()})
            if (!sentence.empty())
                told += " " + sentence;
        return told;
    }

private:
    std::string when() const
    {
        switch (c_.window) {
        case SlaWindow::interval:
            return "In each reporting interval";
        case SlaWindow::hour:
            return "In each hour";
        case SlaWindow::day:
            return "On each day";
        case SlaWindow::week:
            return "In each week from Monday on";
        case SlaWindow::month:
            return "In each calendar month";
        case SlaWindow::quarter:
            return "In each calendar quarter";
        case SlaWindow::year:
            return "In each calendar year";
        case SlaWindow::term:
            return "Over the whole term";
        }
        return {};
    }

    /// "all contacts", "the contacts appointments and billing".
    std::string who() const
    {
        std::string names;
        for (std::size_t i = 0; i < c_.contacts.size(); ++i)
            names += (i == 0 ? "" : i + 1 == c_.contacts.size() ? " and " : ", ") + c_.contacts[i];
        std::string who = c_.contacts.empty() ? "all calls" : fmt::format("the calls of {}", names);
        if (c_.scope == SlaScope::vendor)
            who += fmt::format(" that {} is offered", vendor_);
        if (c_.hours)
            who += " in the clause's hours";
        return who;
    }

    std::string bound() const
    {
        return c_.at_least ? "at least " + limit_text(*c_.at_least) : "at most " + limit_text(*c_.at_most);
    }

    std::string except_short() const
    {
        return c_.short_abandon.seconds > 0.0
                   ? fmt::format(", without those who hang up within {}", time_text(c_.short_abandon))
                   : "";
    }

    std::string what() const
    {
        switch (c_.metric) {
        case SlaMetric::service_level:
            return fmt::format("{} of {} are answered within {} ({}{})", bound(), who(),
                               time_text(*c_.within), to_name(c_.formula), short_limit());
        case SlaMetric::abandonment:
            return fmt::format("{} of {} hang up while they wait{}", bound(), who(), except_short());
        case SlaMetric::answered:
            return fmt::format("{} of {} are answered", bound(), who());
        case SlaMetric::asa:
            return fmt::format("the mean wait of {} is {}, taken over {}", who(), bound(),
                               c_.over == WaitOf::answered ? "answered calls" : "all that were received");
        case SlaMetric::hold:
            return fmt::format("the mean time on hold of {} is {}", who(), bound());
        case SlaMetric::longest_wait:
            return fmt::format("the longest wait of {} is {}", who(), bound());
        case SlaMetric::callback_on_time:
            return fmt::format("{} of the promised callbacks are made in time", bound());
        case SlaMetric::message_on_time:
            return fmt::format("{} of the messages are dealt with in time", bound());
        }
        return {};
    }

    std::string short_limit() const
    {
        const bool uses = c_.formula == Formula::answered_offered_excluding_short_abandons ||
                          c_.formula == Formula::answered_short_abandoned_offered;
        return uses ? fmt::format(", short is up to {}", time_text(c_.short_abandon)) : "";
    }

    std::string aggregate() const
    {
        const std::string grain = c_.grain ? time_text(*c_.grain) : "";
        switch (c_.aggregate) {
        case Aggregate::pooled:
            return {};
        case Aggregate::share_of_grains:
            return fmt::format(", in at least {} of the stretches of {}", percent(c_.of_grains->value),
                               grain);
        case Aggregate::every_grain:
            return fmt::format(", in every stretch of {}", grain);
        case Aggregate::mean_of_grains:
            return fmt::format(", as the plain mean over stretches of {}", grain);
        }
        return {};
    }

    std::string_view unit() const
    {
        return is_time(c_.metric) && c_.aggregate != Aggregate::share_of_grains ? "second"
                                                                                : "percentage point";
    }

    std::string base(CreditBase of) const
    {
        switch (of) {
        case CreditBase::invoice:
            return "the invoice";
        case CreditBase::monthly:
            return "the monthly fee";
        case CreditBase::at_risk:
            return c_.credit && c_.credit->at_risk ? money(*c_.credit->at_risk, currency_)
                                                   : "the amount at risk";
        }
        return {};
    }

    std::string tiers(const Credit& credit) const
    {
        const std::string_view mark = unit() == "second" ? " s" : " %";
        std::string told;
        for (const CreditTier& tier : credit.tiers)
            told += fmt::format("{}{} from {:g}{} on", told.empty() ? "" : ", ", percent(tier.share.value),
                                tier.from, mark);
        return told + " of " + base(credit.of);
    }

    std::string credit(const Credit& credit) const
    {
        std::string told;
        if (credit.per_point)
            told = fmt::format("{} of {} for each {} missed", percent(*credit.per_point), base(credit.of),
                               unit());
        else if (credit.amount_per_point)
            told = fmt::format("{} for each {} missed", money(*credit.amount_per_point, currency_), unit());
        else if (credit.flat)
            told = money(*credit.flat, currency_);
        else
            told = tiers(credit);
        if (credit.begun_points)
            told += ", begun ones in full";
        if (credit.dead_band > 0.0)
            told += fmt::format(", the first {:g} free", credit.dead_band);
        if (credit.repeat_factor != 1.0)
            told += fmt::format(", {:g} times as much where the window before was missed, too",
                                credit.repeat_factor);
        if (credit.cap)
            told += fmt::format(", at most {} of {}", percent(credit.cap->value), base(credit.of));
        if (credit.cap_amount)
            told += fmt::format(", at most {}", money(*credit.cap_amount, currency_));
        return told;
    }

    std::string clock() const
    {
        if (c_.clock_stops == SlaClockStop::greeting)
            return "Waiting ends when the recorded greeting begins: every call counts as answered at once.";
        switch (c_.clock) {
        case SlaClock::ring:
            return "Waiting counts from the first ring.";
        case SlaClock::queue:
            return c_.within || is_time(c_.metric) ? "Waiting counts from joining the queue." : "";
        case SlaClock::offered_to_vendor:
            return fmt::format("Waiting counts from when {} is asked.", vendor_);
        case SlaClock::after_greeting:
            return fmt::format("Waiting counts from the end of the greeting ({}).", time_text(c_.greeting));
        }
        return {};
    }

    std::string windows() const
    {
        std::string told;
        if (c_.of_windows.value < 1.0)
            told = fmt::format("It is kept if {} of the windows of {} comply.", percent(c_.of_windows.value),
                               term_literal(c_.term));
        if (c_.minimum_sample > 0)
            told += fmt::format("{}Windows with fewer than {} contacts do not count.",
                                told.empty() ? "" : " ", c_.minimum_sample);
        if (c_.round_to)
            told += fmt::format("{}The figure is rounded to {:g} {}.", told.empty() ? "" : " ", *c_.round_to,
                                unit() == "second" ? "s" : "points");
        return told;
    }

    static void add(std::string& list, std::string_view what)
    {
        list += list.empty() ? "" : ", ";
        list += what;
    }

    std::string exclusions() const
    {
        std::string list;
        if (c_.except.ramp_up)
            add(list, fmt::format("the first {} of the term", time_text(*c_.except.ramp_up)));
        if (c_.except.closures)
            add(list, "closure days");
        if (!c_.except.dates.empty())
            add(list, "the days named");
        if (!c_.except.client_outages.empty())
            add(list, "days on which the client's systems were out");
        if (!c_.except.client_staffing.empty())
            add(list, "days on which the client dictated the number of agents");
        return list.empty() ? "" : fmt::format("Left out: {}.", list);
    }

    static std::string relief_text(Relief relief)
    {
        switch (relief) {
        case Relief::void_:
            return "the window does not count";
        case Relief::cap:
            return "the calls beyond it do not count";
        case Relief::drop_days:
            return "that day does not count";
        }
        return {};
    }

    std::string volume() const
    {
        std::string told;
        if (c_.only_if_volume_within)
            told = fmt::format("It holds while the volume is within {} of the forecast.",
                               percent(c_.only_if_volume_within->value));
        if (c_.band) {
            std::string edges;
            if (c_.band->above)
                add(edges, fmt::format("more than {} of the forecast", percent(1.0 + c_.band->above->value)));
            if (c_.band->below)
                add(edges, fmt::format("less than {} of it", percent(1.0 - c_.band->below->value)));
            told = fmt::format("Where the volume is {}, {}.", edges, relief_text(c_.band->relief));
            if (c_.band->locked)
                told += fmt::format(" The forecast is fixed {} before.", time_text(*c_.band->locked));
        }
        if (c_.volume) {
            const std::string_view per = c_.volume->relief == Relief::void_ ? "window" : "day";
            std::string edges;
            if (c_.volume->at_most)
                add(edges, fmt::format("more than {:g} contacts a {}", *c_.volume->at_most, per));
            if (c_.volume->at_least)
                add(edges, fmt::format("fewer than {:g} a {}", *c_.volume->at_least, per));
            told +=
                fmt::format("{}With {}, {}.", told.empty() ? "" : " ", edges, relief_text(c_.volume->relief));
        }
        return told;
    }

    std::string bonus() const
    {
        if (!c_.bonus)
            return {};
        const Bonus& bonus = *c_.bonus;
        std::string told;
        if (bonus.per_point)
            told = fmt::format("{} of {} for each {} beyond {}", percent(*bonus.per_point), base(bonus.of),
                               unit(), limit_text(bonus.above));
        else if (bonus.flat)
            told = fmt::format("{} from {} on", money(*bonus.flat, currency_), limit_text(bonus.above));
        else
            told = fmt::format("{} of {} from {} on", percent(bonus.share->value), base(bonus.of),
                               limit_text(bonus.above));
        if (bonus.cap)
            told += fmt::format(", at most {}", percent(bonus.cap->value));
        return "Bonus: " + told + ".";
    }

    std::string earn_back() const
    {
        if (!c_.earn_back)
            return {};
        return fmt::format("A credit is given back if the next {} windows all reach {}.",
                           c_.earn_back->windows, limit_text(c_.earn_back->reaching));
    }

    std::string termination() const
    {
        if (!c_.termination)
            return {};
        return fmt::format("After {} misses in {} windows the client may leave.", c_.termination->misses,
                           c_.termination->of);
    }

    const SlaClause& c_;
    const std::string& vendor_;
    const std::string& currency_;
};

} // namespace

std::string clause_text(const SlaClause& clause, const std::string& vendor, const std::string& currency)
{
    return Telling(clause, vendor, currency).text();
}

} // namespace switchroom
