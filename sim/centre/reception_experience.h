#pragma once
/// Reception: how callers are rated at the end of their need, where the scenario has a model of experience.
/// Nothing is drawn. Part of reception.h. All in the full machine.

#include "sim/centre/reception.h"

namespace switchroom {

/// The caller has waited in a queue, for whatever came then.
template <Detail detail>
void Reception<detail>::remember_wait(CallNote& note, double wait_s)
{
    if (model_.experience.rates)
        note.so_far.waited_s += wait_s;
}

/// An agent of the group has answered after this wait.
template <Detail detail>
void Reception<detail>::remember_answer(CallNote& note, double wait_s, std::uint32_t group)
{
    remember_wait(note, wait_s);
    note.so_far.group = group;
}

/// The need's last attempt is over, and none is set to follow: the caller is rated, under the contact and in
/// the stretch of the primary call. A vendor's other clients are not.
template <Detail detail>
void Reception<detail>::rate(const CallNote& note)
{
    if (!model_.experience.rates || !model_.contacts[note.need_contact].is_ours)
        return;
    const NeedHistory& history = note.so_far;
    const double tone = history.group == none ? 0.5 : model_.groups[history.group].tone;
    const double satisfaction = satisfaction_of(history, tone, model_.experience);
    SideCounts& to = side(note.need_contact, note.need_row);
    ++to.rated;
    to.satisfaction += satisfaction;
    to.promoters += satisfaction >= model_.experience.promoter_from;
    to.detractors += satisfaction < model_.experience.detractor_below;
}

} // namespace switchroom
