#include "sim/stats/kpi_table_parts.h"

namespace switchroom::kpi_parts {

namespace {

using Side = SideCounts;

KpiDefinition of_side(KpiDefinition kpi)
{
    kpi.side = true;
    return kpi;
}

/// Work is done for all channels: its total is not the telephone's alone.
KpiDefinition of_work(KpiDefinition kpi)
{
    kpi.side = true;
    kpi.of_everything = true;
    return kpi;
}

KpiDefinition side_total(std::string_view name, std::string_view title, std::string_view formula,
                         KpiGood good, std::string_view help, ContactTerm term)
{
    return of_side(contact_total(name, title, formula, good, help, term));
}

KpiDefinition work_total(std::string_view name, std::string_view title, std::string_view formula,
                         KpiGood good, std::string_view help, ContactTerm term)
{
    return of_work(contact_total(name, title, formula, good, help, term));
}

/// A share that is 1 unless a record were missing.
constexpr ContactTerm hand_offs = side_count<&Side::bot_hand_offs>;
constexpr ContactTerm answered = contact_count<&ContactCounts::answered>;

template <auto Member>
double message_count(const Contact& f)
{
    return f.is_callback ? 0.0 : side_count<Member>(f);
}

template <auto Member>
double callback_count(const Contact& f)
{
    return f.is_callback ? side_count<Member>(f) : 0.0;
}

} // namespace

void add_machines(std::vector<KpiDefinition>& table)
{
    const auto ratio = [&](auto... arguments) { table.push_back(of_side(contact_ratio(arguments...))); };
    const auto total = [&](auto... arguments) { table.push_back(side_total(arguments...)); };
    total("bot_calls", "calls to the bot", "calls that a bot began to serve", neither,
          "Calls that a bot took, whatever came of them.", side_count<&Side::bot_calls>);
    total("bot_full", "bot full", "calls that found every line of the bot taken", lower,
          "Calls that went past the bot because all of its lines were taken.", side_count<&Side::bot_full>);
    total("bot_hand_offs", "bot hand-offs", "calls that the bot passed on to people, a message or a callback",
          neither, "Calls that the bot could not settle by itself.", hand_offs);
    ratio("containment_rate", KpiUnit::share, "containment", "contained / bot_calls", higher,
          "Share of the bot's calls that it settled by itself.", contact_count<&ContactCounts::contained>,
          side_count<&Side::bot_calls>);
    ratio("bot_time_s", KpiUnit::seconds, "time with the bot", "time with bots / bot_calls", neither,
          "Mean time that a caller spends with the bot.", side_count<&Side::bot_s>,
          side_count<&Side::bot_calls>);
    ratio("hand_offs_logged", KpiUnit::share, "hand-offs logged",
          "bot hand-offs with a row in the trace / bot_hand_offs", higher,
          "1 wherever there is a hand-off: the trace has a row for every one.", hand_offs, hand_offs);
    total("voicemail_hang_ups", "hang-ups on voicemail", "calls that reached the voicemail and left nothing",
          lower, "Callers who hung up on the voicemail.", side_count<&Side::voicemail_hang_ups>);
    ratio("voicemail_hang_up_rate", KpiUnit::share, "hang-ups on voicemail",
          "voicemail_hang_ups / to_voicemail", lower,
          "Share of the callers who reached the voicemail and left no message.",
          side_count<&Side::voicemail_hang_ups>, contact_count<&ContactCounts::to_voicemail>);
    total("callback_offers", "callbacks offered", "callers to whom a callback was offered", neither,
          "Callers who were offered to be called back.", side_count<&Side::callback_offers>);
    ratio("callback_acceptance", KpiUnit::share, "callbacks accepted", "to_callback / callback_offers",
          neither, "Share of the callers offered a callback who took it.",
          contact_count<&ContactCounts::to_callback>, side_count<&Side::callback_offers>);
    total("needs_contained", "needs settled by the bot", "needs settled by a bot before anybody answered",
          neither, "Callers whose matter the bot settled.", side_count<&Side::needs_contained>);
    total("needs_kept", "needs kept",
          "needs that nobody answered live, but whose message or callback is kept", neither,
          "Callers who are owed an answer: their message or callback is on the list.",
          side_count<&Side::needs_kept>);
}

void add_legs(std::vector<KpiDefinition>& table)
{
    const auto ratio = [&](auto... arguments) { table.push_back(of_side(contact_ratio(arguments...))); };
    const auto total = [&](auto... arguments) { table.push_back(side_total(arguments...)); };
    const GroupTerm forwarded = [](const Group& f) {
        return f.is_vendor ? static_cast<double>(f.counts.answered - f.counts.answered_of_others) : 0.0;
    };
    table.push_back({.name = "forwarded",
                     .scope = KpiScope::group,
                     .kind = KpiKind::total,
                     .of_everything = true,
                     .title = "forwarded to a vendor",
                     .formula = "calls whose talk with a vendor's group began, without other clients' calls",
                     .help = "The practice's calls that a vendor's people answered; 0 of its own groups.",
                     .group_numerator = forwarded});
    table.push_back(
        {.name = "forwarded_logged",
         .scope = KpiScope::group,
         .kind = KpiKind::ratio,
         .unit = KpiUnit::share,
         .good = higher,
         .of_everything = true,
         .title = "forwarded calls logged",
         .formula = "forwarded calls with a row in the trace / forwarded",
         .help = "1 wherever a call is forwarded: the trace has a row for every one. Null without a vendor.",
         .group_numerator = forwarded,
         .group_denominator = forwarded});
    ratio("transfers", KpiUnit::share, "transfers", "calls passed on by the agent who answered / answered",
          lower, "Transfers by answered call.", side_count<&Side::transfers>, answered);
    ratio(
        "routing_accuracy", KpiUnit::share, "routing accuracy", "1 − transfers", higher,
        "Share of the answered calls that reached the right people at once.",
        [](const Contact& f) { return static_cast<double>(f.counts.answered - f.side.transfers); }, answered);
    total("transfers_in", "transfers in", "calls passed on to this contact by others", neither,
          "Calls that came from colleagues, not from callers.", side_count<&Side::transfers_in>);
    total("transfers_abandoned", "transfers abandoned", "hung up while waiting for the second agent", lower,
          "Callers who gave up while they were passed on.", side_count<&Side::transfers_abandoned>);
    ratio("transfer_wait_s", KpiUnit::seconds, "wait for the second agent",
          "waits for the second agent / transfers that reached one", lower,
          "How long a caller who is passed on waits again.", side_count<&Side::transfer_wait_s>,
          side_count<&Side::transfers_answered>);
    ratio("retold_s", KpiUnit::seconds, "story told again", "time of telling again / transfers", lower,
          "How long a caller who is passed on tells the story again.", side_count<&Side::retold_s>,
          side_count<&Side::transfers>);
    total("on_call_needed", "on-call needed", "answered calls that needed somebody on call", neither,
          "Calls that had to be put through to somebody on call.", side_count<&Side::on_call_needed>);
    ratio("on_call_reached", KpiUnit::share, "on-call reached", "put through / on_call_needed", higher,
          "Share of those calls that got through to somebody on call.", side_count<&Side::on_call_reached>,
          side_count<&Side::on_call_needed>);
    ratio("time_to_clinician_s", KpiUnit::seconds, "time to the clinician",
          "from arrival to the on-call person's answer / put through", lower,
          "How long it takes a caller to speak to the person on call.",
          side_count<&Side::time_to_clinician_s>, side_count<&Side::on_call_reached>);
}

void add_work(std::vector<KpiDefinition>& table)
{
    const auto ratio = [&](auto... arguments) { table.push_back(of_work(contact_ratio(arguments...))); };
    const auto total = [&](auto... arguments) { table.push_back(work_total(arguments...)); };
    total("items", "work items", "messages, callbacks and outbound calls created", neither,
          "Work that waits without a caller on the line.", side_count<&Side::items>);
    total("items_urgent", "urgent items", "the urgent ones among items", neither, "Items that cannot wait.",
          side_count<&Side::items_urgent>);
    total("items_done", "items done", "items handled, whenever", neither, "Items that somebody settled.",
          side_count<&Side::items_done>);
    total("items_given_up", "items given up", "callbacks that reached nobody at the last try", lower,
          "Callers who could not be reached again.", side_count<&Side::items_given_up>);
    total("items_escalated", "items escalated", "items passed to the next tier", lower,
          "Items that the first tier did not settle.", side_count<&Side::items_escalated>);
    total("backlog_at_end", "open at the end", "items still open when the run ended", lower,
          "Work that was left over.", side_count<&Side::items_open>);
    ratio("message_on_time", KpiUnit::share, "messages on time",
          "items handled by their promise / items whose promise was kept or fell due", higher,
          "Share of the messages that were answered by the promised time; callbacks have a figure of their "
          "own.",
          message_count<&Side::items_on_time>, message_count<&Side::items_promised>);
    ratio("message_on_time_urgent", KpiUnit::share, "urgent messages on time",
          "the same, over urgent items alone", higher,
          "Share of the urgent messages that were answered by the time promised to urgent ones.",
          message_count<&Side::items_urgent_on_time>, message_count<&Side::items_urgent_promised>);
    ratio("callback_on_time", KpiUnit::share, "callbacks on time",
          "callbacks made by their promise / callbacks whose promise was kept or fell due", higher,
          "Share of the callers who were called back by the promised time.",
          callback_count<&Side::items_on_time>, callback_count<&Side::items_promised>);
    ratio("callback_on_time_urgent", KpiUnit::share, "urgent callbacks on time",
          "the same, over urgent callbacks alone", higher,
          "Share of the urgent callers who were called back by the promised time.",
          callback_count<&Side::items_urgent_on_time>, callback_count<&Side::items_urgent_promised>);
    ratio("return_time_s", KpiUnit::seconds, "time to return",
          "from creation to the beginning of the work / items_done", lower,
          "How old an item is, by the clock on the wall, when somebody takes it.",
          side_count<&Side::item_age_s>, side_count<&Side::items_done>);
    ratio("return_time_urgent_s", KpiUnit::seconds, "time to return, urgent", "the same, over urgent items",
          lower, "How old an urgent item is when somebody takes it.", side_count<&Side::item_age_urgent_s>,
          side_count<&Side::items_urgent_done>);
    ratio("return_time_measured", KpiUnit::share, "time to return measured",
          "items with a time to return on record / items_done", higher,
          "1 wherever an item was handled: each has its time to return on record.",
          side_count<&Side::items_done>, side_count<&Side::items_done>);
    ratio("tries_per_item", KpiUnit::calls, "tries per item", "tries to reach a caller / items", lower,
          "How often somebody rings for one callback.", side_count<&Side::item_tries>,
          side_count<&Side::items>);
    ratio("item_handle_s", KpiUnit::seconds, "work per item", "talk, hold and wrap-up on items / items_done",
          neither, "How long an item keeps somebody busy.", side_count<&Side::item_work_s>,
          side_count<&Side::items_done>);
    table.push_back(of_work({.name = "backlog",
                             .kind = KpiKind::time_average,
                             .unit = KpiUnit::calls,
                             .good = lower,
                             .title = "items open",
                             .formula = "∫ open items dt / ∫ dt",
                             .help = "Items open, on average over all hours.",
                             .contact_numerator = side_count<&Side::backlog_s>}));
    table.push_back(of_work({.name = "backlog_max",
                             .kind = KpiKind::maximum,
                             .unit = KpiUnit::calls,
                             .good = lower,
                             .title = "most items open",
                             .formula = "greatest number of items open at one instant",
                             .help = "The longest list that a run of this length sees, on average; in total, "
                                     "that of one contact.",
                             .contact_numerator = side_count<&Side::backlog_max>}));
}

void add_experience(std::vector<KpiDefinition>& table)
{
    const auto ratio = [&](auto... arguments) {
        table.push_back(of_work(contact_ratio(arguments...)));
        table.back().experience = true;
    };
    ratio("satisfaction", KpiUnit::share, "satisfaction", "scores of rated callers / rated callers", higher,
          "Mean score by the scenario's own model of experience; no operational figure.",
          side_count<&Side::satisfaction>, side_count<&Side::rated>);
    ratio(
        "nps", KpiUnit::share, "net promoter score", "(promoters − detractors) / rated callers", higher,
        "Promoters less detractors by the scenario's own model of experience; no operational figure.",
        [](const Contact& f) { return static_cast<double>(f.side.promoters - f.side.detractors); },
        side_count<&Side::rated>);
}

void add_chats(std::vector<KpiDefinition>& table)
{
    table.push_back(of_work(
        contact_ratio("chats_at_once", KpiUnit::calls, "chats at once", "∫ chats dt / ∫ agents with chats dt",
                      neither, "Chats that an agent who has any has at once, on average over time.",
                      side_count<&Side::chat_s>, side_count<&Side::chat_agent_s>)));
}

} // namespace switchroom::kpi_parts
