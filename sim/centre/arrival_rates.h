#pragma once
/// How many contacts an `arrivals` table brings on average, day by day: constant rates, weekly profiles,
/// shares of a shared curve, parts of another contact's stream.
///
///   rate(t) = per_hour(t) / 3600 × day_factor × month_factor [× share], per second
///
/// A day's factor is that of the local date on which the instant lies. What a profile counts as attempts is
/// turned into needs elsewhere (attempt_counts.h).

#include "sim/centre/compile_context.h"
#include "sim/centre/rate_curve.h"

#include <string>
#include <vector>

namespace switchroom {

/// One curve for each day of the calendar, first_day first.
using DailyRates = std::vector<RateCurve>;

/// `path` is where the arrivals stand in the document ("contacts[0].arrivals"); `hours` are those during
/// which a constant rate holds. Errors (unreadable file, unknown profile) go into the context and give empty
/// curves.
DailyRates daily_rates(const Arrivals& arrivals, const std::string& path, const Spans& hours,
                       CompileContext& context);

/// The share of `split_of.contact`'s stream that arrives as contact number `contact`: its own share as far as
/// it is recognised, and the parts that others' callers are taken for it.
double split_share(const Scenario& scenario, std::size_t contact);

} // namespace switchroom
