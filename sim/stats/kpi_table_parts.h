#pragma once
/// What the parts of the KPI table (kpi_table*.cpp) are written with. Private to sim/stats.

#include "sim/stats/kpi.h"

#include <string_view>
#include <vector>

namespace switchroom::kpi_parts {

using Contact = ContactFigures;
using Group = GroupFigures;
using ContactTerm = double (*)(const ContactFigures&);
using GroupTerm = double (*)(const GroupFigures&);
using enum KpiGood;

/// A term that is one member of the counts, as a double.
template <auto Member>
double contact_count(const Contact& f)
{
    return static_cast<double>(f.counts.*Member);
}

/// A term that is one member of the side counts.
template <auto Member>
double side_count(const Contact& f)
{
    return static_cast<double>(f.side.*Member);
}

template <auto Member>
double group_count(const Group& f)
{
    return static_cast<double>(f.counts.*Member);
}

inline KpiDefinition contact_total(std::string_view name, std::string_view title, std::string_view formula,
                                   KpiGood good, std::string_view help, ContactTerm term)
{
    return {.name = name,
            .kind = KpiKind::total,
            .unit = KpiUnit::count,
            .good = good,
            .title = title,
            .formula = formula,
            .help = help,
            .contact_numerator = term};
}

inline KpiDefinition contact_ratio(std::string_view name, KpiUnit unit, std::string_view title,
                                   std::string_view formula, KpiGood good, std::string_view help,
                                   ContactTerm numerator, ContactTerm denominator)
{
    return {.name = name,
            .kind = KpiKind::ratio,
            .unit = unit,
            .good = good,
            .title = title,
            .formula = formula,
            .help = help,
            .contact_numerator = numerator,
            .contact_denominator = denominator};
}

/// Machines, later legs of calls, on-call escalation, work items, experience, chats (kpi_table_work.cpp).
void add_machines(std::vector<KpiDefinition>& table);
void add_legs(std::vector<KpiDefinition>& table);
void add_work(std::vector<KpiDefinition>& table);
/// How far predicted waits are off (kpi_table_predictions.cpp).
void add_predictions(std::vector<KpiDefinition>& table);
void add_experience(std::vector<KpiDefinition>& table);
void add_chats(std::vector<KpiDefinition>& table);

} // namespace switchroom::kpi_parts
