#include "sim/calllog/keyed_hash.h"

#include <doctest/doctest.h>

#include <string>

using namespace switchroom;

TEST_CASE("the hash is SipHash-2-4: its authors' test vectors")
{
    // Aumasson & Bernstein 2012, appendix A and reference vectors: key 00 01 … 0f, message 00 01 02 …
    const HashKey key{0x0706050403020100U, 0x0F0E0D0C0B0A0908U};
    std::string message;
    CHECK(sip_hash(key, message) == 0x726FDB47DD0E0E31U);
    for (char c = 0; c < 15; ++c)
        message += c;
    CHECK(sip_hash(key, message) == 0xA129CA6149BE45E5U);
}

TEST_CASE("two imports give one person two different hashes")
{
    CHECK(sip_hash(random_hash_key(), "someone") != sip_hash(random_hash_key(), "someone"));
}
