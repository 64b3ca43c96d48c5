#pragma once
/// Work that waits without a caller on the line: messages, voicemails, callbacks, outbound calls. Part of
/// centre_model.h; a ModelContact names its ModelWork by `work`.

#include "sim/centre/model_parts.h"

namespace switchroom {

/// A stretch of opening hours. Ascending and disjoint within one Range of CentreModel::opening.
struct OpeningSpan {
    double from_s = 0.0;
    double to_s = 0.0;
    double open_before_s = 0.0; ///< opening time in the spans before this one
};

enum class PromiseKind : std::uint8_t {
    open_ended, ///< nothing is promised
    elapsed,    ///< within_s on the wall clock
    opening,    ///< within_s of opening time
    deadline,   ///< by the next of the deadlines
};

/// By when an item is to be handled. See due_s() in promises.h.
struct ModelPromise {
    PromiseKind kind = PromiseKind::open_ended;
    double within_s = 0.0;
    Range opening;   ///< in CentreModel::opening
    Range deadlines; ///< in CentreModel::deadlines, ascending
};

/// How often somebody who is to be called is tried.
struct ModelReach {
    std::uint32_t tries = 1;
    double reached = 1.0;    ///< per try
    double try_s = 0.0;      ///< what a try in vain takes
    double again_s = 1800.0; ///< until the next one
};

/// A share of items that goes on to the next tier `after` its creation, once it has been handled here.
struct ModelEscalation {
    std::uint32_t to = none;
    double share = 0.0; ///< added up within a contact, as CentreModel::outcomes
    ModelPromise after;
    ModelPromise promise; ///< kind open_ended: that of the next tier
};

struct ModelWork {
    bool is_spoken = false; ///< callbacks and outbound calls: a person has to be reached
    double urgent_share = 0.0;
    std::int32_t urgent_priority = 1;
    ModelPromise promise;
    ModelPromise urgent_promise; ///< kind open_ended: as the others
    ModelReach reach;
    Range escalations; ///< in CentreModel::escalations
};

/// Where an item waits: one queue for each, all of them of the item's contact.
enum class WorkClass : std::uint8_t {
    live,        ///< no item: a caller
    routine,     ///< taken while no caller waits whom the agent could serve
    urgent,      ///< the same, before the others
    late,        ///< past its promise: competes with callers by its priority
    late_urgent, ///< the same with the priority of urgent items
    in_place,    ///< a callback that keeps the caller's place: competes with callers as one of them
};
inline constexpr std::uint32_t work_classes = 5;

} // namespace switchroom
