#include "sim/base/file_system.h"
#include "sim/stats/kpi_reference.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace switchroom;

// With SWITCHROOM_UPDATE_GOLDEN set the test rewrites the tables of the page instead of comparing them.
TEST_CASE("the page of KPIs says what the table says")
{
    DiskFileSystem disk;
    const std::string path = std::string(SWITCHROOM_SOURCE_DIR) + "/docs/kpis.md";
    const Result<std::string> page = disk.read(path);
    REQUIRE(page.ok());
    const std::size_t tables = page->find("\n## Of a contact type");
    REQUIRE(tables != std::string::npos);
    if (std::getenv("SWITCHROOM_UPDATE_GOLDEN"))
        REQUIRE(disk.write_atomically(path, page->substr(0, tables) + kpi_reference()).empty());
    else
        CHECK(page->substr(tables) == kpi_reference());
}
