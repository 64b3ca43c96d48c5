#pragma once
/// Keys of conditions and predictors; part of keys.h.

#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, StepConditions& c)
{
    v.key("of", c.of, "groups looked at; the step's own, or those of the first offer, where left out");
    v.key("queue_at_least", c.queue_at_least, "calls of this contact that wait already", at_least(0));
    v.key("queue_at_most", c.queue_at_most, "the same", at_least(0));
    v.key("queue_per_agent_at_least", c.queue_per_agent_at_least,
          "calls that wait for the groups, divided by their agents on duty", at_least(0));
    v.key("queue_per_agent_at_most", c.queue_per_agent_at_most, "the same", at_least(0));
    v.key("expected_wait_at_least", c.expected_wait_at_least, "by the contact's predictor");
    v.key("expected_wait_at_most", c.expected_wait_at_most, "the same");
    v.key("idle_at_least", c.idle_at_least, "idle agents of the groups", at_least(0));
    v.key("idle_at_most", c.idle_at_most, "the same; 0: all are busy", at_least(0));
    v.key("share", c.share, "of the calls that come to the step; the others pass it over");
    v.key("during", c.during, "windows of the day; all day where left out");
    v.key("days", c.days, "on which the step is taken; every day where left out");
}

template <class V>
void keys(V& v, Predictor& p)
{
    v.key("by", p.by, "how the wait of who joins now is predicted");
    v.key("of_last", p.of_last, "answered calls that mean-of-last takes", between(1, 1000));
}

} // namespace switchroom
