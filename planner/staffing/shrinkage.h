#pragma once
/// From people who must be answering to people on the payroll.
///
/// Shares are 0 ≤ s < 1. Of a scheduled person 1 − s is there, so `n` present people take n / (1 − s)
/// scheduled ones, never n · (1 + s).

#include <vector>

namespace switchroom {

/// Reasons that act one after the other (holidays; of those who came, breaks): 1 − Π(1 − s_i), not Σ s_i.
double combined_shrinkage(const std::vector<double>& components);

/// present / (1 − shrinkage), not rounded: rounding belongs to the roster, where people are whole.
double scheduled_for(double present, double shrinkage);

/// scheduled_for, rounded up; 1e-9 of rounding is forgiven.
int whole_scheduled_for(double present, double shrinkage);

/// The least number of scheduled people of whom at least `present` are there with probability ≥ assurance,
/// each being away on his own with probability `shrinkage` (binomial). The difference to whole_scheduled_for
/// is the float: who stands in when more are away than on average. Precondition: 0 < assurance < 1.
int scheduled_with_assurance(int present, double shrinkage, double assurance);

/// What a year's work force needs to be, month by month.
struct HeadcountPlan {
    double start = 0.0;           ///< trained people (full-time equivalents) at the beginning
    std::vector<double> needed;   ///< trained people needed in each month
    double yearly_turnover = 0.0; ///< share who leave within a year, > 0 allowed above 1
    double training_weeks = 0.0;  ///< paid, not yet productive
    double ramp_weeks = 0.0;      ///< after training: productivity rises from 0 to 1 on a straight line
};

struct HeadcountMonth {
    double needed = 0.0;     ///< productive people
    double hires = 0.0;      ///< who start at the month's beginning
    double leavers = 0.0;    ///< during the month before
    double headcount = 0.0;  ///< on the payroll, in training included
    double productive = 0.0; ///< full-time equivalents that answer, on the month's average
};

/// Month by month the fewest hires with which productive ≥ needed as soon as somebody hired can be. Each
/// month (12 of a year) a share 1 − (1 − turnover)^(1/12) leaves at its beginning, trainees included;
/// turnover of 1 and more leaves turnover/12 a month. Hires who take longer than a month to be productive
/// are made that many months ahead; a need before that cannot be met and stands in the result as productive <
/// needed. Fractions of people are full-time equivalents.
std::vector<HeadcountMonth> headcount(const HeadcountPlan& plan);

/// Share of month `k` after hiring (0: the first) that a new person is productive for, on its average.
double productivity(double month, double training_weeks, double ramp_weeks);

} // namespace switchroom
