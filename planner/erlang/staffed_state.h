#pragma once
/// The state of a queue whose staffing changes: how likely it is that so many calls are in service and so
/// many wait.
///
/// After a cut in staffing the agents above it finish their call and nobody starts a new one until fewer are
/// busy than are staffed. So there are two kinds of states: on the `line` at most `agents` are busy and k
/// calls are in the system (min(k, agents) in service); in excess row r = 1, 2, … agents + r are busy
/// whatever waits. Only the range that matters is stored.

#include <cstddef>
#include <vector>

namespace switchroom::erlang {

/// Probabilities (or integrals of them) of the states first, first + 1, …; 0 elsewhere.
struct Band {
    long first = 0;
    std::vector<double> mass;

    bool empty() const { return mass.empty(); }
    long last() const { return first + static_cast<long>(mass.size()) - 1; }
    double& operator[](long state) { return mass[static_cast<std::size_t>(state - first)]; }
    double operator[](long state) const { return mass[static_cast<std::size_t>(state - first)]; }
    /// Adds to one state; the range grows where needed.
    void add(long state, double amount);
    void add(const Band& other);
    /// Drops both ends up to the first mass above `least`.
    void trim(double least);
    double total() const;
};

struct StaffedState {
    long agents = 0;
    std::vector<Band> rows; ///< rows[0] the line, by calls in the system; rows[r] by calls waiting

    void add(const StaffedState& other); ///< of the same staffing
    void scale(double factor);
    double total() const;
    double mean_busy() const;
    double mean_waiting() const;
    /// All agents (or more) busy: who arrives now waits.
    double p_all_busy() const;
};

/// The same calls with `agents` staffed: waiting calls are taken at once by added agents, removed agents
/// finish their call.
StaffedState with_agents(const StaffedState& state, long agents);

} // namespace switchroom::erlang
