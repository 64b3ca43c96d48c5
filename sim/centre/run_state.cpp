#include "sim/centre/run_state.h"

#include "sim/centre/shift_starts.h"

#include <algorithm>

namespace switchroom {

namespace {

void prepare_groups(Workspace::State& state, const CentreModel& model, ReplicationKey key)
{
    std::uint32_t agents = 0;
    state.groups.resize(model.groups.size());
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        GroupState& group = state.groups[g];
        IdleRing ring = std::move(group.idle);
        std::vector<StartShift> starts = std::move(group.starts);
        group = GroupState{};
        group.idle = std::move(ring);
        group.starts = std::move(starts);
        draw_starts(group.starts, model, static_cast<std::uint32_t>(g), key);
        group.idle.reset(model.groups[g].most_agents);
        group.first_agent = agents;
        for (TimeIntegral* integral : {&group.busy, &group.available, &group.paid, &group.beyond})
            integral->start(model.begin_s);
        agents += model.groups[g].most_agents;
    }
    state.agents.assign(agents, AgentRecord{});
    for (std::uint32_t g = 0; g < model.groups.size(); ++g)
        for (std::uint32_t i = 0; i < model.groups[g].most_agents; ++i)
            state.agents[state.groups[g].first_agent + i].group = g;
    state.agents_busy.reset(agents);
}

void prepare_contacts(Workspace::State& state, const CentreModel& model, ReplicationKey key)
{
    state.contacts.resize(model.contacts.size());
    state.arrivals.reset(model.contacts.size() + 1);
    for (std::uint32_t c = 0; c < model.contacts.size(); ++c) {
        ContactState& contact = state.contacts[c];
        contact.calls.start(model, c, key.seed, key.replication);
        contact.key = make_stream_key(key.seed, key.replication, model.contacts[c].stream);
        contact.open = false;
        contact.entry_queue = none;
        contact.waiting.start(model.begin_s);
        contact.longest_queue = 0.0;
        contact.waited_s = 0.0;
        contact.redials_made = 0;
        contact.redials_arrived = 0;
        contact.repeats_made = 0;
        contact.repeats_arrived = 0;
        contact.backlog.start(model.begin_s);
        contact.most_backlog = 0.0;
        contact.aged_s = 0.0;
    }
}

void prepare_wait_memory(std::vector<WaitMemory>& memory, const CentreModel& model)
{
    const auto kept = [](const ModelPredictor& predictor) -> std::size_t {
        if (predictor.kind == PredictorKind::last_wait)
            return 1;
        return predictor.kind == PredictorKind::mean_of_last ? predictor.of_last : 0;
    };
    const bool any = std::any_of(model.contacts.begin(), model.contacts.end(),
                                 [&](const ModelContact& contact) { return kept(contact.predictor) > 0; });
    memory.resize(any ? model.contacts.size() : 0);
    for (std::size_t c = 0; c < memory.size(); ++c)
        memory[c].reset(kept(model.contacts[c].predictor));
}

void prepare_result(ReplicationResult& result, const CentreModel& model)
{
    result.cells = model.cells;
    result.rows = model.cells + 2;
    result.contact_cells.assign(model.contacts.size() * result.rows, ContactCounts{});
    result.side_cells.assign(model.counts_sides ? result.contact_cells.size() : 0, SideCounts{});
    result.outcome_cells.assign(model.outcomes.size() * result.rows, 0);
    result.group_cells.assign(model.groups.size() * result.rows, GroupCounts{});
    result.waits.resize(model.collect_waits ? model.contacts.size() : 0);
    for (WaitHistogram& waits : result.waits)
        waits.clear();
    result.simulated_attempts = 0;
    result.drained_at_s = model.begin_s;
    result.fingerprint = 0;
    result.checks = SelfChecks{};
}

} // namespace

void Workspace::State::prepare(const CentreModel& model, ReplicationKey key)
{
    prepare_contacts(*this, model, key);
    prepare_groups(*this, model, key);
    prepare_result(result, model);
    bot_lines_taken.assign(model.bot_steps.size(), 0);
    lines_taken.assign(model.lines.size(), 0);
    skill_off.resize(model.skills.size());
    for (std::size_t s = 0; s < model.skills.size(); ++s)
        skill_off[s] = model.skills[s].by_hours;
    queue_able.assign(model.index.queues.size(), 0);
    calls.reset();
    chats.reset(agents.size(), groups.size());
    waiting.reset(model.index.queues.size());
    prepare_wait_memory(wait_memory, model);
    timers.reset(std::max<std::size_t>(calls.slots(), 1));
    sequence = 0;
    agents_in_two_places = 0;
    joined = 0;
    row = result.warm_up_row();
    next_change = 0;
    next_edge = 0;
    day = 0;
    fingerprint.clear();
}

} // namespace switchroom
