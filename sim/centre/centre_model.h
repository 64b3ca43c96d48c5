#pragma once
/// The centre as the engine reads it: flat arrays, seconds, dense ids; no strings where calls run. Compiled
/// from a Scenario once, then immutable and shared by all threads and replications.
///
/// Time axis: that of calendar.h. Second 0 is the local midnight that begins day 0; the warm-up, if any, lies
/// at negative seconds. Every time in here is absolute on that axis; clock changes, closures and weekday
/// profiles are already resolved, so a 23-hour day is just a day whose end is 23 h after its start.
///
/// How to fill one: fill every array, then call index_model() (model_index.h), which derives the routing rows
/// that the engine reads and fails a check on what compile should never produce (lists in the header there).
///
/// Conventions: a Range names `count` neighbours from `first` on in the array that its comment names; count 0
/// means "not given" and what then holds is said there. A missing id is `none`.

#include "sim/base/ids.h"
#include "sim/centre/model_conditions.h"
#include "sim/centre/model_parts.h"
#include "sim/centre/model_steps.h"
#include "sim/centre/need_experience.h"
#include "sim/centre/spans.h"
#include "sim/random/distribution.h"
#include "sim/random/keyed_stream.h"

#include <cstdint>
#include <string>
#include <vector>

namespace switchroom {

/// One local day that the simulation touches. Consecutive days join without gaps.
struct ModelDay {
    double start_s = 0.0;
    double end_s = 0.0;
    std::int32_t date = 0; ///< days since 1970-01-01, local calendar; addresses the day's random numbers
};

/// A value that holds from `from_s` to the next one's. The first of a list holds before itself, too, so that
/// a constant is a list of one with any `from_s`.
struct TimedDistribution {
    double from_s = 0.0;
    std::uint32_t distribution = 0; ///< in CentreModel::distributions
};
struct TimedProbability {
    double from_s = 0.0;
    double value = 0.0;
};

/// A stretch of one day on which a contact's rate runs straight: begin_per_s at from_s, then + slope for each
/// second. Ascending and disjoint within (contact, day).
struct ArrivalPiece {
    double from_s = 0.0;
    double to_s = 0.0;
    double begin_per_s = 0.0;
    double slope_per_s2 = 0.0;
    double expected_before = 0.0; ///< contacts that the day's earlier pieces bring on average
};

/// One recorded call of a replayed log.
struct ReplayedCall {
    double at_s = 0.0;
    std::uint32_t number = 0;    ///< rank in the whole log before any filter
    std::int32_t date = 0;       ///< with `number` addresses the call's random numbers
    double handle_s = never_s;   ///< recorded talk (or handle) time; never_s: drawn
    double wrap_up_s = never_s;  ///< recorded wrap-up; never_s: drawn
    double patience_s = never_s; ///< the wait at which the caller left, if this one did
    double outlasted_s = 0.0;    ///< otherwise: patience is drawn given that it exceeds this wait
    bool patience_known = false; ///< patience_s holds, otherwise drawn
};

/// A random factor with mean 1 on a contact's rate or handle times, one value per period (an interval, a day,
/// a month, the run). The draw's address is {0, key_date of the day, 0, purpose} of the stream: days with
/// equal key_date share one value. Per interval the number is the interval's place in its day instead of 0.
struct ModelFactor {
    std::uint32_t distribution = 0;
    std::uint64_t stream = 0; ///< hash_name of the contact's key (busyness) or of a common name
    Purpose purpose = Purpose::busyness;
    Range key_dates;           ///< in CentreModel::factor_dates, one for each day of CentreModel::days
    bool per_interval = false; ///< one value for each CentreModel::interval_s, counted from the day's start
};

/// What becomes of the callers that wait when their contact closes.
enum class Closing : std::uint8_t {
    serve,        ///< wait on; agents whose staffing ends stay until none of them is left that they may serve
    closed_route, ///< go through the closed route
    disconnect,   ///< are turned away
};

/// A contact type that people serve: live (voice, in person), or as items of work.
struct ModelContact {
    std::uint64_t stream = 0; ///< hash_name(key or name)
    std::int32_t priority = 3;
    double head_start_s = 0.0;
    Closing at_closing = Closing::serve;
    bool in_totals = true; ///< the telephone's; never a vendor's other clients
    bool is_ours = true;   ///< reported; false: a vendor's other clients

    // Arrivals: drawn (day_pieces) or replayed (replay), not both.
    Range day_pieces;          ///< in CentreModel::piece_ranges, one Range for each day; count 0: none drawn
    Range factors;             ///< in CentreModel::factor_ids: their product scales the rate
    Range replay;              ///< in CentreModel::replay, ascending by at_s, then number; count 0: none
    double replay_scale = 1.0; ///< < 1 thins, > 1 duplicates (each copy moved within ±15 min)

    // Times; by the attempt's arrival. In timed_distributions.
    Range talk;           ///< count 0: 0 s
    Range wrap_up;        ///< count 0: 0 s
    Range patience;       ///< count 0: infinite
    Range handle_factors; ///< in factor_ids: their product scales talk and wrap-up
    Range balk;           ///< in timed_probabilities; count 0: 0

    // Hold, once in a call with this probability; for the caller's and the agent's time.
    Range hold;                 ///< in timed_probabilities; count 0: 0
    Range hold_duration;        ///< in timed_distributions
    bool hold_in_total = false; ///< `talk` is a total that holds it; otherwise it comes on top

    // Redials of abandoners and of blocked callers.
    Range redial_after_abandon; ///< in timed_probabilities; count 0: 0
    Range redial_after_block;   ///< in timed_probabilities; count 0: 0
    Range redial_delay;         ///< in timed_distributions
    std::uint32_t redial_at_most = 0;

    // Repeat calls: an answered call leaves the matter open with this probability; the caller then calls
    // again, as long as it takes.
    Range unresolved;               ///< in timed_probabilities, by the attempt's arrival; count 0: 0
    Range repeat_delay;             ///< in timed_distributions; from the end of the talk
    std::uint32_t repeat_as = none; ///< the contact as which they call again; none: the same

    ModelTransfer transfer;
    ModelOnCall on_call;
    ModelPredictor predictor;
    ModelAnnouncement announcement;
    ModelChat chat;
    std::uint32_t work = none; ///< in CentreModel::works: comes as items of work, not as calls
    Range missed;              ///< in timed_probabilities: an abandoned call becomes an item; count 0: 0
    std::uint32_t missed_becomes = none;
    Range outcomes; ///< in CentreModel::outcomes, of answered attempts

    std::uint32_t open_route = none;   ///< must be given
    std::uint32_t closed_route = none; ///< none: turned away
    std::uint32_t line = none;         ///< none: no limit

    double threshold_s = 20.0;    ///< T of answered_within and abandoned_within
    double short_abandon_s = 5.0; ///< s of abandoned_short
};

enum class PickAgent : std::uint8_t { longest_idle, least_occupied, random };
enum class NextCall : std::uint8_t { priority, longest_wait, weighted_wait, longest_queue };

/// New agents' handle times are `start` × as long; the excess halves every `half_life_calls` that they
/// handle.
struct ModelLearning {
    double start = 1.0;
    double half_life_calls = 300.0;
    double experienced = 0.0; ///< share of agents to whom this does not apply
};

/// Agents of a group who have to take a break from one instant on: whoever is idle, or finishes next.
struct ModelBreak {
    std::uint32_t group = 0;
    double length_s = 0.0;
    bool paid = false;
};

/// A group's agents count as a number: when it falls, idle agents leave first, then those on a call as they
/// finish (or at once), whoever finishes first; nothing new is started before fewer are busy than staffed.
struct ModelGroup {
    std::uint64_t stream = 0; ///< hash_name(key or name): absence draws
    PickAgent pick = PickAgent::longest_idle;
    NextCall next = NextCall::priority;
    bool leaves_at_once = false; ///< a call in progress returns to the head of its queue
    bool in_totals = true;
    double absence = 0.0;     ///< probability that a scheduled agent is off for a whole day
    double in_day_away = 0.0; ///< probability that one is away for a block
    double block_s = 1800.0;  ///< blocks count from each day's start
    ModelLearning learning;
    double start_sd_s = 0.0;        ///< of when each agent's shift really starts; 0: on time
    std::uint32_t member_of = none; ///< the group of which this is one individual; none: a group itself
    std::uint32_t most_agents = 0;  ///< largest scheduled number
    double tone = 0.5;              ///< for ModelExperience
};

/// What a group can do for a contact.
struct ModelSkill {
    std::uint32_t group = 0;
    std::uint32_t contact = 0;
    std::int32_t level = 1;
    double speed = 1.0;    ///< divides talk and wrap-up
    double weight = 1.0;   ///< for NextCall::weighted_wait
    Range talk;            ///< the group's own law in timed_distributions; count 0: the contact's
    Range wrap_up;         ///< the same
    bool by_hours = false; ///< served only while a change says so
};

enum class StepKind : std::uint8_t {
    offer,     ///< try the groups, then wait for them for at most `for_s`
    bot,       ///< detail: in CentreModel::bot_steps
    voicemail, ///< detail: in CentreModel::voicemail_steps
    callback,  ///< detail: in CentreModel::callback_steps
    turn_away, ///< the attempt ends as turned_away
};
enum class ChooseGroup : std::uint8_t {
    listed,       ///< the first with an idle agent above its keep_idle
    longest_idle, ///< whose next agent has been idle longest
    random,       ///< each idle agent of these groups alike
};

/// One step of a route. After the last one the caller waits on if it was an offer, otherwise is turned away.
/// Where the conditions of the last one do not hold, who waits already waits on at the step where it is; who
/// does not is turned away.
struct ModelStep {
    StepKind kind = StepKind::offer;
    std::uint32_t detail = none; ///< of bots, voicemails and callbacks
    ChooseGroup choose = ChooseGroup::listed;
    double for_s = never_s;
    Range offers;                    ///< in CentreModel::offers, in order of preference
    std::uint32_t conditions = none; ///< in CentreModel::conditions; none: always taken
};

struct ModelOffer {
    std::uint32_t group = 0;
    std::uint32_t keep_idle = 0; ///< taken only while more than this many are idle
    /// Ranks with the offer before it: among such, whose next agent has been idle longest is taken.
    bool like_previous = false;
};

struct ModelRoute {
    Range steps; ///< in CentreModel::steps; at least one
};

struct ModelLine {
    std::uint32_t count = 0;
};

/// What changes at an instant. All changes of one instant are made before anybody reacts.
enum class ChangeKind : std::uint8_t {
    contact_open,    ///< subject: contact; value 1 opens, 0 closes
    group_scheduled, ///< subject: group; value: scheduled agents from now on, before shrinkage
    group_away,      ///< subject: group; value 1 begins an away window, 0 ends it
    break_due,       ///< subject: in CentreModel::breaks; value: how many agents
    skill_active,    ///< subject: in CentreModel::skills; value 1: from now on served, 0: not (as at first)
};
struct PeriodChange {
    double at_s = 0.0;
    ChangeKind kind = ChangeKind::contact_open;
    std::uint32_t subject = 0;
    std::uint32_t value = 0;
};

/// What happens at end_s to calls still in the system.
enum class AtEnd : std::uint8_t {
    drain, ///< are worked off with each group's last number above 0
    cut,   ///< count as open_at_end; talk in progress as answered
};

/// Names for reports, in the order of the ids; never read while calls run.
struct ModelNames {
    std::vector<std::string> contacts;
    std::vector<std::string> groups;
    std::vector<std::string> routes;
    std::vector<std::string> lines;
    std::vector<std::string> outcomes; ///< beside CentreModel::outcomes
};

/// Entries of the routing rows that index_model() derives.
struct QueueOffer {
    std::uint32_t group = 0;
    std::uint32_t keep_idle = 0;
    std::uint32_t rank = 0;  ///< offers of one rank are alike
    std::uint32_t skill = 0; ///< in CentreModel::skills
    double pace = 1.0;       ///< 1 / speed
};
struct QueueSource {
    std::uint32_t queue = 0;
    std::uint32_t keep_idle = 0;
    std::uint32_t skill = 0;
    std::uint32_t rank = 0; ///< calls of a lower rank are served first, whatever their wait
    double pace = 1.0;
    double weight = 1.0;
};
/// A stage of a contact's route: one for each (contact, step). At an offer it is where calls wait; the other
/// kinds keep nobody waiting.
struct ModelQueue {
    StepKind kind = StepKind::offer;
    WorkClass work = WorkClass::live; ///< whether items wait here, and which
    std::uint32_t detail = none;      ///< as ModelStep::detail
    std::uint32_t contact = 0;
    std::uint32_t step = 0; ///< in CentreModel::steps
    std::uint32_t next_queue =
        none;         ///< of the step after this one; none: it is the last, or turn_away follows
    bool last = true; ///< no step follows: `for_s` is not looked at
    bool in_open_route = true;
    bool first_offer = false; ///< no step before it is an offer
    double for_s = never_s;
    ChooseGroup choose = ChooseGroup::listed;
    bool shares_rank = false;        ///< some offers are alike
    std::uint32_t position = 0;      ///< in its route
    std::uint32_t conditions = none; ///< as ModelStep::conditions; also their watch
    std::uint32_t watch = none;      ///< in ModelIndex::watches, where waits are announced
    Range offers;                    ///< in ModelIndex::offers
};
struct ModelIndex {
    std::vector<ModelQueue> queues;
    std::vector<QueueOffer> offers;
    std::vector<QueueSource> sources;
    std::vector<Range> group_sources;        ///< in sources, for each group; ascending by rank, then contact
    std::vector<std::uint32_t> open_queue;   ///< each contact's first queue of its open route
    std::vector<std::uint32_t> closed_queue; ///< of its closed route; none: turned away at once
    std::vector<Watch> watches;              ///< of conditions, then of announcing queues
    std::vector<std::uint32_t> watched_groups;
    std::vector<std::uint32_t> watched_queues;
    bool has_chats = false; ///< some contact is a chat
    /// By contact: where its items wait, the queue of WorkClass::routine; those of the other classes follow
    /// it in their order. none: its calls come live.
    std::vector<std::uint32_t> work_queue;
};

struct CentreModel {
    double begin_s = 0.0;        ///< start of the warm-up, or of what is measured
    double measure_from_s = 0.0; ///< attempts before it are simulated and not counted
    double end_s = 0.0;          ///< no attempt arrives from here on
    double interval_s = 0.0;     ///< reporting interval; its edges are measure_from_s + k × interval_s
    std::uint32_t cells = 1;     ///< reporting intervals; 1: totals only (interval_s is not looked at)
    AtEnd at_end = AtEnd::drain;

    std::vector<ModelDay> days; ///< cover [begin_s, end_s)
    std::vector<PeriodChange>
        changes; ///< ascending by at_s; before the first, all is closed and nobody is there

    std::vector<ModelContact> contacts;
    std::vector<ModelGroup> groups;
    std::vector<ModelSkill> skills; ///< ascending by group, then contact
    std::vector<ModelBreak> breaks;
    std::vector<ModelRoute> routes;
    std::vector<ModelStep> steps;
    std::vector<ModelOffer> offers;
    std::vector<ModelLine> lines;
    std::vector<ModelBotStep> bot_steps;
    std::vector<ModelVoicemailStep> voicemail_steps;
    std::vector<ModelCallbackStep> callback_steps;
    std::vector<ModelConditions> conditions;
    std::vector<std::uint32_t> condition_groups;
    std::vector<Span> condition_times;
    std::vector<ModelWork> works;
    std::vector<ModelEscalation> escalations;
    std::vector<OpeningSpan> opening;
    std::vector<double> deadlines;
    std::vector<Span> windows;
    /// Shares of answered attempts, added up within a contact: an outcome holds for draws below its own and
    /// not below the one's before.
    std::vector<double> outcomes;
    std::vector<double> slowdowns; ///< of chats, each contact's for 1, 2, 3 … at once

    std::vector<ArrivalPiece> pieces;
    std::vector<Range> piece_ranges; ///< in pieces
    std::vector<ReplayedCall> replay;
    std::vector<ModelFactor> factors;
    std::vector<std::uint32_t> factor_ids;
    std::vector<std::int32_t> factor_dates;
    std::vector<Distribution> distributions;
    std::vector<TimedDistribution> timed_distributions;
    std::vector<TimedProbability> timed_probabilities;

    ModelExperience experience;
    bool counts_sides = false; ///< ReplicationResult::side_cells: some step or contact can fill them
    bool collect_waits = true; ///< wait histograms of answered and abandoned calls, per contact
    bool collect_longest_queue =
        true; ///< ContactCounts::longest_queue; without it patience costs less (engine.md)

    ModelNames names;
    ModelIndex index; ///< index_model() fills it
};

} // namespace switchroom
