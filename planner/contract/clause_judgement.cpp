#include "planner/contract/clause_judgement.h"

#include "sim/base/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Shares are judged by points of a hundred, times by seconds. What rounding of doubles leaves is no miss.
constexpr double tolerance = 1e-9;

/// Metrics in points: figure × 100.
double scale_of(const SlaClause& clause)
{
    return is_time(clause.metric) && clause.aggregate != Aggregate::share_of_grains ? 1.0 : 100.0;
}

/// True where a lower figure is a better one.
bool less_is_better(const SlaClause& clause)
{
    return is_bounded_above(clause.metric) && clause.aggregate != Aggregate::share_of_grains;
}

/// What the figure of a window is compared with.
double promise_of(const SlaClause& clause)
{
    return clause.aggregate == Aggregate::share_of_grains ? clause.of_grains->value : limit_of(clause);
}

double rounded(const SlaClause& clause, double figure)
{
    if (!clause.round_to || std::isnan(figure))
        return figure;
    const double scale = scale_of(clause);
    return std::floor(figure * scale / *clause.round_to + 0.5 + tolerance) * *clause.round_to / scale;
}

/// The same comparison for one grain's own metric.
bool grain_complies(const SlaClause& clause, double value)
{
    const double limit = limit_of(clause);
    return is_bounded_above(clause.metric) ? value <= limit + tolerance : value >= limit - tolerance;
}

struct Volumes {
    double least = 0.0;
    double most = std::numeric_limits<double>::infinity();

    bool hold(double volume) const { return volume >= least - tolerance && volume <= most + tolerance; }
};

/// The old shorthand is a band that voids.
std::optional<ForecastBand> band_of(const SlaClause& clause)
{
    if (!clause.only_if_volume_within)
        return clause.band;
    return ForecastBand{.above = clause.only_if_volume_within,
                        .below = clause.only_if_volume_within,
                        .relief = Relief::void_,
                        .locked = {}};
}

/// The volumes that the clause covers, as far as they have this relief, for a stretch with this forecast.
Volumes covered(const SlaClause& clause, Relief relief, double forecast)
{
    Volumes volumes;
    if (const auto band = band_of(clause); band && band->relief == relief) {
        if (band->above)
            volumes.most = forecast * (1.0 + band->above->value);
        if (band->below)
            volumes.least = forecast * (1.0 - band->below->value);
    }
    if (clause.volume && clause.volume->relief == relief) {
        volumes.least = std::max(volumes.least, clause.volume->at_least.value_or(0.0));
        volumes.most = std::min(volumes.most, clause.volume->at_most.value_or(volumes.most));
    }
    return volumes;
}

/// One window at work: its grains after relief.
class WindowWork {
public:
    WindowWork(const SlaClause& clause, const ClausePlan& plan, const TermFacts& facts,
               const ClauseWindow& window)
        : clause_(clause), plan_(plan), facts_(facts), window_(window)
    {
    }

    WindowJudgement judge()
    {
        WindowJudgement result;
        result.figure = nan;
        relieve(result);
        result.contacts = contacts_;
        if (contacts_ <= 0.0)
            return not_judged(result, "no contacts");
        if (contacts_ < clause_.minimum_sample)
            return not_judged(result, "fewer contacts than the minimum");
        if (!covered(clause_, Relief::void_, forecast_).hold(contacts_))
            return not_judged(result, "volume outside of the band");
        result.figure = rounded(clause_, figure());
        if (std::isnan(result.figure))
            return not_judged(result, result.days_dropped > 0 ? "every day dropped" : "nothing to judge");
        result.missed_by = missed_by(clause_, result.figure);
        result.state = result.missed_by > tolerance ? WindowState::missed : WindowState::kept;
        return result;
    }

private:
    static WindowJudgement not_judged(WindowJudgement& result, std::string_view why)
    {
        result.state = WindowState::not_judged;
        result.why = why;
        return result;
    }

    double forecast_on(int day) const
    {
        return facts_.forecast.empty() ? 0.0 : facts_.forecast[static_cast<std::size_t>(day)];
    }

    /// Adds up the volume and fills counts_, day by day.
    void relieve(WindowJudgement& result)
    {
        const std::uint32_t end = window_.first_grain + window_.grains;
        for (std::uint32_t first = window_.first_grain; first < end;) {
            const int day = plan_.grains[first].day;
            std::uint32_t last = first;
            double volume = 0.0;
            for (; last < end && plan_.grains[last].day == day; ++last)
                volume += facts_.counts[last].volume();
            const double forecast = forecast_on(day);
            contacts_ += volume;
            forecast_ += forecast;
            const bool dropped = volume > 0.0 && !covered(clause_, Relief::drop_days, forecast).hold(volume);
            result.days_dropped += dropped;
            const double most = covered(clause_, Relief::cap, forecast).most;
            const double weight = volume > most ? most / volume : 1.0;
            for (; first < last && !dropped; ++first)
                counts_.push_back(weight < 1.0 ? weighted(facts_.counts[first], weight)
                                               : facts_.counts[first]);
            first = last;
        }
    }

    double figure() const
    {
        if (clause_.aggregate == Aggregate::pooled) {
            ClauseCounts total;
            for (const ClauseCounts& counts : counts_)
                total += counts;
            return metric_value(clause_, total);
        }
        double sum = 0.0, complying = 0.0, worst = nan;
        int grains = 0;
        for (const ClauseCounts& counts : counts_) {
            const double value = metric_value(clause_, counts);
            if (std::isnan(value))
                continue;
            ++grains;
            sum += value;
            complying += grain_complies(clause_, value) ? 1.0 : 0.0;
            if (std::isnan(worst) || (is_bounded_above(clause_.metric) ? value > worst : value < worst))
                worst = value;
        }
        if (grains == 0)
            return nan;
        switch (clause_.aggregate) {
        case Aggregate::share_of_grains:
            return complying / grains;
        case Aggregate::every_grain:
            return worst;
        default:
            return sum / grains;
        }
    }

    const SlaClause& clause_;
    const ClausePlan& plan_;
    const TermFacts& facts_;
    const ClauseWindow& window_;
    std::vector<ClauseCounts> counts_;
    double contacts_ = 0.0;
    double forecast_ = 0.0;
};

double points_missed(const Credit& credit, double missed)
{
    const double points = std::max(missed - credit.dead_band, 0.0);
    return credit.begun_points ? std::ceil(points - tolerance) : points;
}

double share_of_tier(const SlaClause& clause, const Credit& credit, double figure)
{
    const double value = figure * scale_of(clause);
    double share = 0.0;
    for (const CreditTier& tier : credit.tiers)
        if (less_is_better(clause) ? value >= tier.from - tolerance : value <= tier.from + tolerance)
            share = tier.share.value;
    return share;
}

/// Whether a figure is at least as good as another one.
bool reaches(const SlaClause& clause, double figure, double wanted)
{
    return less_is_better(clause) ? figure <= wanted + tolerance : figure >= wanted - tolerance;
}

/// An amount at risk is the clause's own base; the others come from the invoice.
double base_of(const SlaClause& clause, CreditBase of, std::span<const double> bases, std::size_t window)
{
    if (of == CreditBase::at_risk)
        return clause.credit && clause.credit->at_risk ? clause.credit->at_risk->amount : 0.0;
    return bases.empty() ? 0.0 : bases[window];
}

double credit_base(const SlaClause& clause, const TermFacts& facts, std::size_t window)
{
    return clause.credit ? base_of(clause, clause.credit->of, facts.credit_bases, window) : 0.0;
}

double bonus_base(const SlaClause& clause, const TermFacts& facts, std::size_t window)
{
    return clause.bonus ? base_of(clause, clause.bonus->of, facts.bonus_bases, window) : 0.0;
}

void pay(const SlaClause& clause, const TermFacts& facts, TermJudgement& term)
{
    bool missed_before = false;
    for (std::size_t w = 0; w < term.windows.size(); ++w) {
        WindowJudgement& window = term.windows[w];
        if (window.state == WindowState::not_judged)
            continue;
        const bool missed = window.state == WindowState::missed;
        if (missed)
            window.credit = window.credit_before_earn_back =
                credit_for(clause, window.figure, credit_base(clause, facts, w), missed_before);
        else
            window.bonus = bonus_for(clause, window.figure, bonus_base(clause, facts, w));
        missed_before = missed;
    }
}

/// Looks at the judged windows that follow each missed one.
void earn_back(const SlaClause& clause, TermJudgement& term)
{
    if (!clause.earn_back)
        return;
    const double wanted = number_of(clause.earn_back->reaching);
    for (std::size_t w = 0; w < term.windows.size(); ++w) {
        if (term.windows[w].credit == 0)
            continue;
        int reached = 0;
        for (std::size_t next = w + 1; next < term.windows.size(); ++next) {
            if (term.windows[next].state == WindowState::not_judged)
                continue;
            if (!reaches(clause, term.windows[next].figure, wanted))
                break;
            if (++reached == clause.earn_back->windows) {
                term.windows[w].earned_back = true;
                term.windows[w].credit = 0;
                break;
            }
        }
    }
}

void look_for_termination(const SlaClause& clause, TermJudgement& term)
{
    if (!clause.termination)
        return;
    std::vector<std::size_t> judged;
    for (std::size_t w = 0; w < term.windows.size(); ++w)
        if (term.windows[w].state != WindowState::not_judged)
            judged.push_back(w);
    const auto of = static_cast<std::size_t>(clause.termination->of);
    for (std::size_t last = 0; last < judged.size(); ++last) {
        int misses = 0;
        for (std::size_t i = last + 1 >= of ? last + 1 - of : 0; i <= last; ++i)
            misses += term.windows[judged[i]].state == WindowState::missed;
        if (misses >= clause.termination->misses) {
            term.terminated_after = static_cast<int>(judged[last]);
            return;
        }
    }
}

} // namespace

double missed_by(const SlaClause& clause, double figure)
{
    const double short_of = (promise_of(clause) - figure) * scale_of(clause);
    return less_is_better(clause) ? -short_of : short_of;
}

Cents credit_for(const SlaClause& clause, double figure, double base, bool repeats)
{
    const double missed = missed_by(clause, figure);
    if (!clause.credit || missed <= tolerance)
        return 0;
    const Credit& credit = *clause.credit;
    double amount = 0.0;
    if (credit.per_point)
        amount = points_missed(credit, missed) * *credit.per_point * base;
    else if (credit.amount_per_point)
        amount = points_missed(credit, missed) * credit.amount_per_point->amount;
    else if (credit.flat)
        amount = missed > credit.dead_band + tolerance ? credit.flat->amount : 0.0;
    else
        amount = missed > credit.dead_band + tolerance ? share_of_tier(clause, credit, figure) * base : 0.0;
    if (repeats)
        amount *= credit.repeat_factor;
    if (credit.cap)
        amount = std::min(amount, credit.cap->value * base);
    if (credit.cap_amount)
        amount = std::min(amount, credit.cap_amount->amount);
    return to_cents(amount);
}

Cents bonus_for(const SlaClause& clause, double figure, double base)
{
    if (!clause.bonus || missed_by(clause, figure) > tolerance)
        return 0;
    const Bonus& bonus = *clause.bonus;
    const double above = number_of(bonus.above);
    if (!reaches(clause, figure, above))
        return 0;
    double amount = 0.0;
    if (bonus.per_point)
        amount = std::abs(figure - above) * scale_of(clause) * *bonus.per_point * base;
    else if (bonus.flat)
        amount = bonus.flat->amount;
    else
        amount = bonus.share->value * base;
    if (bonus.cap)
        amount = std::min(amount, bonus.cap->value * base);
    return to_cents(amount);
}

TermJudgement judge(const SlaClause& clause, const ClausePlan& plan, const TermFacts& facts)
{
    SWITCHROOM_CHECK(facts.counts.size() == plan.grains.size(), "counts for every grain of the plan");
    TermJudgement term;
    term.windows.reserve(plan.windows.size());
    for (const ClauseWindow& window : plan.windows)
        term.windows.push_back(WindowWork(clause, plan, facts, window).judge());
    pay(clause, facts, term);
    earn_back(clause, term);
    look_for_termination(clause, term);
    for (const WindowJudgement& window : term.windows) {
        term.judged += window.state != WindowState::not_judged;
        term.kept += window.state == WindowState::kept;
        term.credit += window.credit;
        term.bonus += window.bonus;
    }
    term.promise_kept = term.kept >= clause.of_windows.value * term.judged - tolerance;
    return term;
}

} // namespace switchroom
