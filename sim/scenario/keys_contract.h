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
    v.key("whole_volume", p.whole_volume, "a tier's price holds for all calls, not only for those above");
    v.key("per_minute", p.per_minute, "each minute beyond the included ones", at_least(0));
    v.key("included_minutes", p.included_minutes, "in the base fee", at_least(0));
    v.key("overage_per_minute", p.overage_per_minute,
          "minutes beyond the included ones; per_minute where left out", at_least(0));
    v.key("billing_step", p.billing_step, "each call is rounded up to it", above(0));
    v.key("bill_wrap_up", p.bill_wrap_up, "wrap-up is billed");
    v.key("bill_hold", p.bill_hold, "hold is billed");
    v.key("free_short_calls", p.free_short_calls, "short calls that are not billed");
    v.key("automated_minute", p.automated_minute, "minute with a bot or greeting", at_least(0));
    v.key("patch_minute", p.patch_minute, "minute patched through to somebody on call", at_least(0));
    v.key("per_seat", p.per_seat, "seat and month", at_least(0));
    v.key("per_agent_hour", p.per_agent_hour, "staffed hour", at_least(0));
    v.key("per_fte_month", p.per_fte_month, "full-time agent and month", at_least(0));
    v.key("per_booking", p.per_booking, "appointment booked", at_least(0));
    v.key("per_resolved", p.per_resolved, "need settled", at_least(0));
    v.key("after_hours_factor", p.after_hours_factor, "on calls outside the practice's hours", at_least(0));
    v.key("holiday_fee", p.holiday_fee, "each closure day", at_least(0));
    v.key("exit_fee", p.exit_fee, "when the contract ends early", at_least(0));
    v.key("minimum", p.minimum, "least invoice of a month", at_least(0));
}

template <class V>
void keys(V& v, Credit& c)
{
    v.key("per_point", c.per_point, "share of the base for each percentage point (or second) missed",
          at_least(0));
    v.key("flat", c.flat, "amount for each missed window", at_least(0));
    v.key("tiers", c.tiers,
          "[[46, 0.25], …]: from this value on (seconds, or per cent) this share of the base");
    v.key("dead_band", c.dead_band, "points (or seconds) missed that cost nothing", at_least(0));
    v.key("of", c.of, "the base");
    v.key("cap", c.cap, "at most this share of the base");
    v.key("cap_amount", c.cap_amount, "at most this amount", at_least(0));
}

template <class V>
void keys(V& v, Bonus& b)
{
    v.required("above", b.above, "value of the metric from which it is due");
    v.required("share", b.share, "of the base");
    v.key("of", b.of, "the base");
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
    v.key("formula", s.formula, "what counts, see the KPI reference");
    v.key("short_abandon", s.short_abandon, "abandons this short are excepted where the formula says so");
    v.key("window", s.window, "over which the promise is judged");
    v.key("term", s.term, "of the contract: \"12 months\"");
    v.key("aggregate", s.aggregate, "how a window is judged");
    v.key("grain", s.grain, "the parts of a window, for aggregates that need them", above(0));
    v.key("of_windows", s.of_windows, "share of the term's windows that must comply");
    v.key("forecast", s.forecast, "what volume bands compare with: profile, or a file");
    v.key("only_if_volume_within", s.only_if_volume_within, "of the forecast; other windows do not count");
    v.key("credit", s.credit, "what a missed window costs the vendor");
    v.key("bonus", s.bonus, "what a good window earns");
}

template <class V>
void keys(V& v, Contract& c)
{
    v.required("vendor", c.vendor, "employer of the vendor's groups");
    v.key("price", c.price, "what is charged");
    v.key("sla", c.sla, "what is promised");
}

} // namespace switchroom
