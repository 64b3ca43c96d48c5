#pragma once
/// The centre at work: what happens at each event of one replication. Included by replication.cpp alone; the
/// member functions stand by subject in reception_calls.h, reception_steps.h, reception_bots.h,
/// reception_items.h, reception_chats.h, reception_conditions.h, reception_service.h, reception_needs.h,
/// reception_experience.h,
/// reception_agents.h and reception_periods.h.
///
/// Two machines are made of this one text. `full` can do everything. `plain` is for models in which nobody
/// can tell when an impatient caller hung up (no redials, lines, step timers …, see is_plain): it gives
/// waiting callers no event of their own and finds out that they have left when a freed agent reaches them or
/// a period ends. Both count the same.

#include "sim/centre/random_factors.h"
#include "sim/centre/run_state.h"
#include "sim/centre/service.h"
#include "sim/centre/timed_values.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace switchroom {

enum class Detail { plain, full };

template <Detail detail>
class Reception {
public:
    Reception(const CentreModel& model, ReplicationKey key, Workspace::State& state, TraceSink* trace)
        : model_(model), key_(key), s_(state), trace_(trace)
    {
    }

    /// From an empty centre to the last caller's leaving; state.prepare() must have been called.
    void run();

private:
    static constexpr bool full = detail == Detail::full;

    // The loop is flattened: all that it calls becomes one function. What is rare stays out of it (noinline),
    // for the sake of the instruction cache and of the compiler, which would copy it to every place of call.

    /// Kinds of events in the fingerprint.
    enum class Kind : std::uint64_t { arrival, end_of_service, abandonment };

    /// One attempt at the moment it rings.
    struct Attempt {
        std::uint32_t contact = 0;
        double talk_s = 0.0;
        double wrap_up_s = 0.0;
        double patience_s = never_s;
        CallNote note;
    };

    /// An idle or freed agent's group seen from a queue: which law and pace apply.
    struct Match {
        std::uint32_t group = none;
        std::uint32_t queue = none;
        std::uint32_t skill = none;
        double pace = 1.0;
        std::uint32_t agent = none; ///< of a chat: who has chats already and takes it
    };

    /// Where a call stands, or would stand, among those who wait.
    struct Place {
        std::uint32_t contact = 0;
        double waited_s = 0.0;
        double queue_key_s = 0.0;
        std::uint64_t order = 0;
    };

    // ---- the loop (replication.cpp) ----
    void work_until(double end_s);
    void drain();
    void leave_open();
    void leave_with_bots();
    void leave_with_chats();
    void close_books();
    void check_books();
    [[gnu::noinline]] void check_items(std::uint32_t contact);

    // ---- calls (reception_calls.h) ----
    void schedule_next_arrival(std::uint32_t contact);
    void primary_arrival(double now, std::uint32_t contact);
    void set_timer(std::uint32_t slot, double at_s, std::uint64_t tie);
    void timer_fires(double now, std::uint32_t slot, EventClass what);
    void arrive(double now, Attempt& attempt);
    bool takes_line(double now, Attempt& attempt);
    void join(double now, Attempt& attempt, std::uint32_t queue);
    void wait_in(double now, std::uint32_t slot, std::uint32_t queue);
    void enter_step(double now, std::uint32_t slot, std::uint32_t queue);
    void step_ends(double now, std::uint32_t slot);
    void leave_queue(double now, std::uint32_t slot, std::uint32_t queue);
    void abandon_waiting(double now, std::uint32_t slot, std::uint32_t queue);
    void count_abandonment(double now, std::uint32_t contact, std::uint32_t row, double wait_s);
    void abandons(double now, std::uint32_t contact, std::uint32_t row, CallNote& note, double joined_s);
    [[gnu::noinline]] void turn_away(double now, std::uint32_t contact, std::uint32_t row,
                                     const CallNote& note, double joined_s);
    [[gnu::noinline]] void turn_away_waiting(double now, std::uint32_t slot, std::uint32_t queue);
    void release_line(CallNote& note);
    void forget(double now, std::uint32_t slot, std::uint32_t queue);
    void forget_departed(double now, std::uint32_t queue);
    void forget_all_departed(double now);
    std::uint32_t step_after(std::uint32_t queue) const;
    DrawAddress address(const CallNote& note) const
    {
        return {note.number, note.date, note.attempt + (note.leg << leg_shift)};
    }
    StreamKey stream(const CallNote& note) const;
    void trace(const CallNote& note, TraceRow row) const;
    LegReason reason_of(const CallNote& note, std::uint32_t queue) const;

    // ---- routes (reception_steps.h) ----
    [[gnu::noinline]] void come_to(double now, std::uint32_t slot, std::uint32_t from, std::uint32_t queue);
    std::uint32_t keep_attempt(const Attempt& attempt);
    [[gnu::noinline]] void come_to_people(double now, std::uint32_t slot, std::uint32_t queue);
    void leave_queue_to_return(double now, std::uint32_t slot, std::uint32_t queue);
    void turn_away_unqueued(double now, std::uint32_t slot);
    void flow_out(double now, std::uint32_t slot, std::uint32_t queue);
    [[gnu::noinline]] void leaves_voicemail(double now, std::uint32_t slot, std::uint32_t from,
                                            std::uint32_t stage, const ModelVoicemailStep& voicemail);
    [[gnu::noinline]] bool books_callback(double now, std::uint32_t slot, std::uint32_t from,
                                          std::uint32_t stage, const ModelCallbackStep& callback);
    void trace_flow_out(double now, std::uint32_t slot, std::uint32_t from, Outcome outcome,
                        std::uint32_t handed_off_to) const;
    bool is_offer(std::uint32_t queue) const { return model_.index.queues[queue].kind == StepKind::offer; }

    void wait_on(std::uint32_t slot);

    // ---- conditions and predictions (reception_conditions.h) ----
    bool step_applies(double now, std::uint32_t slot, std::uint32_t from, std::uint32_t queue);
    double share_draw(const CallNote& note, const ModelQueue& stage) const;
    bool is_in_times(double now, Range times) const;
    std::uint32_t idle_agents(const Watch& watch) const;
    double staffed_agents(const Watch& watch) const;
    double queue_per_agent(const Watch& watch, std::uint32_t from) const;
    Place place_of(double now, std::uint32_t slot, std::uint32_t from);
    double expected_wait(double now, const Place& place, std::uint32_t watch_id) const;
    double longest_wait_now(double now, std::uint32_t contact) const;
    std::uint32_t calls_ahead(std::uint32_t queue, const Place& place, const Watch& watch) const;
    void note_prediction(double now, CallNote& note, std::uint32_t watch, double wait_s) const;
    void count_prediction(double now, std::uint32_t row, const CallNote& note, std::uint32_t group);
    bool stays_after_announcement(double now, Attempt& attempt, std::uint32_t queue);
    void remember_wait(std::uint32_t contact, double wait_s);
    /// The stage takes every call into its queue or to an idle agent.
    bool is_plain_offer(std::uint32_t queue) const
    {
        return is_offer(queue) && model_.index.queues[queue].conditions == none;
    }

    // ---- bots (reception_bots.h) ----
    [[gnu::noinline]] bool begins_with_bot(double now, std::uint32_t slot, std::uint32_t from,
                                           std::uint32_t queue);
    [[gnu::noinline]] void bot_ends(double now, std::uint32_t slot);
    void settle_by_bot(double now, std::uint32_t slot);
    void trace_bot(double now, std::uint32_t slot, std::uint32_t handed_off_to);
    void draw_times_of_leg(double now, std::uint32_t slot);

    // ---- chats (reception_chats.h) ----
    bool is_chat(std::uint32_t contact) const
    {
        return full && model_.index.has_chats && model_.contacts[contact].chat.concurrency > 0;
    }
    double slowdown(std::uint32_t contact, std::uint32_t chats) const;
    Match find_taker(std::uint32_t queue, const CallNote& note) const;
    Match find_place(std::uint32_t queue, const Match& idle) const;
    std::uint32_t rank_of(Range offers, std::uint32_t skill) const;
    bool has_more_room(std::uint32_t a, std::uint32_t b) const;
    std::uint32_t least_loaded(std::uint32_t group) const;
    std::uint32_t take_agent(double now, const Match& match, const CallNote& note);
    void begin_chat(double now, std::uint32_t slot, std::uint32_t agent, const Match& match);
    void begin_chatting(double now, std::uint32_t agent);
    void bring_up(double now, ChatInHand& chat, std::uint32_t chats) const;
    void share_time_anew(double now, std::uint32_t agent, std::uint32_t chats, std::uint32_t chats_from_now);
    void chat_ends(double now, std::uint32_t slot);
    void end_chatting(double now, std::uint32_t agent);
    void count_chat(std::uint32_t slot, std::uint32_t chats);
    void fill_places(double now);
    void becomes_free(double now, std::uint32_t agent);
    // ---- work without a caller on the line (reception_items.h) ----
    [[gnu::noinline]] void item_arrives(double now, const Attempt& attempt);
    void leave_item(double now, std::uint32_t slot, std::uint32_t contact, const ModelCallbackStep* step);
    [[gnu::noinline]] void becomes_item(double now, std::uint32_t slot, std::uint32_t contact);
    [[gnu::noinline]] bool notes_missed_call(double now, std::uint32_t contact, std::uint32_t row,
                                             const CallNote& note);
    [[gnu::noinline]] void list_item(double now, std::uint32_t slot, std::uint32_t contact,
                                     const ModelCallbackStep* step, bool has_need);
    void set_promise(ItemNote& item, const ModelWork& work, const ModelCallbackStep* step) const;
    void draw_escalation(ItemNote& item, const ModelWork& work, const CallNote& note) const;
    std::uint32_t work_queue(std::uint32_t contact, const ItemNote& item) const;
    void wait_for_work(double now, std::uint32_t slot);
    void put_on_list(double now, std::uint32_t slot);
    [[gnu::noinline]] void item_falls_due(double now, std::uint32_t slot);
    [[gnu::noinline]] void item_goes_on(double now, std::uint32_t slot);
    [[gnu::noinline]] void begin_item(double now, std::uint32_t slot, std::uint32_t agent,
                                      const Match& match);
    void rings_in_vain(double now, std::uint32_t slot, std::uint32_t agent);
    void handle_item(double now, std::uint32_t slot, std::uint32_t agent, const Match& match);
    void close_item(double now, std::uint32_t slot);
    void drop_item(std::uint32_t slot);
    void leave_item_open(double now, std::uint32_t slot);
    [[gnu::noinline]] void leave_work();
    void trace_item(double now, std::uint32_t slot, std::uint32_t agent, const Service& service,
                    Outcome outcome) const;
    /// Passed on by an agent, or cut off in the middle: whatever becomes of the call, it counts as answered.
    static bool was_answered(const CallNote& note) { return note.leg > 0 || note.resumed; }
    bool is_work(std::uint32_t contact) const { return model_.contacts[contact].work != none; }

    // ---- what an answer brings (reception_service.h) ----
    Service begin_leg(double now, std::uint32_t contact, std::uint32_t row, CallNote& note, Service service);
    void count_leg(std::uint32_t row, const CallNote& note, double wait_s, const Service& service,
                   std::uint32_t group);
    [[gnu::noinline]] void patch_to_clinician(double now, std::uint32_t contact, const CallNote& note,
                                              SideCounts& to, Service& service);
    std::uint32_t outcome_of(std::uint32_t contact, const CallNote& note) const;
    void count_outcome(std::uint32_t contact, std::uint32_t row, const CallNote& note);
    void trace_answer(double now, std::uint32_t contact, double joined_s, const CallNote& note,
                      const Service& service, std::uint32_t agent) const;
    [[gnu::noinline]] void pass_on(double now, std::uint32_t slot);
    void talk_ends(double now, std::uint32_t slot);

    // ---- needs (reception_needs.h) ----
    bool redials(double now, std::uint32_t contact, const CallNote& note, Range probability);
    void reach_need(CallNote& note);
    bool settles(std::uint32_t contact, const CallNote& note) const;
    void settle_need(double talk_ends_s, std::uint32_t contact, const CallNote& note);
    bool set_later_attempt(double at_s, std::uint32_t contact, const CallNote& last, bool is_repeat);
    [[gnu::noinline]] void later_attempt(double now, std::uint32_t slot);
    void lose(const CallNote& note);

    // ---- how callers are rated (reception_experience.h) ----
    void remember_wait(CallNote& note, double wait_s);
    void remember_answer(CallNote& note, double wait_s, std::uint32_t group);
    void rate(const CallNote& note);

    // ---- agents (reception_agents.h) ----
    Match find_group(std::uint32_t queue, const CallNote& note) const;
    std::uint32_t take_idle(double now, std::uint32_t group, const CallNote& note);
    Match find_call(double now, std::uint32_t group, std::uint32_t idle_agents, bool closing_only,
                    std::uint32_t chats = 0);
    void answer_at_once(double now, const Attempt& attempt, const Match& match);
    void answer_waiting(double now, std::uint32_t agent, const Match& match);
    void answer_slot(double now, std::uint32_t slot, std::uint32_t agent, const Match& match);
    void apply_skill(double now, std::uint32_t contact, const CallNote& note, const Match& match,
                     double& talk_s, double& wrap_up_s) const;
    void count_answer(std::uint32_t contact, std::uint32_t row, double wait_s, double talk_s,
                      double wrap_up_s, std::uint32_t group);
    bool keeps_slot(const CallNote& note, std::uint32_t group) const;
    void begin_service(double now, std::uint32_t agent, double handle_s);
    void keep_call_in_hand(double now, std::uint32_t slot, std::uint32_t agent);
    void put_down_call(std::uint32_t agent);
    void end_of_service(double now, std::uint32_t agent);
    void goes_on(double now, std::uint32_t agent);
    void busy_changes(double now, GroupState& group, double change);
    void becomes_idle(double now, std::uint32_t agent);
    void leaves(double now, std::uint32_t agent);
    void comes(double now, std::uint32_t agent);

    // ---- breaks, learning, adherence, calls handed back (reception_breaks.h) ----
    [[gnu::noinline]] void interrupt(double now, std::uint32_t agent);
    void break_falls_due(double now, std::uint32_t id, std::uint32_t agents);
    [[gnu::noinline]] void goes_on_break(double now, std::uint32_t agent);
    [[gnu::noinline]] void ends_break(double now, std::uint32_t agent);
    void staffing_changes(double now, std::uint32_t group);
    double paid_now(const GroupState& group) const;
    double pace_of(std::uint32_t agent);
    bool shifts_start(double now);

    // ---- periods (reception_periods.h) ----
    [[gnu::noinline]] void change_period(double now);
    double next_period_s(double now) const;
    void pass_reporting_edges(double now);
    void flush_into_row(double now);
    bool apply_changes(double now);
    bool draw_absences_anew(double now);
    std::uint32_t staffed_now(std::uint32_t group) const;
    void update_routes();
    bool route_able(std::uint32_t first_queue) const;
    std::uint32_t entry_of(std::uint32_t contact) const;
    void settle(double now);
    [[gnu::noinline]] void react(double now);
    void settle_staffing(double now, std::uint32_t group);
    void remove_idle(double now, std::uint32_t group);
    bool interrupt_one(double now, std::uint32_t group);
    void move_from_closed(double now);
    void move_from_unable(double now);
    void match_idle(double now);

    // ---- small ones ----
    std::uint64_t tie(EventClass event) { return (static_cast<std::uint64_t>(event) << 60U) | ++s_.sequence; }
    ContactCounts& counts(std::uint32_t contact, std::uint32_t row)
    {
        return s_.result.contact_cells[std::size_t{contact} * s_.result.rows + row];
    }
    /// As which the attempt rang, under which all of it is counted.
    std::uint32_t counted_as(const Call& call, const CallNote& note) const
    {
        return full ? note.came_as : call.contact;
    }
    /// Precondition: the model counts_sides.
    SideCounts& side(std::uint32_t contact, std::uint32_t row)
    {
        return s_.result.side_cells[std::size_t{contact} * s_.result.rows + row];
    }
    /// The row in which the attempt rang; the plain machine answers or queues at that instant.
    std::uint32_t row_of(const CallNote& note) const { return full ? note.arrival_row : s_.row; }
    GroupCounts& group_counts(std::uint32_t group)
    {
        return s_.result.group_cells[std::size_t{group} * s_.result.rows + s_.row];
    }
    /// The part of [from_s, to_s) inside the measured span.
    double measured(double from_s, double to_s) const
    {
        const double first = from_s < model_.measure_from_s ? model_.measure_from_s : from_s;
        const double last = to_s < model_.end_s ? to_s : model_.end_s;
        return last > first ? last - first : 0.0;
    }
    void note_event(double now, Kind kind, std::uint32_t whose)
    {
        s_.fingerprint.add(now, static_cast<std::uint64_t>(kind) + 4 * std::uint64_t{whose});
    }
    std::uint32_t period_slot() const { return static_cast<std::uint32_t>(model_.contacts.size()); }

    const CentreModel& model_;
    const ReplicationKey key_;
    Workspace::State& s_;
    TraceSink* const trace_;
    bool moving_ = false;       ///< a period moves callers on; idle agents take them once all have been moved
    bool some_closing_ = false; ///< a closed contact may have callers whom leaving agents still serve
};

} // namespace switchroom
