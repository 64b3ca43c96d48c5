#include "planner/erlang/staffed_state.h"

#include <algorithm>
#include <numeric>

namespace switchroom::erlang {

void Band::add(long state, double amount)
{
    if (mass.empty()) {
        first = state;
        mass.push_back(amount);
        return;
    }
    if (state < first) {
        mass.insert(mass.begin(), static_cast<std::size_t>(first - state), 0.0);
        first = state;
    } else if (state > last()) {
        mass.resize(static_cast<std::size_t>(state - first) + 1, 0.0);
    }
    (*this)[state] += amount;
}

void Band::add(const Band& other)
{
    if (other.empty())
        return;
    add(other.first, 0.0);
    add(other.last(), 0.0);
    for (long state = other.first; state <= other.last(); ++state)
        (*this)[state] += other[state];
}

void Band::trim(double least)
{
    const auto matters = [least](double m) { return m > least; };
    const auto end = std::find_if(mass.rbegin(), mass.rend(), matters).base();
    mass.erase(end, mass.end());
    const auto begin = std::find_if(mass.begin(), mass.end(), matters);
    first += begin - mass.begin();
    mass.erase(mass.begin(), begin);
}

double Band::total() const
{
    return std::accumulate(mass.begin(), mass.end(), 0.0);
}

void StaffedState::add(const StaffedState& other)
{
    rows.resize(std::max(rows.size(), other.rows.size()));
    for (std::size_t r = 0; r < other.rows.size(); ++r)
        rows[r].add(other.rows[r]);
}

void StaffedState::scale(double factor)
{
    for (Band& row : rows)
        for (double& m : row.mass)
            m *= factor;
}

double StaffedState::total() const
{
    double total = 0.0;
    for (const Band& row : rows)
        total += row.total();
    return total;
}

double StaffedState::mean_busy() const
{
    double busy = 0.0;
    for (long k = rows[0].first; k <= rows[0].last(); ++k)
        busy += rows[0][k] * static_cast<double>(std::min(k, agents));
    for (std::size_t r = 1; r < rows.size(); ++r)
        busy += rows[r].total() * static_cast<double>(agents + static_cast<long>(r));
    return busy;
}

double StaffedState::mean_waiting() const
{
    double waiting = 0.0;
    for (long k = std::max(rows[0].first, agents); k <= rows[0].last(); ++k)
        waiting += rows[0][k] * static_cast<double>(k - agents);
    for (std::size_t r = 1; r < rows.size(); ++r)
        for (long q = rows[r].first; q <= rows[r].last(); ++q)
            waiting += rows[r][q] * static_cast<double>(q);
    return waiting;
}

double StaffedState::p_all_busy() const
{
    double busy = 0.0;
    for (long k = std::max(rows[0].first, agents); k <= rows[0].last(); ++k)
        busy += rows[0][k];
    for (std::size_t r = 1; r < rows.size(); ++r)
        busy += rows[r].total();
    return busy;
}

StaffedState with_agents(const StaffedState& state, long agents)
{
    StaffedState next{agents, std::vector<Band>(1)};
    const auto put = [&next, agents](long busy, long waiting, double mass) {
        if (busy <= agents) {
            next.rows[0].add(busy + waiting, mass);
            return;
        }
        const auto row = static_cast<std::size_t>(busy - agents);
        if (next.rows.size() <= row)
            next.rows.resize(row + 1);
        next.rows[row].add(waiting, mass);
    };
    const Band& line = state.rows[0];
    for (long k = line.first; k <= line.last(); ++k)
        put(std::min(k, state.agents), std::max(0L, k - state.agents), line[k]);
    for (std::size_t r = 1; r < state.rows.size(); ++r)
        for (long q = state.rows[r].first; q <= state.rows[r].last(); ++q)
            put(state.agents + static_cast<long>(r), q, state.rows[r][q]);
    return next;
}

} // namespace switchroom::erlang
