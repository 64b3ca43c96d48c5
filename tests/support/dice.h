#pragma once
/// Dice for generators of random test cases: SplitMix64 (Steele, Lea & Flood 2014), good enough to choose
/// features, the same everywhere.

#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace switchroom {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// 0 … n − 1.
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool one_in(int n) { return below(n) == 0; }
    /// low … high in hundredths, so that the text is short and exact.
    double number(double low, double high) { return low + (high - low) * 0.01 * below(101); }

    template <class T>
    T of(std::initializer_list<T> choices)
    {
        return *std::next(choices.begin(), below(static_cast<int>(choices.size())));
    }

private:
    std::uint64_t next()
    {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_;
};

} // namespace switchroom
