#pragma once
/// Who has which chats: what the engine remembers of agents who write with several people at once. Part of
/// the run's state; empty of meaning where no contact is a chat.

#include "sim/centre/centre_model.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace switchroom {

/// An agent's chats. Their slots form a list through Call::next and Call::previous, the newest first.
struct ChatAgent {
    std::uint32_t chats = 0;
    std::uint32_t newest = none;
    std::uint32_t place = none; ///< in ChatDesk::chatting of the group, while there are any
    double since_s = 0.0;       ///< when the first of them began: no instant without one since
    double got_last_s = 0.0;    ///< when the newest one began
};

/// A chat that an agent has; one for each slot of the call pool.
struct ChatInHand {
    std::uint32_t agent = none;
    double began_s = 0.0;
    double since_s = 0.0;    ///< up to when elapsed_s, left_s and agent_s are told
    double elapsed_s = 0.0;  ///< so far
    double left_s = 0.0;     ///< to go with as many chats as the agent has
    double agent_s = 0.0;    ///< part of the agent's time so far: at each instant 1 / number of chats
    double talk_share = 1.0; ///< of the work; the rest is wrap-up
};

struct ChatDesk {
    std::vector<ChatAgent> agents;       ///< by agent
    std::vector<ChatInHand> in_hand;     ///< by slot
    std::vector<std::uint32_t> chatting; ///< agents with chats, each group's from its first agent's place on
    std::vector<std::uint32_t> group_counts; ///< how many of them, by group

    void reset(std::size_t agent_count, std::size_t groups)
    {
        agents.assign(agent_count, ChatAgent{});
        chatting.resize(agent_count);
        group_counts.assign(groups, 0);
    }

    /// The agent, of a group whose agents begin at `first_agent`, has the first chat.
    void begin(std::uint32_t agent, std::uint32_t group, std::uint32_t first_agent)
    {
        agents[agent].place = first_agent + group_counts[group]++;
        chatting[agents[agent].place] = agent;
    }

    /// The agent's last chat is over.
    void end(std::uint32_t agent, std::uint32_t group, std::uint32_t first_agent)
    {
        const std::uint32_t last = chatting[first_agent + --group_counts[group]];
        chatting[agents[agent].place] = last;
        agents[last].place = agents[agent].place;
        agents[agent].place = none;
    }
};

} // namespace switchroom
