#pragma once
/// What stands in a route beside offers to people: machines that answer, and the promise to ring back. Part
/// of centre_model.h; a ModelStep names one of these by `detail`.

#include "sim/centre/model_work.h"

namespace switchroom {

/// A telephone bot talks first: settles the matter, or hands it on.
struct ModelBotStep {
    Range contained;                  ///< in timed_probabilities
    Range talk;                       ///< in timed_distributions
    std::uint32_t hand_off = none;    ///< contact that the rest becomes; none: the next step
    double context_saves = 0.0;       ///< share of the talk that follows
    std::uint32_t concurrency = none; ///< calls at once; none: no limit
};

/// A tape: some hang up on it, the others leave a message.
struct ModelVoicemailStep {
    Range hang_up; ///< in timed_probabilities; count 0: 0
    std::uint32_t becomes = none;
};

/// The offer to be called back. Who declines goes on to the next step.
struct ModelCallbackStep {
    Range declined; ///< in timed_probabilities; count 0: 0
    std::uint32_t becomes = none;
    ModelPromise promise; ///< kind open_ended: the end of the promised window, else that of the contact
    Range windows;        ///< in CentreModel::windows: nobody rings before the next one; count 0: at once
    ModelReach reach;
    bool keeps_place = false; ///< waits on in the caller's place among the callers
};

/// Answered calls that turn out to be somebody else's: passed on to the queue of `to`.
struct ModelTransfer {
    Range probability; ///< in timed_probabilities; count 0: none
    std::uint32_t to = none;
    double retold_s = 0.0; ///< added to the second agent's talk
};

/// Answered calls that need somebody on call: the agent tries one person after the other.
struct ModelOnCall {
    double share = 0.0;
    double reached = 1.0;    ///< per try
    std::uint32_t tries = 0; ///< in all, over the whole chain
    double try_s = 0.0;      ///< what a try takes
};

/// Contacts that are written, several at once by one agent.
struct ModelChat {
    std::uint32_t concurrency = 0; ///< taken by agents who have fewer chats than this; 0: no chat
    Range slowdown; ///< in CentreModel::slowdowns: the time × this with 1, 2, 3 … chats; count 0: 1
};

} // namespace switchroom
