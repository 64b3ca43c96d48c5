#include "planner/staffing/shrinkage.h"

#include "sim/base/check.h"

#include <algorithm>
#include <cmath>

namespace switchroom {

namespace {

constexpr double weeks_per_month = 365.25 / 7.0 / 12.0;

double monthly_leaving(double yearly_turnover)
{
    return yearly_turnover < 1.0 ? 1.0 - std::pow(1.0 - yearly_turnover, 1.0 / 12.0)
                                 : std::min(yearly_turnover / 12.0, 1.0);
}

/// ∫ of a productivity that is 0 until `from`, rises to 1 at `to`, then stays, from 0 to x (months).
double productive_until(double x, double from, double to)
{
    if (x <= from)
        return 0.0;
    if (x >= to)
        return 0.5 * (to - from) + (x - to);
    return 0.5 * (x - from) * (x - from) / (to - from);
}

/// P(at least k of n) with each there with probability p.
double at_least(int k, int n, double p)
{
    double sum = 0.0;
    for (int i = k; i <= n; ++i)
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) +
                        i * std::log(p) + (n == i ? 0.0 : (n - i) * std::log1p(-p)));
    return sum;
}

/// The people of one month's hiring, by month.
struct Cohort {
    std::size_t hired = 0; ///< month
    double people = 0.0;
    bool trained = false;
};

} // namespace

double combined_shrinkage(const std::vector<double>& components)
{
    double present = 1.0;
    for (const double share : components) {
        SWITCHROOM_CHECK(share >= 0.0 && share < 1.0, "a shrinkage is a share below 1");
        present *= 1.0 - share;
    }
    return 1.0 - present;
}

double scheduled_for(double present, double shrinkage)
{
    SWITCHROOM_CHECK(shrinkage >= 0.0 && shrinkage < 1.0, "a shrinkage is a share below 1");
    return present / (1.0 - shrinkage);
}

int whole_scheduled_for(double present, double shrinkage)
{
    return static_cast<int>(std::ceil(scheduled_for(present, shrinkage) - 1e-9));
}

int scheduled_with_assurance(int present, double shrinkage, double assurance)
{
    SWITCHROOM_CHECK(assurance > 0.0 && assurance < 1.0, "an assurance lies between 0 and 1");
    int scheduled = present;
    while (shrinkage > 0.0 && at_least(present, scheduled, 1.0 - shrinkage) < assurance)
        ++scheduled;
    return scheduled;
}

double productivity(double month, double training_weeks, double ramp_weeks)
{
    const double from = training_weeks / weeks_per_month;
    const double to = from + ramp_weeks / weeks_per_month;
    return productive_until(month + 1.0, from, to) - productive_until(month, from, to);
}

std::vector<HeadcountMonth> headcount(const HeadcountPlan& plan)
{
    const double stay = 1.0 - monthly_leaving(plan.yearly_turnover);
    const auto productive_after = [&](std::size_t months) {
        return productivity(static_cast<double>(months), plan.training_weeks, plan.ramp_weeks);
    };
    std::size_t lead = 0; // months until a new person first counts
    while (productive_after(lead) <= 1e-12)
        ++lead;
    std::vector<Cohort> cohorts{{0, plan.start, true}};
    // Needs are looked at in order, so each month's hires answer for the month `lead` later.
    const auto productive_in = [&](std::size_t month) {
        double sum = 0.0;
        for (const Cohort& cohort : cohorts)
            if (cohort.hired <= month)
                sum += cohort.people * std::pow(stay, static_cast<double>(month - cohort.hired)) *
                       (cohort.trained ? 1.0 : productive_after(month - cohort.hired));
        return sum;
    };
    std::vector<HeadcountMonth> months(plan.needed.size());
    for (std::size_t m = 0; m + lead < months.size(); ++m) {
        const double missing = plan.needed[m + lead] - productive_in(m + lead);
        if (missing > 1e-12)
            cohorts.push_back(
                {m, missing / (productive_after(lead) * std::pow(stay, static_cast<double>(lead))), false});
    }
    for (std::size_t m = 0; m < months.size(); ++m) {
        HeadcountMonth& month = months[m];
        month.needed = plan.needed[m];
        month.productive = productive_in(m);
        for (const Cohort& cohort : cohorts) {
            if (cohort.hired > m)
                continue;
            const double now = cohort.people * std::pow(stay, static_cast<double>(m - cohort.hired));
            month.headcount += now;
            if (cohort.hired == m && !cohort.trained)
                month.hires += cohort.people;
            else if (cohort.hired < m)
                month.leavers += now / stay * (1.0 - stay);
        }
    }
    return months;
}

} // namespace switchroom
