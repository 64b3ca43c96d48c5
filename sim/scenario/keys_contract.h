#pragma once
/// Keys of contracts; part of keys.h.

#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, PriceTier& t)
{
    v.required("above", t.above, "calls in a month", at_least(0));
    v.required("per_call", t.per_call, "price of the calls above (of all with whole_volume)", at_least(0));
}

template <class V>
void keys(V& v, MinuteTier& t)
{
    v.required("above", t.above, "minutes in a month", at_least(0));
    v.required("per_minute", t.per_minute, "price of the minutes above (of all with whole_volume)",
               at_least(0));
}

template <class V>
void keys(V& v, FreeShortCalls& f)
{
    v.required("below", f.below, "shorter calls are free");
    v.required("first", f.first, "so many of them in a month", at_least(0));
}

template <class V>
void keys(V& v, Price& p)
{
    v.key("set_up", p.set_up, "once", at_least(0));
    v.key("monthly", p.monthly, "base fee", at_least(0));
    v.key("per_call", p.per_call, "each call beyond the included ones", at_least(0));
    v.key("included_calls", p.included_calls, "in the base fee", at_least(0));
    v.key("tiers", p.tiers, "other prices above a volume");
    v.key("whole_volume", p.whole_volume,
          "a tier's price holds for the whole volume, not only for what is above");
    v.key("per_minute", p.per_minute, "each minute beyond the included ones", at_least(0));
    v.key("minute_tiers", p.minute_tiers, "other prices of minutes above a volume");
    v.key("included_minutes", p.included_minutes, "in the base fee", at_least(0));
    v.key("overage_per_minute", p.overage_per_minute,
          "minutes beyond the included ones; per_minute where left out", at_least(0));
    v.key("billing_step", p.billing_step, "each call is rounded up to it", above(0));
    v.key("bill_wrap_up", p.bill_wrap_up, "wrap-up is billed");
    v.key("flat_wrap_up", p.flat_wrap_up, "billed on each call instead of the real wrap-up");
    v.key("bill_hold", p.bill_hold, "hold is billed");
    v.key("free_short_calls", p.free_short_calls, "short calls that are not billed");
    v.key("automated_minute", p.automated_minute, "minute with a bot or greeting", at_least(0));
    v.key("patch_minute", p.patch_minute, "minute patched through to somebody on call", at_least(0));
    v.key("per_seat", p.per_seat, "seat and month", at_least(0));
    v.key("seats", p.seats, "number of seats; the most people scheduled at once in the month where left out",
          at_least(0));
    v.key("per_agent_hour", p.per_agent_hour, "staffed hour", at_least(0));
    v.key("per_fte_month", p.per_fte_month, "full-time agent and month", at_least(0));
    v.key("fte_hours", p.fte_hours, "scheduled hours a month that make one full-time agent", above(0));
    v.key("per_handle_minute", p.per_handle_minute, "minute of talk, hold and wrap-up, unrounded",
          at_least(0));
    v.key("per_message", p.per_message, "message or callback handled", at_least(0));
    v.key("per_booking", p.per_booking, "appointment booked", at_least(0));
    v.key("booking_outcome", p.booking_outcome, "the outcome that is a booking; \"booked\" where left out");
    v.key("per_resolved", p.per_resolved, "need settled", at_least(0));
    v.key("after_hours_factor", p.after_hours_factor, "on calls outside the practice's hours", at_least(0));
    v.key("holiday_fee", p.holiday_fee, "each closure day", at_least(0));
    v.key("exit_fee", p.exit_fee, "when the contract ends early", at_least(0));
    v.key("minimum", p.minimum, "least invoice of a month", at_least(0));
    v.key("least_share_of_forecast", p.least_share_of_forecast,
          "so much of the forecast volume is invoiced at least");
}

template <class V>
void keys(V& v, Credit& c)
{
    v.key("per_point", c.per_point, "share of the base for each percentage point (or second) missed",
          at_least(0));
    v.key("amount_per_point", c.amount_per_point, "amount for each percentage point (or second) missed",
          at_least(0));
    v.key("begun_points", c.begun_points, "a fraction of a point counts as a whole one");
    v.key("flat", c.flat, "amount for each missed window", at_least(0));
    v.key("tiers", c.tiers,
          "[[46, 0.25], …]: from this value on (seconds, or per cent) this share of the base");
    v.key("dead_band", c.dead_band, "points (or seconds) missed that cost nothing", at_least(0));
    v.key("of", c.of, "the base");
    v.key("at_risk", c.at_risk, "amount of money that is the base where \"of\" is at_risk", at_least(0));
    v.key("repeat_factor", c.repeat_factor, "on the credit of a miss that directly follows a miss",
          at_least(1));
    v.key("cap", c.cap, "at most this share of the base");
    v.key("cap_amount", c.cap_amount, "at most this amount", at_least(0));
}

template <class V>
void keys(V& v, Bonus& b)
{
    v.required("above", b.above, "value of the metric from which it is due");
    v.key("share", b.share, "of the base");
    v.key("per_point", b.per_point,
          "share of the base for each percentage point (or second) better than that", at_least(0));
    v.key("flat", b.flat, "amount for each such window", at_least(0));
    v.key("cap", b.cap, "at most this share of the base");
    v.key("of", b.of, "the base");
}

template <class V>
void keys(V& v, EarnBack& e)
{
    v.required("windows", e.windows, "so many windows after the missed one", at_least(1));
    v.required("reaching", e.reaching, "value of the metric that each of them must reach");
}

template <class V>
void keys(V& v, Termination& t)
{
    v.required("misses", t.misses, "missed windows after which the client may leave", at_least(1));
    v.required("of", t.of, "… among so many that follow one another", at_least(1));
}

template <class V>
void keys(V& v, Exclusions& e)
{
    v.key("dates", e.dates, "days left out: 2026-07-14, or [2026-08-01, 2026-08-31] for all from … to");
    v.key("client_outages", e.client_outages, "the same, because of the client's own systems");
    v.key("client_staffing", e.client_staffing, "the same, while the client dictates the number of agents");
    v.key("closures", e.closures, "closure days of [hours] are left out");
    v.key("ramp_up", e.ramp_up, "so long from the beginning of the term; whole days");
}

template <class V>
void keys(V& v, ForecastBand& b)
{
    v.key("above", b.above, "so much more than forecast is still covered");
    v.key("below", b.below, "so much less than forecast is still covered");
    v.key("relief", b.relief, "what a volume outside does");
    v.key("locked", b.locked, "how long before the window the forecast is fixed; told, not computed");
}

template <class V>
void keys(V& v, VolumeLimits& l)
{
    v.key("at_least", l.at_least, "contacts a day (a window, with relief void)", at_least(0));
    v.key("at_most", l.at_most, "contacts a day (a window, with relief void)", at_least(0));
    v.key("relief", l.relief, "what a volume outside does");
}

template <class V>
void keys(V& v, SlaClause& s)
{
    v.required("name", s.name, "of the clause");
    v.required("metric", s.metric, "what is promised");
    v.key("contacts", s.contacts, "which contacts count; all where left out");
    v.key("hours", s.hours, "only contacts that arrive then; always where left out");
    v.key("at_least", s.at_least, "the promise: a share, or a time for asa and longest_wait");
    v.key("at_most", s.at_most, "the promise, from above");
    v.key("within", s.within, "waiting time of a service level");
    v.key("scope", s.scope, "every call of these contacts, or those offered to the vendor's groups");
    v.key("clock", s.clock, "from when waiting counts");
    v.key("clock_stops", s.clock_stops, "what ends the waiting: a person, or the recorded greeting");
    v.key("greeting", s.greeting, "length of the recorded greeting");
    v.key("over", s.over, "whose waits asa is taken over: answered calls, or all that were received");
    v.key("formula", s.formula, "what counts, see the KPI reference");
    v.key("short_abandon", s.short_abandon, "abandons this short are excepted where the formula says so");
    v.key("window", s.window, "over which the promise is judged");
    v.key("term", s.term, "of the contract: \"12 months\"");
    v.key("aggregate", s.aggregate, "how a window is judged");
    v.key("grain", s.grain, "the parts of a window, for aggregates that need them", above(0));
    v.key("of_grains", s.of_grains, "share of the grains that must comply, for share_of_grains");
    v.key("of_windows", s.of_windows, "share of the term's windows that must comply");
    v.key("minimum_sample", s.minimum_sample, "windows with fewer contacts do not count", at_least(0));
    v.key("round_to", s.round_to, "points (or seconds) to which the figure is rounded before it is judged",
          above(0));
    v.key("except", s.except, "days that do not count");
    v.key("forecast", s.forecast, "what volume bands compare with: profile, or a file");
    v.key("only_if_volume_within", s.only_if_volume_within, "of the forecast; other windows do not count");
    v.key("band", s.band, "how far the volume may lie beside the forecast, and what happens outside");
    v.key("volume", s.volume, "contacts for which the promise is made, and what happens outside");
    v.key("credit", s.credit, "what a missed window costs the vendor");
    v.key("bonus", s.bonus, "what a good window earns");
    v.key("earn_back", s.earn_back, "when a credit is given back to the vendor");
    v.key("termination", s.termination, "when the client may leave");
}

template <class V>
void keys(V& v, Contract& c)
{
    v.required("vendor", c.vendor, "employer of the vendor's groups");
    v.key("price", c.price, "what is charged");
    v.key("sla", c.sla, "what is promised");
}

} // namespace switchroom
