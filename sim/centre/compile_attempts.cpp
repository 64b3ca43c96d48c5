#include "sim/centre/compile_attempts.h"

#include "sim/centre/attempt_counts.h"
#include "sim/centre/timed_values.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace switchroom {

namespace {

/// True if the arrivals of this contact count attempts, by themselves or by their profile or source.
bool counts_attempts(const Scenario& scenario, std::size_t contact)
{
    const auto& arrivals = scenario.contacts[contact].arrivals;
    if (!arrivals)
        return false;
    if (arrivals->counts == ProfileCounts::attempts)
        return true;
    if (arrivals->share_of)
        return std::any_of(scenario.profiles.begin(), scenario.profiles.end(),
                           [&](const NamedProfile& profile) {
                               return profile.name == arrivals->share_of->profile &&
                                      profile.counts == ProfileCounts::attempts;
                           });
    if (arrivals->split_of)
        for (std::size_t i = 0; i < scenario.contacts.size(); ++i)
            if (i != contact && scenario.contacts[i].name == arrivals->split_of->contact)
                return counts_attempts(scenario, i);
    return false;
}

/// The cells of the reporting interval over the days of the model.
struct Cells {
    double begin_s;
    double length_s;
    std::size_t count;
    double middle_s(std::size_t k) const { return begin_s + (static_cast<double>(k) + 0.5) * length_s; }
    double from_s(std::size_t k) const { return begin_s + static_cast<double>(k) * length_s; }
};

Cells cells_of(const CentreModel& model)
{
    const double begin_s = model.days.front().start_s;
    return {begin_s, model.interval_s,
            static_cast<std::size_t>(std::ceil((model.days.back().end_s - begin_s) / model.interval_s))};
}

/// The part of a piece inside [from, to).
ArrivalPiece part_of(const ArrivalPiece& piece, double from_s, double to_s)
{
    ArrivalPiece part = piece;
    part.from_s = std::max(from_s, piece.from_s);
    part.to_s = std::min(to_s, piece.to_s);
    part.begin_per_s = piece.begin_per_s + piece.slope_per_s2 * (part.from_s - piece.from_s);
    return part;
}

double expected(const ArrivalPiece& piece)
{
    const double length = piece.to_s - piece.from_s;
    return length <= 0.0 ? 0.0 : (piece.begin_per_s + 0.5 * piece.slope_per_s2 * length) * length;
}

template <class Use>
void each_part(const CentreModel& model, const ModelContact& contact, const Cells& cells, const Use& use)
{
    for (std::uint32_t day = contact.day_pieces.first; day < contact.day_pieces.end(); ++day) {
        const Range pieces = model.piece_ranges[day];
        for (std::uint32_t p = pieces.first; p < pieces.end(); ++p) {
            const ArrivalPiece piece = model.pieces[p];
            const auto first = static_cast<std::size_t>((piece.from_s - cells.begin_s) / cells.length_s);
            for (std::size_t k = first; k < cells.count && cells.from_s(k) < piece.to_s; ++k)
                if (const ArrivalPiece part = part_of(piece, cells.from_s(k), cells.from_s(k + 1));
                    part.to_s > part.from_s)
                    use(day, k, part);
        }
    }
}

std::vector<double> expected_by_cell(const CentreModel& model, const ModelContact& contact,
                                     const Cells& cells)
{
    std::vector<double> contacts(cells.count, 0.0);
    each_part(model, contact, cells,
              [&](std::uint32_t, std::size_t k, const ArrivalPiece& part) { contacts[k] += expected(part); });
    for (std::uint32_t i = contact.replay.first; i < contact.replay.end(); ++i)
        contacts[static_cast<std::size_t>((model.replay[i].at_s - cells.begin_s) / cells.length_s)] +=
            contact.replay_scale;
    return contacts;
}

double mean_at(const CentreModel& model, Range laws, double instant_s, double otherwise)
{
    const Distribution* law = law_at(model, laws, instant_s);
    return law ? mean(*law) : otherwise;
}

/// The groups of a contact and all contacts that share one of them.
struct Pool {
    std::set<std::uint32_t> groups;
    std::set<std::uint32_t> contacts;
};

Pool pool_of(const CentreModel& model, std::uint32_t contact)
{
    Pool pool;
    for (const ModelSkill& skill : model.skills)
        if (skill.contact == contact)
            pool.groups.insert(skill.group);
    for (const ModelSkill& skill : model.skills)
        if (pool.groups.contains(skill.group))
            pool.contacts.insert(skill.contact);
    return pool;
}

double agents_at(const Pool& pool, double instant_s, const CompileContext& context)
{
    double agents = 0.0;
    for (const std::uint32_t g : pool.groups) {
        const ModelGroup& group = context.model.groups[g];
        if (!contains(context.presence[g].away, instant_s))
            agents += value_at(context.presence[g].scheduled, instant_s) * (1.0 - group.absence) *
                      (1.0 - group.in_day_away);
    }
    return agents;
}

/// The probability, cell by cell, that an attempt of the contact is followed by another: a redial of one who
/// gave up, or a repeat of one whose matter is still open.
struct Follows {
    std::vector<double> redial;
    std::vector<double> repeat;
};

Follows follow_probabilities(std::uint32_t id, const Cells& cells, const CompileContext& context)
{
    const CentreModel& model = context.model;
    const ModelContact& contact = model.contacts[id];
    const Pool pool = pool_of(model, id);
    std::vector<double> load(cells.count, 0.0); // seconds of work
    std::vector<double> calls(cells.count, 0.0);
    for (const std::uint32_t c : pool.contacts) {
        const std::vector<double> by_cell = expected_by_cell(model, model.contacts[c], cells);
        for (std::size_t k = 0; k < cells.count; ++k) {
            const double at_s = cells.middle_s(k);
            calls[k] += by_cell[k];
            load[k] += by_cell[k] * (mean_at(model, model.contacts[c].talk, at_s, 0.0) +
                                     mean_at(model, model.contacts[c].wrap_up, at_s, 0.0));
        }
    }
    Follows follows{std::vector<double>(cells.count, 0.0), std::vector<double>(cells.count, 0.0)};
    for (std::size_t k = 0; k < cells.count; ++k) {
        const double at_s = cells.middle_s(k);
        const double agents = agents_at(pool, at_s, context);
        const double patience_s = mean_at(model, contact.patience, at_s, never_s);
        if (agents == 0.0 || load[k] == 0.0 || patience_s == 0.0)
            continue; // turned away, or nobody to count
        const SteadyQueue queue =
            steady_queue(calls[k] / cells.length_s, load[k] / calls[k], patience_s, agents);
        const double balks = probability_at(model, contact.balk, at_s);
        const double abandons = queue.waits * balks + queue.abandons * (1.0 - balks);
        follows.redial[k] = abandons * probability_at(model, contact.redial_after_abandon, at_s);
        follows.repeat[k] = (1.0 - abandons) * probability_at(model, contact.unresolved, at_s);
    }
    return follows;
}

/// New pieces, cut at the cells' edges, each at the needs' share of the old rate.
void set_needs(std::uint32_t id, const std::vector<double>& share, const Cells& cells, CentreModel& model)
{
    ModelContact& contact = model.contacts[id];
    std::vector<std::vector<ArrivalPiece>> days(contact.day_pieces.count);
    each_part(model, contact, cells, [&](std::uint32_t day, std::size_t k, ArrivalPiece part) {
        part.begin_per_s *= share[k];
        part.slope_per_s2 *= share[k];
        days[day - contact.day_pieces.first].push_back(part);
    });
    const std::size_t first_day = model.piece_ranges.size();
    for (const auto& pieces : days) {
        const std::size_t first = model.pieces.size();
        double before = 0.0;
        for (ArrivalPiece piece : pieces) {
            if (piece.begin_per_s == 0.0 && piece.slope_per_s2 == 0.0)
                continue;
            piece.expected_before = before;
            before += expected(piece);
            model.pieces.push_back(piece);
        }
        model.piece_ranges.push_back(range_from(first, model.pieces));
    }
    contact.day_pieces = range_from(first_day, model.piece_ranges);
}

/// The first calls behind the attempts that the contact's rates state, cell by cell.
std::vector<double> first_calls(std::uint32_t id, const std::vector<double>& attempts, const Cells& cells,
                                const CompileContext& context)
{
    const CentreModel& model = context.model;
    const ModelContact& contact = model.contacts[id];
    const Follows follows = follow_probabilities(id, cells, context);
    std::vector<double> calls = attempts;
    const Distribution* redials = law_at(model, contact.redial_delay, context.begin_s);
    if (redials && contact.redial_at_most > 0)
        calls = needs_of_attempts(attempts, follows.redial, *redials, contact.redial_at_most, cells.length_s);
    const Distribution* repeats = law_at(model, contact.repeat_delay, context.begin_s);
    if (!repeats || contact.repeat_as != none)
        return calls;
    const std::vector<double> again = repeats_of_attempts(attempts, follows.repeat, *repeats, cells.length_s);
    for (std::size_t k = 0; k < cells.count; ++k)
        calls[k] = std::max(0.0, calls[k] - again[k]);
    return calls;
}

bool calls_again(const ModelContact& contact)
{
    return (contact.redial_delay.count > 0 && contact.redial_at_most > 0) || contact.repeat_delay.count > 0;
}

/// The formula behind the needs knows no lines, so it cannot tell how many calls the lines send back.
void refuse_redials_of_blocked(std::size_t contact, std::uint32_t id, CompileContext& context)
{
    if (context.model.contacts[id].redial_after_block.count > 0)
        context.error(
            path_of("contacts", contact, "redial.after_block"),
            "the profile of these calls counts attempts, from which redials of blocked calls cannot "
            "be taken out, expected counts = \"needs\" or no after_block");
}

/// Others' repeats in a profile of attempts cannot be told from its first calls.
void refuse_others_repeats(std::size_t contact, std::uint32_t id, CompileContext& context)
{
    for (std::size_t i = 0; i < context.scenario().contacts.size(); ++i)
        if (const auto other = context.contact_ids.find(context.scenario().contacts[i].name);
            i != contact && other != context.contact_ids.end() &&
            context.model.contacts[other->second].repeat_as == id)
            context.error(path_of("contacts", i, "resolution.repeat_as"),
                          "the profile of these calls counts attempts, among which others' repeats would be "
                          "counted twice, expected counts = \"needs\" there");
}

} // namespace

void take_out_redials(CompileContext& context)
{
    const Scenario& scenario = context.scenario();
    CentreModel& model = context.model;
    const Cells cells = cells_of(model);
    std::vector<std::pair<std::uint32_t, std::vector<double>>>
        shares; // all from the stated rates, then set together
    for (std::size_t i = 0; i < scenario.contacts.size(); ++i) {
        const auto id = context.contact_ids.find(scenario.contacts[i].name);
        if (id == context.contact_ids.end() || !counts_attempts(scenario, i))
            continue;
        const ModelContact& contact = model.contacts[id->second];
        refuse_others_repeats(i, id->second, context);
        refuse_redials_of_blocked(i, id->second, context);
        if (!calls_again(contact))
            continue; // attempts are needs
        const std::vector<double> attempts = expected_by_cell(model, contact, cells);
        std::vector<double> share = first_calls(id->second, attempts, cells, context);
        for (std::size_t k = 0; k < cells.count; ++k)
            share[k] = attempts[k] > 0.0 ? share[k] / attempts[k] : 0.0;
        shares.emplace_back(id->second, std::move(share));
    }
    for (const auto& [id, share] : shares)
        set_needs(id, share, cells, model);
}

} // namespace switchroom
