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

} // namespace

Collector::Collector(MeasuredCentre centre, const KpiSelection& kpis, std::uint64_t seed)
    : centre_(std::move(centre)), seed_(seed), contact_kpis_(kpis.of(KpiScope::contact)),
      group_kpis_(kpis.of(KpiScope::group)), centre_kpis_(kpis.of(KpiScope::centre)),
      slices_(centre_, has_kind(kpis, KpiKind::mean_of_days))
{
    const auto quantiles =
        std::stable_partition(contact_kpis_.begin(), contact_kpis_.end(),
                              [](const auto* kpi) { return kpi->kind != KpiKind::wait_quantile; });
    wait_kpis_.assign(quantiles, contact_kpis_.end());
    contact_kpis_.erase(quantiles, contact_kpis_.end());
    run_ = empty_scopes();
    rows_.assign(slices_.rows().size(), empty_scopes());
    waits_.resize(wait_kpis_.empty() ? 0 : centre_.contacts.size() + 1);
}

Collector::Scopes Collector::empty_scopes() const
{
    const auto append = [](std::vector<Gathered>& to, const std::vector<const KpiDefinition*>& kpis) {
        for (const KpiDefinition* kpi : kpis)
            to.push_back({.kpi = kpi, .series = {}, .moments = {}, .values = {}});
    };
    Scopes scopes(centre_.contacts.size() + centre_.groups.size() + 1);
    for (std::size_t scope = 0; scope + 1 < scopes.size(); ++scope)
        append(scopes[scope], scope < centre_.contacts.size() ? contact_kpis_ : group_kpis_);
    append(scopes.back(), contact_kpis_);
    append(scopes.back(), group_kpis_);
    append(scopes.back(), centre_kpis_);
    return scopes;
}

void Collector::add(const ReplicationFigures& figures)
{
    slices_.cut(centre_, figures);
    gather_run();
    for (std::size_t row = 0; row < rows_.size(); ++row)
        gather_row(slices_.rows()[row], rows_[row]);
    gather_waits(figures);
    note_checks(figures.checks);
    for (const ContactCounts& counts : figures.contacts)
        calls_ += counts.attempts;
    ++replications_;
}

void Collector::gather_run()
{
    for (std::size_t scope = 0; scope < run_.size(); ++scope)
        for (Gathered& one : run_[scope]) {
            if (one.kpi->kind == KpiKind::mean_of_days) {
                one.series.add(mean_of_days(*one.kpi, scope), 1.0);
                continue;
            }
            const KpiPair pair = slices_.run().pair(*one.kpi, scope);
            one.series.add(pair.numerator, pair.denominator);
        }
}

void Collector::gather_row(const Slice& row, Scopes& into)
{
    for (std::size_t scope = 0; scope < into.size(); ++scope)
        for (std::size_t k = 0; k < into[scope].size(); ++k) {
            const KpiPair pair = row.pair(*into[scope][k].kpi, scope);
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
    waits_of_total_.clear();
    for (std::size_t c = 0; c < figures.waits.size(); ++c) {
        waits_[c].add(figures.waits[c]);
        if (centre_.contacts[c].in_total)
            waits_of_total_ += figures.waits[c];
    }
    waits_.back().add(waits_of_total_);
}

void Collector::note_checks(const ReplicationChecks& found)
{
    const bool violated = !found.conserved || !(found.littles_law_error <= littles_law_tolerance);
    if (violated && checks_.first_violation < 0)
        checks_.first_violation = replications_;
    checks_.conserved = checks_.conserved && found.conserved;
    checks_.littles_law_max_error = std::max(checks_.littles_law_max_error, found.littles_law_error);
}

double Collector::mean_of_days(const KpiDefinition& kpi, std::size_t scope) const
{
    PairMoments mean;
    for (const Slice& day : slices_.days()) {
        const double value = day.pair(kpi, scope).value();
        if (!std::isnan(value))
            mean.add(value, 1.0);
    }
    return mean.count() == 0 ? undefined : mean.mean_numerator();
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

std::string Collector::scope_name(std::size_t scope) const
{
    const std::size_t contacts = centre_.contacts.size();
    if (scope < contacts)
        return centre_.contacts[scope].name;
    return scope < contacts + centre_.groups.size() ? centre_.groups[scope - contacts].name : "total";
}

ScopeResult Collector::run_scope(std::size_t scope) const
{
    ScopeResult result{.name = scope_name(scope), .kpis = {}};
    for (const Gathered& one : run_[scope])
        result.kpis.push_back(of_run(one));
    const bool is_group = scope >= centre_.contacts.size() && scope + 1 < run_.size();
    const std::size_t histogram = std::min(scope, centre_.contacts.size());
    if (!is_group && !waits_.empty())
        for (const KpiDefinition* kpi : wait_kpis_)
            result.kpis.push_back(of_waits(*kpi, waits_[histogram]));
    // Quantiles of waits were gathered apart; the table's order is the one that people know.
    std::stable_sort(result.kpis.begin(), result.kpis.end(),
                     [](const auto& a, const auto& b) { return a.kpi < b.kpi; });
    return result;
}

RowResult Collector::row_result(std::size_t row) const
{
    const auto scope_result = [&](std::size_t scope) {
        ScopeResult result{.name = scope_name(scope), .kpis = {}};
        for (const Gathered& one : rows_[row][scope])
            if (one.kpi->kind != KpiKind::mean_of_days) // belongs to the run as a whole
                result.kpis.push_back(of_row(*one.kpi, one.moments));
        return result;
    };
    RowResult result{
        .label = centre_.rows[row], .contacts = {}, .groups = {}, .total = scope_result(run_.size() - 1)};
    for (std::size_t scope = 0; scope + 1 < run_.size(); ++scope)
        (scope < centre_.contacts.size() ? result.contacts : result.groups).push_back(scope_result(scope));
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
    for (std::size_t scope = 0; scope + 1 < run_.size(); ++scope)
        (scope < centre_.contacts.size() ? result.contacts : result.groups).push_back(run_scope(scope));
    result.total = run_scope(run_.size() - 1);
    for (std::size_t row = 0; row < rows_.size(); ++row)
        result.rows.push_back(row_result(row));
    return result;
}

} // namespace switchroom
