#include "planner/erlang/cases/models.h"

#include "planner/erlang/cases/constraints.h"

#include <cmath>

namespace switchroom::erlang {

namespace {

bool read_kind(std::string_view name, QueueKind& kind)
{
    if (name == "erlang_b" || name == "b")
        kind = QueueKind::erlang_b;
    else if (name == "erlang_c" || name == "c")
        kind = QueueKind::erlang_c;
    else if (name == "erlang_a" || name == "a")
        kind = QueueKind::erlang_a;
    else
        return false;
    return true;
}

std::string values_at(const QueueSpec& queue, double agents, const std::vector<NamedTarget>& targets)
{
    std::string text;
    for (const NamedTarget& named : targets) {
        const double value = agents >= 0.0 ? evaluate(queue, agents, named.target) : std::nan("");
        text += (text.empty() ? "" : " ") + named.name + "=" +
                (std::isnan(value) ? "unstable" : number_text(value));
    }
    return text;
}

void solve_inverse(CaseRow& row)
{
    QueueSpec queue;
    const std::string kind = row.text("model");
    if (!row.failed() && !read_kind(kind, queue.kind))
        row.fail("model must be erlang_a, erlang_b or erlang_c, not '" + kind + "'");
    queue.offered_load = row.number("offered_load_erlang");
    if (queue.kind != QueueKind::erlang_b)
        queue.handle_s = row.number("aht_s");
    if (queue.kind == QueueKind::erlang_a)
        queue.patience_s = row.number("mean_patience_s");
    const double awt_s = row.number_or("awt_s", 0.0);
    const Result<std::vector<NamedTarget>> named = read_constraints(row.text("constraints"), awt_s);
    if (!named)
        row.fail(named.errors());
    if (row.failed())
        return;
    std::vector<Target> targets;
    for (const NamedTarget& one : *named)
        targets.push_back(one.target);
    const Result<double> n = least_agents(queue, targets);
    if (!n)
        return row.fail(n.errors());
    row.set("least_n", *n);
    row.set("values_at_least_n", values_at(queue, *n, *named));
    row.set("values_at_n_minus_1", values_at(queue, *n - 1.0, *named));
}

} // namespace

CaseModel inverse_model()
{
    return {.name = "inverse",
            .title = "Least number of agents (or lines) that meets all constraints",
            .holds_for = "as Erlang B, C or A, whichever the column 'model' names",
            .inputs = {{"model", "erlang_a, erlang_b or erlang_c"},
                       {"offered_load_erlang", "erlang"},
                       {"aht_s", "mean handle time, seconds (not for erlang_b)", false},
                       {"mean_patience_s", "mean patience, seconds (erlang_a)", false},
                       {"awt_s", "T of the service levels, seconds", false},
                       {"constraints", "MEASURE <= NUMBER or MEASURE >= NUMBER, joined by &"}},
            .outputs = {"least_n", "values_at_least_n", "values_at_n_minus_1"},
            .solve = each_row<solve_inverse>};
}

} // namespace switchroom::erlang
