#include "sim/random/keyed_stream.h"

#include "sim/base/check.h"

namespace switchroom {

namespace {

// The counter's last word: single draws use purpose / 3 < 2^31, private sequences set the top bit.
constexpr std::uint32_t private_mark = 0x80000000U;
constexpr std::uint32_t index_bits = 20;

} // namespace

PrivateSequence::PrivateSequence(StreamKey key, DrawAddress at, Purpose purpose)
    : key_(key), at_(at), purpose_(static_cast<std::uint32_t>(purpose))
{
}

PrivateSequence::result_type PrivateSequence::operator()()
{
    if (has_spare_) {
        has_spare_ = false;
        return spare_;
    }
    SWITCHROOM_CHECK(next_block_ < (1U << index_bits), "a private sequence was read past its end");
    const PhiloxWords words = draw_block(key_, at_, private_mark | (purpose_ << index_bits) | next_block_);
    ++next_block_;
    spare_ = words[2] | (std::uint64_t{words[3]} << 32U);
    has_spare_ = true;
    return words[0] | (std::uint64_t{words[1]} << 32U);
}

double PrivateSequence::uniform()
{
    return (static_cast<double>((*this)() >> 12U) + 0.5) * 0x1p-52;
}

} // namespace switchroom
