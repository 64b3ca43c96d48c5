#pragma once
/// The schema of a study file, as sim/scenario/keys.h is that of a scenario.

#include "planner/study/study.h"
#include "sim/scenario/keys.h"

namespace switchroom {

template <class V>
void keys(V& v, AxisRange& r)
{
    v.required("from", r.from, "first value");
    v.required("to", r.to, "last value");
    v.key("step", r.step, "distance of neighbours", above(0));
    v.key("count", r.count, "instead: how many values at equal distances", between(2, 100000));
    v.key("whole", r.whole, "values without a fraction");
}

template <class V>
void keys(V& v, StudyAxis& a)
{
    v.required("name", a.name, "of the axis, for filters and results");
    v.key("path", a.path, "the value that is varied, such as groups[front desk].agents");
    v.key("lever", a.lever, "instead: an assumption that is multiplied");
    v.key("list", a.list, "its values, one after the other");
    v.key("range", a.range, "instead: from … to");
    v.key("unit", a.unit, "written behind a range's numbers: \"s\" makes \"20s\"");
}

template <class V>
void keys(V& v, NamedChange& c)
{
    v.required("name", c.name, "of the change");
    v.required("set", c.set, "path = value, as many as belong together");
}

template <class V>
void keys(V& v, StudyReplications& r)
{
    v.key("block", r.block, "replications that are committed together", between(1, 1000000));
    v.key("at_most", r.at_most, "replications of a point", between(1, 100000000));
}

template <class V>
void keys(V& v, Study& s)
{
    v.required("format", s.format, "version of the format: 1");
    v.required("name", s.name, "of the study");
    v.required("base", s.base, "the scenario that is varied");
    v.key("seed", s.seed, "of all points: they meet the same callers");
    v.key("kpis", s.kpis, "figures that are kept of each replication");
    v.key("scopes", s.scopes, "of what: total, contacts, groups, segments");
    v.key("replications", s.replications, "how many");
    v.key("precision", s.precision, "by KPI of the total: a point is done when the half-width is below",
          above(0));
    v.key("design", s.design, "\"grid\", { latin_hypercube = points } or { sobol = points }");
    v.key("axes", s.axes, "what is varied");
    v.key("changes", s.changes, "named sets of edits, an axis of their own");
    v.key("as_is", s.as_is, "whether the unchanged scenario is one of the changes");
    v.key("filters", s.filters, "conditions that a point must meet, such as \"desk + vendor <= 10\"");
}

} // namespace switchroom
