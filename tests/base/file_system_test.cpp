#include "sim/base/file_system.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace switchroom;

namespace {

std::filesystem::path fresh_folder()
{
    auto folder = std::filesystem::temp_directory_path() / ("switchroom-fs-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

} // namespace

TEST_CASE("an atomic write leaves the new content and no temporary file")
{
    const auto folder = fresh_folder();
    const std::string path = folder / "out.txt";
    DiskFileSystem disk;
    CHECK(disk.write_atomically(path, "first").empty());
    CHECK(disk.write_atomically(path, "second").empty());
    CHECK(*disk.read(path) == "second");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()) ==
          1);
    std::filesystem::remove_all(folder);
}

TEST_CASE("writing into a missing folder is an error that names the path")
{
    DiskFileSystem disk;
    const auto errors = disk.write_atomically("/nonexistent-folder/out.txt", "x");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.file == "/nonexistent-folder/out.txt");
}

TEST_CASE("a damaged gzip file is an error, not short content")
{
    const auto folder = fresh_folder();
    const std::string path = folder / "bad.gz";
    std::ofstream(path, std::ios::binary)
        << std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage", 17);
    CHECK_FALSE(DiskFileSystem().read(path).ok());
    std::filesystem::remove_all(folder);
}

TEST_CASE("a folder is not a file")
{
    CHECK_FALSE(DiskFileSystem().read("/").ok());
}
