#include "planner/contract/money.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace switchroom {

Cents to_cents(double amount)
{
    const double hundredths = std::abs(amount) * 100.0;
    // The allowance is far above rounding errors of doubles and far below a hundredth of a cent.
    const double cents = std::floor(hundredths + 0.5 + 1e-6);
    return static_cast<Cents>(std::signbit(amount) ? -cents : cents);
}

std::string cents_text(Cents cents)
{
    const Cents size = std::abs(cents);
    return fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", size / 100, size % 100);
}

std::string money_text(Cents cents, const std::string& currency)
{
    const std::string plain = cents_text(std::abs(cents));
    const std::size_t digits = plain.size() - 3; // before the point
    std::string text = cents < 0 ? "−" : "";
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i < digits && (digits - i) % 3 == 0)
            text += ' ';
        text += plain[i];
    }
    return text + " " + currency;
}

} // namespace switchroom
