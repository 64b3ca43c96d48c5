#include "sim/base/check.h"

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;

TEST_CASE("a failed check names the place inside the project and the reason")
{
    std::string message;
    try {
        SWITCHROOM_CHECK(1 + 1 == 3, "arithmetic");
    } catch (const BrokenInvariant& broken) {
        message = broken.what();
    }
    CHECK(message.starts_with("tests/base/check_test.cpp:"));
    CHECK(message.find("1 + 1 == 3 (arithmetic)") != std::string::npos);
}
