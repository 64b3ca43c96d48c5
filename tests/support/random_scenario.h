#pragma once
/// Valid scenarios by the hundred: a seed gives the text of a scenario file that uses a random choice of
/// what is simulated. For tests of what must hold whatever the scenario is: conservation, Little's
/// law, determinism.

#include <cstdint>
#include <string>

namespace switchroom {

/// What the generated files may hold.
struct RandomScenarioLimits {
    int most_contacts = 4;
    int most_groups = 4;
    int most_days = 3;
    bool chats = true;
    bool everything = false; ///< beside calls that people answer: machines, callbacks, messages, tiers …
};

/// The same seed and limits give the same text. A day brings some ten to a few hundred calls, so that
/// hundreds of scenarios run within seconds.
std::string random_scenario(std::uint64_t seed, const RandomScenarioLimits& limits = {});

} // namespace switchroom
