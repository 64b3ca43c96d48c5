/// What compared scenarios cost with their vendors' invoices.

#include "cli/compare_verb.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;

namespace {

const std::string voicemail = SWITCHROOM_SOURCE_DIR "/scenarios/voicemail-only.toml";
const std::string overflow = SWITCHROOM_SOURCE_DIR "/scenarios/daytime-overflow.toml";

std::string output_of(int (*verb)(std::span<const std::string>, std::ostream&, std::ostream&),
                      std::vector<std::string> arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    arguments.insert(arguments.end(), {"--replications", "12", "--quiet"});
    REQUIRE_MESSAGE(verb(arguments, out, err) == 0, err.str());
    return out.str();
}

} // namespace

TEST_CASE("compared costs hold the vendor's invoice, lost callers and the difference that they make")
{
    const std::string text = output_of(compare_verb, {voicemail, overflow});
    const auto at = text.find("Costs, a month");
    REQUIRE(at != std::string::npos);
    const std::string costs = text.substr(at);
    CHECK(costs.find("Secretariat Plus") != std::string::npos);
    CHECK(costs.find("lost callers") != std::string::npos);
    CHECK(costs.find("change against A") != std::string::npos);
    // Where KPIs are asked for by name, nothing else is worked out.
    CHECK(output_of(compare_verb, {voicemail, overflow, "--kpis", "answer_rate"}).find("Costs,") ==
          std::string::npos);
}
