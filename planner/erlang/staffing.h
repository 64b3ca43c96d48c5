#pragma once
/// The inverses: least agents for one target or several at once, greatest load that given agents bear, least
/// lines.
///
/// Each is a bracketed search that begins at the square-root rule and gallops, so a search for Erlang A also
/// finds answers below the offered load. A target that more agents make worse (occupancy at least 0.7) cannot
/// be searched for: it is checked at the answer of the others.

#include "sim/base/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace switchroom::erlang {

enum class QueueKind { erlang_b, erlang_c, erlang_a, mmnk };

/// The queue but for its number of agents.
struct QueueSpec {
    QueueKind kind = QueueKind::erlang_c;
    double offered_load = 0.0; // erlang
    double handle_s = 1.0;     // not used by erlang_b
    double patience_s = 0.0;   // erlang_a, mmnk
    double lines = 0.0;        // mmnk: K in all
};

/// Shares are of the calls that were not blocked, except blocking itself.
enum class Measure {
    blocking,
    wait,
    abandonment,
    asa,       // mean wait of the answered
    mean_wait, // of all, to answer or abandonment
    queue_length,
    occupancy,
    sl_answered_over_offered,     // F1
    sl_answered_over_answered,    // F2
    sl_excluding_abandons_within, // F3
    sl_answered_plus_abandoned,   // F4
    sl_excluding_short_abandons,  // F5
    sl_plus_short_abandons,       // F6
    sl_virtual_wait,              // F8
};

struct Target {
    Measure measure = Measure::sl_answered_over_offered;
    bool at_least = true; // else at most
    double bound = 0.8;
    double awt_s = 20.0;  // T of a service level
    double short_s = 0.0; // s of F5 and F6
};

/// The measure with `agents` (real numbers too); NaN where there is no steady state.
double evaluate(const QueueSpec& queue, double agents, const Target& target);

/// Whether every target holds; false where there is no steady state.
bool meets(const QueueSpec& queue, double agents, std::span<const Target> targets);

/// The least whole number of agents (erlang_b: lines, 0 allowed) that meets all targets.
/// Errors: nonsense input; no target that more agents help; targets that exclude each other; none up to
/// largest_count (mmnk: up to K).
Result<double> least_agents(const QueueSpec& queue, std::span<const Target> targets);

/// The real number of agents at which one target holds exactly, as some calculators print it; Erlang A from 1
/// agent on, Erlang C above the load.
Result<double> real_agents(const QueueSpec& queue, const Target& target);

/// The greatest load (erlang) under which `agents` meet all targets. The spec's own load is not read.
Result<double> greatest_load(const QueueSpec& queue, double agents, std::span<const Target> targets);

/// mmnk: the least number of lines K, agents included, that blocks at most `blocking` of the calls. The
/// spec's own lines are not read.
Result<double> least_lines(const QueueSpec& queue, double agents, double blocking);

} // namespace switchroom::erlang
