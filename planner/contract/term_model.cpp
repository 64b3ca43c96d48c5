#include "planner/contract/term_model.h"

#include "planner/contract/clause_counts.h"
#include "planner/contract/forecast_file.h"
#include "sim/centre/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace switchroom {

namespace {

using std::chrono::sys_days;

/// From the first day of any clause's term to the last day of any.
TermSpan whole_span(const Scenario& scenario)
{
    std::optional<sys_days> first, end;
    for (const Contract& contract : scenario.contracts)
        for (const SlaClause& clause : contract.sla) {
            const TermSpan term = term_of(clause, scenario.time.start);
            const sys_days begin(term.first);
            first = first ? std::min(*first, begin) : begin;
            end = end ? std::max(*end, begin + std::chrono::days(term.days))
                      : begin + std::chrono::days(term.days);
        }
    if (!first) // nothing is promised: a year of whole months
        return term_of(SlaClause{}, scenario.time.start);
    return {Date(*first), static_cast<int>((*end - *first).count())};
}

bool is_item_metric(SlaMetric metric)
{
    return metric == SlaMetric::callback_on_time || metric == SlaMetric::message_on_time;
}

/// Whether the formula or metric looks at T, at s.
bool uses_threshold(const SlaClause& clause)
{
    return clause.metric == SlaMetric::service_level;
}
bool uses_short_limit(const SlaClause& clause)
{
    return clause.short_abandon.seconds > 0.0 &&
           (clause.metric == SlaMetric::service_level || clause.metric == SlaMetric::abandonment);
}

/// A random factor that two windows of a term share makes them hang together.
bool windows_are_independent(const Scenario& scenario, const SlaClause& clause)
{
    const bool within_day = clause.window == SlaWindow::interval || clause.window == SlaWindow::hour;
    const bool within_month =
        within_day || clause.window == SlaWindow::day || clause.window == SlaWindow::week;
    if (within_day)
        return false; // callers still wait from one window to the next
    if (!scenario.uncertainty)
        return true;
    const Uncertainty& u = *scenario.uncertainty;
    const auto spans = [&](bool is_random, UncertaintyPer per) {
        return is_random && (per == UncertaintyPer::run || (per == UncertaintyPer::month && within_month));
    };
    return !((u.volume && spans(u.volume->cv > 0.0, u.volume->per)) ||
             (u.forecast_error && spans(u.forecast_error->cv > 0.0, u.forecast_error->per)) ||
             (u.handle && spans(u.handle->cv > 0.0, u.handle->per)));
}

/// Counts by interval say all that the clause asks, once the contacts' own T and s are the clause's.
bool counts_suffice(const SlaClause& clause, const CentreModel& model)
{
    if (clause.scope != SlaScope::contact || clause.clock_stops != SlaClockStop::pick_up)
        return false;
    switch (clause.clock) {
    case SlaClock::queue:
        return true;
    case SlaClock::ring:
        return model.bot_steps.empty();
    case SlaClock::after_greeting:
        return !is_time(clause.metric);
    case SlaClock::offered_to_vendor:
        return false;
    }
    return false;
}

/// Contacts whose T and s are taken by a clause that counts feed.
struct Thresholds {
    std::optional<double> within_s;
    std::optional<double> short_s;
};

class TermBuilder {
public:
    TermBuilder(const Scenario& original, TermModel& term) : original_(original), term_(term) {}

    CentreModel model; ///< becomes the term's

    /// The coarsest reporting interval with which every clause can be counted: fewer cells, faster runs.
    double interval_s() const
    {
        for (const double candidate_s : {86400.0, 43200.0, 21600.0, 10800.0, 7200.0, 3600.0, 1800.0})
            if (candidate_s > original_.time.interval.seconds &&
                std::all_of(term_.clauses.begin(), term_.clauses.end(),
                            [&](const ClauseFeed& feed) { return feed.plan.fits_intervals(candidate_s); }))
                return candidate_s;
        return original_.time.interval.seconds;
    }

    void plan(const Scenario& scenario)
    {
        for (std::size_t k = 0; k < scenario.contracts.size(); ++k)
            for (const SlaClause& clause : scenario.contracts[k].sla) {
                ClauseFeed feed;
                feed.contract = &scenario.contracts[k];
                feed.clause = &clause;
                feed.contract_index = k;
                const TermSpan span = term_of(clause, original_.time.start);
                feed.plan = plan_clause(clause, original_, span.first, span.days);
                feed.day_offset =
                    static_cast<int>((sys_days(span.first) - sys_days(scenario.time.start)).count());
                feed.counts_items = is_item_metric(clause.metric);
                feed.windows_independent = windows_are_independent(scenario, clause);
                term_.clauses.push_back(std::move(feed));
            }
    }

    /// Takes the model into the term.
    void connect()
    {
        for (std::uint32_t cell = 0; cell < model.cells; ++cell)
            term_.day_of_cell.push_back(
                static_cast<std::uint32_t>(std::max(term_.calendar->day_at(start_of(cell)), 0)));
        thresholds_.resize(model.contacts.size());
        for (ClauseFeed& feed : term_.clauses)
            connect(feed);
        for (std::size_t c = 0; c < model.contacts.size(); ++c) {
            if (thresholds_[c].within_s)
                model.contacts[c].threshold_s = *thresholds_[c].within_s;
            if (thresholds_[c].short_s)
                model.contacts[c].short_abandon_s = *thresholds_[c].short_s;
        }
        term_.model = std::make_shared<const CentreModel>(model);
        for (const Contract& contract : term_.document->scenario.contracts) {
            term_.vendors.push_back(vendor_terms(contract, term_.document->scenario, model, *term_.calendar));
            forecast_months(term_.vendors.back());
            term_.needs_trace |= term_.vendors.back().needs_calls;
        }
    }

private:
    double start_of(std::uint32_t cell) const { return model.measure_from_s + cell * model.interval_s; }

    void connect(ClauseFeed& feed)
    {
        const Scenario& scenario = term_.document->scenario;
        const auto& named = feed.clause->contacts;
        feed.covers_contact.assign(model.contacts.size(), 0);
        for (std::size_t c = 0; c < model.contacts.size(); ++c) {
            const std::string& name = model.names.contacts[c];
            const bool is_named = std::find(named.begin(), named.end(), name) != named.end();
            feed.covers_contact[c] =
                named.empty() ? (feed.counts_items ? has_channel(scenario, name, feed.clause->metric)
                                                   : model.contacts[c].in_totals)
                              : is_named;
        }
        feed.by_call =
            !feed.counts_items && (!counts_suffice(*feed.clause, model) ||
                                   !feed.plan.fits_intervals(model.interval_s) || !take_thresholds(feed));
        term_.needs_trace |= feed.by_call;
        if (feed.by_call)
            feed.stages = stages_of(*feed.contract);
        else
            map_cells(feed);
        feed.forecast.assign(static_cast<std::size_t>(feed.plan.days), 0.0);
        for (std::size_t day = 0; day < feed.forecast.size(); ++day)
            for (std::size_t c = 0; c < model.contacts.size(); ++c)
                if (feed.covers_contact[c] != 0)
                    feed.forecast[day] += forecast_on(c, feed.day_offset + static_cast<int>(day));
    }

    static bool has_channel(const Scenario& scenario, const std::string& name, SlaMetric metric)
    {
        const Channel wanted = metric == SlaMetric::callback_on_time ? Channel::callback : Channel::message;
        return std::any_of(scenario.contacts.begin(), scenario.contacts.end(),
                           [&](const Contact& c) { return c.name == name && c.channel == wanted; });
    }

    /// Asks the covered contacts to count with the clause's T and s; false if another clause has them count
    /// with others.
    bool take_thresholds(const ClauseFeed& feed)
    {
        const SlaClause& clause = *feed.clause;
        const double greeting_s = clause.clock == SlaClock::after_greeting ? clause.greeting.seconds : 0.0;
        const auto differs = [](const std::optional<double>& taken, double wanted) {
            return taken && *taken != wanted;
        };
        const double within_s = (clause.within ? clause.within->seconds : 0.0) + greeting_s;
        const double short_s = clause.short_abandon.seconds + greeting_s;
        for (std::size_t c = 0; c < thresholds_.size(); ++c)
            if (feed.covers_contact[c] != 0 &&
                ((uses_threshold(clause) && differs(thresholds_[c].within_s, within_s)) ||
                 (uses_short_limit(clause) && differs(thresholds_[c].short_s, short_s))))
                return false;
        for (std::size_t c = 0; c < thresholds_.size(); ++c) {
            if (feed.covers_contact[c] == 0)
                continue;
            if (uses_threshold(clause))
                thresholds_[c].within_s = within_s;
            if (uses_short_limit(clause))
                thresholds_[c].short_s = short_s;
        }
        return true;
    }

    void map_cells(ClauseFeed& feed) const
    {
        for (std::uint32_t cell = 0; cell < model.cells; ++cell) {
            const double at_s = start_of(cell);
            const int day = term_.calendar->day_at(at_s);
            feed.grain_of_cell.push_back(
                feed.plan.grain_at(day - feed.day_offset, term_.calendar->clock_s(day, at_s)));
        }
    }

    std::vector<StageOfVendor> stages_of(const Contract& contract) const
    {
        const std::vector<std::uint8_t> is_vendor =
            vendor_terms(contract, term_.document->scenario, model, *term_.calendar).is_vendor;
        std::vector<StageOfVendor> stages(model.index.queues.size());
        for (std::size_t c = 0; c < model.contacts.size(); ++c)
            for (const std::uint32_t entry : {model.index.open_queue[c], model.index.closed_queue[c]})
                follow(entry, is_vendor, stages);
        return stages;
    }

    /// Along one route: what came before counts for what follows.
    void follow(std::uint32_t queue, const std::vector<std::uint8_t>& is_vendor,
                std::vector<StageOfVendor>& stages) const
    {
        const ModelIndex& index = model.index;
        StageOfVendor so_far;
        for (; queue != none; queue = index.queues[queue].next_queue) {
            const ModelQueue& stage = index.queues[queue];
            for (std::uint32_t o = stage.offers.first; o < stage.offers.end(); ++o)
                so_far.offered |= is_vendor[index.offers[o].group] != 0;
            stages[queue] = so_far;
            if (!so_far.offered && stage.for_s < never_s)
                so_far.until_vendor_s += stage.for_s;
        }
    }

    double forecast_on(std::size_t contact, int day) const
    {
        const auto& days = model.days;
        const auto at =
            std::find_if(days.begin(), days.end(), [](const ModelDay& d) { return d.start_s >= 0.0; });
        return expected_contacts(model, contact, static_cast<std::size_t>(at - days.begin() + day));
    }

    /// Contacts that some group of the vendor can take.
    void forecast_months(VendorTerms& terms) const
    {
        std::vector<std::uint8_t> served(model.contacts.size(), 0);
        for (const ModelSkill& skill : model.skills)
            served[skill.contact] |=
                terms.is_vendor[skill.group] != 0 && model.contacts[skill.contact].in_totals;
        for (std::size_t m = 0; m < terms.months.size(); ++m)
            for (int day = terms.months[m].first_day; day <= terms.months[m].last_day; ++day)
                for (std::size_t c = 0; c < served.size(); ++c)
                    terms.forecast[m] += served[c] != 0 ? forecast_on(c, day) : 0.0;
    }

    const Scenario& original_;
    TermModel& term_;
    std::vector<Thresholds> thresholds_;
};

} // namespace

double expected_contacts(const CentreModel& model, std::size_t contact, std::size_t day)
{
    const ModelContact& c = model.contacts[contact];
    const ModelDay& of = model.days[day];
    double expected = 0.0;
    if (c.day_pieces.count > 0) {
        const Range range = model.piece_ranges[c.day_pieces.first + day];
        for (std::uint32_t i = range.first; i < range.end(); ++i) {
            const ArrivalPiece& piece = model.pieces[i];
            const double length_s = piece.to_s - piece.from_s;
            expected += length_s * (piece.begin_per_s + 0.5 * piece.slope_per_s2 * length_s);
        }
    }
    for (std::uint32_t i = c.replay.first; i < c.replay.end(); ++i)
        if (model.replay[i].at_s >= of.start_s && model.replay[i].at_s < of.end_s)
            expected += c.replay_scale;
    return expected;
}

Result<TermModel> make_term_model(const ScenarioDocument& document, const TermOptions& options)
{
    const Scenario& original = document.scenario;
    Diagnostics errors;
    const bool has_clause = std::any_of(original.contracts.begin(), original.contracts.end(),
                                        [](const Contract& contract) { return !contract.sla.empty(); });
    if (!has_clause && (options.needs_clause || original.contracts.empty()))
        errors.push_back(error_in(document.file, "no [[contracts.sla]]: there is no promise to verify"));
    if (!errors.empty())
        return errors;

    TermModel term;
    const auto shared = std::make_shared<ScenarioDocument>(document);
    term.document = shared;
    Scenario& scenario = shared->scenario;
    const TermSpan span = whole_span(original);
    scenario.time.start = span.first;
    scenario.time.days = span.days;
    TermBuilder builder(original, term);
    builder.plan(scenario);
    scenario.time.interval = seconds(builder.interval_s());
    auto model = compile(
        *shared,
        {.files = options.files, .folders = options.folders, .by_interval = true, .collect_waits = false});
    if (!model)
        return model.errors();
    auto calendar = Calendar::make(scenario.timezone, scenario.time.start, -1, scenario.time.days);
    if (!calendar)
        return calendar.errors();
    builder.model = *std::move(model);
    builder.model.collect_longest_queue = false;
    term.calendar = std::make_shared<const Calendar>(*std::move(calendar));
    builder.connect();
    errors = read_forecast_files(document, options, term);
    if (!errors.empty())
        return errors;
    return term;
}

TermModel with_model(const TermModel& term, CentreModel model)
{
    TermModel changed = term;
    changed.model = std::make_shared<const CentreModel>(std::move(model));
    for (VendorTerms& vendor : changed.vendors)
        count_seats(*changed.model, *changed.calendar, vendor);
    return changed;
}

} // namespace switchroom
