#pragma once
/// Keyed hashes of people: SipHash-2-4 (Aumasson & Bernstein 2012). Without the key a number cannot be tried
/// out against the hash, so a log's callers and agents can be told apart but not named.

#include <array>
#include <cstdint>
#include <string_view>

namespace switchroom {

using HashKey = std::array<std::uint64_t, 2>;

std::uint64_t sip_hash(const HashKey& key, std::string_view text);

/// A key of the machine's own randomness: hashes of two imports cannot be joined.
HashKey random_hash_key();

} // namespace switchroom
