#include "tests/planner/erlang/agreement.h"

#include <cmath>

namespace switchroom::test {

double relative_error(double value, double reference)
{
    return reference == 0.0 ? std::fabs(value) : std::fabs(value - reference) / std::fabs(reference);
}

bool agrees(double value, double reference)
{
    return agrees_within(value, reference, 1e-8);
}

bool agrees_within(double value, double reference, double relative)
{
    if (std::fabs(reference) > 1e-6)
        return relative_error(value, reference) <= relative;
    return std::fabs(value - reference) <= 1e-12;
}

} // namespace switchroom::test
