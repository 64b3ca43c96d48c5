#pragma once
/// Keys of arrivals, contacts and routes; part of keys.h.

#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, DistributionSpec& d)
{
    v.required("family", d.family, "of the law");
    v.key("mean", d.mean, "of the family, before shift and at_most");
    v.key("cv", d.cv, "coefficient of variation of the family: standard deviation / mean", at_least(0));
    v.key("phases", d.phases, "erlang: instead of cv, which is 1/√phases", between(1, 1000000));
    v.key("low", d.low, "uniform, triangular: least value, instead of mean and cv", Limits{.finite = true});
    v.key("high", d.high, "uniform, triangular: largest value", Limits{.finite = true});
    v.key("mode", d.mode, "triangular: the peak; in the middle where left out", Limits{.finite = true});
    v.key("file", d.file, "empirical: CSV with the values, in seconds");
    v.key("column", d.column, "empirical: which column of it");
    v.key("parts", d.parts, "mixture: laws");
    v.key("weights", d.weights, "mixture: one for each part", above(0));
    v.key("hazard_per_minute", d.hazard, "hazard: [[\"0s\", 0.2], [\"30s\", 0.5]], the last piece goes on");
    v.key("shift", d.shift, "added to every value", Limits{.finite = true});
    v.key("at_most", d.at_most, "longer values are excluded (truncation)", above(0));
}

template <class V>
void keys(V& v, Profile& p)
{
    v.days(p.per_hour, "contacts per hour from each time on: [[\"08:00\", 34], [\"19:00\", 0]]", at_least(0));
    v.key("file", p.file, "CSV with columns day, time, per_hour, instead of the steps");
}

template <class V>
void rate_keys(V& v, ProfileShape& shape, ProfileCounts& counts, ByDay<double>& days, MonthFactors& months)
{
    v.key("shape", shape, "rates hold from step to step, or run in a line from each step to the next");
    v.key("counts", counts,
          "first calls, or attempts as an ACD counts (redials and repeats are then taken out first)");
    v.key("day_factor", days, "factor on the rates by day", at_least(0));
    v.key("month_factor", months, "factor on the rates by month: jan … dec", at_least(0));
}

template <class V>
void keys(V& v, NamedProfile& p)
{
    v.required("name", p.name, "the name that share_of says");
    v.inside(p.profile);
    rate_keys(v, p.shape, p.counts, p.day_factor, p.month_factor);
}

template <class V>
void keys(V& v, Busyness& b)
{
    v.key("family", b.family, "law of the day's factor (mean 1): gamma, lognormal, uniform or constant");
    v.required("cv", b.cv, "its coefficient of variation", at_least(0));
}

template <class V>
void keys(V& v, LogReplay& l)
{
    v.required("file", l.file, "the log; may start with data:");
    v.key("format", l.format, "the importer; recognised by the header where left out");
    v.key("columns", l.columns, "TOML file that says which column is what, for logs that no importer knows");
    v.key("where", l.where, "which rows: COLUMN (== | != | < | > | in) VALUE joined by and, or");
    v.key("scale", l.scale, "volume: above 1 duplicates rows, each moved by up to 15 min; below 1 thins",
          above(0));
    v.key("retries", l.retries,
          "keep later attempts of the same caller, or drop those within 2 h and let redial make them");
    v.key("handle", l.handle, "recorded handle times, or drawn from the contact's law");
}

template <class V>
void keys(V& v, ShareOf& s)
{
    v.required("profile", s.profile, "name of one of the [[profiles]]");
    v.key("share", s.share, "the contact's part of it");
}

template <class V>
void keys(V& v, SplitOf& s)
{
    v.required("contact", s.contact, "the contact whose arrivals are split; it is not served itself");
    v.key("share", s.share, "the part of its arrivals");
    v.key("rest", s.rest, "takes what the other parts leave");
    v.key("recognised", s.recognised, "share that is recognised as such");
    v.key("otherwise", s.otherwise, "the contact as which the others are treated");
}

template <class V>
void keys(V& v, Arrivals& a)
{
    v.key("rate_per_hour", a.rate_per_hour,
          "constant rate during the hours, round the clock where there are none", at_least(0));
    v.key("profile", a.profile, "rates over the week");
    v.key("share_of", a.share_of, "a share of a common curve");
    v.key("split_of", a.split_of, "a part of another contact's arrivals");
    v.key("log", a.log, "replay of a recorded log");
    rate_keys(v, a.shape, a.counts, a.day_factor, a.month_factor);
    v.key("busyness", a.busyness, "one random factor a day: days differ more than Poisson says");
}

template <class V>
void keys(V& v, Redial& r)
{
    v.required("probability", r.probability, "that who gave up calls again");
    v.key("after_block", r.after_block, "that who found no free line calls again");
    v.required("delay", r.delay, "until the next attempt");
    v.key("at_most", r.at_most, "redials for one need", between(0, 1000));
}

template <class V>
void keys(V& v, Resolution& r)
{
    v.required("first_call", r.first_call, "share of answered calls that settle the matter");
    v.required("repeat_delay", r.repeat_delay, "until the caller of an unsettled matter calls again");
    v.key("repeat_as", r.repeat_as, "the contact as which the caller calls again; the same where left out");
}

template <class V>
void keys(V& v, Misrouted& m)
{
    v.required("probability", m.probability, "that the call reached the wrong people");
    v.required("to", m.to, "the contact as which it is transferred");
    v.key("retold", m.retold, "added to the second agent's talk: the story is told again");
}

template <class V>
void keys(V& v, ServiceLevelTarget& t)
{
    v.required("share", t.share, "of calls");
    v.required("within", t.within, "waiting time");
    v.key("formula", t.formula, "what counts, see the KPI reference");
    v.key("short_abandon", t.short_abandon, "for formulas that except short abandons");
}

template <class V>
void keys(V& v, Target& t)
{
    v.key("service_level", t.service_level, "share of calls answered in time");
    v.key("abandonment", t.abandonment, "at most this share abandons");
    v.key("asa", t.asa, "mean wait of answered calls is at most this");
}

template <class V>
void keys(V& v, LostValue& l)
{
    v.required("lost_caller", l.lost_caller, "margin lost with a caller who goes elsewhere", at_least(0));
    v.key("of_lost_callers", l.of_lost_callers, "share of callers who never got through that goes elsewhere");
}

template <class V>
void keys(V& v, Urgent& u)
{
    v.required("share", u.share, "that is urgent");
    v.key("priority", u.priority, "priority of the urgent ones", between(1, 1000));
    v.key("within", u.within, "promise for the urgent ones");
}

template <class V>
void keys(V& v, OnAbandon& o)
{
    v.required("becomes", o.becomes, "the contact that the missed call makes");
    v.key("share", o.share, "of abandoned calls");
}

template <class V>
void keys(V& v, Hold& h)
{
    v.required("probability", h.probability, "that a call is put on hold once");
    v.required("duration", h.duration, "of the hold, inside the call");
}

template <class V>
void keys(V& v, Announce& a)
{
    v.key("expected_wait", a.expected_wait, "the expected wait is announced on joining the queue");
    v.key("balk_per_minute", a.balk_per_minute, "share that hangs up at once, per announced minute");
    v.key("patience_factor", a.patience_factor, "those who stay are this much more patient", above(0));
}

template <class V>
void keys(V& v, OnCall& o)
{
    v.required("share", o.share, "of answered calls that need somebody on call");
    v.required("chain", o.chain, "roles, tried in this order");
    v.key("reached", o.reached, "per try");
    v.key("tries", o.tries, "per person of the chain", between(1, 100));
    v.key("patch", o.patch, "time that a try takes");
}

template <class V>
void keys(V& v, Reach& r)
{
    v.key("probability", r.probability, "that an attempt reaches the person");
    v.key("attempts", r.attempts, "to reach the person", between(1, 250));
    v.key("try", r.try_, "what an attempt in vain takes");
    v.key("again_after", r.again_after, "until the next attempt");
}

template <class V>
void keys(V& v, Escalation& e)
{
    v.required("to", e.to, "the contact of the next tier");
    v.required("share", e.share, "of messages");
    v.key("after", e.after, "it was created; not before it was handled at this tier");
    v.key("within", e.within, "promise of the next tier for these");
}

template <class V>
void keys(V& v, Contact& c)
{
    v.required("name", c.name, "by which routes, groups and results know it");
    v.key("key", c.key, "keeps its random numbers through a rename; the name where left out");
    v.key("channel", c.channel, "how it comes");
    v.key("priority", c.priority, "1 is served first", between(1, 1000));
    v.key("hours", c.hours, "its own opening hours; those of the practice where left out");
    v.key("at_closing", c.at_closing, "what happens to calls that wait when the hours end");
    v.key("arrivals", c.arrivals, "where it comes from; nothing where something else creates it");
    v.key("head_start", c.head_start, "joins the queue as if it had waited that long");
    v.key("talk", c.talk, "with the caller");
    v.key("handle", c.handle, "instead of talk and wrap_up where only the total is known");
    v.key("wrap_up", c.wrap_up, "after the caller has gone; none where left out");
    v.key("patience", c.patience, "how long callers wait; for ever where left out");
    v.key("balk", c.balk, "share that hangs up at once if not answered at once");
    v.key("redial", c.redial, "who gave up, or found no free line, calls again");
    v.key("resolution", c.resolution, "unsettled matters come back");
    v.key("misrouted", c.misrouted, "calls that reach the wrong people");
    v.key("hold", c.hold, "calls put on hold while the agent asks");
    v.key("announce", c.announce, "an announced wait");
    v.key("predictor", c.predictor, "how waits are predicted, for announcements and conditions of routes");
    v.key("on_abandon", c.on_abandon, "missed calls that are called back");
    v.key("on_call", c.on_call, "calls patched through to somebody on call");
    v.key("outcomes", c.outcomes, "what answered calls end with: shares by name");
    v.key("within", c.within, "promised answer time of messages and callbacks");
    v.key("by", c.by, "promised by this time of day, instead of within");
    v.key("clock", c.clock, "promises run in opening hours, or on the wall clock");
    v.key("urgent", c.urgent, "the urgent part of a message contact");
    v.key("escalate", c.escalate, "messages that go on to the next tier");
    v.key("reach", c.reach, "how people are reached who are to be called");
    v.key("concurrency", c.concurrency, "chats that one agent has at once", between(1, 1000));
    v.key("slowdown", c.slowdown, "talk time × this with 1, 2, 3 … chats at once", above(0));
    v.key("target", c.target, "what the manager aims at");
    v.key("value", c.value, "what a lost caller costs");
}

template <class V>
void keys(V& v, OfferStep& s)
{
    v.required("offer", s.groups, "groups in order of preference");
    v.key("for", s.for_, "how long, then the next step; to the end of patience where left out", above(0));
    v.key("keep_idle", s.keep_idle, "by group: taken only while more than this many of it are idle",
          at_least(0));
    v.key("choose", s.choose, "which idle agent among these groups");
    v.key("when", s.when, "what must hold, otherwise the step is passed over; beside any kind of step");
}

template <class V>
void keys(V& v, CallbackStep& s)
{
    v.required("becomes", s.becomes, "the contact that is worked off later");
    v.key("accepted", s.accepted, "share of callers who take the offer; the others go on to the next step");
    v.key("windows", s.windows, "when callers are promised to be called");
    v.key("within", s.within, "promise; the contact's where left out");
    v.key("by", s.by, "promised by this time of day");
    v.key("attempts", s.attempts, "to reach the caller; those of the contact's reach where left out",
          between(1, 250));
    v.key("reached", s.reached, "per attempt; that of the contact's reach where left out");
    v.key("keeps_place", s.keeps_place,
          "virtual hold: waits on in the caller's place and is rung when its turn comes");
}

template <class V>
void keys(V& v, VoicemailStep& s)
{
    v.key("hang_up", s.hang_up, "share of callers who hang up on it");
    v.required("becomes", s.becomes, "the contact that listens to it");
}

template <class V>
void keys(V& v, BotStep& s)
{
    v.required("contained", s.contained, "share that the bot settles");
    v.required("talk", s.talk, "with the bot");
    v.key("hand_off", s.hand_off, "the contact that the rest becomes; the next step where left out");
    v.key("context_saves", s.context_saves, "shortens the talk of what follows by this share");
    v.key("concurrency", s.concurrency, "calls at once; unlimited where left out", between(1, 1000000));
}

template <class V>
void keys(V& v, Route& r)
{
    v.one_or_many("contact", "contacts", r.contacts, "whose route this is");
    v.key("open", r.open, "steps during the hours; every skilled group in file order where left out");
    v.key("closed", r.closed,
          "steps outside the hours and when no group can answer; turned away where left out");
}

} // namespace switchroom
