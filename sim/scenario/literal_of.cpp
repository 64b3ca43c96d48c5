#include "sim/scenario/change_text.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/to_node.h"

namespace switchroom {

template <class T>
std::string literal_of(const T& value)
{
    return toml_literal(to_node(value));
}

#define SWITCHROOM_LITERAL(...) template std::string literal_of(const __VA_ARGS__&);

SWITCHROOM_LITERAL(bool)
SWITCHROOM_LITERAL(int)
SWITCHROOM_LITERAL(double)
SWITCHROOM_LITERAL(std::uint64_t)
SWITCHROOM_LITERAL(std::string)
SWITCHROOM_LITERAL(std::vector<std::string>)
SWITCHROOM_LITERAL(std::vector<double>)
SWITCHROOM_LITERAL(Duration)
SWITCHROOM_LITERAL(ClockTime)
SWITCHROOM_LITERAL(ClockWindow)
SWITCHROOM_LITERAL(std::vector<ClockWindow>)
SWITCHROOM_LITERAL(Date)
SWITCHROOM_LITERAL(std::vector<Date>)
SWITCHROOM_LITERAL(Money)
SWITCHROOM_LITERAL(Probability)
SWITCHROOM_LITERAL(Promise)
SWITCHROOM_LITERAL(Limit)
SWITCHROOM_LITERAL(Term)
SWITCHROOM_LITERAL(DaySteps<int>)
SWITCHROOM_LITERAL(DaySteps<double>)
SWITCHROOM_LITERAL(WeekSteps<int>)
SWITCHROOM_LITERAL(WeekSteps<double>)
SWITCHROOM_LITERAL(WeekWindows)
SWITCHROOM_LITERAL(DistributionSpec)
SWITCHROOM_LITERAL(TimeVarying<DistributionSpec>)
SWITCHROOM_LITERAL(TimeVarying<Probability>)
SWITCHROOM_LITERAL(TimeVarying<double>)
SWITCHROOM_LITERAL(Arrivals)
SWITCHROOM_LITERAL(Target)
SWITCHROOM_LITERAL(Staffing)
SWITCHROOM_LITERAL(Shrinkage)
SWITCHROOM_LITERAL(GroupCost)
SWITCHROOM_LITERAL(Skill)
SWITCHROOM_LITERAL(std::vector<Skill>)
SWITCHROOM_LITERAL(Shift)
SWITCHROOM_LITERAL(std::vector<Shift>)
SWITCHROOM_LITERAL(Individual)
SWITCHROOM_LITERAL(RouteStep)
SWITCHROOM_LITERAL(std::vector<RouteStep>)
SWITCHROOM_LITERAL(StepConditions)
SWITCHROOM_LITERAL(Away)
SWITCHROOM_LITERAL(NamedProfile)
SWITCHROOM_LITERAL(Contact)
SWITCHROOM_LITERAL(Group)
SWITCHROOM_LITERAL(Route)
SWITCHROOM_LITERAL(Line)
SWITCHROOM_LITERAL(Price)
SWITCHROOM_LITERAL(SlaClause)
SWITCHROOM_LITERAL(Contract)
SWITCHROOM_LITERAL(Segment)
SWITCHROOM_LITERAL(CostItem)
SWITCHROOM_LITERAL(Expectation)
SWITCHROOM_LITERAL(Channel)
SWITCHROOM_LITERAL(Formula)
SWITCHROOM_LITERAL(Family)

#undef SWITCHROOM_LITERAL

} // namespace switchroom
