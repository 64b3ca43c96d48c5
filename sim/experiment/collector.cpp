#include "sim/experiment/collector.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Estimate no_estimate{undefined, undefined, 0};

bool has_kind(const KpiSelection& kpis, KpiKind kind)
{
    const auto contact_kpis = kpis.of(KpiScope::contact);
    return std::any_of(contact_kpis.begin(), contact_kpis.end(),
                       [&](const auto* kpi) { return kpi->kind == kind; });
}

KpiResult of_row(const KpiDefinition& kpi, const PairMoments& moments)
{
    return {.kpi = &kpi,
            .estimate = estimate_ratio(moments),
            .p05 = no_estimate,
            .p50 = no_estimate,
            .p95 = no_estimate,
            .series = {}};
}

KpiResult of_waits(const KpiDefinition& kpi, const SectionedWaits& waits)
{
    return {.kpi = &kpi,
            .estimate = waits.quantile(kpi.level),
            .p05 = no_estimate,
            .p50 = no_estimate,
            .p95 = no_estimate,
            .series = {}};
}

/// Kinds whose figure is made of single days or intervals of the run, so that rows have none.
bool looks_at_periods(const KpiDefinition& kpi)
{
    return kpi.kind == KpiKind::mean_of_days || kpi.kind == KpiKind::share_of_days ||
           kpi.kind == KpiKind::share_of_intervals;
}

} // namespace

Collector::Collector(MeasuredCentre centre, const KpiSelection& kpis, std::uint64_t seed, RowScopes of_rows)
    : centre_(std::move(centre)), seed_(seed), contact_kpis_(kpis.of(KpiScope::contact)),
      group_kpis_(kpis.of(KpiScope::group)), centre_kpis_(kpis.of(KpiScope::centre)), scopes_(centre_),
      slices_(centre_, has_kind(kpis, KpiKind::mean_of_days) || has_kind(kpis, KpiKind::share_of_days),
              has_kind(kpis, KpiKind::share_of_intervals)),
      probes_(centre_)
{
    const auto quantiles =
        std::stable_partition(contact_kpis_.begin(), contact_kpis_.end(),
                              [](const auto* kpi) { return kpi->kind != KpiKind::wait_quantile; });
    wait_kpis_.assign(quantiles, contact_kpis_.end());
    contact_kpis_.erase(quantiles, contact_kpis_.end());
    run_ = empty_scopes();
    Scopes scopes_of_rows = empty_scopes();
    for (std::size_t scope = 0; of_rows == RowScopes::total && scope < scopes_.total(); ++scope)
        scopes_of_rows[scope].clear();
    rows_.assign(slices_.rows().size(), scopes_of_rows);
    waits_.resize(wait_kpis_.empty() ? 0 : scopes_.size());
    outcomes_.resize(centre_.outcomes.size());
}

Collector::Scopes Collector::empty_scopes() const
{
    Scopes scopes(scopes_.size());
    for (std::size_t scope = 0; scope < scopes.size(); ++scope)
        for (const auto* kpis : {&contact_kpis_, &group_kpis_, &centre_kpis_})
            for (const KpiDefinition* kpi : *kpis)
                if (scopes_.has(scope, kpi->scope))
                    scopes[scope].push_back({.kpi = kpi, .series = {}, .moments = {}, .values = {}});
    return scopes;
}

void Collector::add(const ReplicationFigures& figures)
{
    slices_.cut(centre_, figures);
    gather_run();
    for (std::size_t row = 0; row < rows_.size(); ++row)
        gather_row(slices_.rows()[row], rows_[row]);
    gather_waits(figures);
    gather_outcomes(figures);
    probes_.add(centre_, slices_.run(), figures);
    note_checks(figures.checks);
    for (const ContactCounts& counts : figures.contacts)
        calls_ += counts.attempts;
    ++replications_;
}

void Collector::gather_run()
{
    for (std::size_t scope = 0; scope < run_.size(); ++scope)
        for (Gathered& one : run_[scope]) {
            const KpiPair pair = pair_of_run(*one.kpi, scope);
            one.series.add(pair.numerator, pair.denominator);
        }
}

/// Figures that look at single periods are gathered from those; all others from the run as a whole.
KpiPair Collector::pair_of_run(const KpiDefinition& kpi, std::size_t scope) const
{
    const ScopeMembers& members = scopes_.members(scope, kpi);
    if (kpi.kind == KpiKind::mean_of_days)
        return mean_of_periods(kpi, slices_.days(), members);
    if (kpi.kind == KpiKind::share_of_days)
        return periods_that_meet(kpi, slices_.days(), members);
    if (kpi.kind == KpiKind::share_of_intervals)
        return periods_that_meet(kpi, slices_.intervals(), members);
    return slices_.run().pair(kpi, members);
}

void Collector::gather_row(const Slice& row, Scopes& into)
{
    for (std::size_t scope = 0; scope < into.size(); ++scope)
        for (std::size_t k = 0; k < into[scope].size(); ++k) {
            const KpiDefinition& kpi = *into[scope][k].kpi;
            if (looks_at_periods(kpi))
                continue;
            const KpiPair pair = row.pair(kpi, scopes_.members(scope, kpi));
            into[scope][k].moments.add(pair.numerator, pair.denominator);
            if (centre_.rows_are_days)
                run_[scope][k].values.push_back(pair.value());
        }
}

void Collector::gather_waits(const ReplicationFigures& figures)
{
    if (waits_.empty())
        return;
    SWITCHROOM_CHECK(figures.waits.size() == centre_.contacts.size(),
                     "a replication has one histogram of waits a contact");
    for (std::size_t scope = 0; scope < waits_.size(); ++scope) {
        const std::vector<std::size_t>& contacts = scopes_.contacts(scope);
        if (contacts.empty())
            continue;
        waits_of_scope_.clear();
        for (const std::size_t c : contacts)
            waits_of_scope_ += figures.waits[c];
        waits_[scope].add(waits_of_scope_);
    }
}

void Collector::gather_outcomes(const ReplicationFigures& figures)
{
    for (std::size_t o = 0; o < outcomes_.size(); ++o)
        outcomes_[o].add(static_cast<double>(figures.outcomes.at(o)), 1.0);
}

void Collector::note_checks(const ReplicationChecks& found)
{
    const bool violated = !found.conserved || !(found.littles_law_error <= littles_law_tolerance);
    if (violated && checks_.first_violation < 0)
        checks_.first_violation = replications_;
    checks_.conserved = checks_.conserved && found.conserved;
    checks_.littles_law_max_error = std::max(checks_.littles_law_max_error, found.littles_law_error);
}

double Collector::half_width_of_total(std::string_view kpi) const
{
    for (const Gathered& one : run_.back())
        if (one.kpi->name == kpi && one.kpi->key.empty())
            return of_run(one).estimate.half_width;
    for (const KpiDefinition* one : wait_kpis_)
        if (one->name == kpi)
            return waits_.back().quantile(one->level).half_width;
    return undefined;
}

KpiResult Collector::of_run(const Gathered& gathered) const
{
    const PairSeries& series = gathered.series;
    const bool plain_mean =
        gathered.kpi->kind == KpiKind::mean_of_days; // undefined in some replications, perhaps
    KpiResult result{.kpi = gathered.kpi,
                     .estimate =
                         plain_mean ? estimate_mean(series.numerators) : estimate_ratio(series.moments()),
                     .p05 = no_estimate,
                     .p50 = no_estimate,
                     .p95 = no_estimate,
                     .series = series};
    std::vector<double> values = gathered.values;
    if (!centre_.rows_are_days)
        for (std::size_t r = 0; r < series.numerators.size(); ++r)
            values.push_back(KpiPair{series.numerators[r], series.denominators[r]}.value());
    std::erase_if(values, [](double v) { return std::isnan(v); });
    std::sort(values.begin(), values.end());
    for (const auto& [level, into] :
         {std::pair{0.05, &result.p05}, std::pair{0.5, &result.p50}, std::pair{0.95, &result.p95}}) {
        *into = quantile_of_sorted(values, level);
        if (centre_.rows_are_days) // weekdays differ: days are no sample of equals, and order statistics say
                                   // nothing
            into->half_width = undefined;
    }
    return result;
}

ScopeResult Collector::run_scope(std::size_t scope) const
{
    ScopeResult result{.name = scopes_.name(scope), .kpis = {}, .outcomes = {}};
    for (const Gathered& one : run_[scope])
        result.kpis.push_back(of_run(one));
    if (!waits_.empty() && !scopes_.contacts(scope).empty())
        for (const KpiDefinition* kpi : wait_kpis_)
            result.kpis.push_back(of_waits(*kpi, waits_[scope]));
    // Quantiles of waits were gathered apart; the table's order is the one that people know.
    std::stable_sort(result.kpis.begin(), result.kpis.end(),
                     [](const auto& a, const auto& b) { return a.kpi < b.kpi; });
    for (std::size_t o = 0; o < outcomes_.size(); ++o)
        if (scopes_.kind(scope) == ScopeKind::contact && centre_.outcomes[o].contact == scope)
            result.outcomes.push_back({centre_.outcomes[o].name, estimate_mean(outcomes_[o])});
    return result;
}

/// Puts make(scope number) of every scope where it belongs.
template <class Holder, class Make>
void Collector::fill_scopes(Holder& holder, Make make) const
{
    for (std::size_t scope = 0; scope < scopes_.total(); ++scope) {
        const ScopeKind kind = scopes_.kind(scope);
        auto& into = kind == ScopeKind::contact ? holder.contacts
                     : kind == ScopeKind::group ? holder.groups
                                                : holder.segments;
        into.push_back(make(scope));
    }
    holder.total = make(scopes_.total());
}

RowResult Collector::row_result(std::size_t row) const
{
    RowResult result;
    result.label = centre_.rows[row];
    fill_scopes(result, [&](std::size_t scope) {
        ScopeResult figures{.name = scopes_.name(scope), .kpis = {}, .outcomes = {}};
        for (const Gathered& one : rows_[row][scope])
            if (!looks_at_periods(*one.kpi)) // belongs to the run as a whole
                figures.kpis.push_back(of_row(*one.kpi, one.moments));
        return figures;
    });
    return result;
}

ExperimentResult Collector::result() const
{
    ExperimentResult result;
    result.centre = centre_;
    result.seed = seed_;
    result.replications = replications_;
    result.calls = calls_;
    result.checks = checks_;
    fill_scopes(result, [&](std::size_t scope) { return run_scope(scope); });
    for (std::size_t row = 0; row < rows_.size(); ++row)
        result.rows.push_back(row_result(row));
    result.probes = probes_.results(centre_);
    return result;
}

} // namespace switchroom
