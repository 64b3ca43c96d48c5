// Philox against its published vectors and against the authors' own implementation, Random123.
#include "sim/random/call_batch.h"
#include "sim/random/keyed_stream.h"
#include "sim/random/philox.h"

#include <Random123/philox.h>
#include <doctest/doctest.h>

#include <set>

#undef philox4x32 // Random123 has a macro of our function's name

namespace switchroom {

namespace {

PhiloxWords random123(PhiloxWords counter, std::uint64_t key)
{
    const r123::Philox4x32::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type k = {
        {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U)}};
    const auto out = r123::Philox4x32{}(c, k);
    return {out[0], out[1], out[2], out[3]};
}

} // namespace

TEST_CASE("Philox4x32-10 gives the known answers published with Random123")
{
    constexpr std::uint32_t ones = 0xFFFFFFFFU;
    CHECK(philox4x32({0, 0, 0, 0}, 0) == PhiloxWords{0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U});
    CHECK(philox4x32({ones, ones, ones, ones}, ~std::uint64_t{0}) ==
          PhiloxWords{0x408F276DU, 0x41C83B0EU, 0xA20BC7C6U, 0x6D5451FDU});
    // Digits of pi as counter and key.
    CHECK(philox4x32({0x243F6A88U, 0x85A308D3U, 0x13198A2EU, 0x03707344U}, 0x299F31D0A4093822U) ==
          PhiloxWords{0xD16CFE09U, 0x94FDCCEBU, 0x5001E420U, 0x24126EA1U});
}

TEST_CASE("Philox agrees with Random123 on many counters and keys")
{
    PhiloxWords counter{1, 2, 3, 4};
    std::uint64_t key = 42;
    bool same = true;
    for (int i = 0; i < 100000; ++i) {
        const PhiloxWords out = philox4x32(counter, key);
        same = same && out == random123(counter, key);
        key = mix_bits(key + out[0]);
        counter = out;
        counter[static_cast<std::size_t>(i) % 4] = static_cast<std::uint32_t>(i); // small words too
    }
    CHECK(same);
}

TEST_CASE("a batch holds the bits of the scalar addresses, across the wrap of the number too")
{
    UniformBatch batch;
    for (const std::uint32_t first : {0U, 256U, 1000000U, 0xFFFFFF80U}) {
        for (const Purpose purpose : {Purpose::arrival_gap, Purpose::wrap_up, Purpose::absence}) {
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const StreamKey key = make_stream_key(seed, 3, hash_name("appointments"));
                const DrawAddress at{.number = first, .date = -5, .attempt = 2};
                draw_uniforms(key, at, purpose, batch);
                bool same = true;
                for (std::uint32_t i = 0; i < calls_per_batch; ++i) {
                    for (std::uint32_t lane = 0; lane < 3; ++lane) {
                        const auto which = static_cast<Purpose>(static_cast<std::uint32_t>(purpose) + lane);
                        same = same && batch.lane[lane][i] == uniform(key, {first + i, -5, 2}, which);
                    }
                    same = same && three_uniforms(key, {first + i, -5, 2}, purpose)[2] == batch.lane[2][i];
                }
                CHECK(same);
            }
        }
    }
}

TEST_CASE("the three lanes of a block use 126 different bits of it")
{
    for (std::uint32_t bit = 0; bit < 128; ++bit) {
        PhiloxWords words{};
        words[bit / 32] = 1U << (bit % 32);
        const auto lanes = lanes_of(words);
        const std::uint64_t expected = std::uint64_t{1} << (bit % 42);
        for (std::uint32_t lane = 0; lane < 3; ++lane)
            CHECK(lanes[lane] == (bit / 42 == lane ? expected : 0));
    }
}

TEST_CASE("a uniform is never 0 or 1, and one minus it is exact")
{
    constexpr std::uint64_t largest = (std::uint64_t{1} << 42U) - 1;
    CHECK(uniform_from_bits(0) == 0x1p-43);
    CHECK(uniform_from_bits(largest) == 1.0 - 0x1p-43);
    CHECK(1.0 - uniform_from_bits(12345) == uniform_from_bits(largest - 12345));
}

TEST_CASE("names keep their hashes for ever")
{
    // FNV-1a of "" and "a" as published (0xcbf29ce484222325, 0xaf63dc4c8601ec8c), then mixed.
    static_assert(hash_name("") == mix_bits(0xCBF29CE484222325U));
    static_assert(hash_name("a") == mix_bits(0xAF63DC4C8601EC8CU));
    CHECK(hash_name("appointments") != hash_name("appointment"));
}

TEST_CASE("no two of many seeds, replications, names and copies share a key")
{
    std::set<std::uint64_t> keys;
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        for (std::uint64_t replication = 0; replication < 200; ++replication)
            for (const char* name : {"appointments", "billing", "urgent"})
                for (std::uint64_t copy = 0; copy < 3; ++copy)
                    keys.insert(make_stream_key(seed, replication, hash_name(name), copy).value);
    CHECK(keys.size() == 20 * 200 * 3 * 3);
}

TEST_CASE("a private sequence repeats from its address and is disjoint from single draws")
{
    const StreamKey key = make_stream_key(1, 0, hash_name("front desk"));
    PrivateSequence one(key, {.number = 4, .date = 100}, Purpose::agent_choice);
    PrivateSequence again(key, {.number = 4, .date = 100}, Purpose::agent_choice);
    PrivateSequence other(key, {.number = 4, .date = 100}, Purpose::routing_choice);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto x = one();
        CHECK(x == again());
        seen.insert(x);
        seen.insert(other());
    }
    CHECK(seen.size() == 2000);
    for (int i = 0; i < 1000; ++i) {
        const double u = one.uniform();
        CHECK((u > 0.0 && u < 1.0));
    }
}

} // namespace switchroom
