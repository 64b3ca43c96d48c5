#include "sim/base/file_system.h"
#include "sim/scenario/reference.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace switchroom;

TEST_CASE("the reference page of keys is what the schema says (SWITCHROOM_UPDATE=1 writes it anew)")
{
    const std::string path = SWITCHROOM_SOURCE_DIR "/docs/reference/scenario-keys.md";
    DiskFileSystem disk;
    if (std::getenv("SWITCHROOM_UPDATE"))
        REQUIRE(disk.write_atomically(path, scenario_keys_page()).empty());
    const auto page = disk.read(path);
    REQUIRE(page.ok());
    CHECK_MESSAGE(*page == scenario_keys_page(), "run: SWITCHROOM_UPDATE=1 build/dev/bin/test_scenario");
}
