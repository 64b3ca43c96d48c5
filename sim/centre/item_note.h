#pragma once
/// What an item of work is, beside what a call is: part of the slot of a call (call_pool.h).

#include "sim/centre/model_parts.h"

#include <cstdint>

namespace switchroom {

enum class ItemStage : std::uint8_t {
    held,    ///< not before its time: the promised window, or the next try
    waiting, ///< in a queue
    passing, ///< handled here; on its way to the next tier
};

struct ItemNote {
    double created_s = 0.0;
    double due_s = never_s; ///< never_s: beyond the model's days, or nothing promised
    double try_s = 0.0;     ///< as ModelReach, here and below
    double again_s = 0.0;
    double reached = 1.0;
    std::uint32_t most_tries = 1;
    std::uint32_t tries = 0;
    std::uint32_t row = 0;           ///< of the counts in which it was created
    std::uint32_t escalation = none; ///< in CentreModel::escalations: where it goes once handled
    ItemStage stage = ItemStage::held;
    bool promised = false;
    bool urgent = false;
    bool late = false;        ///< waits among those past their promise
    bool keeps_place = false; ///< waits among the callers
    bool has_need = false;    ///< a call left it: settling it settles that need
};

} // namespace switchroom
