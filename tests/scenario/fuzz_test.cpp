#include "sim/scenario/read.h"
#include "sim/scenario/summary.h"
#include "sim/scenario/write.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>

using namespace switchroom;

namespace {

/// Whatever the bytes are: a document or errors that name the file. A document must be fit for what follows.
void read_anything(const std::string& text)
{
    const MemoryFileSystem none;
    const auto document = read_scenario_text(none, text, "fuzz.toml");
    if (document) {
        CHECK_FALSE(summary_text(*document).empty());
        CHECK_FALSE(write_scenario(document->scenario).empty());
        return;
    }
    CHECK(has_errors(document.errors()));
    for (const Diagnostic& error : document.errors())
        CHECK(error.where.file == "fuzz.toml");
}

std::string mutated(std::string text, std::mt19937& random)
{
    const auto pick = [&](std::size_t n) { return std::size_t{random()} % n; };
    static const char* const pieces[] = {"\"",        "[",   "]",    "{", "}",     "=",
                                         ",",         "#",   "\n",   "-", "1e999", "nan",
                                         "\"24:00\"", "inf", "\xff", "0", "mean",  "[[contacts]]\n"};
    for (std::size_t times = 1 + pick(4); times > 0 && !text.empty(); --times) {
        const std::size_t at = pick(text.size());
        switch (pick(4)) {
        case 0:
            text.erase(at, 1 + pick(8));
            break;
        case 1:
            text.insert(at, pieces[pick(std::size(pieces))]);
            break;
        case 2:
            text[at] = static_cast<char>(pick(256));
            break;
        default:
            text.insert(at, text.substr(pick(text.size()), pick(40)));
        }
    }
    return text;
}

std::vector<std::string> seeds()
{
    std::vector<std::string> texts;
    const DiskFileSystem disk;
    for (const char* folder :
         {SWITCHROOM_SOURCE_DIR "/scenarios", SWITCHROOM_SOURCE_DIR "/tests/scenario/wrong"})
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".toml")
                texts.push_back(*disk.read(entry.path()));
    return texts;
}

} // namespace

TEST_CASE("no text makes the reader fall over")
{
    std::mt19937 random(20260302);
    const auto texts = seeds();
    REQUIRE(texts.size() > 40);
    for (int i = 0; i < 4000; ++i)
        read_anything(mutated(texts[random() % texts.size()], random));
    for (int i = 0; i < 200; ++i) {
        std::string noise(random() % 200, '\0');
        for (char& c : noise)
            c = static_cast<char>(random());
        read_anything(noise);
    }
    read_anything(std::string(100000, '['));
    read_anything("a = " + std::string(5000, '[') + std::string(5000, ']'));
}
