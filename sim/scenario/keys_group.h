#pragma once
/// Keys of agent groups; part of keys.h.

#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, StaffingFromLog& l)
{
    v.required("file", l.file, "the log; may start with data:");
    v.key("format", l.format, "the importer; recognised by the header where left out");
    v.key("columns", l.columns, "TOML file that says which column is what");
    v.key("where", l.where, "which rows");
    v.key("gap", l.gap, "an agent counts as present between calls at most this far apart", above(0));
}

template <class V>
void keys(V& v, Staffing& s)
{
    v.days(s.steps, "agents from each time on: [[\"08:00\", 3], [\"18:00\", 0]]", at_least(0));
    v.key("file", s.file, "CSV with columns date (or day), time, agents");
    v.key("log", s.log, "rebuilt from who served in a log");
}

template <class V>
void keys(V& v, Skill& s)
{
    v.required("contact", s.contact, "what these agents can answer");
    v.key("level", s.level, "1 is best", between(1, 1000));
    v.key("speed", s.speed, "divides talk and wrap-up", above(0));
    v.key("talk", s.talk, "this group's own law; the contact's where left out");
    v.key("handle", s.handle, "this group's own law");
    v.key("wrap_up", s.wrap_up, "this group's own law");
}

template <class V>
void keys(V& v, Shrinkage& s)
{
    v.key("absence_day", s.absence_day, "off for the whole day");
    v.key("in_day", s.in_day, "away for blocks within the day");
    v.key("block", s.block, "length of such a block", above(0));
}

template <class V>
void keys(V& v, GroupCost& c)
{
    v.key("hourly", c.hourly, "wage of a paid hour", at_least(0));
    v.key("on_costs", c.on_costs, "on top of wages, as a share of them", at_least(0));
    v.key("training_per_agent_year", c.training_per_agent_year, "training of one agent in a year",
          at_least(0));
    v.key("refresher", c.refresher, "paid training of each agent in a month");
    v.key("turnover", c.turnover, "agents who leave in a year, as a share of them", at_least(0));
    v.key("recruiting", c.recruiting, "for each agent who comes anew", at_least(0));
    v.key("onboarding", c.onboarding, "paid time of each of them before the first call");
}

template <class V>
void keys(V& v, SharedWith& s)
{
    v.required("arrivals", s.arrivals, "the other clients' calls");
    v.key("talk", s.talk, "of the other clients' calls");
    v.key("handle", s.handle, "instead of talk and wrap_up where only the total is known");
    v.key("wrap_up", s.wrap_up, "of the other clients' calls");
    v.key("patience", s.patience, "of the other clients' callers; for ever where left out");
    v.key("priority", s.priority, "the best among this file's contacts in the group where left out",
          between(1, 1000));
    v.key("key", s.key, "keeps its random numbers through a rename of the group");
}

template <class V>
void keys(V& v, Works& w)
{
    v.required("contacts", w.contacts, "what is worked on");
    v.required("during", w.during, "when");
    v.key("only", w.only, "nothing else is taken then");
}

template <class V>
void keys(V& v, Break& b)
{
    v.required("length", b.length, "of the break", above(0));
    v.required("between", b.between, "it lies within this window");
    v.key("paid", b.paid, "counts as paid time");
}

template <class V>
void keys(V& v, Shift& s)
{
    v.key("name", s.name, "of the shift");
    v.key("agents", s.agents, "how many people work it", at_least(0));
    v.days(s.windows, "from when to when: \"08:00-16:30\"");
    v.key("breaks", s.breaks, "of each agent");
}

template <class V>
void keys(V& v, Individual& i)
{
    v.required("name", i.name, "a role, not a person's name");
    v.days(i.windows, "from when to when: \"08:00-16:30\"");
    v.key("speed", i.speed, "divides talk and wrap-up", above(0));
    v.key("skills", i.skills, "those of the group where left out");
}

template <class V>
void keys(V& v, Learning& l)
{
    v.required("start", l.start, "a new agent takes this many times as long", at_least(1));
    v.key("half_life_calls", l.half_life_calls, "calls after which half of the excess is gone", above(0));
    v.key("experienced", l.experienced, "share of agents who are past it");
}

template <class V>
void keys(V& v, Floats& f)
{
    v.required("of", f.of, "the groups for which it stands in");
    v.required("share", f.share, "its size as a share of theirs");
}

template <class V>
void keys(V& v, Adherence& a)
{
    v.key("start_sd", a.start_sd, "standard deviation of the real start of a shift");
}

template <class V>
void keys(V& v, Group& g)
{
    v.required("name", g.name, "by which routes, contacts and results know it");
    v.key("key", g.key, "keeps its random numbers through a rename; the name where left out");
    v.key("employer", g.employer, "practice, or a vendor's name");
    v.key("agents", g.agents, "how many are there when", at_least(0));
    v.key("shifts", g.shifts, "instead of agents: who works from when to when");
    v.key("individuals", g.individuals, "instead of agents: people with hours of their own");
    v.key("skills", g.skills, "what they can answer; every contact where left out");
    v.key("shrinkage", g.shrinkage, "absences; a plain share is off for whole days");
    v.key("leaves", g.leaves,
          "at the end of a shift: finishes the call, or hands it back to the head of the queue");
    v.key("pick", g.pick, "which idle agent takes the next call");
    v.key("next", g.next, "which waiting call a freed agent takes");
    v.key("weights", g.weights, "for weighted-wait: by contact, 1 where left out", above(0));
    v.key("cost", g.cost, "what an agent costs");
    v.key("shared_with", g.shared_with, "a vendor's other clients, whose calls compete for the same agents");
    v.key("works", g.works, "time set apart for some contacts");
    v.key("learning", g.learning, "new agents are slower");
    v.key("floats", g.floats, "stands in for other groups");
    v.key("adherence", g.adherence, "how exactly shifts are kept");
    v.key("tone", g.tone, "how kindly they speak, from 0 to 1; only [experience] looks at it");
}

} // namespace switchroom
