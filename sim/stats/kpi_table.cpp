#include "sim/stats/kpi_table_parts.h"

#include <cmath>
#include <vector>

namespace switchroom {

namespace {

using namespace kpi_parts;

double offered(const Contact& f)
{
    return static_cast<double>(f.counts.answered + f.counts.abandoned + f.counts.flowed_out);
}

constexpr ContactTerm answered = contact_count<&ContactCounts::answered>;
constexpr ContactTerm attempts = contact_count<&ContactCounts::attempts>;

// A simulation knows every time; a recorded log may not, and a mean divides by what was measured.
double answered_with_wait(const Contact& f)
{
    return static_cast<double>(f.counts.answered - f.counts.wait_unknown);
}

double answered_with_handle(const Contact& f)
{
    return static_cast<double>(f.counts.answered - f.counts.handle_unknown);
}

double offered_with_wait(const Contact& f)
{
    return offered(f) - static_cast<double>(f.counts.wait_unknown);
}

constexpr ContactTerm needs = contact_count<&ContactCounts::needs>;

double beyond_threshold(const Contact& f)
{
    const ContactCounts& c = f.counts;
    return static_cast<double>(c.answered - c.answered_within + c.abandoned - c.abandoned_within);
}

double wait_of_all_s(const Contact& f)
{
    return f.counts.wait_answered_s + f.counts.wait_abandoned_s + f.counts.wait_flowed_out_s;
}

double wages(const Group& f)
{
    return f.counts.paid_s / 3600.0 * f.cost_per_paid_hour;
}

void add_volumes(std::vector<KpiDefinition>& table)
{
    const auto total = [&](auto... arguments) { table.push_back(contact_total(arguments...)); };
    total("attempts", "attempts",
          "answered + abandoned + blocked + to_voicemail + to_callback + to_message + contained + "
          "turned_away + open_at_end",
          neither, "Calls that rang, redials and repeats included; each is in exactly one of the outcomes.",
          attempts);
    total("needs", "needs", "attempts that are primary calls", neither,
          "Callers' reasons to call: first calls, without redials and repeats.", needs);
    total("redials", "redials",
          "attempts made again after an abandonment, a busy tone or a voicemail hang-up", lower,
          "Calls made again because an earlier one was not answered.",
          contact_count<&ContactCounts::redials>);
    total("repeats", "repeats", "attempts made again after an answered call", lower,
          "Calls made again because the answered one did not settle the matter.",
          contact_count<&ContactCounts::repeats>);
    total("offered", "offered", "answered + abandoned + flowed_out", neither,
          "Calls that a team could have answered: all that joined a queue or were answered at once.",
          offered);
    total("answered", "answered", "attempts answered by a person", higher, "Calls that a person answered.",
          answered);
    total("abandoned", "abandoned", "attempts that hung up while waiting", lower,
          "Callers who gave up waiting.", contact_count<&ContactCounts::abandoned>);
    total("blocked", "blocked", "attempts that found no free line", lower, "Calls that heard the busy tone.",
          contact_count<&ContactCounts::blocked>);
    total("to_voicemail", "to voicemail", "attempts that ended at the voicemail", neither,
          "Calls that reached the voicemail, whether a message was left or not.",
          contact_count<&ContactCounts::to_voicemail>);
    total("to_callback", "to callback", "attempts that booked a callback", neither,
          "Callers who accepted to be called back.", contact_count<&ContactCounts::to_callback>);
    total("to_message", "to message", "attempts that became a message", neither,
          "Calls that became a written message.", contact_count<&ContactCounts::to_message>);
    total("contained", "contained by the bot", "attempts settled by a bot", neither,
          "Calls that a bot settled by itself.", contact_count<&ContactCounts::contained>);
    total("turned_away", "turned away", "attempts that no route step took", lower,
          "Calls that met a closed practice, or nobody able to answer, and nothing in their place.",
          contact_count<&ContactCounts::turned_away>);
    total("open_at_end", "open at the end", "attempts still in the system when the run ended", neither,
          "Calls that the end of the run cut off.", contact_count<&ContactCounts::open_at_end>);
    total("flowed_out", "flowed out", "attempts that left a queue for voicemail, callback or message",
          neither, "Callers who waited and were then taken out of the queue.",
          contact_count<&ContactCounts::flowed_out>);
    total("answered_within_threshold", "answered in time", "answered≤T", higher,
          "Calls that were answered within the target's threshold.",
          contact_count<&ContactCounts::answered_within>);
    total("waits_beyond_threshold", "waits beyond T", "answered>T + abandoned>T", lower,
          "Callers who waited longer than the target's threshold, whatever came of it.", beyond_threshold);
    total("needs_resolved", "needs resolved",
          "needs settled by an answered attempt, the first or a later one", higher,
          "Callers whose matter was settled, on whatever call.",
          contact_count<&ContactCounts::needs_resolved>);
    total("lost_callers", "lost callers", "needs that never reached a person, a kept message or a callback",
          lower, "Callers who gave up for good.", contact_count<&ContactCounts::lost_callers>);
}

void add_access(std::vector<KpiDefinition>& table)
{
    const auto share = [&](std::string_view name, auto... rest) {
        table.push_back(contact_ratio(name, KpiUnit::share, rest...));
    };
    share("answer_rate", "answer rate", "answered / offered", higher,
          "Share of the offered calls that were answered (pickup rate, taux de décroché).", answered,
          offered);
    share("answer_rate_of_attempts", "answer rate of attempts", "answered / attempts", higher,
          "Share of all calls that were answered; closed hours and busy lines cannot hide in it.", answered,
          attempts);
    share("abandonment_rate", "abandonment", "abandoned / offered", lower,
          "Share of the offered calls that gave up waiting.", contact_count<&ContactCounts::abandoned>,
          offered);
    share(
        "abandonment_rate_without_short", "abandonment without short",
        "(abandoned − abandoned≤s) / (offered − abandoned≤s)", lower,
        "The same, with callers who hung up within s left out altogether.",
        [](const Contact& f) { return static_cast<double>(f.counts.abandoned - f.counts.abandoned_short); },
        [](const Contact& f) { return offered(f) - static_cast<double>(f.counts.abandoned_short); });
    share("blocking_rate", "blocking", "blocked / attempts", lower,
          "Share of all calls that heard the busy tone.", contact_count<&ContactCounts::blocked>, attempts);
    share("lost_caller_rate", "lost callers", "lost_callers / needs", lower,
          "Share of callers with a need who never got through.", contact_count<&ContactCounts::lost_callers>,
          needs);
    share("first_call_resolution", "first-call resolution",
          "needs resolved at their first answered attempt / needs answered", higher,
          "Share of the callers who reached somebody whose matter the first answered call settled.",
          contact_count<&ContactCounts::needs_resolved_first>, contact_count<&ContactCounts::needs_answered>);
    table.push_back(contact_ratio("attempts_per_need", KpiUnit::calls, "attempts per need",
                                  "attempts / needs", lower, "How often a caller has to ring for one need.",
                                  attempts, needs));
}

template <std::size_t I>
KpiDefinition level_by_formula()
{
    const ServiceLevelFormula& formula = service_level_formulas()[I];
    return {.name = "service_level_by_formula",
            .key = formula.name,
            .kind = KpiKind::ratio,
            .unit = KpiUnit::share,
            .good = higher,
            .standard = false,
            .title = formula.name,
            .formula = formula.text,
            .help = formula.used_by,
            .contact_numerator =
                [](const Contact& f) { return service_level_formulas()[I].numerator.of(f.counts); },
            .contact_denominator =
                [](const Contact& f) { return service_level_formulas()[I].denominator.of(f.counts); }};
}

/// By how many calls served in time a period beats its target; 0 calls where the contact has no target.
void add_shares_of_periods(std::vector<KpiDefinition>& table)
{
    const ContactTerm judged = [](const Contact& f) {
        return std::isnan(f.target_share) ? 0.0 : f.formula->denominator.of(f.counts);
    };
    const ContactTerm beyond_target = [](const Contact& f) {
        return std::isnan(f.target_share)
                   ? 0.0
                   : f.formula->numerator.of(f.counts) - f.target_share * f.formula->denominator.of(f.counts);
    };
    const auto share = [&](std::string_view name, KpiKind kind, std::string_view title,
                           std::string_view formula, std::string_view help) {
        table.push_back({.name = name,
                         .kind = kind,
                         .unit = KpiUnit::share,
                         .good = higher,
                         .standard = false,
                         .title = title,
                         .formula = formula,
                         .help = help,
                         .contact_numerator = beyond_target,
                         .contact_denominator = judged});
    };
    share("service_level_share_of_days", KpiKind::share_of_days, "days that meet the service level",
          "days whose service_level is at least the target's share / days with calls",
          "How many days in a hundred keep the target; in total each call is asked for its own contact's "
          "share.");
    share("service_level_share_of_intervals", KpiKind::share_of_intervals,
          "intervals that meet the service level",
          "reporting intervals whose service_level is at least the target's share / intervals with calls",
          "How many intervals in a hundred keep the target.");
}

void add_service_levels(std::vector<KpiDefinition>& table)
{
    const ContactTerm numerator = [](const Contact& f) { return f.formula->numerator.of(f.counts); };
    const ContactTerm denominator = [](const Contact& f) { return f.formula->denominator.of(f.counts); };
    table.push_back(contact_ratio(
        "service_level", KpiUnit::share, "service level", "the contact's target formula, within its T",
        higher, "Share of calls served in time, by the formula of the contact's own target.", numerator,
        denominator));
    table.push_back(
        {.name = "service_level_mean_of_days",
         .kind = KpiKind::mean_of_days,
         .unit = KpiUnit::share,
         .good = higher,
         .standard = false,
         .title = "service level, mean of days",
         .formula = "mean over days of the day's service_level",
         .help = "Each day weighs the same, however few its calls; days without calls are left out.",
         .contact_numerator = numerator,
         .contact_denominator = denominator});
    add_shares_of_periods(table);
    [&]<std::size_t... I>(std::index_sequence<I...>)
    {
        (table.push_back(level_by_formula<I>()), ...);
    }
    (std::make_index_sequence<7>{});
}

void add_waits(std::vector<KpiDefinition>& table)
{
    const auto time = [&](std::string_view name, auto... rest) {
        table.push_back(contact_ratio(name, KpiUnit::seconds, rest...));
    };
    time("asa_s", "speed of answer", "waits of answered calls / answered", lower,
         "Average speed of answer: mean wait of the calls that were answered.",
         contact_count<&ContactCounts::wait_answered_s>, answered_with_wait);
    time(
        "mean_wait_s", "mean wait", "waits of all offered calls / offered", lower,
        "Mean wait of all offered calls, whether they were answered, gave up or were taken out of the queue.",
        wait_of_all_s, offered_with_wait);
    time("mean_wait_abandoned_s", "mean wait of abandoned", "waits of abandoned calls / abandoned", neither,
         "How long those who gave up had waited.", contact_count<&ContactCounts::wait_abandoned_s>,
         contact_count<&ContactCounts::abandoned>);
    table.push_back(contact_ratio("p_wait", KpiUnit::share, "had to wait", "had_to_wait / offered", lower,
                                  "Share of the offered calls that nobody could answer at once.",
                                  contact_count<&ContactCounts::had_to_wait>, offered));
    const auto quantile = [&](std::string_view name, std::string_view title, std::string_view help,
                              double level) {
        table.push_back({.name = name,
                         .kind = KpiKind::wait_quantile,
                         .unit = KpiUnit::seconds,
                         .good = lower,
                         .title = title,
                         .formula = "pooled waits of offered calls; of messages and callbacks, pooled ages "
                                    "at which somebody takes them",
                         .help = help,
                         .level = level});
    };
    quantile("wait_p50_s", "median wait", "Half of the callers wait no longer than this.", 0.5);
    quantile("wait_p80_s", "80 % wait at most", "Four callers in five wait no longer than this.", 0.8);
    quantile("wait_p90_s", "90 % wait at most", "Nine callers in ten wait no longer than this.", 0.9);
    quantile("wait_p95_s", "95 % wait at most", "Nineteen callers in twenty wait no longer than this.", 0.95);
    quantile("wait_p99_s", "99 % wait at most", "Ninety-nine callers in a hundred wait no longer than this.",
             0.99);
    table.push_back({.name = "longest_wait_s",
                     .kind = KpiKind::maximum,
                     .unit = KpiUnit::seconds,
                     .good = lower,
                     .title = "longest wait",
                     .formula = "greatest wait of an answered or abandoned call in the run",
                     .help = "The longest wait that a run of this length sees, on average.",
                     .contact_numerator = contact_count<&ContactCounts::longest_wait_s>});
    table.push_back({.name = "queue_length",
                     .kind = KpiKind::time_average,
                     .unit = KpiUnit::calls,
                     .good = lower,
                     .title = "calls waiting",
                     .formula = "∫ waiting dt / ∫ dt",
                     .help = "Calls waiting, on average over all hours.",
                     .contact_numerator = contact_count<&ContactCounts::queue_s>});
    table.push_back(
        {.name = "queue_length_max",
         .kind = KpiKind::maximum,
         .unit = KpiUnit::calls,
         .good = lower,
         .title = "most calls waiting",
         .formula = "greatest number of calls waiting at one instant",
         .help =
             "The longest queue that a run of this length sees, on average; in total, that of one contact.",
         .contact_numerator = contact_count<&ContactCounts::longest_queue>});
}

void add_handling(std::vector<KpiDefinition>& table)
{
    const auto time = [&](std::string_view name, auto... rest) {
        table.push_back(contact_ratio(name, KpiUnit::seconds, rest...));
    };
    time(
        "aht_s", "handle time", "(talk + hold + wrap-up) / answered", neither,
        "Average handle time: how long an answered call keeps somebody busy.",
        [](const Contact& f) { return f.counts.talk_s + f.counts.hold_s + f.counts.wrap_up_s; },
        answered_with_handle);
    time("talk_s", "talk", "talk / answered", neither, "Mean time with the caller.",
         contact_count<&ContactCounts::talk_s>, answered_with_handle);
    time("hold_s", "hold", "hold / answered", lower, "Mean time a caller spends on hold during the call.",
         contact_count<&ContactCounts::hold_s>, answered_with_handle);
    time("wrap_up_s", "wrap-up", "wrap-up / answered", neither, "Mean time of writing up after the call.",
         contact_count<&ContactCounts::wrap_up_s>, answered_with_handle);
}

void add_groups(std::vector<KpiDefinition>& table)
{
    const auto group = [&](std::string_view name, KpiKind kind, KpiUnit unit, std::string_view title,
                           std::string_view formula, std::string_view help, GroupTerm numerator,
                           GroupTerm denominator = nullptr) {
        table.push_back({.name = name,
                         .scope = KpiScope::group,
                         .kind = kind,
                         .unit = unit,
                         .title = title,
                         .formula = formula,
                         .help = help,
                         .group_numerator = numerator,
                         .group_denominator = denominator});
    };
    const GroupTerm busy = group_count<&GroupCounts::busy_s>;
    const GroupTerm paid = group_count<&GroupCounts::paid_s>;
    group("calls_taken", KpiKind::total, KpiUnit::count, "calls taken",
          "calls whose talk with the group began",
          "Calls that this team answered; of a vendor's shared pool other clients' calls too (`forwarded` is "
          "without them).",
          group_count<&GroupCounts::answered>);
    group("occupancy", KpiKind::ratio, KpiUnit::share, "occupancy", "∫ busy dt / ∫ max(available, busy) dt",
          "Share of the time at the desk that goes into calls and wrap-up.", busy,
          group_count<&GroupCounts::capacity_s>);
    group("utilisation", KpiKind::ratio, KpiUnit::share, "utilisation", "∫ busy dt / ∫ paid dt",
          "Share of the paid time that goes into calls and wrap-up.", busy, paid);
    group("agents_busy", KpiKind::time_average, KpiUnit::agents, "people busy", "∫ busy dt / ∫ dt",
          "People on a call or wrapping up, on average over all hours.", busy);
    group("agents_busy_max", KpiKind::maximum, KpiUnit::agents, "most people busy",
          "greatest number busy at one instant",
          "The most people busy at once, on average over runs; in total, of one group.",
          group_count<&GroupCounts::most_busy>);
    group("agents_available", KpiKind::time_average, KpiUnit::agents, "people available",
          "∫ available dt / ∫ dt",
          "People at the desk, on average over all hours: staffed less absence, shrinkage and meetings.",
          group_count<&GroupCounts::available_s>);
    group("paid_hours", KpiKind::total, KpiUnit::hours, "paid hours", "∫ scheduled dt",
          "Hours on the payroll, shrinkage included.",
          [](const Group& f) { return f.counts.paid_s / 3600.0; });
    group(
        "paid_hours_share", KpiKind::share_of_whole, KpiUnit::share, "share of paid hours",
        "the group's paid hours / paid hours of all the practice's groups",
        "The part of the practice's payroll that is this team's, such as the float.",
        [](const Group& f) { return f.practice_paid_s > 0.0 ? f.counts.paid_s : 0.0; },
        [](const Group& f) { return f.practice_paid_s; });
    group("calls_per_agent_month", KpiKind::ratio, KpiUnit::calls, "calls per full-time agent and month",
          "calls_taken / (paid_hours / 151.67 h)",
          "Answered calls by full-time agent and month of 151.67 paid hours (35 h a week × 52 / 12).",
          group_count<&GroupCounts::answered>,
          [](const Group& f) { return f.counts.paid_s / 3600.0 / full_time_hours_a_month; });
    group("cost.wages", KpiKind::total, KpiUnit::money, "staff cost", "paid hours × hourly × (1 + on-costs)",
          "Wages with on-costs for the paid hours.", wages);
}

void add_costs(std::vector<KpiDefinition>& table)
{
    const auto cost = [&](std::string_view name, KpiScope scope, KpiKind kind, std::string_view title,
                          std::string_view formula, std::string_view help, GroupTerm of_groups,
                          ContactTerm of_contacts, ContactTerm per) {
        table.push_back({.name = name,
                         .scope = scope,
                         .kind = kind,
                         .unit = KpiUnit::money,
                         .good = lower,
                         .title = title,
                         .formula = formula,
                         .help = help,
                         .contact_numerator = of_contacts,
                         .contact_denominator = per,
                         .group_numerator = of_groups});
    };
    cost("cost.wages_per_attempt", KpiScope::centre, KpiKind::ratio, "staff cost a call",
         "cost.wages / attempts", "Staff cost by call, redials included.", wages, nullptr, attempts);
    cost("cost.wages_per_answered", KpiScope::centre, KpiKind::ratio, "staff cost an answered call",
         "cost.wages / answered", "Staff cost by answered call.", wages, nullptr, answered);
    cost(
        "cost.lost_callers", KpiScope::contact, KpiKind::total, "value of lost callers",
        "lost_callers × value.lost_caller × value.of_lost_callers",
        "Margin that goes with the callers who never got through.", nullptr,
        [](const Contact& f) { return static_cast<double>(f.counts.lost_callers) * f.lost_caller_value; },
        nullptr);
}

std::vector<KpiDefinition> build_table()
{
    std::vector<KpiDefinition> table;
    add_volumes(table);
    add_access(table);
    add_service_levels(table);
    add_waits(table);
    add_handling(table);
    add_predictions(table);
    add_machines(table);
    add_legs(table);
    add_work(table);
    add_experience(table);
    add_chats(table);
    add_groups(table);
    add_costs(table);
    return table;
}

} // namespace

std::span<const KpiDefinition> kpi_table()
{
    static const std::vector<KpiDefinition> table = build_table();
    return table;
}

} // namespace switchroom
