#pragma once
/// The document that `switchroom staff` prints: what is in it, and how it looks as text, JSON and CSV.

#include "planner/staffing/shrinkage.h"
#include "planner/staffing/staffing_study.h"

#include <string>
#include <vector>

namespace switchroom {

/// Where an interval lies on the local calendar.
struct IntervalPlace {
    std::string date; ///< "2026-03-02"
    std::string day;  ///< "Mon 03-02"
    int number = 0;   ///< of the day, from 0
    int clock_s = 0;  ///< local time of day
};

struct StaffDocument {
    std::string scenario;
    Demand demand;
    std::vector<std::string> warnings; ///< broken assumptions, targets that no search reached
    std::vector<std::string> groups;   ///< by pool
    std::vector<double> shrinkage;     ///< by pool
    std::vector<IntervalPlace> places;
    std::vector<MethodResult> methods;
    std::size_t recommended = 0; ///< whose plan is the document's
    std::uint64_t seed = 1;
    std::int64_t replications = 0; ///< with which plans were judged or searched; 0: no simulation
    int days = 0;
    int open_days = 0; ///< with anybody to staff
    double fte_hours = 40.0;
    std::vector<HeadcountMonth> headcount;
};

/// Paid hours over the document's days, shrinkage included, unrounded.
double paid_hours(const StaffDocument& document, const MethodResult& method);

/// Full-time people: paid hours a week / the paid week. Less than a week of days counts as its part of five
/// working days.
double full_time_equivalents(const StaffDocument& document, const MethodResult& method);

std::string staff_text(const StaffDocument& document);
std::string staff_json(const StaffDocument& document);
std::string staff_csv(const StaffDocument& document);

} // namespace switchroom
