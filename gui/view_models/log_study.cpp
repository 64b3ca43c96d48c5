#include "gui/view_models/log_study.h"

#include "gui/view_models/safe_words.h"
#include "sim/calllog/import.h"
#include "sim/calllog/measured_kpis.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace switchroom::gui {

namespace {

constexpr double day_s = 86400.0;
using std::chrono::local_days;

std::size_t weekday_of(local_days day)
{
    return std::chrono::weekday(day).iso_encoding() - 1;
}

/// Mean calls of such a weekday in each slot, half-hours or hours, from the first busy slot to the last.
OfferedWeek offered_week(const CallLog& log)
{
    OfferedWeek week;
    const local_days first = local_time(log.rows.front().arrived_at).day;
    const local_days last = local_time(log.rows.back().arrived_at).day;
    for (local_days day = first; day <= last; day += std::chrono::days(1))
        ++week.days[weekday_of(day)];
    constexpr std::size_t most_columns = 26;
    for (const double step_s : {1800.0, 3600.0}) {
        const auto slots = static_cast<std::size_t>(day_s / step_s);
        std::vector<std::vector<double>> calls(7, std::vector<double>(slots, 0.0));
        std::size_t from = slots;
        std::size_t to = 0;
        for (const CallRow& row : log.rows) {
            if (!row.offered())
                continue;
            const LocalTime at = local_time(row.arrived_at);
            const auto slot = std::min(static_cast<std::size_t>(at.second_of_day / step_s), slots - 1);
            calls[weekday_of(at.day)][slot] += 1.0;
            from = std::min(from, slot);
            to = std::max(to, slot + 1);
        }
        week.step_s = step_s;
        week.first_slot = std::min(from, to);
        week.calls.assign(7, {});
        for (std::size_t d = 0; d < 7; ++d)
            for (std::size_t s = week.first_slot; s < to; ++s)
                week.calls[d].push_back(week.days[d] > 0 ? calls[d][s] / week.days[d]
                                                         : std::numeric_limits<double>::quiet_NaN());
        if (to - week.first_slot <= most_columns)
            break;
    }
    return week;
}

/// About thirty steps of a round length that hold all but the longest 2 % of the waits.
WaitSpread wait_spread(const CallLog& log, const std::vector<double>& sorted_waits_s)
{
    WaitSpread spread;
    if (sorted_waits_s.empty())
        return spread;
    const double p98 =
        sorted_waits_s[static_cast<std::size_t>(0.98 * static_cast<double>(sorted_waits_s.size() - 1))];
    for (const double step_s : {1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0}) {
        spread.step_s = step_s;
        if (p98 / step_s <= 30.0)
            break;
    }
    const auto steps = static_cast<std::size_t>(std::max(std::ceil(p98 / spread.step_s), 10.0));
    spread.answered.assign(steps, 0.0);
    spread.hung_up.assign(steps, 0.0);
    double calls = 0.0;
    double waits = 0.0;
    double beyond = 0.0;
    for (const CallRow& row : log.rows) {
        const bool answered = row.outcome == CallOutcome::answered;
        if (!row.wait_s || (!answered && row.outcome != CallOutcome::abandoned))
            continue;
        ++calls;
        if (answered && *row.wait_s < 1.0)
            continue;
        ++waits;
        const auto step = static_cast<std::size_t>(std::max(*row.wait_s, 0.0) / spread.step_s);
        if (step >= steps)
            ++beyond;
        else
            ++(answered ? spread.answered : spread.hung_up)[step];
    }
    spread.at_once = calls > 0.0 ? (calls - waits) / calls : 0.0;
    spread.beyond = waits > 0.0 ? beyond / waits : 0.0;
    return spread;
}

/// Days without a call of weekdays that otherwise have some.
std::vector<Date> silent_days(const CallLog& log, const OfferedWeek& week)
{
    std::set<local_days> with_calls;
    for (const CallRow& row : log.rows)
        with_calls.insert(local_time(row.arrived_at).day);
    std::vector<Date> silent;
    for (local_days day = *with_calls.begin(); day <= *with_calls.rbegin(); day += std::chrono::days(1)) {
        const auto& calls = week.calls[weekday_of(day)];
        const bool usual = std::any_of(calls.begin(), calls.end(), [](double c) { return c > 0.0; });
        if (usual && !with_calls.contains(day))
            silent.emplace_back(day);
    }
    return silent;
}

/// The condition that picks a contact's calls, by its scenario.
std::string condition_of(const Scenario& scenario, const std::string& contact)
{
    for (const Contact& known : scenario.contacts)
        if (known.name == contact && known.arrivals && known.arrivals->log)
            return known.arrivals->log->where.value_or("");
    const char quote = contact.find('\'') == std::string::npos ? '\'' : '"';
    return "type == " + std::string(1, quote) + contact + quote;
}

} // namespace

bool read_log(const FileSystem& files, LogStudy& study, Progress& progress)
{
    auto log = read_call_log(files, study.path, {.format = study.mapping, .progress = &progress});
    if (progress.stop_requested())
        return false;
    if (!log) {
        for (const Diagnostic& problem : log.errors())
            study.problems.push_back(without_telephone_numbers(problem.message));
        return true;
    }
    study.log = std::make_shared<const CallLog>(*std::move(log));
    study.report = make_measure_report(*study.log, {}, "", false);
    if (study.log->rows.empty())
        return true;
    study.offered = offered_week(*study.log);
    study.waits = wait_spread(*study.log, study.report.by_type.total.waits_s);
    study.silent_days = silent_days(*study.log, study.offered);
    for (const int days : study.offered.days)
        study.days += days;
    return true;
}

void find_contacts(LogStudy& study, const RunSnapshot& snapshot)
{
    study.scenario = snapshot.scenario;
    study.revision = snapshot.revision;
    study.contacts.clear();
    if (!study.log || !snapshot.loaded)
        return;
    const auto& contacts = snapshot.loaded->centre.contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const auto where =
            parse_condition(condition_of(snapshot.loaded->document.scenario, contacts[i].name));
        if (!where)
            continue;
        MeasureOptions options;
        options.within_s = contacts[i].threshold_s;
        options.short_abandon_s = contacts[i].short_abandon_s;
        options.where = *where;
        LogMeasures measured = measure(*study.log, options);
        if (measured.total.counts.attempts > 0)
            study.contacts.push_back({i, std::move(measured.total)});
    }
}

double measured_figure(const LogStudy& study, const MeasuredCentre* centre,
                       std::optional<std::size_t> contact, const KpiDefinition& kpi)
{
    if (centre == nullptr || study.contacts.empty())
        return measured_value(kpi, study.report.by_type.total);
    std::vector<ContactFigures> figures;
    LogCell waits;
    for (const ContactInLog& found : study.contacts) {
        if (contact ? found.contact != *contact : !centre->contacts[found.contact].in_total)
            continue;
        ContactFigures one;
        one.counts = found.cell.counts;
        one.formula = centre->contacts[found.contact].formula;
        figures.push_back(one);
        waits.waits_s.insert(waits.waits_s.end(), found.cell.waits_s.begin(), found.cell.waits_s.end());
    }
    if (kpi.kind == KpiKind::wait_quantile) {
        std::sort(waits.waits_s.begin(), waits.waits_s.end());
        return measured_value(kpi, waits);
    }
    return kpi_pair(kpi, figures, {}).value();
}

} // namespace switchroom::gui
