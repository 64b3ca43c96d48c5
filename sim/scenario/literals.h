#pragma once
/// The small languages inside quoted values: durations, clock times, windows, percentages, terms. Each parser
/// takes the whole text or returns nothing; each value prints so that it is read back exactly.

#include "sim/scenario/contract.h"

#include <optional>
#include <string>
#include <string_view>

namespace switchroom {

/// "20s", "3min", "2h", "1d", "4min30s", "1.5h", "500ms", "inf"; "3 rings" where the length of a ring is
/// known. Never negative, at most a thousand years.
std::optional<Duration> parse_duration(std::string_view text, std::optional<Duration> ring = {});

/// "08:30", "8:30", "08:30:15", "24:00".
std::optional<ClockTime> parse_clock_time(std::string_view text);

/// "08:00-12:30"; may end at "24:00" or wrap past midnight. An empty window ("08:00-08:00") is none.
std::optional<ClockWindow> parse_window(std::string_view text);

/// "12%" → 0.12, any finite number before the sign.
std::optional<double> parse_percentage(std::string_view text);

/// "12 months", "1 year", "26 weeks", "90 days".
std::optional<Term> parse_term(std::string_view text);

/// Shortest text that parse_duration reads back to the same bits.
std::string duration_literal(Duration duration);
std::string window_literal(ClockWindow window);
std::string term_literal(const Term& term);

} // namespace switchroom
