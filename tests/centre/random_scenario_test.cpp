/// What must hold in every replication of every scenario, on hundreds of scenarios drawn at random.

#include "tests/support/random_scenario.h"

#include "sim/centre/replication.h"

#include "tests/centre/compile_support.h"

#include <algorithm>
#include <cstdint>

using namespace switchroom;

namespace {

constexpr std::uint64_t scenarios = 250;

/// Where the text says "drain", "cut", and the other way round.
std::string with_other_end(std::string text)
{
    const auto at = text.find("end = \"");
    const bool drains = text.compare(at + 7, 5, "drain") == 0;
    return text.replace(at + 7, drains ? 5 : 3, drains ? "cut" : "drain");
}

ContactCounts total_of(const ReplicationResult& result, std::size_t contact)
{
    ContactCounts total;
    for (std::uint32_t row = 0; row < result.rows; ++row)
        total += result.contact(contact, row);
    return total;
}

} // namespace

TEST_CASE(
    "on 250 random scenarios attempts and needs are conserved and Little's law holds to 1e-9, drained or cut")
{
    Workspace workspace;
    std::int64_t calls = 0;
    for (std::uint64_t seed = 0; seed < scenarios; ++seed) {
        CAPTURE(seed);
        const std::string text = random_scenario(seed);
        for (const std::string& variant : {text, with_other_end(text)}) {
            const CentreModel model = model_of(variant, {.by_interval = true});
            const ReplicationResult& result =
                run_replication(model, {.seed = seed, .replication = 0}, workspace);
            calls += result.simulated_attempts;
            CHECK(result.checks.attempts_conserved);
            CHECK(result.checks.needs_conserved);
            CHECK(result.checks.agents_in_one_place);
            CHECK(result.checks.worst_queue_error <= 1e-9);
            CHECK(result.checks.worst_busy_error <= 1e-9);
        }
    }
    CHECK(calls > 100 * static_cast<std::int64_t>(scenarios)); // the scenarios are not empty
}

TEST_CASE("on 1000 random scenarios with everything in them, calls, needs and items are conserved and "
          "Little's law holds")
{
    Workspace workspace;
    std::int64_t items = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        const std::string text = random_scenario(seed, {.most_days = 2, .everything = true});
        const std::string& variant = seed % 2 == 0 ? text : with_other_end(text);
        const CentreModel model = model_of(variant, {.by_interval = true});
        const ReplicationResult& result = run_replication(model, {.seed = seed, .replication = 0}, workspace);
        for (const SideCounts& side : result.side_cells)
            items += side.items;
        CHECK(result.checks.attempts_conserved);
        CHECK(result.checks.needs_conserved);
        CHECK(result.checks.items_conserved);
        CHECK(result.checks.agents_in_one_place);
        CHECK(result.checks.worst_queue_error <= 1e-9);
        CHECK(result.checks.worst_busy_error <= 1e-9);
    }
    CHECK(items > 50000);
}

TEST_CASE("the counts of a random scenario add up without the engine's own checks")
{
    Workspace workspace;
    for (std::uint64_t seed = 1000; seed < 1050; ++seed) {
        CAPTURE(seed);
        const CentreModel model = model_of(random_scenario(seed), {.by_interval = true});
        const ReplicationResult& result = run_replication(model, {.seed = 1, .replication = seed}, workspace);
        for (std::size_t c = 0; c < model.contacts.size(); ++c) {
            const ContactCounts n = total_of(result, c);
            CHECK(n.attempts == n.answered + n.abandoned + n.blocked + n.turned_away + n.open_at_end);
            CHECK(n.attempts == n.needs + n.redials + n.repeats);
            CHECK(n.needs == n.needs_answered + n.lost_callers);
            CHECK(n.needs_resolved_first <= n.needs_resolved);
            CHECK(n.needs_resolved <= n.needs_answered);
            CHECK(n.answered_within <= n.answered);
            CHECK(n.abandoned_within <= n.abandoned);
            CHECK(n.wait_answered_s + n.wait_abandoned_s <=
                  n.longest_wait_s * static_cast<double>(n.answered + n.abandoned) * (1 + 1e-12));
        }
        for (std::size_t g = 0; g < model.groups.size(); ++g)
            for (std::uint32_t cell = 0; cell < result.cells; ++cell) {
                const GroupCounts& group = result.group(g, cell);
                CHECK(group.busy_s <= group.capacity_s * (1 + 1e-9) + 1e-6);
                CHECK(group.available_s <= group.paid_s * (1 + 1e-9) + 1e-6);
            }
    }
}

TEST_CASE(
    "a replication is a function of seed and number alone: a used workspace and a new one give the same")
{
    Workspace used;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const CentreModel model = model_of(random_scenario(seed), {.by_interval = true});
        const std::uint64_t first = run_replication(model, {.seed = 7, .replication = 3}, used).fingerprint;
        run_replication(model, {.seed = 7, .replication = 4}, used);
        Workspace fresh;
        const ReplicationResult& again = run_replication(model, {.seed = 7, .replication = 3}, fresh);
        CHECK(again.fingerprint == first);
    }
}
