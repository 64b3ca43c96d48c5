#pragma once
/// Keys of the file as a whole; part of keys.h.

#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, TimeFrame& t)
{
    v.key("start", t.start, "local date of day 0");
    v.key("days", t.days, "how many days are measured", between(1, 36600));
    v.key("interval", t.interval, "reporting and staffing interval; divides the day", above(0));
    v.key("warm_up", t.warm_up, "simulated before day 0 and discarded");
    v.key("end", t.end, "calls still there at the end are worked off, or cut");
}

template <class V>
void keys(V& v, Away& a)
{
    v.required("name", a.name, "of the meeting or break");
    v.required("groups", a.groups, "who does not answer");
    v.days(a.windows, "when: [\"12:00-12:30\"]");
}

template <class V>
void keys(V& v, Hours& h)
{
    v.days(h.open, "windows: [\"08:00-12:30\", \"13:30-19:00\"]");
    v.key("closures", h.closures, "dates without opening");
    v.key("away", h.away, "meetings and breaks");
}

template <class V>
void keys(V& v, Line& l)
{
    v.required("name", l.name, "of the trunks");
    v.required("count", l.count, "calls at once; more are blocked", between(1, 1000000));
    v.key("contacts", l.contacts, "whose calls use them; all that come by telephone where left out");
}

template <class V>
void keys(V& v, Segment& s)
{
    v.required("name", s.name, "of a site, a language …");
    v.key("contacts", s.contacts, "that belong to it");
    v.key("groups", s.groups, "that belong to it");
}

template <class V>
void keys(V& v, VolumeUncertainty& u)
{
    v.required("cv", u.cv, "coefficient of variation of the factor", at_least(0));
    v.key("per", u.per, "one factor each");
    v.key("common", u.common, "one factor for all contacts");
}

template <class V>
void keys(V& v, ForecastError& f)
{
    v.key("bias", f.bias, "mean of actual / forecast − 1", above(-1));
    v.key("cv", f.cv, "its coefficient of variation", at_least(0));
    v.key("per", f.per, "one error each");
}

template <class V>
void keys(V& v, HandleUncertainty& u)
{
    v.required("cv", u.cv, "coefficient of variation of a factor on handle times", at_least(0));
    v.key("per", u.per, "one factor each");
}

template <class V>
void keys(V& v, Uncertainty& u)
{
    v.key("volume", u.volume, "busier and quieter than planned");
    v.key("forecast_error", u.forecast_error, "the forecast itself is wrong");
    v.key("handle", u.handle, "handle times drift");
}

template <class V>
void keys(V& v, Experience& e)
{
    constexpr Limits weight = between(-100, 100);
    v.key("origin", e.origin, "where the figures below come from; printed with the results");
    v.key("base", e.base, "of a caller who is helped at once", weight);
    v.key("per_minute_waited", e.per_minute_waited, "for each minute of waiting", between(-100, 0));
    v.key("abandoned", e.abandoned, "each time the caller gave up waiting", weight);
    v.key("turned_away", e.turned_away, "each time nobody was there, or no line was free", weight);
    v.key("transferred", e.transferred, "each time the caller was passed on", weight);
    v.key("retold", e.retold, "each time the story was told again", weight);
    v.key("unresolved", e.unresolved, "each answer that left the matter open", weight);
    v.key("bot", e.bot, "each time a bot answered", weight);
    v.key("message", e.message, "ended with a voicemail, a message or a promised callback", weight);
    v.key("tone", e.tone, "times (tone of the last agent's group − 0.5)", weight);
    v.key("promoter_from", e.promoter_from, "least satisfaction of a promoter");
    v.key("detractor_below", e.detractor_below, "a detractor's satisfaction is below it");
}

template <class V>
void keys(V& v, CostItem& c)
{
    v.required("name", c.name, "of the cost");
    v.key("monthly", c.monthly, "each month", at_least(0));
    v.key("once", c.once, "once", at_least(0));
    v.key("per_agent_year", c.per_agent_year, "for each agent in a year", at_least(0));
    v.key("origin", c.origin, "where the figure is from; shown beside it");
}

template <class V>
void keys(V& v, Expectation& e)
{
    v.required("kpi", e.kpi, "a KPI by its name in results");
    v.key("contact", e.contact, "of one contact; the total where nothing is named");
    v.key("contacts", e.contacts, "of several together");
    v.key("group", e.group, "of one group");
    v.key("segment", e.segment, "of a segment");
    v.key("part", e.part, "of a contact: urgent");
    v.key("hours", e.hours, "only what arrives then");
    v.key("by", e.by, "interval, hour, day, week or month: each of them, with quantile");
    v.key("quantile", e.quantile, "share of these periods that comply");
    v.key("at_least", e.at_least, "the expectation: a number, times in seconds");
    v.key("at_most", e.at_most, "the expectation, from above");
    v.key("versus", e.versus, "another scenario's file: the change against it");
    v.key("change_at_least", e.change_at_least, "least change, this minus the other");
    v.key("change_at_most", e.change_at_most, "largest change");
    v.key("origin", e.origin, "who says so");
}

template <class V>
void keys(V& v, RunSettings& r)
{
    v.key("replications", r.replications, "independent repetitions of the time frame", between(1, 100000000));
    v.key("precision", r.precision, "by KPI: stop when the half-width is below", above(0));
    v.key("seed", r.seed, "the same seed gives the same bytes");
}

template <class V>
void keys(V& v, Scenario& s)
{
    v.required("format", s.format, "version of the format: 1");
    v.required("name", s.name, "of the scenario");
    v.key("currency", s.currency, "of all amounts");
    v.key("timezone", s.timezone, "name from the time-zone database, such as Europe/Paris");
    v.key("ring", s.ring, "length of one ring; lets durations be said as \"3 rings\"", above(0));
    v.key("time", s.time, "which days, in which intervals");
    v.key("hours", s.hours, "when the practice is open; always where left out");
    v.key("profiles", s.profiles, "curves that contacts share");
    v.key("contacts", s.contacts, "who calls");
    v.key("groups", s.groups, "who answers");
    v.key("routes", s.routes, "what a call meets");
    v.key("lines", s.lines, "trunks");
    v.key("contracts", s.contracts, "what vendors charge and promise");
    v.key("segments", s.segments, "named sets for results");
    v.key("uncertainty", s.uncertainty, "what nobody knows when promising");
    v.key("experience", s.experience, "an open model from what happened to callers to satisfaction and NPS");
    v.key("costs", s.costs, "technology, bonus pool, recruiting …");
    v.key("expect", s.expect, "what this scenario is said to show");
    v.key("run", s.run, "how much is simulated");
}

} // namespace switchroom
