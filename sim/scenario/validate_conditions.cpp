#include "sim/scenario/validate_conditions.h"

#include <optional>
#include <string_view>

namespace switchroom {

namespace {

double number(double value)
{
    return value;
}
double number(Duration value)
{
    return value.seconds;
}

template <class T>
void check_bounds(Validation& v, const std::string& path, std::string_view what,
                  const std::optional<T>& least, const std::optional<T>& most)
{
    if (least && most && number(*least) > number(*most))
        v.error(fmt::format("{}.{}_at_most", path, what),
                "found at most {:g} beside at least {:g}, so the step is never taken", number(*most),
                number(*least));
}

bool looks_at_groups(const StepConditions& c)
{
    return c.queue_per_agent_at_least || c.queue_per_agent_at_most || c.expected_wait_at_least ||
           c.expected_wait_at_most || c.idle_at_least || c.idle_at_most;
}

} // namespace

void check_conditions(Validation& v, const std::string& path, const StepConditions& conditions,
                      bool has_groups)
{
    const StepConditions& c = conditions;
    v.need_groups(path + ".of", c.of);
    check_bounds(v, path, "queue", c.queue_at_least, c.queue_at_most);
    check_bounds(v, path, "queue_per_agent", c.queue_per_agent_at_least, c.queue_per_agent_at_most);
    check_bounds(v, path, "expected_wait", c.expected_wait_at_least, c.expected_wait_at_most);
    check_bounds(v, path, "idle", c.idle_at_least, c.idle_at_most);
    validate_windows(v, path + ".during", c.during);
    if (!looks_at_groups(c)) {
        if (!c.of.empty() && !v.report.broken(path))
            v.error(path + ".of", "found groups to look at, but no condition on their queue, idle agents or "
                                  "expected wait");
    } else if (c.of.empty() && !has_groups && !v.report.broken(path + ".of")) {
        v.error(path, "this route offers its calls to no group, expected \"of\" with the groups to look at");
    }
}

} // namespace switchroom
