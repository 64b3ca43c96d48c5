#include "planner/erlang/patience_law.h"

#include "sim/random/distribution_table.h"

#include <algorithm>
#include <cmath>

namespace switchroom::erlang {

namespace {

/// Of Y, before shift and truncation.
std::vector<double> family_breaks(const Distribution& d)
{
    const auto in_units = [&d](std::vector<double> points) {
        for (double& point : points)
            point *= d.length[0];
        return points;
    };
    switch (d.family) {
    case Family::constant:
        return {d.length[0]};
    case Family::uniform:
        return {d.length[0], d.length[1]};
    case Family::triangular:
        return {d.length[0], d.length[1], d.length[2]};
    case Family::empirical:
        return in_units(table_of<EmpiricalTable>(d).values);
    case Family::hazard:
        return in_units(table_of<HazardTable>(d).edges);
    case Family::mixture: {
        std::vector<double> all;
        for (const Distribution& part : table_of<MixtureTable>(d).parts) {
            const std::vector<double> of_part = breaks_of(part);
            all.insert(all.end(), of_part.begin(), of_part.end());
        }
        return in_units(std::move(all));
    }
    case Family::exponential:
    case Family::lognormal:
    case Family::gamma:
    case Family::weibull:
    case Family::erlang:
    case Family::hyperexponential:
        break;
    }
    return {};
}

} // namespace

std::vector<double> breaks_of(const Distribution& distribution)
{
    std::vector<double> breaks = family_breaks(distribution);
    for (double& point : breaks)
        point += distribution.shift;
    breaks.push_back(distribution.shift);
    breaks.push_back(distribution.at_most);
    std::erase_if(breaks, [](double point) { return !(point > 0.0) || std::isinf(point); });
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

PatienceLaw patience_law(const Distribution& distribution)
{
    return {[distribution](double t) { return cdf(distribution, t); },
            [distribution](double t) { return survival(distribution, t); }, breaks_of(distribution)};
}

} // namespace switchroom::erlang
