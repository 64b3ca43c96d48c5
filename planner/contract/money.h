#pragma once
/// Money on paper: whole cents.
///
/// The rule, everywhere in contracts: quantities and unit prices are exact; an amount is their product,
/// rounded once to whole cents, half a cent away from zero; sums are sums of rounded amounts. So whoever has
/// the quantities recomputes every line, and the lines add up.

#include <cstdint>
#include <string>

namespace switchroom {

/// An amount of money in hundredths of the currency.
using Cents = std::int64_t;

/// 1.005 → 101: the nearest cent, halves away from zero. What binary fractions leave beside a half (1.005 is
/// 1.00499999…) counts as the half that was meant.
Cents to_cents(double amount);

constexpr double amount_of(Cents cents)
{
    return static_cast<double>(cents) / 100.0;
}

/// "1234.50", "-0.05": for machines and tables.
std::string cents_text(Cents cents);

/// "1 234.50 EUR": for people.
std::string money_text(Cents cents, const std::string& currency);

} // namespace switchroom
